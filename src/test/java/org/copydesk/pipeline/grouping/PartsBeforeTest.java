package org.copydesk.pipeline.grouping;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.corpus.BuildResults;
import org.copydesk.corpus.PartResult;
import org.copydesk.storage.Storage;
import org.copydesk.text.ContentHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsBeforeTest {
  @TempDir Path folder;
  private Storage generation;
  private Storage work;
  private PartsBefore parts;

  @BeforeEach
  void publishTwoParts() throws IOException {
    generation = Storage.local(folder.resolve("before"));
    work = Storage.local(folder.resolve("now/.work"));
    byte[] one = report(1, "one");
    byte[] two = report(2, "two!");
    parts = PartsBefore.of(List.of(one, two), work);
    for (PartsBefore.Written written : parts.parts().values()) {
      work.moveTo(written.part().file(), generation, written.part().finalName());
    }
  }

  private byte[] report(int number, String text) throws IOException {
    String file = "parts/articles-" + number;
    work.createText(file, text);
    PartResult part =
        new PartResult("articles", number, file, 1, text.length(), ContentHash.of(text));
    return new BuildResults(List.of(part), List.of()).encode();
  }

  private List<PartResult> taken(PartsBefore from) throws IOException {
    return BuildResults.of(List.of(from.takeOver(generation, work))).parts();
  }

  @Test
  void aPartThatIsTakenOverTakesNoRoom() throws IOException {
    List<PartResult> taken = taken(PartsBefore.decode(parts.encode()));
    assertThat(taken.stream().map(PartResult::number).toList(), contains(1, 2));
    for (PartResult part : taken) {
      Path before = folder.resolve("before").resolve(part.finalName());
      assertThat(Files.isSameFile(folder.resolve("now/.work/" + part.file()), before), is(true));
    }
  }

  @Test
  void whatIsTouchedIsNotTakenOver() throws IOException {
    byte[] group = new ByteWriter().putInt(2).toByteArray();
    List<PartResult> taken = taken(parts.without(List.of(group)));
    assertThat(taken.stream().map(PartResult::number).toList(), contains(1));
  }

  @Test
  void aPartThatIsNotWhatWasPublishedIsLost() throws IOException {
    String name = parts.parts().get(2).part().finalName();
    for (String other : List.of("twe!", "tw", "two!!")) {
      generation.replaceText(name, other);
      assertThrows(BucketMemory.LostException.class, () -> taken(parts));
    }
    generation.delete(name);
    assertThrows(BucketMemory.LostException.class, () -> taken(parts));
  }
}
