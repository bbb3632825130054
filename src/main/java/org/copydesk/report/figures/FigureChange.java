package org.copydesk.report.figures;

import java.util.Locale;

/**
 * A figure then and now.
 *
 * @param group what it belongs to, for example {@code languages}
 * @param name of the figure
 */
public record FigureChange(String group, String name, long before, long now) {
  public String beforeText() {
    return Figures.count(before);
  }

  public String nowText() {
    return Figures.count(now);
  }

  public String difference() {
    return Figures.change(now - before);
  }

  public String share() {
    if (before == now) {
      return "";
    }
    return before == 0
        ? "new"
        : String.format(Locale.ROOT, "%+.1f %%", 100.0 * (now - before) / before);
  }

  /** Up, down or same: its colour. */
  public String direction() {
    return now > before ? "up" : now < before ? "down" : "same";
  }
}
