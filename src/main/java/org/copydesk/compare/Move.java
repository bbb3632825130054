package org.copydesk.compare;

import java.util.Locale;

/**
 * A figure that differs between two generations.
 *
 * @param site whose figure; null for the whole corpus
 * @param measure its name, for example {@code articles} or {@code null_share.byline}
 * @param before in the published generation
 * @param after in the new one
 * @param size how far it moved: for counts relative to before (more than 1 where there was none),
 *     for shares and mixes the difference
 * @param isBroken whether it passes a limit
 */
public record Move(
    String site, String measure, double before, double after, double size, boolean isBroken) {

  /** A count or a length. */
  static Move ofCount(String site, String measure, long before, long after, boolean isBroken) {
    double size = before == after ? 0 : Math.abs(after - before) / (double) Math.max(1, before);
    return new Move(site, measure, before, after, size, isBroken);
  }

  /** A share or a distance between mixes. */
  static Move ofShare(String site, String measure, double before, double after) {
    return new Move(site, measure, before, after, Math.abs(after - before), false);
  }

  /** The figures as a person reads them. */
  String told(double figure) {
    return figure == Math.rint(figure) && !measure.contains("share") && !measure.contains("mix")
        ? String.format(Locale.ROOT, "%,.0f", figure)
        : String.format(Locale.ROOT, "%.3f", figure);
  }

  /** The change, for example {@code -12.0 %}. */
  String change() {
    if (measure.contains("share") || measure.contains("mix")) {
      return String.format(Locale.ROOT, "%+.3f", after - before);
    }
    return before == 0
        ? "new"
        : String.format(Locale.ROOT, "%+.1f %%", 100 * (after - before) / before);
  }
}
