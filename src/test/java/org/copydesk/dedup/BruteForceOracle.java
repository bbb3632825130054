package org.copydesk.dedup;

import java.util.ArrayList;
import java.util.List;
import org.copydesk.dedup.NearDuplicatePolicy.Verdict;

/** All pairs, compared exactly: what any shortcut is held against. */
final class BruteForceOracle {
  /** A pair by its places. */
  record Pair(int first, int second, double jaccard, Verdict verdict) {}

  private BruteForceOracle() {}

  /** Every pair that shares a tenth of its shingles, with the policy's verdict. */
  static List<Pair> pairs(List<Fingerprint> articles, NearDuplicatePolicy policy) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < articles.size(); i++) {
      for (int j = i + 1; j < articles.size(); j++) {
        Fingerprint a = articles.get(i);
        Fingerprint b = articles.get(j);
        double jaccard = a.shingles().with(b.shingles()).jaccard();
        if (jaccard > .1) {
          pairs.add(new Pair(i, j, jaccard, policy.compare(a, b)));
        }
      }
    }
    return pairs;
  }
}
