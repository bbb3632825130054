package org.copydesk.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.copydesk.report.figures.Shown;

/**
 * Articles by day and site, so that a crawl that stopped shows: a strip a site over the days of the
 * whole corpus. A day is that of the crawl, where it is known, else that of publication.
 *
 * @param from first day of the strips; a hundredth of the articles may lie before it
 * @param to last day of the strips; a thousandth may lie behind it
 * @param daysAColumn days that a column of a strip stands for
 * @param lines a strip a site
 */
record SiteDays(String from, String to, int daysAColumn, List<Line> lines) {
  private static final int COLUMNS = 60;
  private static final int LARGEST = 30;
  private static final int SILENT = 10;

  /** Share of articles that may lie outside of the strips, before and behind. */
  private static final double BEFORE = 0.01;

  private static final double BEHIND = 0.001;

  /** A site of fewer articles is not said to have fallen silent. */
  private static final int LEAST_ARTICLES = 10;

  /** Nor one that was silent for fewer days, or for less than this share of the strip's. */
  private static final int LEAST_SILENT_DAYS = 3;

  private static final double LEAST_SILENT_SHARE = 0.1;

  /** A site and its articles by day since 1970. */
  record Site(String name, TreeMap<Long, Integer> counts) {
    long articles() {
      return counts.values().stream().mapToLong(Integer::longValue).sum();
    }
  }

  /** A column of a strip: its place and its height, of 20. */
  record Column(int x, int height, String title) {}

  /**
   * A strip.
   *
   * @param silentDays days at its end without an article
   * @param isSilent whether that is long for what it had before
   */
  record Line(
      String site,
      long articles,
      String last,
      long silentDays,
      boolean isSilent,
      List<Column> columns) {}

  static SiteDays of(TreeMap<Long, Integer> days, List<Site> sites) {
    if (days.isEmpty()) {
      return new SiteDays("", "", 1, List.of());
    }
    long all = days.values().stream().mapToLong(Integer::longValue).sum();
    long first = quantile(days, (long) (BEFORE * all));
    long last = quantile(days, all - 1 - (long) (BEHIND * all));
    int step = (int) Math.max(1, (last - first) / COLUMNS + 1);
    List<Line> lines = new ArrayList<>();
    List<Site> bySize = new ArrayList<>(sites);
    bySize.sort(Comparator.comparingLong(Site::articles).reversed().thenComparing(Site::name));
    int silent = 0;
    for (int i = 0; i < bySize.size(); i++) {
      Line line = line(bySize.get(i), first, last, step);
      boolean isShown = i < LARGEST || line.isSilent() && silent < SILENT;
      silent += i >= LARGEST && isShown ? 1 : 0;
      if (isShown) {
        lines.add(line);
      }
    }
    lines.sort(
        Comparator.comparing(Line::isSilent)
            .reversed()
            .thenComparing(Comparator.comparingLong(Line::articles).reversed())
            .thenComparing(Line::site));
    return new SiteDays(day(first), day(last), step, lines);
  }

  private static long quantile(TreeMap<Long, Integer> days, long rank) {
    long seen = 0;
    for (var day : days.entrySet()) {
      seen += day.getValue();
      if (seen > rank) {
        return day.getKey();
      }
    }
    return days.lastKey();
  }

  private static Line line(Site site, long first, long last, int step) {
    long[] counts = new long[(int) ((last - first) / step) + 1];
    site.counts()
        .subMap(first, true, last, true)
        .forEach((day, count) -> counts[(int) ((day - first) / step)] += count);
    long most = 1;
    for (long count : counts) {
      most = Math.max(most, count);
    }
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        int height = (int) Math.max(2, Math.round(20.0 * counts[i] / most));
        columns.add(new Column(4 * i, height, day(first + (long) i * step) + ": " + counts[i]));
      }
    }
    Long end = site.counts().floorKey(last);
    long silent = end == null ? 0 : last - end;
    boolean isSilent =
        site.articles() >= LEAST_ARTICLES
            && silent >= LEAST_SILENT_DAYS
            && silent >= LEAST_SILENT_SHARE * (last - first + 1);
    return new Line(
        Shown.text(site.name(), 120),
        site.articles(),
        end == null ? "" : day(end),
        silent,
        isSilent,
        columns);
  }

  private static String day(long day) {
    return LocalDate.ofEpochDay(day).toString();
  }

  /** Units of a strip across. */
  int width() {
    return 4 * (COLUMNS + 1);
  }
}
