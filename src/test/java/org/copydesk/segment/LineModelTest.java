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
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineModelTest {
  private static final int UNITS = 5;

  /** A model of random weights. */
  static LineModel random(long seed) {
    Random random = new Random(seed);
    short[] rows = new short[LineSlots.ROWS * UNITS];
    int[] titles = new int[LineSlots.ROWS];
    for (int row = 0; row < LineSlots.ROWS; row++) {
      titles[row] = random.nextInt(4) == 0 ? 0 : random.nextInt(4000) - 2000;
      for (int unit = 0; unit < UNITS && titles[row] != 0; unit++) {
        rows[row * UNITS + unit] = (short) (random.nextInt(300) - 150);
      }
    }
    short[] bias = new short[UNITS];
    for (int unit = 0; unit < UNITS; unit++) {
      bias[unit] = (short) (random.nextInt(300) - 150);
    }
    int[][] steps = new int[LineModel.STATES][];
    for (int from = 0; from < steps.length; from++) {
      steps[from] = weights(random, LineModel.STATES);
    }
    return new LineModel(
        List.of("made up"),
        new HiddenLayer(bias, rows, weights(random, UNITS * LineModel.STATES)),
        titles,
        weights(random, LineModel.STATES),
        weights(random, LineModel.STATES),
        steps,
        17);
  }

  private static int[] weights(Random random, int n) {
    return random.ints(n, -4000, 4001).toArray();
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    byte[] bytes = random(1).toBytes();
    assertThat(LineModel.read(new ByteArrayInputStream(bytes)).toBytes(), is(bytes));
  }

  @Test
  void pointsAreSharesOfWhatHiddenUnitsHaveAboveZero() {
    LineModel model = random(2);
    HiddenLayer hidden = model.hidden();
    Random random = new Random(3);
    for (int trial = 0; trial < 200; trial++) {
      double[] expected = new double[LineModel.STATES];
      int[] rows = new int[LineSlots.COUNT];
      for (int slot = 0; slot < rows.length; slot++) {
        int values = LineSlots.last(slot) - LineSlots.FIRST[slot];
        rows[slot] = LineSlots.FIRST[slot] + random.nextInt(values);
      }
      int[] sums = model.sums().room();
      model.sums().of(rows, sums);
      for (int unit = 0; unit < UNITS; unit++) {
        double sum = hidden.bias(unit);
        for (int row : rows) {
          sum += hidden.weight(row, unit);
        }
        for (int state = 0; state < LineModel.STATES; state++) {
          double share = (double) hidden.share(unit, state) / HiddenLayer.SHARE;
          expected[state] += Math.max(0, sum) / HiddenLayer.UNIT * share;
        }
      }
      int[] found = new int[LineModel.STATES];
      hidden.points(sums, found, 0);
      for (int state = 0; state < LineModel.STATES; state++) {
        assertThat((double) found[state] / LineModel.UNIT, closeTo(expected[state], 0.01));
      }
    }
  }

  @Test
  void sharesWhosePointsMightNotFitAreRefused() {
    short[] rows = new short[LineSlots.ROWS];
    Arrays.fill(rows, (short) (Short.MAX_VALUE / LineSlots.COUNT / 2));
    int[] shares = new int[LineModel.STATES];
    shares[3] = LineModel.MOST;
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> new HiddenLayer(new short[1], rows, shares));
    assertThat(e.getMessage(), containsString("state 3"));
  }

  @Test
  void weightsWhoseSumMightNotFitAreRefused() {
    short[] rows = new short[LineSlots.ROWS];
    Arrays.fill(rows, (short) (Short.MAX_VALUE / LineSlots.COUNT + 1));
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new HiddenLayer(new short[1], rows, new int[LineModel.STATES]));
    assertThat(e.getMessage(), containsString("unit 0"));
    assertThrows(IllegalArgumentException.class, () -> HiddenLayer.fitting(40_000));
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
    refused(text.replaceFirst("unit 3\t[^\n]*\n", ""), "unit 4");
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
