package org.copydesk.pipeline.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.copydesk.cache.CacheStore;
import org.copydesk.corpus.Sha256;
import org.copydesk.dump.source.InputListing.Input;
import org.copydesk.dump.source.LocalFiles;
import org.copydesk.pipeline.storage.Locations;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which units of a large file are known again from the build before. */
class UnitChangesTest {
  @TempDir Path folder;

  private UnitChanges changes(List<Integer> before, List<Integer> now) throws IOException {
    Path file = folder.resolve("large.jsonl");
    Files.writeString(file, "{\"text\": \"A line of a large file.\"}\n".repeat(40));
    Input input = new Input("large.jsonl", file.toString(), LocalFiles.state(file), null);
    String sha256 = Sha256.of(Files.readAllBytes(file));
    Map<Integer, String> keys = new TreeMap<>();
    before.forEach(part -> keys.put(part, "key of " + part));
    keys.put(9_999, "key of another file");
    return UnitChanges.of(
        List.of(new DumpUnit(0, List.of(input), now)),
        new UnitChanges.Before(keys, Map.of("large.jsonl", sha256), Map.of("large.jsonl", before)),
        new UnitCache(CacheStore.of(Storage.local(folder)), Map.of(), true, Set.of(), "seed", 1),
        null,
        null,
        new Locations(Map.of()),
        1);
  }

  private static List<String> ofParts(UnitChanges changes, boolean isThere) {
    return changes.known().stream()
        .filter(known -> known.isThere() == isThere)
        .map(UnitWord.Known::key)
        .toList();
  }

  @Test
  void aFileThatIsAsItWasIsTakenRangeByRange() throws IOException {
    UnitChanges changes = changes(List.of(5, 8, 13), List.of(5, 8, 13));
    assertThat(changes.toRead(), is(empty()));
    assertThat("ranges are not known before it is read", changes.toCheck().size(), is(0));
    assertThat(ofParts(changes, true), is(List.of("key of 5", "key of 8", "key of 13")));
    assertThat(ofParts(changes, false), is(List.of("key of another file")));
  }

  @Test
  void aFileWhoseNumbersAnotherOneMovedIsReadAgain() throws IOException {
    for (List<Integer> now : List.of(List.of(5, 9, 13), List.of(5, 9_999, 13))) {
      UnitChanges changes = changes(List.of(5, 8, 13), now);
      assertThat(changes.toRead(), hasSize(1));
      assertThat(ofParts(changes, true), is(empty()));
      assertThat(ofParts(changes, false), hasSize(4));
    }
  }
}
