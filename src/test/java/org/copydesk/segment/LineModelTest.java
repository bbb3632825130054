package org.copydesk.segment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineModelTest {
  /** A model of random weights, as large as they may be. */
  private static LineModel random(long seed) {
    Random random = new Random(seed);
    int[][] rows = new int[LineSlots.ROWS][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = random.nextInt(4) == 0 ? null : weights(random, LineModel.LANES);
    }
    int[][] steps = new int[LineModel.STATES][];
    for (int from = 0; from < steps.length; from++) {
      steps[from] = weights(random, LineModel.STATES);
    }
    return new LineModel(
        List.of("made up"),
        rows,
        weights(random, LineModel.STATES),
        weights(random, LineModel.STATES),
        steps,
        17);
  }

  private static int[] weights(Random random, int n) {
    return random.ints(n, -LineModel.MOST, LineModel.MOST + 1).toArray();
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    byte[] bytes = random(1).toBytes();
    assertThat(LineModel.read(new ByteArrayInputStream(bytes)).toBytes(), is(bytes));
  }

  @Test
  void sumsOfPackedRowsAreSumsOfWeights() {
    LineModel model = random(2);
    Random random = new Random(3);
    for (int trial = 0; trial < 200; trial++) {
      long[] sums = new long[LineModel.WORDS];
      int[] expected = new int[LineModel.LANES];
      for (int slot = 0; slot < LineSlots.COUNT; slot++) {
        int row = random.nextInt(LineSlots.ROWS);
        for (int k = 0; k < sums.length; k++) {
          sums[k] += model.packed()[row * LineModel.WORDS + k];
        }
        for (int lane = 0; lane < expected.length; lane++) {
          expected[lane] += model.weight(row, lane);
        }
      }
      int[] found = new int[LineModel.LANES];
      LineModel.unpack(sums[0], sums[1], sums[2], sums[3], found, 0);
      assertThat(found, is(expected));
    }
  }

  @Test
  void aLaneHoldsTheLargestSum() {
    assertThat(LineSlots.COUNT * LineModel.MOST, lessThanOrEqualTo((1 << 20) - 1));
  }

  @Test
  void powersOfTwoComeFromATable() {
    for (int parts = -40 * LineModel.UNIT; parts < 40 * LineModel.UNIT; parts += 37) {
      double expected = Math.pow(2, (double) parts / LineModel.UNIT);
      assertThat(LinePosteriors.power(parts) / expected, closeTo(1, 1e-12));
    }
    assertThat(LinePosteriors.power(Integer.MIN_VALUE / 2), is(0.0));
  }

  @Test
  void whatIsNoModelIsSaidWithItsLine() {
    String text = new String(random(4).toBytes(), StandardCharsets.UTF_8);
    refused("lines-0\n", "not a model of lines");
    refused(text.replace("SIZE@0:1\t", "SIZE@0:99\t"), "SIZE@0:99");
    refused(text.replace("SIZE@0:2\t", "GIRTH@0:2\t"), "GIRTH@0:2");
    refused(text.replaceFirst("after TITLE\t[^\n]*\n", ""), "without its steps");
  }

  private static void refused(String text, String message) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> LineModel.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    assertThat(e.getMessage(), containsString(message));
  }

  @Test
  void theShippedModelIsSmallAndSaysWhereItIsFrom() {
    LineModel shipped = LineModel.shipped();
    assertThat(shipped.toBytes().length, lessThanOrEqualTo(2_000_000));
    assertThat(String.join(" ", shipped.header()), containsString("CC BY 4.0"));
  }
}
