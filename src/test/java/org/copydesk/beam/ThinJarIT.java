package org.copydesk.beam;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example as its users build it: against the thin jar and its dependencies alone. */
class ThinJarIT {
  private static final Path JAR = Path.of("target", "copydesk-thin.jar").toAbsolutePath();
  private static final Path BIN = Path.of(System.getProperty("java.home"), "bin");

  @TempDir Path folder;

  @Test
  void theExampleRunsFromTheThinJar() throws Exception {
    String libraries =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.endsWith(".jar") && !entry.contains("copydesk"))
            .collect(Collectors.joining(File.pathSeparator));
    String classPath = JAR + File.pathSeparator + libraries;
    Path classes = Files.createDirectories(folder.resolve("classes"));
    run(
        BIN.resolve("javac").toString(),
        "-proc:none",
        "-cp",
        classPath,
        "-d",
        classes.toString(),
        "src/test/example/src/main/java/example/ArticleTitles.java");
    Path dump =
        Files.writeString(
            folder.resolve("a.jsonl"),
            "{\"title\":\"Crane falls\",\"text\":\"The harbour of the old town was closed on Monday,"
                + " said the master of the port, who had asked for it a year ago, when the tide"
                + " went out and the wind had turned to the west.\"}\n");
    Path titles = folder.resolve("titles.txt");
    run(
        BIN.resolve("java").toString(),
        "-Xmx1g",
        "-cp",
        classes + File.pathSeparator + classPath,
        "example.ArticleTitles",
        "--dumps=" + dump,
        "--titles=" + titles);
    assertThat(Files.readAllLines(titles), contains(endsWith(" Crane falls")));
  }

  private void run(String... command) throws Exception {
    Path words = folder.resolve("words.log");
    Process process =
        new ProcessBuilder(List.of(command))
            .redirectErrorStream(true)
            .redirectOutput(words.toFile())
            .start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES), is(true));
    assertThat(Files.readString(words), process.exitValue(), is(0));
  }
}
