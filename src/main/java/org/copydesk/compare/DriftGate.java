package org.copydesk.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Decides whether a new generation may follow the published one. Two limits end a build: articles
 * in all are down by a share, or a site of some size has none left. Everything else that moved is
 * told.
 *
 * @param mostDown share of articles, 0 to 1; down by this or more is drift
 * @param lostSiteArticles articles a site must have had for its loss to be drift
 */
public record DriftGate(double mostDown, long lostSiteArticles) {
  /** Smaller moves are everyday life and not told. */
  private static final double TOLD_COUNT = 0.1;

  private static final double TOLD_SHARE = 0.05;

  /**
   * A site has the text of its pages elsewhere in their trees: most of those that were sampled. A
   * second template beside the first, for a section or for pictures, moves less.
   */
  private static final double TOLD_LAYOUT = 0.5;

  private static final long FEWEST_SAMPLED = 3;

  /** What moved from one to the other, the broken limits first, then by size. */
  public Drift compare(GenerationProfile before, GenerationProfile after) {
    List<Move> moves = new ArrayList<>();
    compare(null, before.all(), after.all(), moves);
    TreeSet<String> sites = new TreeSet<>(before.sites().keySet());
    sites.addAll(after.sites().keySet());
    for (String site : sites) {
      compare(
          site,
          before.sites().getOrDefault(site, new Profile()),
          after.sites().getOrDefault(site, new Profile()),
          moves);
    }
    moves.sort(
        Comparator.comparing(Move::isBroken)
            .reversed()
            .thenComparing(move -> move.site() != null)
            .thenComparing(Comparator.comparingDouble(Move::size).reversed())
            .thenComparing(Move::measure)
            .thenComparing(move -> move.site() == null ? "" : move.site()));
    return new Drift(moves);
  }

  private void compare(String site, Profile before, Profile after, List<Move> moves) {
    long had = before.articles();
    long has = after.articles();
    boolean isBroken =
        site == null
            ? had > 0 && had - has >= mostDown * had && has < had
            : had >= lostSiteArticles && has == 0;
    Move articles = Move.ofCount(site, "articles", had, has, isBroken);
    if (site == null || isBroken || articles.size() >= TOLD_COUNT) {
      moves.add(articles);
    }
    count(site, "teasers", before.teasers(), after.teasers(), moves);
    TreeSet<String> reasons = new TreeSet<>(before.removed().keySet());
    reasons.addAll(after.removed().keySet());
    for (String reason : reasons) {
      count(
          site,
          "removed." + reason,
          before.removed().getOrDefault(reason, 0L),
          after.removed().getOrDefault(reason, 0L),
          moves);
    }
    if (had == 0 || has == 0) {
      return;
    }
    count(site, "median_words", before.medianWords(), after.medianWords(), moves);
    for (int i = 0; i < Profile.NULLABLE.size(); i++) {
      share(
          site,
          "null_share." + Profile.NULLABLE.get(i),
          before.nullShare(i),
          after.nullShare(i),
          moves);
    }
    if (site != null && isSampled(before.layouts()) && isSampled(after.layouts())) {
      double moved = distance(before.layouts(), after.layouts());
      if (moved >= TOLD_LAYOUT) {
        moves.add(Move.ofShare(site, "layout_mix", 0, moved));
      }
    }
    share(site, "topic_mix", 0, distance(before.topics(), after.topics()), moves);
    share(site, "language_mix", 0, distance(before.languages(), after.languages()), moves);
  }

  private static boolean isSampled(Map<String, Long> layouts) {
    return layouts.values().stream().mapToLong(Long::longValue).sum() >= FEWEST_SAMPLED;
  }

  private static void count(
      String site, String measure, long before, long after, List<Move> moves) {
    Move move = Move.ofCount(site, measure, before, after, false);
    if (move.size() >= TOLD_COUNT) {
      moves.add(move);
    }
  }

  private static void share(
      String site, String measure, double before, double after, List<Move> moves) {
    Move move = Move.ofShare(site, measure, before, after);
    if (move.size() >= TOLD_SHARE) {
      moves.add(move);
    }
  }

  /**
   * Total variation distance of two mixes: the share that would have to change its name, 0 to 1.
   */
  static double distance(Map<String, Long> a, Map<String, Long> b) {
    double allA = a.values().stream().mapToLong(Long::longValue).sum();
    double allB = b.values().stream().mapToLong(Long::longValue).sum();
    TreeSet<String> names = new TreeSet<>(a.keySet());
    names.addAll(b.keySet());
    double apart = 0;
    for (String name : names) {
      apart += Math.abs(a.getOrDefault(name, 0L) / allA - b.getOrDefault(name, 0L) / allB);
    }
    return apart / 2;
  }
}
