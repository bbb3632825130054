package org.copydesk.endtoend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar in poor surroundings: the same corpus as in good ones. */
class JarIT {
  private static final Path JAR = Path.of("target", "copydesk.jar").toAbsolutePath();
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @TempDir static Path folder;
  private static JsonNode undisturbed;

  @BeforeAll
  static void buildUndisturbed() throws Exception {
    undisturbed = digests("undisturbed", command("undisturbed"));
  }

  private static List<String> command(String name, String... before) {
    List<String> command = new ArrayList<>(List.of(before));
    command.addAll(List.of(JAVA, "-Xmx1g", "-jar", JAR.toString(), "build"));
    command.addAll(List.of("testdata/dumps", "-o", folder.resolve(name).toString()));
    return command;
  }

  /** Runs a build to its end, which has to be good; gives the digests of its tables. */
  private static JsonNode digests(String name, List<String> command) throws Exception {
    Path words = folder.resolve(name + ".log");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(words.toFile())
            .start();
    assertThat(name, process.waitFor(5, TimeUnit.MINUTES), is(true));
    assertThat(Files.readString(words), process.exitValue(), is(0));
    assertThat(Files.readString(words), not(containsString("\tat ")));
    return manifest(folder.resolve(name)).get("digests");
  }

  private static JsonNode manifest(Path output) throws IOException {
    String current = Files.readString(output.resolve("CURRENT")).strip();
    Path generation = output.resolve("generations").resolve(current);
    return new ObjectMapper().readTree(generation.resolve("manifest.json").toFile());
  }

  @Test
  void fortyOpenFilesAreEnough() throws Exception {
    List<String> command = command("forty", "sh", "-c", "ulimit -n 40; exec \"$0\" \"$@\"");
    assertThat(digests("forty", command), is(undisturbed));
  }

  @Test
  void anEmptyEnvironmentIsEnough() throws Exception {
    assertThat(digests("bare", command("bare", "env", "-i")), is(undisturbed));
  }

  @Test
  void anotherLocaleAndTimeZoneChangeNothing() throws Exception {
    List<String> command = command("turkish", "env", "LC_ALL=tr_TR.UTF-8", "TZ=Asia/Kathmandu");
    int java = command.indexOf(JAVA);
    command.addAll(java + 1, List.of("-Duser.language=tr", "-Duser.country=TR"));
    assertThat(digests("turkish", command), is(undisturbed));
  }
}
