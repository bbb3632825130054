package org.copydesk.report;

import java.util.Locale;

/**
 * A figure then and now.
 *
 * @param group what it belongs to, for example {@code languages}
 * @param name of the figure
 */
record FigureChange(String group, String name, long before, long now) {
  String beforeText() {
    return Figures.count(before);
  }

  String nowText() {
    return Figures.count(now);
  }

  String difference() {
    return Figures.change(now - before);
  }

  String share() {
    if (before == now) {
      return "";
    }
    return before == 0
        ? "new"
        : String.format(Locale.ROOT, "%+.1f %%", 100.0 * (now - before) / before);
  }

  /** Up, down or same: its colour. */
  String direction() {
    return now > before ? "up" : now < before ? "down" : "same";
  }
}
