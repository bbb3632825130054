package org.copydesk.dedup;

import java.util.ArrayList;
import java.util.List;
import org.copydesk.dedup.NearDuplicatePolicy.Kind;
import org.copydesk.dedup.NearDuplicatePolicy.Verdict;
import org.copydesk.text.ContentHash;

/**
 * Components in, clusters out: each article is a copy of a kept one that it matches itself, or is
 * kept. A chain a~b~c whose ends do not match ends as two clusters, not as one.
 *
 * <p>Takes each component's articles sorted by {@link SurvivorOrder}, in one pass: the first is
 * kept; each next one is held against the kept ones that share most of its rarest shingles ({@link
 * SurvivorIndex}), and is a copy of the one it is most like, or is kept. At most {@link
 * SurvivorIndex#MOST_COMPARED} comparisons an article, so work is linear in a component; the index
 * holds at most the bytes given, and what is kept beyond them is compared but not remembered, and
 * counted.
 */
public final class StarClusters {
  private final NearDuplicatePolicy policy;
  private final long mostBytes;
  private ContentHash component;
  private SurvivorIndex survivors;
  private long compared;
  private long hidden;
  private long forgotten;

  /**
   * Clusters by a policy.
   *
   * @param mostBytes of heap for the kept articles of one component, for example 48 MB: some 16,700
   *     articles of 500 words
   */
  public StarClusters(NearDuplicatePolicy policy, long mostBytes) {
    this.policy = policy;
    this.mostBytes = mostBytes;
  }

  /** The next article of the stream sorted by (component, survivor order), each id once. */
  public CopyDecision accept(ContentHash componentId, Fingerprint article) {
    if (!componentId.equals(component)) {
      hidden = hidden();
      component = componentId;
      survivors = new SurvivorIndex(mostBytes);
    }
    compared++;
    Fingerprint kept = null;
    Verdict best = Verdict.none(0, NearDuplicatePolicy.Rule.SHINGLES);
    for (Fingerprint survivor : survivors.nearest(article)) {
      Verdict verdict = policy.compare(article, survivor);
      if (isBetter(verdict, best)) {
        best = verdict;
        kept = survivor;
      }
    }
    if (kept != null) {
      return new CopyDecision(article.id(), kept.id(), best);
    }
    if (!survivors.add(article)) {
      forgotten++;
    }
    return new CopyDecision(article.id(), article.id(), best);
  }

  /** Articles taken. */
  public long compared() {
    return compared;
  }

  /** Kept articles that later ones were not compared with, for want of room. */
  public long forgotten() {
    return forgotten;
  }

  /**
   * Kept articles that later ones of a large component do not find: every shingle they are looked
   * up by is that of many others.
   */
  public long hidden() {
    return hidden + (survivors == null ? 0 : survivors.hidden());
  }

  /** A copy before a version, then the more alike; of equals the first stays. */
  private static boolean isBetter(Verdict verdict, Verdict best) {
    if (!verdict.isCopy()) {
      return false;
    }
    if (verdict.kind() != best.kind()) {
      return best.kind() != Kind.NEAR;
    }
    return verdict.similarity() > best.similarity();
  }

  /** A whole component at once, for small ones and tests. */
  public List<CopyDecision> decide(ContentHash componentId, List<Fingerprint> sorted) {
    List<CopyDecision> decisions = new ArrayList<>(sorted.size());
    for (Fingerprint article : sorted) {
      decisions.add(accept(componentId, article));
    }
    return decisions;
  }
}
