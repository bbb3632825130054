package org.copydesk.evaluate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.copydesk.dedup.ArticleFingerprinter;
import org.copydesk.dedup.Fingerprint;
import org.copydesk.dedup.NearDuplicatePolicy;
import org.copydesk.dedup.NearDuplicatePolicy.Verdict;
import org.copydesk.dedup.ShingleSet;
import org.copydesk.dedup.opening.CopyRule;

/**
 * Holds what is said of labelled pairs against their labels: by the rules alone, each pair by
 * itself (joined where the two share a key and the policy calls them one), or by a build that had
 * the documents among others.
 */
public final class PairsEvaluation {
  /** From here on a {@code same} pair should be joined. */
  private static final double LEAST_JACCARD = .7;

  private static final String NONE = NearDuplicatePolicy.Kind.NONE.stored();

  /** Labels of pairs of which a reader needs one. */
  private static final Set<String> ONE = Set.of("same", "version");

  private static final class Counts {
    int pairs;
    int joined;
    final Map<String, Integer> said = new TreeMap<>();
  }

  private final NearDuplicatePolicy policy;
  private final ArticleFingerprinter fingerprinter = new ArticleFingerprinter();
  private final Map<String, Counts> groups = new TreeMap<>();
  private final Map<String, Counts> labels = new HashMap<>();
  private final StringBuilder wrong = new StringBuilder();
  private int apart;
  private int merged;
  private int same;
  private int keptTwice;

  /** Pairs are decided by {@code policy} where no build did. */
  public PairsEvaluation(NearDuplicatePolicy policy) {
    this.policy = policy;
  }

  /**
   * What was said of one pair.
   *
   * @param isJoined whether one of the two is left
   * @param kind none, near, version or excerpt, or that they were never compared
   * @param why the rule and the words that decided; "" where that is not known
   * @param keepsNewer whether the one that is left is the newer one; true where that is not known
   */
  public record Answer(
      boolean isJoined, String kind, double jaccard, String why, boolean keepsNewer) {}

  /** Decides one pair by the rules alone. */
  public Answer answer(LabelledPair pair) {
    Fingerprint a = fingerprinter.fingerprint(pair.a().article());
    Set<Long> keys = new HashSet<>();
    for (long key : fingerprinter.bandKeys()) {
      keys.add(key);
    }
    Fingerprint b = fingerprinter.fingerprint(pair.b().article());
    boolean sharesKey = false;
    for (long key : fingerprinter.bandKeys()) {
      sharesKey |= keys.contains(key);
    }
    Verdict verdict = policy.compare(a, b);
    String kind = verdict.kind().stored();
    ShingleSet.Overlap overlap = a.shingles().with(b.shingles());
    String why =
        String.format(
            Locale.ROOT,
            "C %.3f %s [%s]",
            overlap.containment(),
            verdict.rule(),
            NearDuplicatePolicy.difference(a, b));
    return new Answer(
        sharesKey && verdict.isCopy(),
        said(kind, verdict.rule(), sharesKey),
        overlap.jaccard(),
        why,
        true);
  }

  private static String said(String kind, CopyRule rule, boolean sharesKey) {
    if (kind.equals(NONE)) {
      return kind + " (" + rule + ")";
    }
    return sharesKey ? kind : "no shared key";
  }

  /** Decides and counts one pair. */
  public void accept(LabelledPair pair) {
    accept(pair, answer(pair));
  }

  /** Counts one pair. */
  public void accept(LabelledPair pair, Answer answer) {
    boolean isHigh = answer.jaccard() >= LEAST_JACCARD;
    String band = isHigh ? " from J .7" : " below J .7";
    String half = pair.half() == ' ' ? "" : "half " + pair.half() + " ";
    count(half + pair.label() + band, answer);
    Counts ofLabel = labels.computeIfAbsent(pair.label(), l -> new Counts());
    ofLabel.said.merge(answer.kind(), 1, Integer::sum);
    if (!pair.kind().isEmpty()) {
      count("kind " + pair.label() + " " + pair.kind(), answer);
    }
    if (!pair.language().isEmpty()) {
      count("language " + pair.label() + " " + pair.language(), answer);
    }
    boolean isOne = ONE.contains(pair.label());
    boolean isExcerpt = pair.label().equals("excerpt");
    if (pair.label().equals("same") && isHigh) {
      same++;
      keptTwice += answer.isJoined() ? 0 : 1;
    } else if (!isOne && !isExcerpt) {
      apart++;
      merged += answer.isJoined() ? 1 : 0;
    }
    boolean isRight = isOne == answer.isJoined() || (isOne && !isHigh);
    isRight &=
        !pair.label().equals("version") || (answer.kind().equals("version") && answer.keepsNewer());
    isRight &= !isExcerpt || answer.kind().equals("excerpt");
    if (!isRight && pair.half() != 'B') {
      wrong.append(
          String.format(
              Locale.ROOT,
              "%s J %.3f said %s%s %s: %s %s %s%n",
              pair.label(),
              answer.jaccard(),
              answer.kind(),
              answer.keepsNewer() ? "" : " of the older one",
              answer.why(),
              pair.name().isEmpty() ? pair.a().id() + " " + pair.b().id() : pair.name(),
              pair.kind(),
              pair.why()));
    }
  }

  private void count(String group, Answer answer) {
    Counts counts = groups.computeIfAbsent(group, g -> new Counts());
    counts.pairs++;
    counts.joined += answer.isJoined() ? 1 : 0;
    counts.said.merge(
        answer.kind() + (answer.keepsNewer() ? "" : " of the older one"), 1, Integer::sum);
  }

  /** For a terminal: a line a group, then what counts. */
  public String text() {
    StringBuilder out = new StringBuilder();
    groups.forEach(
        (group, counts) ->
            out.append(
                String.format(
                    Locale.ROOT,
                    "%-44s %4d of %4d together  %.3f  %s%n",
                    group,
                    counts.joined,
                    counts.pairs,
                    (double) counts.joined / counts.pairs,
                    counts.said)));
    out.append(
        String.format(
            Locale.ROOT,
            "other texts merged: %d of %d%nsame texts from J .7 kept twice: %d of %d (%.4f)%n",
            merged,
            apart,
            keptTwice,
            same,
            same == 0 ? 0 : (double) keptTwice / same));
    return out.toString();
  }

  /** Pairs merged that should not be. */
  public int merged() {
    return merged;
  }

  /** Share of the pairs that are one text, of a Jaccard of .7 or more, of which both are kept. */
  public double keptTwice() {
    return same == 0 ? 0 : (double) keptTwice / same;
  }

  /**
   * Of the pairs with a label, how many were said to be of a kind and, but for excerpts, joined.
   *
   * @param kind near, version or excerpt
   */
  public int said(String label, String kind) {
    return labels.getOrDefault(label, new Counts()).said.getOrDefault(kind, 0);
  }

  /** Pairs answered otherwise than labelled, a line each; those of the second half are not told. */
  public String wrong() {
    return wrong.toString();
  }

  /** Pairs decided each by itself. */
  public static PairsEvaluation of(List<LabelledPair> pairs, NearDuplicatePolicy policy) {
    PairsEvaluation evaluation = new PairsEvaluation(policy);
    pairs.forEach(evaluation::accept);
    return evaluation;
  }
}
