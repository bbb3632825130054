package org.copydesk.segment;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.copydesk.model.Label;
import org.copydesk.segment.fields.TeaserParts;
import org.copydesk.segment.lines.PageText;
import org.copydesk.segment.lines.Unit;
import org.copydesk.text.Normaliser;

/**
 * What is true of a page that was written for the project, from which its lines' labels are told:
 * by their texts, and by their places where a text stands twice.
 *
 * @param title null where the page has no article, or its article no title
 * @param paragraphs of the article; empty where there is none
 * @param byline as printed; null where none
 * @param provider as printed; null where none
 * @param isDated whether the article's date is known
 * @param titles of teasers
 * @param snippets of teasers
 */
public record WrittenTruth(
    String title,
    List<String> paragraphs,
    String byline,
    String provider,
    boolean isDated,
    List<String> titles,
    List<String> snippets) {
  private static final int LONGEST_HEADING = 8;
  private static final int FARTHEST_FIELD = 8;
  private static final int LEAST_PART = 3;

  public WrittenTruth {
    paragraphs = List.copyOf(paragraphs);
    titles = List.copyOf(titles);
    snippets = List.copyOf(snippets);
  }

  /** A label for each logical line. */
  List<Label> labels(List<Unit> units, PageText text) {
    int n = units.size();
    Set<String> teaserTitles = folded(titles);
    Set<String> teaserSnippets = folded(snippets);
    String body =
        " " + String.join(" ", paragraphs.stream().map(Normaliser::normalise).toList()) + " ";
    Set<String> whole = folded(paragraphs);
    String wantedByline = byline == null ? null : Normaliser.normalise(byline);
    String wantedProvider = provider == null ? null : Normaliser.normalise(provider);
    String wantedTitle = title == null ? null : Normaliser.normalise(title);
    Label[] labels = new Label[n];
    Arrays.fill(labels, Label.BOILERPLATE);
    int first = n;
    int last = -1;
    for (int i = 0; i < n; i++) {
      Unit unit = units.get(i);
      String line = Normaliser.normalise(text.of(unit));
      String cut =
          unit.textEnd > unit.contentStart
              ? Normaliser.normalise(text.of(unit.contentStart, unit.textEnd))
              : line;
      String linked = TeaserParts.ofCrossLink(text.of(unit));
      String bare = linked == null ? cut : Normaliser.normalise(linked);
      if (teaserTitles.contains(line)
          || teaserTitles.contains(cut)
          || teaserTitles.contains(bare)) {
        labels[i] = Label.TEASER_TITLE;
      } else if (teaserSnippets.contains(line) || teaserSnippets.contains(cut)) {
        labels[i] = Label.TEASER_SNIPPET;
      } else if (whole.contains(line) || isOfBody(line, body, whole)) {
        labels[i] = Label.BODY;
        first = Math.min(first, i);
        last = i;
      } else if (wantedProvider != null && line.equals(wantedProvider)) {
        labels[i] = Label.PROVIDER;
      } else if (wantedByline != null && line.contains(wantedByline)) {
        labels[i] = Label.BYLINE;
      }
    }
    markFields(units, text, labels, first, last, wantedTitle);
    markHeadings(units, labels);
    return Collections.unmodifiableList(Arrays.asList(labels));
  }

  private static boolean isOfBody(String line, String body, Set<String> whole) {
    if (line.split(" ").length >= LEAST_PART && body.contains(" " + line + " ")) {
      return true;
    }
    for (String paragraph : whole) {
      // A dateline stands before it.
      if (paragraph.length() > 20 && line.endsWith(paragraph)) {
        return true;
      }
    }
    return false;
  }

  private void markFields(
      List<Unit> units, PageText text, Label[] labels, int first, int last, String wantedTitle) {
    int n = labels.length;
    int found = -1;
    for (int i = 0; i < n && wantedTitle != null; i++) {
      boolean isTitle = Normaliser.normalise(text.of(units.get(i))).equals(wantedTitle);
      // The nearest above the text; else the first.
      if (isTitle && (i < first || found < 0)) {
        found = i;
      }
    }
    if (found >= 0) {
      labels[found] = Label.TITLE;
    }
    for (int i = 0; i < n; i++) {
      boolean isNear = i >= first - FARTHEST_FIELD && i < first || i > last && i <= last + 2;
      boolean isFree = labels[i] == Label.BOILERPLATE;
      if (isDated && isFree && isNear && units.get(i).isDate) {
        labels[i] = Label.DATE;
      }
    }
  }

  private static void markHeadings(List<Unit> units, Label[] labels) {
    for (int i = labels.length - 2; i >= 0; i--) {
      boolean isOver =
          labels[i + 1] == Label.TEASER_TITLE
              || labels[i + 1] == Label.HEADING && units.get(i).isTeaserHeading;
      boolean isFirst =
          i == 0 || labels[i - 1] != Label.TEASER_TITLE && labels[i - 1] != Label.TEASER_SNIPPET;
      Unit unit = units.get(i);
      boolean isShort =
          unit.size() <= LONGEST_HEADING
              && !unit.isTeaserMeta
              && !unit.isDate
              && !unit.isMarkerAlone;
      if (labels[i] == Label.BOILERPLATE
          && isOver
          && isShort
          && (isFirst || unit.isTeaserHeading)
          && unit.credit == 0) {
        labels[i] = Label.HEADING;
      }
    }
  }

  private static Set<String> folded(List<String> texts) {
    Set<String> folded = new HashSet<>();
    for (String text : texts) {
      if (text != null && !text.isBlank()) {
        folded.add(Normaliser.normalise(text));
      }
    }
    return folded;
  }
}
