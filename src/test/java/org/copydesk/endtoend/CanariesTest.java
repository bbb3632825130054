package org.copydesk.endtoend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets among the arguments reach neither what is printed nor what is kept. */
class CanariesTest {
  private static final String CANARY = "cAnArY7e500";

  @TempDir Path folder;

  @Test
  void noSecretIsPrintedOrKept() throws IOException {
    Path dumps = folder.resolve("dumps;access_token=" + CANARY);
    Corpus.copyTree(Path.of("testdata/dumps/el-faro-del-sur"), dumps);
    Path output = folder.resolve("out");
    List<String> printed = new ArrayList<>();
    printed.add(Printed.by(0, "build", dumps.toString(), "-o", output.toString()));
    // Nothing that is an article: a failed generation with its mark.
    Path none = folder.resolve("none;password=" + CANARY);
    Files.createDirectories(none);
    Files.writeString(none.resolve("a.txt"), "\0\1\2 no text \0");
    printed.add(
        Printed.by(
            65, "build", none.toString(), "-o", output.toString(), "--max-rejected-files=100"));
    printed.add(
        Printed.by(
            2, "build", folder + "/nothing;sig=" + CANARY + "/*.txt", "-o", output.toString()));
    printed.add(Printed.by(1, "verify", folder + "/nothing;token=" + CANARY));
    for (String text : printed) {
      assertThat(text, not(containsString(CANARY)));
    }
    assertThat(filesWith(output), is(empty()));
  }

  private static List<Path> filesWith(Path output) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> all = Files.walk(output)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(CANARY)) {
          found.add(file);
        }
      }
    }
    return found;
  }
}
