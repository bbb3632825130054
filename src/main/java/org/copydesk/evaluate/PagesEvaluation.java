package org.copydesk.evaluate;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.copydesk.dedup.FoldedTeasers;
import org.copydesk.model.Teaser;
import org.copydesk.segment.fields.TeaserTitles;
import org.copydesk.text.ContentHash;
import org.copydesk.text.Normaliser;
import org.copydesk.text.Tokens;

/**
 * Holds segmented pages against labelled ones, page by page.
 *
 * <pre>
 * PagesEvaluation evaluation = new PagesEvaluation();
 * evaluation.add(gold, found);
 * evaluation.result().json();
 * </pre>
 *
 * <p>Body: multiset of 4-token shingles of the normalised text, macro averages over pages that have
 * an article in either. Fields: share of labelled articles whose field is the same after
 * normalising, absent for absent. Teasers: normalised title and snippet equal; whether a label
 * holds the whole line or the title alone ("10:45 Ferry sails again"), the snippet alone ("It had
 * been shut … Read more"), is no matter ({@link TeaserTitles}). Leakage: pages whose found text
 * contains a labelled teaser (title of four words or more, or snippet), credit or other planted
 * line that the labelled text does not contain.
 */
public final class PagesEvaluation {
  private static final int SHINGLE = 4;
  private static final int LEAST_LEAK_WORDS = 4;
  private static final int WORST_KEPT = 20;

  private long pages;
  private long bodies;
  private double precision;
  private double recall;
  private double f1;
  private long articles;
  private long falseArticles;
  private long missedArticles;
  private final Map<String, long[]> fields = new LinkedHashMap<>();
  private long teaserHits;
  private long teasersFound;
  private long teasersGold;
  private final Set<ContentHash> goldKeys = new HashSet<>();
  private final Set<ContentHash> foundKeys = new HashSet<>();
  private long leaking;
  private final List<String> worst = new ArrayList<>();

  private final FoldedTeasers fold;

  /** Of pages as they were taken apart: each teaser as its page shows it. */
  public PagesEvaluation() {
    this(null);
  }

  private PagesEvaluation(FoldedTeasers fold) {
    this.fold = fold;
    for (String field : List.of("title", "byline", "published_at", "provider")) {
      fields.put(field, new long[1]);
    }
  }

  /**
   * Of a generation, whose table has each teaser in one spelling only, without the variants that
   * were folded into it: labelled ones count as found where a build folds them into what was found.
   *
   * @param gold the labelled pages
   * @param found those of the generation
   */
  public static PagesEvaluation throughFold(
      Collection<PageRecord> gold, Collection<PageRecord> found) {
    List<List<Teaser>> pages = new ArrayList<>();
    for (Collection<PageRecord> records : List.of(gold, found)) {
      records.forEach(
          page -> pages.add(page.teasers().stream().map(PagesEvaluation::cut).toList()));
    }
    return new PagesEvaluation(FoldedTeasers.over(pages, Long.MAX_VALUE));
  }

  /** Labels do not say whether a snippet was cut, so any may have been. */
  private static Teaser cut(PageRecord.TeaserFields teaser) {
    String title = TeaserTitles.bare(teaser.title());
    String snippet = TeaserTitles.bareSnippet(teaser.snippet());
    return new Teaser(title, snippet, null, true, null, 0, 0);
  }

  /** Counts one page; {@code found} is null where the segmenter gave nothing for it. */
  public void add(PageRecord gold, PageRecord found) {
    add(gold, found, List.of());
  }

  /**
   * @param planted lines of the page that belong to no article, checked for leaking beside the
   *     labelled teasers and credit
   */
  public void add(PageRecord gold, PageRecord found, List<String> planted) {
    pages++;
    PageRecord.ArticleFields expected = gold.article();
    PageRecord.ArticleFields actual = found == null ? null : found.article();
    if (expected != null) {
      articles++;
      compareFields(expected, actual);
    }
    missedArticles += expected != null && actual == null ? 1 : 0;
    falseArticles += expected == null && actual != null ? 1 : 0;
    if (expected != null || actual != null) {
      Score body = body(expected, actual);
      bodies++;
      precision += body.precision();
      recall += body.recall();
      f1 += body.f1();
      if (body.f1() < 1 && worst.size() < WORST_KEPT) {
        worst.add(gold.place());
      }
    }
    compareTeasers(gold.teasers(), found == null ? List.of() : found.teasers());
    leaking += actual != null && leaks(gold, actual, planted) ? 1 : 0;
  }

  /** Counts the teasers of a page whose article is not at hand. */
  public void addTeasers(PageRecord gold, PageRecord found) {
    pages++;
    compareTeasers(gold.teasers(), found.teasers());
  }

  private void compareFields(PageRecord.ArticleFields expected, PageRecord.ArticleFields actual) {
    if (actual == null) {
      return;
    }
    count("title", same(expected.title(), actual.title()));
    count("byline", same(expected.byline(), actual.byline()));
    count("provider", same(expected.provider(), actual.provider()));
    count("published_at", Objects.equals(expected.publishedAt(), actual.publishedAt()));
  }

  private void count(String field, boolean isRight) {
    fields.get(field)[0] += isRight ? 1 : 0;
  }

  private static boolean same(String expected, String actual) {
    return normalised(expected).equals(normalised(actual));
  }

  private static String normalised(String text) {
    return text == null ? "" : Normaliser.normalise(text);
  }

  private static Score body(PageRecord.ArticleFields expected, PageRecord.ArticleFields actual) {
    Long2IntOpenHashMap gold = shingles(expected == null ? null : expected.text());
    Long2IntOpenHashMap found = shingles(actual == null ? null : actual.text());
    long hits = 0;
    for (Long2IntOpenHashMap.Entry entry : found.long2IntEntrySet()) {
      hits += Math.min(entry.getIntValue(), gold.get(entry.getLongKey()));
    }
    return Score.of(hits, total(found), total(gold));
  }

  private static long total(Long2IntOpenHashMap shingles) {
    return shingles.values().intStream().asLongStream().sum();
  }

  /** Counts of shingles; a text of fewer tokens is one shingle. */
  private static Long2IntOpenHashMap shingles(String text) {
    Tokens tokens = Tokens.of(normalised(text));
    Long2IntOpenHashMap counts = new Long2IntOpenHashMap();
    int size = Math.min(SHINGLE, tokens.count());
    for (int i = 0; size > 0 && i + size <= tokens.count(); i++) {
      long hash = size;
      for (int k = 0; k < size; k++) {
        hash = (hash ^ tokens.hash(i + k)) * 0x9E3779B97F4A7C15L;
        hash ^= hash >>> 32;
      }
      counts.addTo(hash, 1);
    }
    return counts;
  }

  private void compareTeasers(
      List<PageRecord.TeaserFields> gold, List<PageRecord.TeaserFields> found) {
    Map<ContentHash, Integer> open = new HashMap<>();
    for (PageRecord.TeaserFields teaser : gold) {
      ContentHash key = key(teaser);
      open.merge(key, 1, Integer::sum);
      goldKeys.add(key);
    }
    for (PageRecord.TeaserFields teaser : found) {
      ContentHash key = key(teaser);
      foundKeys.add(key);
      Integer left = open.get(key);
      if (left != null && left > 0) {
        teaserHits++;
        open.put(key, left - 1);
      }
    }
    teasersGold += gold.size();
    teasersFound += found.size();
  }

  private ContentHash key(PageRecord.TeaserFields teaser) {
    String title = TeaserTitles.bare(teaser.title());
    String snippet = TeaserTitles.bareSnippet(teaser.snippet());
    return fold == null
        ? ContentHash.of(normalised(title), normalised(snippet))
        : fold.finalId(title, snippet);
  }

  private static boolean leaks(
      PageRecord gold, PageRecord.ArticleFields actual, List<String> planted) {
    String found = normalised(actual.text());
    String right = gold.article() == null ? "" : normalised(gold.article().text());
    List<String> lines = new ArrayList<>(planted);
    if (gold.article() != null) {
      lines.add(gold.article().provider());
    }
    for (PageRecord.TeaserFields teaser : gold.teasers()) {
      lines.add(teaser.title());
      lines.add(teaser.snippet());
    }
    for (String line : lines) {
      if (line == null) {
        continue;
      }
      String words = normalised(line);
      boolean isTelling =
          planted.contains(line) || Tokens.of(words, LEAST_LEAK_WORDS).count() == LEAST_LEAK_WORDS;
      if (!words.isEmpty() && isTelling && found.contains(words) && !right.contains(words)) {
        return true;
      }
    }
    return false;
  }

  /** The figures so far. */
  public PagesResult result() {
    Set<ContentHash> shared = new HashSet<>(goldKeys);
    shared.retainAll(foundKeys);
    Map<String, Double> exact = new LinkedHashMap<>();
    fields.forEach((name, right) -> exact.put(name, share(right[0], articles)));
    return new PagesResult(
        pages,
        articles,
        missedArticles,
        falseArticles,
        bodies == 0 ? 1 : precision / bodies,
        bodies == 0 ? 1 : recall / bodies,
        bodies == 0 ? 1 : f1 / bodies,
        exact,
        Score.of(teaserHits, teasersFound, teasersGold),
        Score.of(shared.size(), foundKeys.size(), goldKeys.size()),
        share(leaking, pages),
        worst);
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
