package org.copydesk.dedup.links;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Arrays;
import java.util.Optional;
import org.copydesk.dedup.Banding;
import org.copydesk.dedup.TeaserWords;

/**
 * Whether a teaser announces an article: its snippet stands in the article's first words, in order.
 *
 * <p>Of the snippet's words at least 90 % in the same order (longest common subsequence), at least
 * 70 % of its 3-word runs, and every number. Up to 12 words before its first run that the article
 * has are a caption and do not count, where 12 words follow. An address needs no text; a headline
 * whose text is not there gives {@link LinkMethod#TITLE_ONLY}. A worker, one a thread.
 */
public final class TeaserLinks {
  /** Version of the rule. */
  public static final int VERSION = 1;

  /** Least share of words in order. */
  public static final double THRESHOLD = .9;

  private static final double RUNS = .7;
  private static final int RUN = 3;
  private static final int LEAST_WORDS = 8;
  private static final int LEAST_WORDS_UNDER_TITLE = 3;
  private static final int LEAST_WORDS_BEHIND_CAPTION = 12;

  private final int[][] longest = new int[2][LinkKeys.ARTICLE_WORDS + 1];
  private final LongOpenHashSet runs = new LongOpenHashSet();

  /** The link of a candidate; empty where it is none. */
  public Optional<TeaserLink> verify(LinkHead head, LinkMethod method, LinkProbe probe) {
    int[] words = withoutCaption(probe.words(), head.words());
    boolean isTitle = method == LinkMethod.TITLE;
    int least = isTitle ? LEAST_WORDS_UNDER_TITLE : LEAST_WORDS;
    boolean mayBeThere =
        words.length >= least
            && hasNumbers(words, head.words())
            && runsShared(words, head.words()) >= RUNS;
    // The dearest comes last: most candidates fail before, and where that is all nobody is told.
    boolean isTold = mayBeThere || isTitle || method == LinkMethod.URL;
    double containment = isTold && words.length > 0 ? ordered(words, head.words()) : 0;
    boolean isThere = mayBeThere && containment >= THRESHOLD;
    if (method == LinkMethod.URL || isThere) {
      return Optional.of(link(head, method, probe, containment));
    }
    return isTitle
        ? Optional.of(link(head, LinkMethod.TITLE_ONLY, probe, containment))
        : Optional.empty();
  }

  /** A snippet from its first run of words that the article has, where enough is behind it. */
  private int[] withoutCaption(int[] teaser, int[] article) {
    collectRuns(article, RUN);
    int most = Math.min(TeaserWords.MOST_OFFSET, teaser.length - LEAST_WORDS_BEHIND_CAPTION);
    for (int from = 0; from <= most; from++) {
      if (runs.contains(run(teaser, from, RUN))) {
        return from == 0 ? teaser : Arrays.copyOfRange(teaser, from, teaser.length);
      }
    }
    return teaser;
  }

  private static TeaserLink link(
      LinkHead head, LinkMethod method, LinkProbe probe, double containment) {
    return new TeaserLink(
        probe.teaserId(),
        head.id(),
        method,
        containment,
        head.site() != 0 && probe.isFrom(head.site()),
        head.publishedAt(),
        head.length());
  }

  private double ordered(int[] teaser, int[] article) {
    int[] above = longest[0];
    int[] row = longest[1];
    Arrays.fill(above, 0);
    for (int word : teaser) {
      row[0] = 0;
      for (int j = 0; j < article.length; j++) {
        row[j + 1] = word == article[j] ? above[j] + 1 : Math.max(above[j + 1], row[j]);
      }
      int[] swap = above;
      above = row;
      row = swap;
    }
    return (double) above[article.length] / teaser.length;
  }

  private static boolean hasNumbers(int[] teaser, int[] article) {
    for (int word : teaser) {
      if ((word & 1) != 0 && !holds(article, word)) {
        return false;
      }
    }
    return true;
  }

  private static boolean holds(int[] words, int word) {
    for (int each : words) {
      if (each == word) {
        return true;
      }
    }
    return false;
  }

  private double runsShared(int[] teaser, int[] article) {
    int run = Math.min(RUN, teaser.length);
    collectRuns(article, run);
    int shared = 0;
    int n = teaser.length - run + 1;
    for (int i = 0; i < n; i++) {
      shared += runs.contains(run(teaser, i, run)) ? 1 : 0;
    }
    return (double) shared / n;
  }

  private void collectRuns(int[] words, int length) {
    runs.clear();
    for (int i = 0; i + length <= words.length; i++) {
      runs.add(run(words, i, length));
    }
  }

  private static long run(int[] words, int from, int length) {
    long hash = length;
    for (int i = from; i < from + length; i++) {
      hash = Banding.mix(hash * 31 + words[i]);
    }
    return hash;
  }
}
