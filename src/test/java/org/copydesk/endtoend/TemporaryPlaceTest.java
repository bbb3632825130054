package org.copydesk.endtoend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.copydesk.corpus.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A place for temporary files that cannot be used: it is told as what it is. */
class TemporaryPlaceTest {
  @TempDir Path folder;

  private String told(Path place) {
    String before = System.getProperty("java.io.tmpdir");
    System.setProperty("java.io.tmpdir", place.toString());
    try {
      return Printed.by(
          Failure.OTHER,
          "build",
          "testdata/dumps/harbour-ledger",
          "-o",
          folder.resolve("out").toString());
    } finally {
      System.setProperty("java.io.tmpdir", before);
    }
  }

  private static void isASentence(String told) {
    assertThat(told, not(containsString("cannot write")));
    assertThat(told, not(containsString("Exception in")));
    assertThat(told, not(containsString("\tat ")));
    assertThat(told, containsString("java.io.tmpdir"));
  }

  @Test
  void oneThatIsNotThereIsTold() throws IOException {
    String told = told(folder.resolve("none"));
    assertThat(told, containsString("no folder can be made for temporary files"));
    assertThat(told, containsString(folder.resolve("none").toString()));
    isASentence(told);
    isASentence(told(Files.writeString(folder.resolve("file"), "a file")));
  }

  @Test
  void oneThatIsFullIsTold() throws Exception {
    Path disk = Files.createDirectories(folder.resolve("disk"));
    assumeTrue(
        system("mount", "-t", "tmpfs", "-o", "size=1m", "copydesk-test", disk.toString()) == 0,
        "this user cannot mount a small disk");
    try {
      String told = told(disk);
      assertThat(told, containsString("the place for temporary files is full: " + disk));
      isASentence(told);
    } finally {
      assertThat("no file is left open", system("umount", disk.toString()), is(0));
    }
  }

  private static int system(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException e) {
      return 127;
    }
  }
}
