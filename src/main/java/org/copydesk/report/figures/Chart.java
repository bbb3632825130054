package org.copydesk.report.figures;

import java.util.ArrayList;
import java.util.List;

/**
 * A chart and the table of its numbers. The page's script draws the chart from the table, so they
 * cannot differ.
 *
 * @param id name of its element
 * @param kind how it is drawn
 * @param title what it shows
 * @param dimension what a bar stands for
 * @param measure what is counted
 * @param bars in order
 * @param note for the reader; null for none
 */
public record Chart(
    String id,
    Kind kind,
    String title,
    String dimension,
    String measure,
    List<Bar> bars,
    String note) {

  /** How a chart is drawn. */
  public enum Kind {
    /** Stages and what each loses, from the right end of what was there before. */
    FUNNEL,
    /** Horizontal bars. */
    BARS,
    /** Columns over an ordered dimension. */
    COLUMNS;

    public String stored() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * A bar.
   *
   * @param label what it stands for
   * @param value its length
   * @param shown the value as text
   * @param share of the whole, as text; empty for none
   * @param role stage, kept, removed, skipped, rejected, none or plain: its colour
   * @param target id of the element with its samples; null for none
   * @param filter which articles of the sample it stands for, {@code topic=…}; null for none
   */
  public record Bar(
      String label,
      double value,
      String shown,
      String share,
      String role,
      String target,
      String filter) {
    public static Bar of(String label, long value) {
      return new Bar(label, value, Figures.count(value), "", "plain", null, null);
    }

    public Bar withShareOf(long whole) {
      return new Bar(label, value, shown, Figures.share((long) value, whole), role, target, filter);
    }

    /** The share with what it is of: {@code 94.9 % of articles segmented}. */
    public Bar withShareOf(long whole, String base) {
      String text = Figures.share((long) value, whole);
      String named = text.isEmpty() ? text : text + " of " + base;
      return new Bar(label, value, shown, named, role, target, filter);
    }

    public Bar as(String newRole) {
      return new Bar(label, value, shown, share, newRole, target, filter);
    }

    public Bar leadingTo(String newTarget) {
      return new Bar(label, value, shown, share, role, newTarget, filter);
    }

    public Bar filtering(String dimension, String wanted) {
      return new Bar(label, value, shown, share, role, "articles", dimension + "=" + wanted);
    }

    public Bar taking(double newValue, String text) {
      return new Bar(label, newValue, text, share, role, target, filter);
    }

    public Bar showing(String text) {
      return new Bar(label, value, text, share, role, target, filter);
    }
  }

  /** Whether there is something to draw. */
  public boolean isDrawn() {
    return bars.stream().anyMatch(bar -> bar.value() > 0);
  }

  public static Chart columns(
      String id, String title, String dimension, String measure, List<Bar> bars) {
    long whole = (long) bars.stream().mapToDouble(Bar::value).sum();
    List<Bar> shared = new ArrayList<>();
    bars.forEach(bar -> shared.add(bar.withShareOf(whole)));
    return new Chart(id, Kind.COLUMNS, title, dimension, measure, shared, null);
  }

  public Chart noting(String text) {
    return new Chart(id, kind, title, dimension, measure, bars, text);
  }
}
