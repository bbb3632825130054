package org.copydesk.report;

import java.util.List;
import org.copydesk.report.figures.Chart;
import org.copydesk.report.figures.FigureChange;
import org.copydesk.report.figures.Figures;

/**
 * Everything the report shows, as text and numbers; its templates add nothing.
 *
 * @param heading what it is about
 * @param tiles the figures of the first look
 * @param funnel from files to kept articles
 * @param bytes where the bytes went
 * @param losses every reason, removed first, then skipped and rejected
 * @param mixes charts of what the corpus holds
 * @param articles a sample
 * @param topics names for the sample's filter, as are {@code languages} and {@code sites}
 * @param clusterSizes clusters of two and more
 * @param clusters the largest
 * @param pairs near-duplicates side by side, where their texts were kept
 * @param teaserCharts how often teasers were seen and how they were linked
 * @param teasers seen most often
 * @param siteLines the largest sites and what was learned about them
 * @param files that lost most
 * @param caps what each left out
 * @param stages what each did
 * @param changes against the generation before; empty when there is none
 * @param settings resolved definition, versions and digests
 * @param days articles by day and site
 * @param index titles and addresses to search in
 * @param explain the command that shows how a page was taken apart
 * @param labels what sites are called
 * @param stories those of most sites or states
 * @param origins by what the origin of stories is known
 */
record Report(
    Heading heading,
    List<Tile> tiles,
    Chart funnel,
    Chart bytes,
    List<Loss> losses,
    List<Chart> mixes,
    List<Absent> absent,
    List<Absent> personal,
    List<ArticleSample> articles,
    List<Option> topics,
    List<Option> languages,
    List<Option> sites,
    Chart clusterSizes,
    List<ArticleSample> clusters,
    List<Pair> pairs,
    List<Chart> teaserCharts,
    List<Announced> teasers,
    List<SiteLine> siteLines,
    long siteCount,
    List<LedgerSurvey.FileLine> files,
    List<CheckLine> checks,
    List<CapLine> caps,
    Chart stageTimes,
    List<Stage> stages,
    String previous,
    List<FigureChange> changes,
    List<Setting> settings,
    SiteDays days,
    ArticleIndex index,
    ExplainLine explain,
    SiteLabels labels,
    List<StoryLine> stories,
    Chart origins) {

  /** How many caps had no room for something, in words. */
  public String passedCaps() {
    long passed = caps.stream().filter(CapLine::isPassed).count();
    return passed == 0
        ? "None was passed."
        : Figures.count(passed)
            + " of "
            + Figures.count(caps.size())
            + " had no room for something.";
  }

  /** What the report is about. */
  record Heading(
      String buildId,
      String version,
      String runner,
      String finished,
      String took,
      int failedChecks,
      int allChecks,
      String sentence) {}

  /**
   * A figure of the first look.
   *
   * @param key name of the count in the manifest; null when it has none
   * @param detail a line below it
   * @param change against the generation before; null when there is none
   */
  record Tile(
      String key, String name, long value, String shown, String detail, FigureChange change) {}

  /** How many articles have no value of a column, or how many finds of a kind there were. */
  record Absent(String name, long count, String shown, String share) {}

  /** A choice of a filter. */
  record Option(String value, String label, long count) {}

  /** A near-duplicate and what it lost to. */
  record Pair(String reason, Loss.Sample sample) {}

  /** A teaser and the article it announces, null when that is not in the corpus. */
  record Announced(TeaserLine teaser, ArticleSample article) {}

  /** A check and both its sides. */
  record CheckLine(String name, String left, String right, boolean holds) {}

  /** A cap, what came to it and what of that it left out. */
  record CapLine(
      String name,
      String compared,
      String forgotten,
      String share,
      String meaning,
      boolean isPassed) {}

  /** What a stage did. */
  record Stage(
      String name,
      String in,
      String out,
      String bytesIn,
      String bytesOut,
      String cpu,
      String wall,
      String rate) {}

  /** A setting, a version or a digest. */
  record Setting(String group, String name, String value) {}

  /** Whether anything was said of the generation before. */
  boolean hasPrevious() {
    return previous != null;
  }

  List<Loss> lossesOf(String group) {
    return losses.stream().filter(loss -> loss.group().equals(group)).toList();
  }
}
