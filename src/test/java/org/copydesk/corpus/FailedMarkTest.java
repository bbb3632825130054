package org.copydesk.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Path;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailedMarkTest {
  @TempDir Path folder;
  private Storage generation;

  @BeforeEach
  void open() {
    generation = Storage.local(folder);
  }

  private FailedMark again(FailedMark mark) throws IOException {
    mark.write(generation);
    return FailedMark.read(generation);
  }

  @Test
  void aMarkIsReadAsItWasWritten() throws IOException {
    FailedMark mark = new FailedMark(65, FailedMark.DRIFT, "first line\nsecond line");
    assertEquals(mark, again(mark));
    assertEquals("exit code 65\ndrift\nfirst line\nsecond line\n", generation.readText("_FAILED"));
  }

  @Test
  void secretsAndControlCharactersOfAMessageAreNotKept() throws IOException {
    assertEquals(
        "password=*** in ?[31mred",
        again(new FailedMark(1, "error", "password=hunter2 in \u001b[31mred")).message());
  }

  @Test
  void whatOthersWroteIsAnError() throws IOException {
    assertNull(FailedMark.read(generation));
    for (String text :
        new String[] {"", "out of disk\n", "exit code x\na\nb", "exit code 1234\na\nb"}) {
      generation.replaceText("_FAILED", text);
      assertEquals(
          new FailedMark(Failure.OTHER, "error", text.strip()), FailedMark.read(generation));
    }
  }
}
