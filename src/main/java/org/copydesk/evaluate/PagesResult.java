package org.copydesk.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.copydesk.text.SnakeJson;

/**
 * Figures of {@code evaluate pages}; shares are 0 to 1.
 *
 * @param pages labelled pages
 * @param articles labelled pages with an article
 * @param missedArticles of these, pages for which none was found
 * @param falseArticles pages without an article for which one was found
 * @param bodyPrecision macro average over pages
 * @param bodyRecall macro average over pages
 * @param bodyF1 macro average over pages
 * @param exact share of articles with the field right, by field name
 * @param teasers by occurrence
 * @param distinctTeasers by distinct title and snippet
 * @param leakage share of pages whose article text holds a line that is not its own
 * @param worst places of the first pages, at most 20, whose body is not exact
 */
public record PagesResult(
    long pages,
    long articles,
    long missedArticles,
    long falseArticles,
    double bodyPrecision,
    double bodyRecall,
    double bodyF1,
    Map<String, Double> exact,
    Score teasers,
    Score distinctTeasers,
    double leakage,
    List<String> worst) {

  /** For a terminal. */
  public String text() {
    StringBuilder out = new StringBuilder();
    out.append(line("pages %d, with an article %d", pages, articles));
    out.append(line("  missed %d, found where none is %d", missedArticles, falseArticles));
    out.append(
        line("body              P %.4f  R %.4f  F1 %.4f", bodyPrecision, bodyRecall, bodyF1));
    exact.forEach((field, share) -> out.append(line("%-17s %.4f", field, share)));
    out.append(scores("teasers", teasers));
    out.append(scores("distinct teasers", distinctTeasers));
    out.append(line("leakage           %.4f", leakage));
    return out.toString();
  }

  private static String scores(String name, Score score) {
    return line(
        "%-17s P %.4f  R %.4f  F1 %.4f", name, score.precision(), score.recall(), score.f1());
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values) + "\n";
  }

  /** The figures in groups, as JSON has them. */
  private record Grouped(
      long pages,
      long articles,
      long missedArticles,
      long falseArticles,
      Averages body,
      Map<String, Double> exact,
      Score teasers,
      Score distinctTeasers,
      double leakage,
      List<String> worst) {}

  private record Averages(double precision, double recall, double f1) {}

  /** One JSON object. */
  public String json() {
    return SnakeJson.of(
        new Grouped(
            pages,
            articles,
            missedArticles,
            falseArticles,
            new Averages(bodyPrecision, bodyRecall, bodyF1),
            exact,
            teasers,
            distinctTeasers,
            leakage,
            worst));
  }
}
