package org.copydesk.dedup;

import java.util.Arrays;

/**
 * Whether one of two texts of a story is a later state of the other: it came later, is longer and
 * has whole sentences of which the earlier one has nothing, or its headline says so ({@link
 * HeadlineLabel}).
 *
 * <p>A sentence is known by two of its shingles. It is new where the other text has neither: one in
 * which a name, a figure or who said it was changed is not, wherever it stands. Notes of the
 * publisher, contacts and credits count for nothing.
 */
final class LaterState {
  /** Longer apart, it is the text itself, published again. */
  private static final long MOST_APART = 90L * 24 * 60 * 60;

  /** Words that a later state has more than the earlier one: a sentence of some dozen. */
  private static final int LEAST_GROWN = 10;

  private LaterState() {}

  /** Whether the later of two is a later state, by its sentences or by what its headline says. */
  static boolean is(Fingerprint a, Fingerprint b) {
    if (!areOneAfterTheOther(a, b)) {
      return false;
    }
    Fingerprint later = later(a, b);
    Fingerprint earlier = later == a ? b : a;
    return (HeadlineLabel.isOn(later.title()) && !HeadlineLabel.isOn(earlier.title()))
        || hasGrown(a, b);
  }

  /** Whether the later of two has grown by new sentences. */
  static boolean hasGrown(Fingerprint a, Fingerprint b) {
    if (!areOneAfterTheOther(a, b)) {
      return false;
    }
    Fingerprint later = later(a, b);
    Fingerprint earlier = later == a ? b : a;
    if (later.words() < earlier.words() + LEAST_GROWN) {
      return false;
    }
    return hasUnknown(later.sentences(), earlier.shingles());
  }

  private static Fingerprint later(Fingerprint a, Fingerprint b) {
    return a.seconds() < b.seconds() ? b : a;
  }

  private static boolean areOneAfterTheOther(Fingerprint a, Fingerprint b) {
    return a.seconds() != Fingerprint.UNDATED
        && b.seconds() != Fingerprint.UNDATED
        && a.seconds() != b.seconds()
        && Math.abs(a.seconds() - b.seconds()) <= MOST_APART;
  }

  /** Whether a text has nothing of one of the sentences. */
  private static boolean hasUnknown(int[] sentences, ShingleSet other) {
    int[] hashes = other.hashes();
    // Of a text that is cut more is not known.
    int bound = other.isCut() ? hashes[hashes.length - 1] : Integer.MAX_VALUE;
    for (int i = 0; i + 1 < sentences.length; i += 2) {
      int least = sentences[i];
      int most = sentences[i + 1];
      if (least <= bound
          && Arrays.binarySearch(hashes, least) < 0
          && (most > bound || Arrays.binarySearch(hashes, most) < 0)) {
        return true;
      }
    }
    return false;
  }
}
