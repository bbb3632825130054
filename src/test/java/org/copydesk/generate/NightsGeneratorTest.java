package org.copydesk.generate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightsGeneratorTest {
  @TempDir Path folder;

  private Map<String, String> written(String name, long seed) throws IOException {
    Path output = folder.resolve(name);
    new NightsGenerator(new NightsSettings(300, seed, 6, 3)).write(output);
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(output)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(output.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherOneOthers() throws IOException {
    Map<String, String> first = written("a", 1);
    assertThat(written("b", 1), is(first));
    assertThat(written("c", 2), not(is(first)));
  }

  @Test
  void everyPageHasASightingAndEachNightItsFrontPages() throws IOException {
    Map<String, String> files = written("a", 1);
    long pages =
        files.entrySet().stream()
            .filter(file -> file.getKey().startsWith("dumps/"))
            .mapToLong(file -> file.getValue().lines().count())
            .sum();
    String sightings = files.get("truth/sightings.jsonl");
    assertThat(sightings.lines().count(), is(pages));
    assertThat(sightings.lines().filter(line -> line.contains(".example/\",")).count(), is(18L));
  }
}
