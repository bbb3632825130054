package org.copydesk.dump;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs what the fuzzer found, and its first inputs, without the fuzzer. */
class FuzzFindingsTest {
  private static final Path INPUTS =
      Path.of("src/test/resources/org/copydesk/dump/DumpFuzzTestInputs");

  @ParameterizedTest
  @ValueSource(strings = {"sniffing", "warc", "jsonLines", "characterSets"})
  void nothingFoundBeforeBreaksATarget(String target) throws IOException {
    DumpFuzzTest targets = new DumpFuzzTest();
    List<Path> files;
    try (Stream<Path> all = Files.list(INPUTS.resolve(target))) {
      files = all.sorted().toList();
    }
    assertThat(files.size(), greaterThan(0));
    for (Path file : files) {
      byte[] data = Files.readAllBytes(file);
      switch (target) {
        case "sniffing" -> targets.sniffing(data);
        case "warc" -> targets.warc(data);
        case "jsonLines" -> targets.jsonLines(data);
        default -> targets.characterSets(data);
      }
    }
  }
}
