package org.copydesk.segment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.copydesk.model.Label;
import org.copydesk.model.Page;
import org.junit.jupiter.api.Test;

/** The gradient of a chain is held against what the chances of all its labellings say. */
class LineGradientsTest {
  /** A block of units and some more. */
  private static final int UNITS = 11;

  private static final int STATES = LineModel.STATES;
  private static final LineGradients GRADIENTS = new LineGradients(UNITS);
  private static final float STEP = 1e-2f;

  private static LabelledLines page() {
    byte[] text =
        "Ferry is back\n\nIt was lifted.\n\nMill turns again\n".getBytes(StandardCharsets.UTF_8);
    return LabelledLines.of(
        Page.text("1.txt", 0, text),
        SiteModel.NONE,
        List.of(Label.TITLE, Label.BODY, Label.TEASER_TITLE),
        0.7);
  }

  private static double points(int[] rows, int state, float[] point) {
    double sum = 0;
    for (int unit = 0; unit < UNITS; unit++) {
      double own = point[GRADIENTS.bias + unit];
      for (int row : rows) {
        own += point[row * UNITS + unit];
      }
      sum += Math.max(0, own) * point[GRADIENTS.shares + unit * STATES + state];
    }
    return sum;
  }

  private static double points(LabelledLines page, int[] states, float[] point) {
    double sum = point[GRADIENTS.begin + states[0]];
    for (int i = 0; i < states.length; i++) {
      sum += points(page.rows[i], states[i], point);
      sum += i == 0 ? 0 : point[GRADIENTS.steps + states[i - 1] * STATES + states[i]];
    }
    return sum + point[GRADIENTS.end + states[states.length - 1]];
  }

  /** Minus the logarithm of the chance of the page's labels, over all labellings. */
  private static double surprise(LabelledLines page, float[] point) {
    double all = 0;
    for (int k = 0; k < STATES * STATES * STATES; k++) {
      int[] states = {k % STATES, k / STATES % STATES, k / STATES / STATES};
      all += Math.exp(points(page, states, point));
    }
    return page.weight * (Math.log(all) - points(page, page.states, point));
  }

  @Test
  void theGradientIsTheSlopeOfTheLabelsSurprise() {
    LabelledLines page = page();
    Random random = new Random(7);
    float[] point = new float[GRADIENTS.variables];
    for (int i = 0; i < point.length; i++) {
      point[i] = (random.nextFloat() - 0.5f) * 0.3f;
    }
    // Far from zero, where the sums of units bend.
    for (int unit = 0; unit < UNITS; unit++) {
      point[GRADIENTS.bias + unit] = unit % 4 == 3 ? -9 : 4 + unit % 3;
    }
    float[] gradient = new float[point.length];
    GRADIENTS.addChain(page, point, gradient);
    List<Integer> asked = new ArrayList<>();
    for (int row : page.rows[1]) {
      asked.add(row * UNITS + random.nextInt(UNITS));
    }
    random.ints(60, GRADIENTS.bias, GRADIENTS.variables).forEach(asked::add);
    int moved = 0;
    for (int variable : asked) {
      float before = point[variable];
      point[variable] = before + STEP;
      double above = surprise(page, point);
      point[variable] = before - STEP;
      double below = surprise(page, point);
      point[variable] = before;
      double slope = (above - below) / (2 * STEP);
      assertThat("variable " + variable, (double) gradient[variable], closeTo(slope, 1e-3));
      moved += Math.abs(slope) > 1e-3 ? 1 : 0;
    }
    assertThat(moved, greaterThan(60));
  }
}
