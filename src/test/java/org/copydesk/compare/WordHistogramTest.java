package org.copydesk.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WordHistogramTest {
  private static long median(long... lengths) {
    WordHistogram histogram = new WordHistogram();
    for (long length : lengths) {
      histogram.add(length);
    }
    return histogram.median();
  }

  @Test
  void shortLengthsAreExact() {
    assertEquals(0, median());
    assertEquals(7, median(7));
    assertEquals(2, median(1, 2, 3));
    assertEquals(2, median(1, 2, 3, 4));
    assertEquals(63, median(63, 63, 5000));
  }

  @Test
  void longOnesAreATwentyEighthTooShortAtMost() {
    Random random = new Random(22);
    for (int i = 0; i < 2000; i++) {
      long length = 64 + random.nextInt(1 << 3 + random.nextInt(26));
      long told = median(length);
      assertTrue(told <= length && told > length - length / 32.0 - 1, length + " as " + told);
    }
  }

  @Test
  void orderDoesNotMatterAndNoLengthIsTooLarge() {
    long[] lengths = LongStream.range(0, 999).map(i -> i * i).toArray();
    long[] backwards = LongStream.range(0, 999).map(i -> (998 - i) * (998 - i)).toArray();
    assertEquals(median(lengths), median(backwards));
    assertTrue(median(Long.MAX_VALUE) > 2_000_000_000);
    assertEquals(0, median(-5));
  }
}
