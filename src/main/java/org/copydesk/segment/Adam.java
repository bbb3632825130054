package org.copydesk.segment;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Makes a sum of many smooth functions small, a batch of them at a time: Adam (Kingma and Ba, 2015)
 * with a rate that falls to zero in a straight line, and a quadratic penalty. Functions are taken
 * in an order that is mixed but always the same, and sums in one order: the same functions give the
 * same point everywhere. Some ten passes go as far as a hundred over all of them at once.
 */
final class Adam {
  private static final int BATCH = 8;

  /** Parts of a batch that are added up side by side. */
  private static final int LANES = 2;

  private static final double RATE = 0.03;
  private static final double OF_SLOPES = 0.9;
  private static final double OF_SQUARES = 0.99;
  private static final double LEAST_SIZE = 1e-3;

  /** One of the functions that are added up. */
  interface Part {
    /**
     * Adds its gradient at a point.
     *
     * @param part which of the functions
     * @param pass over all of them, from 0
     */
    void addGradient(int part, int pass, double[] point, double[] gradient);
  }

  private Adam() {}

  /**
   * @param parts functions to add up
   * @param penalty half of it times the square of each variable is added
   * @param variables of the point, which begins at zero
   * @return the point reached
   */
  static double[] minimise(Part part, int parts, int passes, double penalty, int variables) {
    double[] point = new double[variables];
    double[] slopes = new double[variables];
    double[] squares = new double[variables];
    double[][] gradients = new double[LANES][variables];
    int batches = (parts + BATCH - 1) / BATCH;
    double share = penalty / Math.max(1, batches);
    double slopesLeft = 1;
    double squaresLeft = 1;
    for (int step = 0; step < batches * passes; step++) {
      int pass = step / batches;
      int from = step % batches * BATCH;
      int to = Math.min(parts, from + BATCH);
      IntStream.range(0, LANES)
          .parallel()
          .forEach(
              lane -> {
                Arrays.fill(gradients[lane], 0);
                for (int k = from + lane; k < to; k += LANES) {
                  part.addGradient(mixed(k, parts), pass, point, gradients[lane]);
                }
              });
      double rate = RATE * (1 - (double) step / (batches * passes));
      slopesLeft *= OF_SLOPES;
      squaresLeft *= OF_SQUARES;
      for (int i = 0; i < variables; i++) {
        double slope = gradients[0][i] + gradients[1][i] + share * point[i];
        slopes[i] = OF_SLOPES * slopes[i] + (1 - OF_SLOPES) * slope;
        squares[i] = OF_SQUARES * squares[i] + (1 - OF_SQUARES) * slope * slope;
        double size = Math.sqrt(squares[i] / (1 - squaresLeft)) + LEAST_SIZE;
        point[i] -= rate * slopes[i] / (1 - slopesLeft) / size;
      }
    }
    return point;
  }

  /** Place of the k-th function in an order in which neighbours are far apart. */
  private static int mixed(int k, int parts) {
    long step = Math.max(1, Math.round(parts * 0.6180339887498949));
    while (greatestShared(step, parts) > 1) {
      step++;
    }
    return (int) (k * step % parts);
  }

  private static long greatestShared(long a, long b) {
    return b == 0 ? a : greatestShared(b, a % b);
  }
}
