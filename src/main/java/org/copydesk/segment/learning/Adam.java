package org.copydesk.segment.learning;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes a sum of many smooth functions small, a batch of them at a time: Adam (Kingma and Ba, 2015)
 * with a rate that falls to zero in a straight line, and a quadratic penalty. Functions are taken
 * in an order that is mixed but always the same, and sums in one order: the same functions give the
 * same point everywhere. Some ten passes go as far as a hundred over all of them at once.
 */
public final class Adam {
  private static final int BATCH = 8;

  /** Parts of a batch that are added up side by side. */
  private static final int LANES = 2;

  private static final float OF_SLOPES = 0.9f;
  private static final float OF_SQUARES = 0.99f;
  private static final float LEAST_SIZE = 1e-3f;

  /** One of the functions that are added up. */
  public interface Part {
    /**
     * Adds its gradient at a point.
     *
     * @param part which of the functions
     * @param pass over all of them, from 0
     */
    void addGradient(int part, int pass, float[] point, float[] gradient);
  }

  /**
   * Variables that follow each other in the point and move alike.
   *
   * @param count how many
   * @param rate at the beginning
   * @param penalty half of it times the square of each is added
   */
  public record Group(int count, double rate, double penalty) {}

  private Adam() {}

  /** Steps of a pass over so many functions. */
  public static int batches(int parts) {
    return (parts + BATCH - 1) / BATCH;
  }

  /**
   * @param parts functions to add up
   * @param groups of the point's variables, in their order
   * @param point where to begin; it is moved
   */
  public static void minimise(Part part, int parts, int passes, List<Group> groups, float[] point) {
    int variables = point.length;
    float[] slopes = new float[variables];
    float[] squares = new float[variables];
    float[][] gradients = new float[LANES][variables];
    int batches = batches(parts);
    float slopesLeft = 1;
    float squaresLeft = 1;
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
      slopesLeft *= OF_SLOPES;
      squaresLeft *= OF_SQUARES;
      float ofSlopes = 1 / (1 - slopesLeft);
      float ofSquares = 1 / (1 - squaresLeft);
      double left = 1 - (double) step / (batches * passes);
      int first = 0;
      for (Group group : groups) {
        float rate = (float) (group.rate() * left) * ofSlopes;
        float penalty = (float) (group.penalty() / batches);
        int last = first + group.count();
        float[] a = gradients[0];
        float[] b = gradients[1];
        for (int i = first; i < last; i++) {
          float slope = a[i] + b[i] + penalty * point[i];
          slopes[i] = OF_SLOPES * slopes[i] + (1 - OF_SLOPES) * slope;
          squares[i] = OF_SQUARES * squares[i] + (1 - OF_SQUARES) * slope * slope;
          float size = (float) Math.sqrt(squares[i] * ofSquares) + LEAST_SIZE;
          point[i] -= rate * slopes[i] / size;
        }
        first = last;
      }
    }
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
