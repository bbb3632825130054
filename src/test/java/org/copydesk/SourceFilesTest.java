package org.copydesk;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A file is read in one sitting. */
class SourceFilesTest {
  private static final int MOST_LINES = 420;
  private static final int MEDIAN_LINES = 90;

  /** The flow of a build is seen as a whole. */
  private static final int LINES_OF_THE_GRAPH = 150;

  /** Each reads one grammar, which would not be clearer in two places. */
  private static final Set<String> LARGE = Set.of("DateReader.java", "UnitScanner.java");

  private static Map<String, Long> sizes() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      Map<String, Long> sizes = new TreeMap<>();
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        try (Stream<String> lines = Files.lines(file)) {
          sizes.put(file.toString(), lines.count());
        }
      }
      return sizes;
    }
  }

  @Test
  void noneIsLongerThanAnHourTakes() throws IOException {
    Map<String, Long> tooLong =
        sizes().entrySet().stream()
            .filter(file -> file.getValue() > MOST_LINES)
            .filter(file -> !LARGE.contains(Path.of(file.getKey()).getFileName().toString()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    assertThat(tooLong, is(Map.of()));
  }

  @Test
  void halfOfThemAreShort() throws IOException {
    long[] sorted = sizes().values().stream().mapToLong(size -> size).sorted().toArray();
    assertThat((int) sorted[sorted.length / 2], lessThanOrEqualTo(MEDIAN_LINES));
  }

  @Test
  void theFlowOfABuildFitsOnTwoScreens() throws IOException {
    long lines = sizes().get(Path.of("src/main/java/org/copydesk/pipeline/BuildGraph.java") + "");
    assertThat((int) lines, lessThanOrEqualTo(LINES_OF_THE_GRAPH));
  }
}
