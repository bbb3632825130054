package org.copydesk.train;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copydesk.html.BlockTrainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The weights of a body's blocks, as the recipe {@code pipelines/segment/blocks.sh} writes them.
 */
@Tag("quality")
class TrainBlocksQualityTest {
  private static final Path DATA = Path.of("../shared/data");
  private static final Pattern FIGURES =
      Pattern.compile("body: F1 ([0-9.]+) of .*rules alone ([0-9.]+);");

  @TempDir Path folder;

  @Test
  void theRecipeWritesWhatShips() throws IOException {
    Path labels = DATA.resolve("page-text/labels.tsv");
    Path model = folder.resolve("body-blocks.txt");
    new TrainBlocks(DATA.resolve("html-wcxb"), labels, DATA.resolve("page-text/text"))
        .write(model, new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    // What is learned is no worse than rules alone, on articles of hosts it was not learned from.
    Matcher figures = FIGURES.matcher(Files.readString(model));
    assertThat(figures.find(), is(true));
    assertThat(
        Double.valueOf(figures.group(1)), greaterThanOrEqualTo(Double.valueOf(figures.group(2))));
    try (InputStream shipped = BlockTrainer.class.getResourceAsStream("body-blocks.txt")) {
      assertThat(
          Files.readString(model), is(new String(shipped.readAllBytes(), StandardCharsets.UTF_8)));
    }
  }
}
