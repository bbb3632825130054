package org.copydesk.compare;

import it.unimi.dsi.fastutil.ints.Int2LongMap;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import java.util.Arrays;

/**
 * Counts of articles by length, exact up to 63 words and in steps of a thirty-second of an octave
 * (3 %) above, so that a median takes at most some 700 counters whatever the number of articles.
 */
final class WordHistogram {
  private static final int EXACT = 64;
  private static final int STEPS = 32;

  private final Int2LongMap counts = new Int2LongOpenHashMap();
  private long total;

  void add(long words) {
    int bucket = bucketOf(words);
    counts.put(bucket, counts.get(bucket) + 1);
    total++;
  }

  /** The length half of the articles do not exceed; 0 without articles. */
  long median() {
    int[] buckets = counts.keySet().toIntArray();
    Arrays.sort(buckets);
    long seen = 0;
    for (int bucket : buckets) {
      seen += counts.get(bucket);
      if (seen * 2 >= total) {
        return least(bucket);
      }
    }
    return 0;
  }

  private static int bucketOf(long words) {
    int length = (int) Math.max(0, Math.min(words, Integer.MAX_VALUE));
    if (length < EXACT) {
      return length;
    }
    int octave = 31 - Integer.numberOfLeadingZeros(length);
    int step = length - (1 << octave) >>> octave - 5;
    return EXACT + (octave - 6) * STEPS + step;
  }

  private static long least(int bucket) {
    if (bucket < EXACT) {
      return bucket;
    }
    int octave = (bucket - EXACT) / STEPS + 6;
    return (1L << octave) + ((long) ((bucket - EXACT) % STEPS) << octave - 5);
  }
}
