package org.copydesk.dedup;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;

/**
 * Whether one article is a copy of another: Jaccard of 5-word shingles, or containment of the
 * shorter one, at its threshold, and no number that says they are two stories.
 *
 * <p>"3 killed" and "30 killed" in headline, first paragraph or a short text are two stories; so
 * are texts that fill one template with other names in headline and first paragraph. A long story
 * whose numbers differ further down is a {@link Kind#VERSION} of the other. Symmetric.
 *
 * @param jaccard least Jaccard, 0 to 1
 * @param containment least share of the shorter one's shingles, 0 to 1
 */
public record NearDuplicatePolicy(double jaccard, double containment) implements Serializable {
  /** Version of the rules, for manifests. */
  public static final int VERSION = 1;

  /** The settings' defaults. */
  public static final NearDuplicatePolicy DEFAULT = new NearDuplicatePolicy(.7, .9);

  /** Under so many words every number counts. */
  private static final int SHORT_WORDS = 100;

  /**
   * Under so many words a body ("Log in to read on.") says too little by itself: where both have
   * headlines, half of the shorter one's words must be in the other.
   */
  private static final int TITLE_GUARD_WORDS = 30;

  /** Containment of fewer shingles than this would be chance. */
  private static final int LEAST_CONTAINED = 20;

  /** First paragraphs whose lengths differ by no more are one paragraph, edited. */
  private static final int SAME_LEDE_WORDS = 2;

  public NearDuplicatePolicy {
    if (!(jaccard > 0 && jaccard <= 1 && containment > 0 && containment <= 1)) {
      throw new IllegalArgumentException("thresholds are above 0 and at most 1");
    }
  }

  /** What one article is to another. */
  public enum Kind {
    NONE,
    NEAR,
    VERSION;

    private final String stored = name().toLowerCase(Locale.ROOT);

    /** The name in {@code copies.kind}. */
    public String stored() {
      return stored;
    }
  }

  /** The figure that decided. */
  public enum Measure {
    JACCARD,
    CONTAINMENT;

    private final String stored = name().toLowerCase(Locale.ROOT);

    /** The name in {@code measure}. */
    public String stored() {
      return stored;
    }
  }

  /**
   * The answer.
   *
   * @param measure null for {@link Kind#NONE}
   * @param similarity the figure, at least {@code threshold}; for NONE the Jaccard
   * @param threshold what it was held against; 0 for NONE
   */
  public record Verdict(Kind kind, Measure measure, double similarity, double threshold) {
    public boolean isCopy() {
      return kind != Kind.NONE;
    }
  }

  /** Compares two articles. */
  public Verdict compare(Fingerprint a, Fingerprint b) {
    if (!canReach(a.shingles().size(), b.shingles().size())) {
      return new Verdict(Kind.NONE, null, 0, 0);
    }
    ShingleSet.Overlap overlap = a.shingles().with(b.shingles());
    double similarity = overlap.jaccard();
    double contained = overlap.containment();
    Measure measure;
    if (similarity >= jaccard) {
      measure = Measure.JACCARD;
    } else if (contained >= containment
        && Math.min(overlap.first(), overlap.second()) >= LEAST_CONTAINED) {
      measure = Measure.CONTAINMENT;
    } else {
      return new Verdict(Kind.NONE, null, similarity, 0);
    }
    Kind kind = kind(a, b);
    if (kind == Kind.NONE) {
      return new Verdict(kind, null, similarity, 0);
    }
    return measure == Measure.JACCARD
        ? new Verdict(kind, measure, similarity, jaccard)
        : new Verdict(kind, measure, contained, containment);
  }

  private boolean canReach(int n, int m) {
    int shorter = Math.min(n, m);
    return shorter > 0 && (shorter >= LEAST_CONTAINED || shorter >= jaccard * Math.max(n, m));
  }

  private static Kind kind(Fingerprint a, Fingerprint b) {
    if (differ(a.titleNumbers(), b.titleNumbers())
        || differ(a.datelineNumbers(), b.datelineNumbers())
        || weekdaysDiffer(a.weekdays(), b.weekdays())
        || ledesDiffer(a, b)
        || fillOneTemplate(a, b)) {
      return Kind.NONE;
    }
    int shorter = Math.min(a.words(), b.words());
    if (shorter < TITLE_GUARD_WORDS && titlesDiffer(a.titleWords(), b.titleWords())) {
      return Kind.NONE;
    }
    if (shorter < SHORT_WORDS) {
      return shortNumbersAgree(a, b) ? Kind.NEAR : Kind.NONE;
    }
    return isPart(a.numbers(), b.numbers()) || isPart(b.numbers(), a.numbers())
        ? Kind.NEAR
        : Kind.VERSION;
  }

  /** Two headlines or datelines: another outlet may leave the number out, not change it. */
  private static boolean differ(int[] a, int[] b) {
    return a.length > 0 && b.length > 0 && !Arrays.equals(a, b);
  }

  private static boolean weekdaysDiffer(int a, int b) {
    return (a & ~b) != 0 && (b & ~a) != 0;
  }

  private static boolean ledesDiffer(Fingerprint a, Fingerprint b) {
    int n = a.ledeNumbers();
    int m = b.ledeNumbers();
    if (Math.abs(a.ledeWords() - b.ledeWords()) <= SAME_LEDE_WORDS) {
      return !Arrays.equals(a.numbers(), 0, n, b.numbers(), 0, m);
    }
    // Paragraphs are cut elsewhere: each first paragraph's numbers stand in the other's beginning.
    return !isInOrder(a.numbers(), n, b.numbers(), b.headNumbers())
        || !isInOrder(b.numbers(), m, a.numbers(), a.headNumbers());
  }

  /** The same numbers; for an excerpt, those of the other's beginning. */
  private static boolean shortNumbersAgree(Fingerprint a, Fingerprint b) {
    Fingerprint shorter = a.words() <= b.words() ? a : b;
    Fingerprint longer = shorter == a ? b : a;
    int n = shorter.numbers().length;
    boolean isExcerpt = shorter.words() < .8 * longer.words();
    if (!isExcerpt || n > longer.numbers().length) {
      return Arrays.equals(shorter.numbers(), longer.numbers());
    }
    return Arrays.equals(shorter.numbers(), 0, n, longer.numbers(), 0, n);
  }

  private static boolean isInOrder(int[] part, int n, int[] whole, int m) {
    int i = 0;
    for (int j = 0; i < n && j < m; j++) {
      if (part[i] == whole[j]) {
        i++;
      }
    }
    return i == n;
  }

  /** Whether every number of {@code part} is in {@code whole} as often, in any order. */
  private static boolean isPart(int[] part, int[] whole) {
    if (part.length > whole.length) {
      return false;
    }
    int[] a = part.clone();
    int[] b = whole.clone();
    Arrays.sort(a);
    Arrays.sort(b);
    return isInOrder(a, a.length, b, b.length);
  }

  /**
   * Whether two texts tell of different things in the words of one template ("Agreement with Elm
   * County", "Agreement with Fell County"): headlines that share half their words each have a word
   * of their own that stands in their first paragraph and not in the other's. Another headline over
   * the same first paragraph does not.
   */
  private static boolean fillOneTemplate(Fingerprint a, Fingerprint b) {
    boolean areAlike =
        a.titleWords().length > 0
            && b.titleWords().length > 0
            && !titlesDiffer(a.titleWords(), b.titleWords());
    return areAlike && hasOwnSubject(a, b) && hasOwnSubject(b, a);
  }

  private static boolean hasOwnSubject(Fingerprint a, Fingerprint b) {
    for (int word : a.titleWords()) {
      if (Arrays.binarySearch(b.titleWords(), word) < 0
          && LedeSketch.mayHold(a.ledeSketch(), word)
          && !LedeSketch.mayHold(b.ledeSketch(), word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean titlesDiffer(int[] a, int[] b) {
    if (a.length == 0 || b.length == 0) {
      return false;
    }
    int shared = 0;
    for (int word : a) {
      shared += Arrays.binarySearch(b, word) >= 0 ? 1 : 0;
    }
    return 2 * shared < Math.min(a.length, b.length);
  }
}
