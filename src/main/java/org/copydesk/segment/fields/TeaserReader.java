package org.copydesk.segment.fields;

import java.util.ArrayList;
import java.util.List;
import org.copydesk.model.Label;
import org.copydesk.model.Teaser;
import org.copydesk.segment.lines.ListMarks;
import org.copydesk.segment.lines.PageText;
import org.copydesk.segment.lines.State;
import org.copydesk.segment.lines.Unit;

/** Makes teasers of labelled lines: a title with the snippet under it, either of them alone. */
public final class TeaserReader {
  /** Words of a title that a marker follows. */
  private static final int LONGEST_TITLE = 20;

  /** Lines of furniture that may stand between a title and its snippet: date, author, section. */
  private static final int MOST_BETWEEN = 2;

  private final List<Unit> units;
  private final PageText text;
  private final ListMarks marks;
  private final List<Teaser> teasers = new ArrayList<>();
  private Unit title;
  private int between;

  /** The title's second line; null when it has one. */
  private Unit below;

  public TeaserReader(List<Unit> units, PageText text) {
    this.units = units;
    this.text = text;
    this.marks = new ListMarks(units, text);
  }

  public List<Teaser> read(State[] labels) {
    int lastEnd = -1;
    for (int i = 0; i < labels.length; i++) {
      Unit unit = units.get(i);
      if (labels[i].label == Label.TEASER_TITLE) {
        if (isSecondLine(i)) {
          below = unit;
        } else {
          flush();
          addTitle(unit);
        }
        between = 0;
      } else if (labels[i].label == Label.TEASER_SNIPPET) {
        if (unit.isMarkerAlone) {
          addMarker(unit, lastEnd);
        } else {
          addSnippet(unit);
        }
        lastEnd = i;
        continue;
      } else if (!isField(i, labels)
          && (labels[i].label != Label.BOILERPLATE || ++between > MOST_BETWEEN)) {
        flush();
      }
      lastEnd = i;
    }
    flush();
    return inLists(labels);
  }

  /** The teasers with their places: a list ends where a line is of no teaser. */
  private List<Teaser> inLists(State[] labels) {
    List<Teaser> placed = new ArrayList<>(teasers.size());
    int list = -1;
    int position = 0;
    boolean isOpen = false;
    int next = 0;
    for (int i = 0; i < labels.length && next < teasers.size(); i++) {
      boolean isOfTeaser =
          labels[i].label == Label.TEASER_TITLE
              || labels[i].label == Label.TEASER_SNIPPET
              || isField(i, labels);
      isOpen &= isOfTeaser;
      if (units.get(i).start == teasers.get(next).start()) {
        list += isOpen ? 0 : 1;
        position = isOpen ? position + 1 : 0;
        isOpen = true;
        placed.add(teasers.get(next++).at(list, position));
      }
    }
    placed.addAll(teasers.subList(next, teasers.size()));
    return placed;
  }

  /** Whether a line says when or by whom a teaser's article was written. */
  private boolean isField(int i, State[] labels) {
    return labels[i] == State.TEASER_META
        || (units.get(i).isTeaserMeta && labels[i].label == Label.BOILERPLATE);
  }

  /**
   * Sets what follows from the labels around a line: a line that is cut, right under a teaser's
   * title that is not, is its snippet; author and date of a teaser are not the article's.
   */
  public static void settle(List<Unit> units, State[] labels) {
    for (int i = 1; i < labels.length; i++) {
      Unit unit = units.get(i);
      int above = i - 1;
      while (above > 0 && !units.get(above + 1).isAfterBlank && units.get(above).isTeaserMeta) {
        above--;
      }
      Unit title = units.get(above);
      boolean isUnderTitle =
          labels[above] == State.TEASER_TITLE
              && !units.get(above + 1).isAfterBlank
              && !title.isTruncated
              && title.marker == Unit.NO_MARKER;
      if (isUnderTitle && unit.isTruncated && labels[i] != State.HEADING) {
        labels[i] = State.TEASER_SNIPPET;
        for (int k = above + 1; k < i; k++) {
          labels[k] = State.TEASER_META;
        }
      }
    }
    for (int i = 1; i < labels.length; i++) {
      boolean isOfArticle =
          switch (labels[i].label) {
            case BYLINE, DATE, BOILERPLATE -> true;
            default -> false;
          };
      boolean isUnderTeaser =
          labels[i - 1].label == Label.TEASER_TITLE || labels[i - 1] == State.TEASER_META;
      if (isOfArticle && isUnderTeaser && units.get(i).isTeaserMeta) {
        labels[i] = State.TEASER_META;
      }
    }
  }

  private void addTitle(Unit unit) {
    TeaserParts glued = TeaserParts.glued(textOf(unit));
    if (glued == null) {
      title = unit;
    } else {
      boolean isCut = unit.isTruncated || unit.marker == Unit.SURE_MARKER;
      add(unit, glued, unit.markerText, isCut, unit.start);
    }
  }

  /**
   * Whether a line goes on with the title above it: the only other line of its block, in a list
   * whose titles have two lines elsewhere.
   */
  private boolean isSecondLine(int i) {
    boolean isBelowTitle =
        title != null
            && below == null
            && units.get(i - 1) == title
            && isBlockOfTwo(i - 1)
            && title.marker == Unit.NO_MARKER
            && !title.endsTerminal;
    if (!isBelowTitle) {
      return false;
    }
    for (int k = Math.max(0, i - 5); k < Math.min(units.size(), i + 5); k++) {
      Unit other = units.get(k);
      boolean isOfTwo = other.isJoined && other.isAfterBlank && other.isTitleLike();
      if (isOfTwo && other.chars * 2 >= title.chars) {
        return true;
      }
    }
    return false;
  }

  /** Whether two lines, and no third, stand between blanks. */
  private boolean isBlockOfTwo(int i) {
    return units.get(i).isAfterBlank
        && !units.get(i + 1).isAfterBlank
        && (i + 2 >= units.size() || units.get(i + 2).isAfterBlank);
  }

  private void flush() {
    if (title != null) {
      boolean isMarked = title.marker == Unit.SURE_MARKER;
      add(title, TeaserParts.ofTitle(titleText()), title.markerText, isMarked, title.start);
      title = null;
      below = null;
    }
  }

  private void add(Unit unit, TeaserParts parts, String marker, boolean isCut, int start) {
    int end = below != null && below.end > unit.end ? below.end : unit.end;
    teasers.add(new Teaser(parts.title(), parts.snippet(), marker, isCut, null, start, end));
  }

  /**
   * A title's text as printed, over both its lines where it has two, its sign too: "So it goes …"
   * is a headline; a marker is none of it.
   */
  private String titleText() {
    return below == null ? asPrinted(title) : textOf(title) + " " + asPrinted(below);
  }

  private String asPrinted(Unit unit) {
    return textOf(unit, unit.marker == Unit.NO_MARKER ? unit.end : unit.textEnd);
  }

  private void addSnippet(Unit unit) {
    String snippet = textOf(unit);
    if (snippet == null) {
      return;
    }
    boolean isMarked = unit.marker == Unit.SURE_MARKER;
    boolean isCut = unit.isTruncated || isMarked;
    TeaserParts glued = TeaserParts.glued(snippet);
    boolean isTitle = isMarked && !unit.isTruncated && isHeadline(unit);
    if (glued != null || (isTitle && (title == null || title.marker == Unit.SURE_MARKER))) {
      flush();
      TeaserParts parts = glued != null ? glued : TeaserParts.ofTitle(snippet);
      add(unit, parts, unit.markerText, isCut, unit.start);
      return;
    }
    String above = title == null ? null : TeaserParts.ofTitle(titleText()).title();
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
    below = null;
  }

  /** Whether what stands before a marker is a title and no sentence. */
  private static boolean isHeadline(Unit unit) {
    return !unit.endsTerminal && unit.innerStops == 0 && unit.size() <= LONGEST_TITLE;
  }

  private void addMarker(Unit unit, int lastEnd) {
    if (title != null) {
      TeaserParts parts = TeaserParts.ofTitle(titleText());
      teasers.add(
          new Teaser(parts.title(), null, unit.markerText, true, null, title.start, unit.end));
      title = null;
      below = null;
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

  private String textOf(Unit unit) {
    return textOf(unit, unit.textEnd);
  }

  private String textOf(Unit unit, int end) {
    int start = Math.min(marks.start(unit), end);
    String value = unit.hasLineEnd ? text.of(start, end) : text.raw(start, end).strip();
    String told = value.isEmpty() ? text.of(unit) : value;
    String linked = unit.isCrossLink ? TeaserParts.ofCrossLink(told) : null;
    return linked == null ? told : linked;
  }
}
