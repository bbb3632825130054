package org.copydesk.segment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import org.junit.jupiter.api.Test;

class LbfgsTest {
  /** Rosenbrock's valley, whose one minimum of 0 is at (1, 1). */
  private static double valley(double[] x, double[] gradient) {
    double a = 1 - x[0];
    double b = x[1] - x[0] * x[0];
    gradient[0] = -2 * a - 400 * x[0] * b;
    gradient[1] = 200 * b;
    return a * a + 100 * b * b;
  }

  @Test
  void theMinimumOfABentValleyIsFound() {
    double[] point = {-1.2, 1};
    double value = Lbfgs.minimise(LbfgsTest::valley, point, 200, 1e-9);
    assertThat(value, lessThan(1e-12));
    assertThat(point[0], closeTo(1, 1e-5));
    assertThat(point[1], closeTo(1, 1e-5));
  }

  @Test
  void aSquareOfManyVariablesTakesFewSteps() {
    double[] point = new double[100];
    Lbfgs.minimise(
        (x, gradient) -> {
          double value = 0;
          for (int i = 0; i < x.length; i++) {
            double off = x[i] - i;
            gradient[i] = 2 * off * (1 + i % 5);
            value += off * off * (1 + i % 5);
          }
          return value;
        },
        point,
        40,
        1e-9);
    for (int i = 0; i < point.length; i++) {
      assertThat(point[i], closeTo(i, 1e-4));
    }
  }

  @Test
  void theSameFunctionGivesTheSameBits() {
    double[] once = {-1.2, 1};
    double[] twice = {-1.2, 1};
    Lbfgs.minimise(LbfgsTest::valley, once, 17, 0);
    Lbfgs.minimise(LbfgsTest::valley, twice, 17, 0);
    assertThat(twice, is(once));
  }
}
