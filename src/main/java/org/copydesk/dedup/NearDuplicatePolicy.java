package org.copydesk.dedup;

import java.io.Serializable;
import java.util.Locale;
import java.util.function.Predicate;
import org.copydesk.dedup.opening.CopyRule;
import org.copydesk.dedup.opening.Opening;
import org.copydesk.dedup.opening.OpeningDifference;
import org.copydesk.dedup.opening.OpeningSide;
import org.copydesk.dedup.opening.WordMeanings;

/**
 * What one article is to another. A copy shares its shingles (Jaccard of 5-word shingles, or
 * containment of the shorter one) and says the same in headline and opening; what may not differ
 * there are quantities, dates, negations, names and the subject ({@link OpeningDifference}).
 *
 * <p>"3 killed" and "30 killed", "guilty" and "not guilty", two obituaries out of one template are
 * two stories; "5 March" and "March 5" is one. A later state ({@link LaterState}) is a {@link
 * Kind#VERSION}; a story that a digest holds among others is an {@link Kind#EXCERPT}. Symmetric.
 *
 * @param jaccard least Jaccard, 0 to 1
 * @param containment least share of the shorter one's shingles, 0 to 1
 */
public record NearDuplicatePolicy(double jaccard, double containment) implements Serializable {
  /** Version of the rules, for manifests. */
  public static final int VERSION = 9;

  /** The settings' defaults. */
  public static final NearDuplicatePolicy DEFAULT = new NearDuplicatePolicy(.7, .9);

  /**
   * Under so many words a body ("Log in to read on.") says too little by itself: where both have
   * headlines, half of the shorter one's words must be in the other.
   */
  private static final int TITLE_GUARD_WORDS = 30;

  /** Containment of fewer shingles than this would be chance. */
  private static final int LEAST_CONTAINED = 20;

  /** Least Jaccard and containment of a version: much may be new, so the rest is asked for more. */
  private static final double VERSION_JACCARD = .45;

  private static final double VERSION_CONTAINMENT = .75;

  private static final double VERSION_TITLE = .8;

  /** Least share of an excerpt's shingles that the other one has. */
  private static final double EXCERPT_CONTAINMENT = .55;

  /** A longer one is no excerpt but the other with little added, unless that one is a digest. */
  private static final double MOST_EXCERPT = .85;

  private static final long DAY = 24 * 60 * 60;

  /** Longer apart, a story under another headline is a new step of its matter. */
  private static final long MOST_APART = 30 * DAY;

  private static final long VERSION_APART = 7 * DAY;

  /** Longer apart, texts must share more, whatever their headlines: a bill brought in again. */
  private static final long LONG_APART = 90 * DAY;

  private static final double LONG_APART_JACCARD = .8;

  /** So alike, days do not matter: it is the text itself, published again. */
  private static final double SAME_TEXT = .9;

  /** Headlines that share so many of their words, without numbers, are one. */
  private static final double SAME_TITLE = .9;

  /** Twice on one side and three times on the other, at least. */
  private static final int TEMPLATE_NAMES = 5;

  /** So alike, names that only one has again and again are slips of a scan. */
  private static final double TEMPLATE = .97;

  /** Headlines that share fewer of their words are of other stories. */
  private static final double OTHER_TITLE = .6;

  public NearDuplicatePolicy {
    if (!(jaccard > 0 && jaccard <= 1 && containment > 0 && containment <= 1)) {
      throw new IllegalArgumentException("thresholds are above 0 and at most 1");
    }
  }

  /** What one article is to another. */
  public enum Kind {
    NONE,
    NEAR,
    VERSION,
    /** Part of the other, which is about more: no copy, both stay. */
    EXCERPT;

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
   * @param rule what decided
   */
  public record Verdict(
      Kind kind, Measure measure, double similarity, double threshold, CopyRule rule) {
    static Verdict none(double similarity, CopyRule rule) {
      return new Verdict(Kind.NONE, null, similarity, 0, rule);
    }

    /** Whether the two tell different things in the same words. */
    boolean contradicts() {
      return switch (rule) {
        case QUANTITY, NEGATION, OPPOSITE, NAME, SUBJECT, SWAPPED -> true;
        default -> false;
      };
    }

    /** Whether one is the other or a state of it; an excerpt is not. */
    public boolean isCopy() {
      return kind == Kind.NEAR || kind == Kind.VERSION;
    }
  }

  /** Compares two articles. */
  public Verdict compare(Fingerprint one, Fingerprint other) {
    return compare(one, other, one.shingles().with(other.shingles()));
  }

  /** Whether two texts share enough to be more to each other than nothing, whatever they say. */
  boolean mayBeMore(ShingleSet.Overlap overlap) {
    return overlap.jaccard() >= Math.min(jaccard, VERSION_JACCARD)
        || contained(overlap) >= Math.min(EXCERPT_CONTAINMENT, containment);
  }

  /** Whether one of two texts may be part of the other and no copy of it. */
  boolean mayBePart(ShingleSet.Overlap overlap) {
    double contained = contained(overlap);
    return contained >= containment
        || (overlap.jaccard() < jaccard && contained >= EXCERPT_CONTAINMENT);
  }

  private static double contained(ShingleSet.Overlap overlap) {
    boolean isChance = Math.min(overlap.first(), overlap.second()) < LEAST_CONTAINED;
    return isChance ? 0 : overlap.containment();
  }

  /**
   * The same.
   *
   * @param overlap of their shingles, in either order
   */
  Verdict compare(Fingerprint one, Fingerprint other, ShingleSet.Overlap overlap) {
    double similarity = overlap.jaccard();
    if (!mayBeMore(overlap)) {
      return Verdict.none(similarity, CopyRule.SHINGLES);
    }
    // In an order of their own, so that the answer does not depend on which is asked first.
    boolean isInOrder = one.id().compareTo(other.id()) <= 0;
    return inOrder(
        isInOrder ? one : other, isInOrder ? other : one, isInOrder ? overlap : overlap.turned());
  }

  private Verdict inOrder(Fingerprint a, Fingerprint b, ShingleSet.Overlap overlap) {
    double similarity = overlap.jaccard();
    double contained = contained(overlap);
    boolean isAlike = similarity >= jaccard;
    boolean isContained = contained >= containment;
    double excerpt = Math.min(EXCERPT_CONTAINMENT, containment);
    // What needs no reading of words comes first: most pairs of one template end here.
    boolean isPart = contained >= containment || (!isAlike && contained >= excerpt);
    boolean isOfDigest = isPart && isOfDigest(a, b, overlap);
    boolean mayBePart = isOfDigest || (isPart && isMuchLonger(overlap));
    boolean mayBeVersion =
        Math.abs(a.seconds() - b.seconds()) <= VERSION_APART
            && (similarity >= VERSION_JACCARD || contained >= VERSION_CONTAINMENT)
            && LaterState.hasGrown(a, b);
    if (!isAlike && !isContained && !mayBePart && !mayBeVersion) {
      return Verdict.none(similarity, CopyRule.SHINGLES);
    }
    double titles = titles(a, b);
    if (isOfDigest || (mayBePart && isExcerpt(a, b, titles))) {
      return new Verdict(Kind.EXCERPT, Measure.CONTAINMENT, contained, excerpt, CopyRule.PART);
    }
    mayBeVersion &= titles >= VERSION_TITLE;
    if (!isAlike && !isContained && !mayBeVersion) {
      return Verdict.none(similarity, CopyRule.SHINGLES);
    }
    CopyRule rule = difference(a, b, similarity, titles, !isAlike && !isContained);
    boolean hasGrown = !isAlike && !isContained && rule == CopyRule.TEMPLATE;
    if (rule != null && !hasGrown) {
      boolean isMatter =
          isContained
              && (rule == CopyRule.DAYS || rule == CopyRule.TEMPLATE)
              && isMuchLonger(overlap);
      return isMatter
          ? new Verdict(Kind.EXCERPT, Measure.CONTAINMENT, contained, excerpt, CopyRule.PART)
          : Verdict.none(similarity, rule);
    }
    Kind kind = (!isAlike && !isContained) || LaterState.is(a, b) ? Kind.VERSION : Kind.NEAR;
    CopyRule why = kind == Kind.VERSION ? CopyRule.LATER : CopyRule.ALIKE;
    if (isAlike || (!isContained && similarity >= VERSION_JACCARD)) {
      return new Verdict(
          kind, Measure.JACCARD, similarity, isAlike ? jaccard : VERSION_JACCARD, why);
    }
    return new Verdict(
        kind, Measure.CONTAINMENT, contained, isContained ? containment : VERSION_CONTAINMENT, why);
  }

  private static boolean isMuchLonger(ShingleSet.Overlap overlap) {
    return Math.min(overlap.first(), overlap.second())
        <= MOST_EXCERPT * Math.max(overlap.first(), overlap.second());
  }

  /** The rule by which two texts with the same shingles are not one; null where none says so. */
  private static CopyRule difference(
      Fingerprint a, Fingerprint b, double similarity, double titles, boolean isLoose) {
    int shorter = Math.min(a.words(), b.words());
    boolean areTitlesOne = a.title().equals(b.title());
    boolean haveTitles =
        !areTitlesOne && !a.titleWords().tokens.isEmpty() && !b.titleWords().tokens.isEmpty();
    if (shorter < TITLE_GUARD_WORDS && haveTitles && titles < .5) {
      return CopyRule.HEADLINES;
    }
    if (haveTitles && NoticeCaptures.areCaptures(a, b, similarity)) {
      return CopyRule.CAPTURE;
    }
    // What is printed alike needs no reading.
    boolean isAlike = areTitlesOne && a.opening().equals(b.opening());
    CopyRule rule =
        isAlike
            ? null
            : new OpeningDifference(a.side(), b.side(), similarity, isLoose)
                .rule(a.openingTokens(), b.openingTokens());
    if (rule != null) {
      return rule;
    }
    int one = namesOther(a, b);
    int two = namesOther(b, a);
    if (similarity < TEMPLATE && Math.min(one, two) > 0 && one + two >= TEMPLATE_NAMES) {
      return CopyRule.TEMPLATE;
    }
    if (a.seconds() == Fingerprint.UNDATED || b.seconds() == Fingerprint.UNDATED) {
      return null;
    }
    long apart = Math.abs(a.seconds() - b.seconds());
    boolean isNewStep = apart > MOST_APART && similarity < SAME_TEXT && titles < SAME_TITLE;
    return isNewStep || (apart > LONG_APART && similarity < LONG_APART_JACCARD)
        ? CopyRule.DAYS
        : null;
  }

  /** The words at which headline or opening say otherwise; "" where they do not. */
  public static String difference(Fingerprint one, Fingerprint other) {
    boolean isInOrder = one.id().compareTo(other.id()) <= 0;
    Fingerprint a = isInOrder ? one : other;
    Fingerprint b = isInOrder ? other : one;
    double similarity = a.shingles().with(b.shingles()).jaccard();
    String what = difference(a, b, similarity, false);
    return what.isEmpty() ? difference(a, b, similarity, true) : what;
  }

  private static String difference(
      Fingerprint a, Fingerprint b, double similarity, boolean isLoose) {
    OpeningDifference difference = new OpeningDifference(a.side(), b.side(), similarity, isLoose);
    difference.rule(a.openingTokens(), b.openingTokens());
    return difference.what();
  }

  /** Quantities, dates and times of headline and opening, as they are compared. */
  public static String values(Fingerprint article) {
    StringBuilder values = new StringBuilder();
    for (Opening each : new Opening[] {article.readTitle(), article.readOpening()}) {
      for (Opening.Token token : each.tokens) {
        if (!token.isWord()) {
          values.append(values.isEmpty() ? "" : ", ").append(token.form());
        }
      }
    }
    return values.isEmpty() ? "no quantity" : values.toString();
  }

  /** How often a text names somebody whom the other lacks: 0, 2 or 3 for three times and more. */
  private static int namesOther(Fingerprint a, Fingerprint b) {
    int most = 0;
    for (int name : a.namesTwice()) {
      if (!b.hasName(name & ~TextNames.THRICE)) {
        most = Math.max(most, (name & TextNames.THRICE) != 0 ? 3 : 2);
      }
    }
    return most;
  }

  /** Share of the shorter headline's words, without numbers, that the other has; 1 without one. */
  private static double titles(Fingerprint a, Fingerprint b) {
    return a.title().equals(b.title())
        ? 1
        : share(a.titleWords(), b.titleWords(), Opening.Token::isWord);
  }

  private static double share(Opening a, Opening b, Predicate<Opening.Token> counts) {
    int n = 0;
    int m = 0;
    int shared = 0;
    for (Opening.Token token : a.tokens) {
      if (counts.test(token)) {
        n++;
        shared += hasAlike(b, token.form()) ? 1 : 0;
      }
    }
    int back = 0;
    for (Opening.Token token : b.tokens) {
      if (counts.test(token)) {
        m++;
        back += hasAlike(a, token.form()) ? 1 : 0;
      }
    }
    if (n == 0 || m == 0) {
      return 1;
    }
    return n <= m ? (double) shared / n : (double) back / m;
  }

  private static boolean hasAlike(Opening opening, String form) {
    return opening.count(form) > 0 || OpeningSide.alike(form, opening) > 0;
  }

  /** Whether the longer one is about more than the shorter one, not the same told at length. */
  private static boolean isExcerpt(Fingerprint a, Fingerprint b, double titles) {
    return !a.title().equals(b.title())
        && !beginAlike(a.titleWords(), b.titleWords())
        && (titles < OTHER_TITLE || tellingTitles(a, b) < OTHER_TITLE);
  }

  /**
   * Share of the headlines' words that say something by themselves: "How Elmton lives with floods"
   * and "How Oakham lives with the price of bread" have all others in common.
   */
  private static double tellingTitles(Fingerprint a, Fingerprint b) {
    if (a.title().equals(b.title())) {
      return 1;
    }
    String one = a.language();
    String other = b.language();
    return share(
        a.readTitle(),
        b.readTitle(),
        token -> OpeningSide.isContent(token, one) && OpeningSide.isContent(token, other));
  }

  /** Whether the longer one is called a digest, the shorter is not, and something is beside it. */
  private static boolean isOfDigest(Fingerprint a, Fingerprint b, ShingleSet.Overlap overlap) {
    Fingerprint longer = overlap.first() > overlap.second() ? a : b;
    Fingerprint shorter = longer == a ? b : a;
    return Math.abs(overlap.first() - overlap.second()) >= LEAST_CONTAINED
        && !a.title().equals(b.title())
        && isDigest(longer.titleWords())
        && !isDigest(shorter.titleWords());
  }

  private static boolean isDigest(Opening title) {
    return title.tokens.stream().anyMatch(token -> WordMeanings.SHIPPED.digests.has(token.form()));
  }

  /** "Storm Petra: what we know", "Storm Petra: two bridges closed" are states of one page. */
  private static boolean beginAlike(Opening a, Opening b) {
    return a.tokens.size() > 2
        && b.tokens.size() > 2
        && a.tokens.get(0).form().equals(b.tokens.get(0).form())
        && a.tokens.get(1).form().equals(b.tokens.get(1).form());
  }
}
