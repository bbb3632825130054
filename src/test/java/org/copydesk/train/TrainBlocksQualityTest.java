package org.copydesk.train;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

  @TempDir Path folder;

  @Test
  void theRecipeWritesWhatShips() throws IOException {
    Path labels = DATA.resolve("page-text/labels.tsv");
    Path model = folder.resolve("body-blocks.txt");
    new TrainBlocks(DATA.resolve("html-wcxb"), labels, DATA.resolve("page-text/text"))
        .write(model, new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    try (InputStream shipped = BlockTrainer.class.getResourceAsStream("body-blocks.txt")) {
      assertThat(
          Files.readString(model), is(new String(shipped.readAllBytes(), StandardCharsets.UTF_8)));
    }
  }
}
