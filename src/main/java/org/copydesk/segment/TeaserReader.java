package org.copydesk.segment;

import java.util.ArrayList;
import java.util.List;
import org.copydesk.model.Label;
import org.copydesk.model.Teaser;

/** Makes teasers of labelled lines: a title with the snippet under it, either of them alone. */
final class TeaserReader {
  /** Lines of furniture that may stand between a title and its snippet: date, author, section. */
  private static final int MOST_BETWEEN = 2;

  private final List<Unit> units;
  private final PageText text;
  private final List<Teaser> teasers = new ArrayList<>();
  private Unit title;
  private int between;

  TeaserReader(List<Unit> units, PageText text) {
    this.units = units;
    this.text = text;
  }

  List<Teaser> read(State[] labels) {
    int lastEnd = -1;
    for (int i = 0; i < labels.length; i++) {
      Unit unit = units.get(i);
      if (labels[i].label == Label.TEASER_TITLE) {
        flush();
        title = unit;
        between = 0;
      } else if (labels[i].label == Label.TEASER_SNIPPET) {
        if (unit.isMarkerAlone) {
          addMarker(unit, lastEnd);
        } else {
          addSnippet(unit);
        }
        lastEnd = i;
        continue;
      } else if (labels[i].label != Label.BOILERPLATE || ++between > MOST_BETWEEN) {
        flush();
      }
      lastEnd = i;
    }
    flush();
    return teasers;
  }

  private void flush() {
    if (title != null) {
      teasers.add(
          new Teaser(
              titleOf(title),
              null,
              title.markerText,
              title.marker == Unit.SURE_MARKER,
              null,
              title.start,
              title.end));
      title = null;
    }
  }

  private void addSnippet(Unit unit) {
    String snippet = textOf(unit);
    if (snippet == null) {
      return;
    }
    boolean isCut = unit.isTruncated || unit.marker == Unit.SURE_MARKER;
    String above = title == null ? null : titleOf(title);
    teasers.add(
        new Teaser(
            above,
            snippet,
            unit.markerText,
            isCut,
            null,
            above == null ? unit.start : title.start,
            unit.end));
    title = null;
  }

  private void addMarker(Unit unit, int lastEnd) {
    if (title != null) {
      teasers.add(
          new Teaser(titleOf(title), null, unit.markerText, true, null, title.start, unit.end));
      title = null;
      return;
    }
    if (teasers.isEmpty() || lastEnd < 0) {
      return;
    }
    Teaser last = teasers.get(teasers.size() - 1);
    if (last.end() != units.get(lastEnd).end) {
      return;
    }
    String marker = last.marker() == null ? unit.markerText : last.marker();
    teasers.set(
        teasers.size() - 1,
        new Teaser(last.title(), last.snippet(), marker, true, null, last.start(), unit.end));
  }

  /** A title as printed, its sign too: "So it goes …" is a headline; a marker is none of it. */
  private String titleOf(Unit unit) {
    return textOf(unit, unit.marker == Unit.NO_MARKER ? unit.end : unit.textEnd);
  }

  private String textOf(Unit unit) {
    return textOf(unit, unit.textEnd);
  }

  private String textOf(Unit unit, int end) {
    boolean isListed = unit.ordinal == 0 || isCounted(unit);
    int start = isListed && unit.contentStart < end ? unit.contentStart : unit.start;
    String value = unit.hasLineEnd ? text.of(start, end) : text.raw(start, end).strip();
    return value.isEmpty() ? text.of(unit) : value;
  }

  /** Whether another line near by has the number before or after a line's own. */
  private boolean isCounted(Unit unit) {
    int at = units.indexOf(unit);
    for (int i = Math.max(0, at - 4); i < Math.min(units.size(), at + 5); i++) {
      int other = units.get(i).ordinal;
      if (other > 0 && Math.abs(other - unit.ordinal) == 1) {
        return true;
      }
    }
    return false;
  }
}
