package org.copydesk.evaluate;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.copydesk.text.ContentHash;
import org.copydesk.text.Normaliser;
import org.copydesk.text.Tokens;

/**
 * Finds texts of a benchmark in articles. Each article is seen twice: {@link #count} learns which
 * runs of words many articles share, or several of one site, which are quotations, proverbs and
 * boilerplate; {@link #hits} tells of what is left. Nothing depends on the order of the articles.
 *
 * <p>Of 114 sources that were flagged elsewhere without the first step, 88 were flagged wrongly
 * (marin, 2026).
 */
public final class Contamination {
  /** Articles that may hold a run; a passage of a benchmark is republished, but not by all. */
  private static final int MOST_ARTICLES = 20;

  /** Articles of one site that may hold a run. */
  private static final int MOST_OF_A_SITE = 4;

  /** Words that may differ between two runs of one passage. */
  private static final int LONGEST_GAP = BenchmarkTexts.WORDS;

  /** Spreads the bits of two hashes that are told together. */
  private static final long SPREAD = 0x9e3779b97f4a7c15L;

  /**
   * A text of the benchmark in an article.
   *
   * @param item the text
   * @param runs of the text that stand in the article, each once
   * @param share of the text's runs that those are, 0 to 1
   * @param passage the longest stretch of the article they stand in, normalised
   */
  public record Hit(BenchmarkTexts.Item item, int runs, double share, String passage) {}

  /**
   * What an article has of the texts.
   *
   * @param site hash of its site; 0 when unknown
   * @param wording the least of its other runs, which near copies have in common with a probability
   *     of their likeness (min-hash, Broder 1997): articles of one wording are counted once
   * @param runs that texts have, each once, ascending
   */
  public record Suspicion(long site, long wording, long[] runs) {}

  private final BenchmarkTexts texts;
  private final LongOpenHashSet wordingsOf = new LongOpenHashSet();
  private final LongOpenHashSet wordingsOfSite = new LongOpenHashSet();
  private final Long2IntOpenHashMap articlesOf = new Long2IntOpenHashMap();
  private final Long2IntOpenHashMap articlesOfSite = new Long2IntOpenHashMap();
  private final LongOpenHashSet common = new LongOpenHashSet();
  private boolean isCounted;

  public Contamination(BenchmarkTexts texts) {
    this.texts = texts;
  }

  /**
   * What an article has of the texts; null where it has nothing.
   *
   * @param site null when unknown
   * @param tokens of its normalised text
   */
  public static Suspicion suspicion(BenchmarkTexts texts, String site, Tokens tokens) {
    if (!texts.isIn(tokens)) {
      return null;
    }
    LongOpenHashSet found = new LongOpenHashSet();
    long least = Long.MAX_VALUE;
    for (long run : BenchmarkTexts.runs(tokens)) {
      if (texts.itemOf(run) != BenchmarkTexts.NONE) {
        found.add(run);
      } else {
        least = Math.min(least, run);
      }
    }
    long[] runs = found.toLongArray();
    Arrays.sort(runs);
    return new Suspicion(site == null ? 0 : ContentHash.of(site).high(), least, runs);
  }

  /**
   * Counts the runs of an article.
   *
   * @param site null when unknown
   * @return whether it has any; {@link #hits} of one that has none is empty
   */
  public boolean count(String site, String text) {
    Suspicion suspicion = suspicion(texts, site, Tokens.of(Normaliser.normalise(text)));
    if (suspicion == null) {
      return false;
    }
    count(suspicion);
    return true;
  }

  /** Counts what {@link #suspicion} found. */
  public void count(Suspicion of) {
    for (long run : of.runs()) {
      if (wordingsOf.add(run * SPREAD + of.wording())
          && articlesOf.addTo(run, 1) + 1 > MOST_ARTICLES) {
        common.add(run);
      }
      long there = run * 31 + of.site();
      if (of.site() != 0
          && wordingsOfSite.add(there * SPREAD + of.wording())
          && articlesOfSite.addTo(there, 1) + 1 > MOST_OF_A_SITE) {
        common.add(run);
      }
    }
  }

  /** To be called once all articles are counted. */
  public void finish() {
    wordingsOf.clear();
    wordingsOfSite.clear();
    articlesOf.clear();
    articlesOfSite.clear();
    isCounted = true;
  }

  /** What an article holds of the texts, in their order; empty when nothing. */
  public List<Hit> hits(String text) {
    return hits(Tokens.of(Normaliser.normalise(text)));
  }

  /** The same of the tokens of a normalised text. */
  public List<Hit> hits(Tokens tokens) {
    if (!isCounted) {
      throw new IllegalStateException("count all articles first");
    }
    long[] runs = BenchmarkTexts.runs(tokens);
    Map<Integer, Found> found = new TreeMap<>();
    for (int i = 0; i < runs.length; i++) {
      int item = texts.itemOf(runs[i]);
      if (item != BenchmarkTexts.NONE && !common.contains(runs[i])) {
        found.computeIfAbsent(item, number -> new Found()).take(runs[i], i);
      }
    }
    List<Hit> hits = new ArrayList<>();
    found.forEach((number, one) -> hits.add(one.hit(texts.items().get(number), tokens)));
    return hits;
  }

  /** Runs of one text, as they stand in an article. */
  private static final class Found {
    private final LongOpenHashSet runs = new LongOpenHashSet();
    private int from = -1;
    private int to;
    private int bestFrom;
    private int bestTo;

    private void take(long run, int place) {
      runs.add(run);
      if (from < 0 || place > to + LONGEST_GAP) {
        from = place;
      }
      to = place + BenchmarkTexts.WORDS;
      if (to - from > bestTo - bestFrom) {
        bestFrom = from;
        bestTo = to;
      }
    }

    private Hit hit(BenchmarkTexts.Item item, Tokens tokens) {
      String passage = tokens.text().substring(tokens.start(bestFrom), tokens.end(bestTo - 1));
      return new Hit(item, runs.size(), (double) runs.size() / item.runs(), passage);
    }
  }
}
