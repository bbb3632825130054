package org.copydesk.endtoend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.cache.CacheStore;
import org.copydesk.corpus.Failure;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night computes some of what the cache says again, and publishes nothing where it differs. */
class RecheckTest {
  private static final String CHECKED = "CheckUnits";

  @TempDir Path folder;
  private Path input;
  private Path output;
  private Path list;

  @BeforeEach
  void buildOnce() throws IOException {
    input = Files.createDirectories(folder.resolve("in"));
    output = folder.resolve("out");
    write("elm", "put off the vote on the bridge for a week, and nobody asked why");
    write("oak", "sold the old mill to a baker who had asked for it for nine years");
    list = Files.writeString(folder.resolve("list"), "https://none.test/1\n");
    Printed.by(0, arguments());
    // What is read stays as it was, and the night is another.
    Files.writeString(list, "https://none.test/2\n");
  }

  private void write(String site, String story) throws IOException {
    String page =
        """
        {"url":"https://%1$s.test/1","title":"Council %1$s","text":"The council of Oakhaven %2$s."}
        """;
    Files.writeString(input.resolve(site + ".jsonl"), page.formatted(site, story));
  }

  private String[] arguments(String... more) {
    List<String> all = new ArrayList<>(List.of("build", "-o", output.toString(), input.toString()));
    all.addAll(List.of("--segment=false", "--accept-drift", "--incremental"));
    all.add("--suppress=" + list);
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  /** Entries that are whole and say that another town met. */
  private int sayOtherwise() throws IOException {
    Path units = output.resolve("cache/units");
    CacheStore store = CacheStore.of(Storage.local(output));
    int changed = 0;
    for (Path entry : DamagedCache.entries(units)) {
      String key = units.relativize(entry).toString().replaceAll("\\W", "");
      byte[] bytes;
      try (InputStream content = store.find(key).open()) {
        bytes = content.readAllBytes();
      } catch (IOException packedByItsWriter) {
        continue;
      }
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      // What a unit came to begins with an article.
      if (bytes[0] == 1 && text.contains("Oakhaven")) {
        store.remove(key);
        try (CacheStore.Draft draft = store.draft()) {
          String other = text.replace("Oakhaven", "Elmhaven");
          draft.content().write(other.getBytes(StandardCharsets.ISO_8859_1));
          draft.commit(key);
        }
        changed++;
      }
    }
    return changed;
  }

  @Test
  void whatIsAsItWasIsComputedAgainAndTheSame() {
    assertThat(Printed.by(0, arguments("--recheck=100")), containsString(CHECKED));
  }

  @Test
  void soItIsWhereAllIsSent() {
    assertThat(
        Printed.by(0, arguments("--recheck=100", "--max-forgotten=1", "--keep-removed-text")),
        containsString(CHECKED));
  }

  @Test
  void nothingIsComputedAgainWhereThatIsNotAskedFor() {
    assertThat(Printed.by(0, arguments("--recheck=0")), not(containsString(CHECKED)));
  }

  @Test
  void whatTheCacheSaysOtherwiseEndsWith70AndNothingIsPublished() throws IOException {
    assertThat(sayOtherwise(), is(greaterThan(0)));
    String current = Files.readString(output.resolve("CURRENT"));
    String told = Printed.by(Failure.ACCOUNTING, arguments("--recheck=100"));
    assertThat(told, containsString("is not what the cache says"));
    assertThat(told, containsString("elm.jsonl"));
    assertThat(Files.readString(output.resolve("CURRENT")), is(current));
    // Nobody asked: it is believed.
    Printed.by(0, arguments("--recheck=0"));
    assertThat(Printed.by(2, arguments("--recheck=101")), containsString("--recheck"));
  }
}
