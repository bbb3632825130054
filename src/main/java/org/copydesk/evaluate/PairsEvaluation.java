package org.copydesk.evaluate;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.copydesk.dedup.ArticleFingerprinter;
import org.copydesk.dedup.Fingerprint;
import org.copydesk.dedup.NearDuplicatePolicy;
import org.copydesk.dedup.NearDuplicatePolicy.Verdict;

/**
 * What the rules for copies say of labelled pairs, each pair by itself: joined where they share a
 * key and the policy calls them one.
 */
public final class PairsEvaluation {
  private static final double LEAST_JACCARD = .7;

  private final NearDuplicatePolicy policy;
  private final ArticleFingerprinter fingerprinter = new ArticleFingerprinter();
  private final Map<String, int[]> counts = new TreeMap<>();
  private final StringBuilder wrong = new StringBuilder();

  public PairsEvaluation(NearDuplicatePolicy policy) {
    this.policy = policy;
  }

  /** What was said of one pair. */
  public record Answer(
      Verdict verdict, boolean sharesKey, double jaccard, double containment, String what) {}

  /** Decides one pair. */
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
    var overlap = a.shingles().with(b.shingles());
    return new Answer(
        policy.compare(a, b),
        sharesKey,
        overlap.jaccard(),
        overlap.containment(),
        NearDuplicatePolicy.difference(a, b));
  }

  /** Decides and counts one pair. */
  public void accept(LabelledPair pair) {
    Answer answer = answer(pair);
    boolean isJoined = answer.sharesKey() && answer.verdict().isCopy();
    String kind = answer.verdict().kind().stored();
    String said = answer.sharesKey() || kind.equals("none") ? kind : "no shared key";
    boolean isHigh = answer.jaccard() >= LEAST_JACCARD;
    count("label " + pair.label() + (isHigh ? " from J .7" : " below J .7"), isJoined, said);
    if (!pair.kind().isEmpty()) {
      count("kind " + pair.label() + " " + pair.kind(), isJoined, said);
    }
    if (!pair.language().isEmpty()) {
      count("language " + pair.label() + " " + pair.language(), isJoined, said);
    }
    boolean shouldJoin = Set.of("same", "version", "restyling").contains(pair.label());
    boolean mayJoin = shouldJoin || pair.label().equals("excerpt");
    boolean isRight =
        isJoined ? mayJoin : !shouldJoin || (!isHigh && !pair.label().equals("version"));
    if (pair.label().equals("version")) {
      isRight &= said.equals("version");
    }
    if (pair.label().equals("excerpt")) {
      isRight &= said.equals("excerpt");
    }
    if (!isRight) {
      wrong.append(
          String.format(
              Locale.ROOT,
              "%s J %.3f C %.3f said %s (%s: %s): %s | %s | %s%n",
              pair.label(),
              answer.jaccard(),
              answer.containment(),
              said,
              answer.verdict().rule(),
              answer.what(),
              pair.a().id().isEmpty() ? pair.name() : pair.a().id(),
              pair.b().id(),
              pair.why().isEmpty() ? pair.kind() + " " + pair.language() : pair.why()));
    }
  }

  private final Map<String, Map<String, Integer>> said = new TreeMap<>();

  private void count(String group, boolean isJoined, String kind) {
    int[] of = counts.computeIfAbsent(group, g -> new int[2]);
    of[0]++;
    of[1] += isJoined ? 1 : 0;
    said.computeIfAbsent(group, g -> new TreeMap<>()).merge(kind, 1, Integer::sum);
  }

  /** For a terminal: a line a group. */
  public String text() {
    StringBuilder out = new StringBuilder();
    counts.forEach(
        (group, of) ->
            out.append(
                String.format(
                    Locale.ROOT,
                    "%-48s %4d of %4d together (%.3f)  %s%n",
                    group,
                    of[1],
                    of[0],
                    (double) of[1] / of[0],
                    said.get(group))));
    return out.toString();
  }

  /** The pairs that were answered otherwise than labelled, a line each. */
  public String wrong() {
    return wrong.toString();
  }

  /** For trying out: files of pairs with texts. */
  public static void main(String[] files) throws Exception {
    for (String file : files) {
      PairsEvaluation evaluation = new PairsEvaluation(NearDuplicatePolicy.DEFAULT);
      for (LabelledPair pair :
          LabelledPair.read(java.nio.file.Path.of(file), java.util.List.of())) {
        evaluation.accept(pair);
      }
      System.out.println(file + "\n" + evaluation.text());
      if (!file.contains("B.jsonl")) {
        System.out.println(evaluation.wrong());
      }
    }
  }
}
