package org.copydesk.dedup;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The kept articles of a component, found by the shingles they share with another.
 *
 * <p>Each stands under its {@link #SKETCH} smallest shingle hashes (a bottom-k sketch: two texts of
 * Jaccard J share about J of them). Few articles under a hash weigh more than many, so that what a
 * template shares does not hide what a copy shares; a hash takes at most {@link #MOST_UNDER_ONE}.
 */
final class SurvivorIndex {
  /** Most articles given for one question. */
  static final int MOST_COMPARED = 16;

  private static final int SKETCH = 32;
  private static final int MOST_UNDER_ONE = 64;

  /**
   * Bytes an article takes beside its shingles: postings, arrays, headline and opening as printed
   * and as read.
   */
  private static final int OVERHEAD = 24 << 10;

  private final List<Fingerprint> articles = new ArrayList<>();
  private final Int2IntOpenHashMap firsts = new Int2IntOpenHashMap();
  private int[] posted = new int[64];
  private int[] nexts = new int[64];
  private int postings = 1; // 0 ends a list
  private int[] weights = new int[16];
  private long room;
  private long hidden;

  SurvivorIndex(long mostBytes) {
    room = mostBytes;
  }

  /** Bytes of heap that an article takes here. */
  static long bytes(Fingerprint article) {
    return 4L * article.shingles().size() + OVERHEAD;
  }

  /** Remembers an article; false where there is no room left. */
  boolean add(Fingerprint article) {
    long bytes = bytes(article);
    if (bytes > room) {
      return false;
    }
    room -= bytes;
    int at = articles.size();
    articles.add(article);
    if (at == weights.length) {
      weights = Arrays.copyOf(weights, at * 2);
    }
    int[] hashes = article.shingles().hashes();
    boolean isPosted = hashes.length == 0;
    for (int i = 0; i < Math.min(SKETCH, hashes.length); i++) {
      isPosted |= post(hashes[i], at);
    }
    hidden += isPosted ? 0 : 1;
    return true;
  }

  /** Articles that stand under none of their hashes, since others filled them. */
  long hidden() {
    return hidden;
  }

  private boolean post(int hash, int article) {
    int first = firsts.get(hash);
    if (length(first) >= MOST_UNDER_ONE) {
      return false;
    }
    if (postings == posted.length) {
      posted = Arrays.copyOf(posted, postings * 2);
      nexts = Arrays.copyOf(nexts, postings * 2);
    }
    posted[postings] = article;
    nexts[postings] = first;
    firsts.put(hash, postings++);
    return true;
  }

  private int length(int first) {
    int n = 0;
    for (int i = first; i != 0; i = nexts[i]) {
      n++;
    }
    return n;
  }

  /** The articles most likely to match, best first; all of them while they are few. */
  List<Fingerprint> nearest(Fingerprint article) {
    if (articles.size() <= MOST_COMPARED) {
      return articles;
    }
    int[] hashes = article.shingles().hashes();
    int[] touched = new int[SKETCH * MOST_UNDER_ONE];
    int n = 0;
    for (int i = 0; i < Math.min(SKETCH, hashes.length); i++) {
      int first = firsts.get(hashes[i]);
      int weight = 1 + MOST_UNDER_ONE / (1 + length(first));
      for (int j = first; j != 0; j = nexts[j]) {
        if (weights[posted[j]] == 0) {
          touched[n++] = posted[j];
        }
        weights[posted[j]] += weight;
      }
    }
    List<Fingerprint> nearest = new ArrayList<>(MOST_COMPARED);
    while (nearest.size() < MOST_COMPARED) {
      int best = -1;
      for (int i = 0; i < n; i++) {
        int each = touched[i];
        boolean isBetter =
            weights[each] > 0
                && (best < 0
                    || weights[each] > weights[best]
                    || (weights[each] == weights[best] && each < best));
        best = isBetter ? each : best;
      }
      if (best < 0) {
        break;
      }
      weights[best] = 0;
      nearest.add(articles.get(best));
    }
    for (int i = 0; i < n; i++) {
      weights[touched[i]] = 0;
    }
    return nearest;
  }
}
