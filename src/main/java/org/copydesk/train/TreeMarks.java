package org.copydesk.train;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copydesk.html.HtmlPage;
import org.copydesk.html.HtmlSegmenter;
import org.copydesk.html.HtmlSettings;
import org.copydesk.model.Label;
import org.copydesk.model.Page;
import org.copydesk.model.Span;
import org.copydesk.segment.TreeTrait;
import org.copydesk.text.Normaliser;
import org.copydesk.text.Tokens;

/** What a page's HTML and its known article tell about the lines of its text. */
final class TreeMarks {
  private static final int SHINGLE = 3;

  /** Lines looked ahead for the next that is the same, where two renderings differ. */
  private static final int LOOK_AHEAD = 40;

  private TreeMarks() {}

  /**
   * Marks by line and {@link TreeTrait}.
   *
   * @param html the page, decoded
   * @param rendered of it
   */
  static List<int[]> of(Page html, RenderedHtml rendered, KnownArticle known) {
    List<int[]> marks = new ArrayList<>();
    for (RenderedHtml.Line line : rendered.lines()) {
      marks.add(line.marks().clone());
    }
    addLabels(html, rendered, marks);
    addArticle(rendered, known, marks);
    addNeighbours(marks);
    return marks;
  }

  private static void addLabels(Page html, RenderedHtml rendered, List<int[]> marks) {
    HtmlPage read = new HtmlSegmenter(HtmlSettings.defaults()).read(html);
    Map<String, List<int[]>> places = new HashMap<>();
    int order = 0;
    for (Span span : read.segmented().spans()) {
      if (span.label() != Label.SEPARATOR) {
        String text =
            new String(
                read.text(), span.start(), span.end() - span.start(), StandardCharsets.UTF_8);
        for (String line : text.split("\n")) {
          places
              .computeIfAbsent(Normaliser.normalise(line), k -> new ArrayList<>())
              .add(new int[] {order++, span.label().ordinal()});
        }
      }
    }
    int at = 0;
    for (int i = 0; i < marks.size(); i++) {
      List<int[]> same = places.get(Normaliser.normalise(rendered.lines().get(i).text()));
      if (same == null) {
        continue;
      }
      // The next one in order; else the first.
      int[] best = same.get(0);
      for (int[] place : same) {
        if (place[0] >= at && place[0] < at + LOOK_AHEAD) {
          best = place;
          break;
        }
      }
      at = best[0] >= at && best[0] < at + LOOK_AHEAD ? best[0] + 1 : at;
      marks.get(i)[TreeTrait.LABEL.ordinal()] = 1 + best[1];
    }
  }

  private static void addArticle(RenderedHtml rendered, KnownArticle known, List<int[]> marks) {
    if (known == null) {
      return;
    }
    Set<Long> shingles = new HashSet<>();
    Tokens text = Tokens.of(Normaliser.normalise(known.text()));
    for (int i = 0; i < text.count(); i++) {
      for (int size = 1; size <= SHINGLE && i + size <= text.count(); size++) {
        shingles.add(shingle(text, i, size));
      }
    }
    String title = known.title() == null ? "" : Normaliser.normalise(known.title());
    for (int i = 0; i < marks.size(); i++) {
      String line = Normaliser.normalise(rendered.lines().get(i).text());
      Tokens words = Tokens.of(line);
      int size = Math.min(SHINGLE, words.count());
      int hits = 0;
      int all = 0;
      for (int k = 0; size > 0 && k + size <= words.count(); k++) {
        hits += shingles.contains(shingle(words, k, size)) ? 1 : 0;
        all++;
      }
      marks.get(i)[TreeTrait.IN_TEXT.ordinal()] =
          all == 0 || hits * 10 < all * 3 ? 1 : hits * 10 < all * 8 ? 2 : 3;
      if (!title.isEmpty()) {
        boolean isPart =
            title.length() > 12 && line.contains(title)
                || line.length() > 20 && title.contains(line);
        marks.get(i)[TreeTrait.IS_TITLE.ordinal()] = line.equals(title) ? 3 : isPart ? 2 : 1;
      }
      int names = 1;
      for (String author : known.authors()) {
        names = line.contains(Normaliser.normalise(author)) ? 2 : names;
      }
      marks.get(i)[TreeTrait.NAMES_AUTHOR.ordinal()] = known.authors().isEmpty() ? 0 : names;
    }
  }

  private static long shingle(Tokens tokens, int from, int size) {
    long hash = size;
    for (int k = 0; k < size; k++) {
      hash = (hash ^ tokens.hash(from + k)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    return hash;
  }

  private static void addNeighbours(List<int[]> marks) {
    for (int i = 0; i < marks.size(); i++) {
      int[] own = marks.get(i);
      if (i > 0) {
        own[TreeTrait.LABEL_ABOVE.ordinal()] = marks.get(i - 1)[TreeTrait.LABEL.ordinal()];
        own[TreeTrait.TEXT_ABOVE.ordinal()] = marks.get(i - 1)[TreeTrait.IN_TEXT.ordinal()];
      }
      if (i + 1 < marks.size()) {
        own[TreeTrait.LABEL_BELOW.ordinal()] = marks.get(i + 1)[TreeTrait.LABEL.ordinal()];
        own[TreeTrait.TEXT_BELOW.ordinal()] = marks.get(i + 1)[TreeTrait.IN_TEXT.ordinal()];
      }
    }
  }

  /** Marks of a text's lines from those of another rendering of the same page. */
  static List<int[]> aligned(List<String> lines, RenderedHtml rendered, List<int[]> marks) {
    List<int[]> found = new ArrayList<>();
    int at = 0;
    for (String line : lines) {
      int[] own = new int[TreeTrait.values().length];
      for (int k = at; k < Math.min(marks.size(), at + LOOK_AHEAD); k++) {
        if (rendered.lines().get(k).text().equals(line)) {
          own = marks.get(k);
          at = k + 1;
          break;
        }
      }
      found.add(own);
    }
    return found;
  }
}
