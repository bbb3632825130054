package org.copydesk.train;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.copydesk.model.Label;
import org.copydesk.model.Page;
import org.copydesk.text.Mixed;

/**
 * Pages put together from labelled ones of one language: the article of one, what stands above the
 * article of another, and what stands below that of a third. A model sees each article among other
 * furniture and other teasers, as new sites show them.
 */
final class ComposedPages {
  /** Pages made with the article of each labelled one. */
  private static final int TIMES = 2;

  /** Lines below the text that may still belong to the article. */
  private static final int LINES_BELOW = 3;

  /** A line as printed, with the blank lines below it. */
  private record Line(Label label, String text) {}

  /**
   * A labelled page cut in three.
   *
   * @param first line of the article
   * @param end line after its last
   */
  private record Cut(LabelledText page, List<Line> lines, int first, int end) {}

  /**
   * A page that was put together.
   *
   * @param hosts of the pages its parts are from
   */
  record Composed(LabelledText page, List<String> hosts) {}

  private ComposedPages() {}

  /** Of each labelled page that has an article; the same pages give the same ones. */
  static List<Composed> of(List<LabelledText> labelled) {
    Map<String, List<Cut>> byLanguage = new TreeMap<>();
    List<Cut> cuts = new ArrayList<>();
    for (LabelledText page : labelled) {
      Cut cut = cut(page);
      if (cut != null) {
        cuts.add(cut);
        byLanguage.computeIfAbsent(page.language(), k -> new ArrayList<>()).add(cut);
      }
    }
    List<Composed> composed = new ArrayList<>();
    for (int time = 0; time < TIMES; time++) {
      for (int i = 0; i < cuts.size(); i++) {
        Cut own = cuts.get(i);
        List<Cut> others = byLanguage.get(own.page().language());
        long place = 2L * (time * (long) cuts.size() + i);
        Cut above = others.get((int) (Mixed.of(place) * others.size()));
        Cut below = others.get((int) (Mixed.of(place + 1) * others.size()));
        List<Line> lines = new ArrayList<>(above.lines().subList(0, above.first()));
        lines.addAll(own.lines().subList(own.first(), own.end()));
        lines.addAll(below.lines().subList(below.end(), below.lines().size()));
        List<String> hosts = List.of(above.page().host(), own.page().host(), below.page().host());
        composed.add(new Composed(text(own.page(), lines), hosts));
      }
    }
    return composed;
  }

  private static LabelledText text(LabelledText own, List<Line> lines) {
    StringBuilder text = new StringBuilder();
    List<Label> labels = new ArrayList<>();
    for (Line line : lines) {
      text.append(line.text());
      labels.add(line.label());
    }
    byte[] payload = text.toString().getBytes(StandardCharsets.UTF_8);
    Page page = own.page().withPayload(own.page().kind(), payload);
    return new LabelledText(page, own.host(), own.language(), labels);
  }

  /** A page and where its article begins and ends; null where it has none. */
  private static Cut cut(LabelledText page) {
    List<Line> lines = lines(page);
    int first = 0;
    while (first < lines.size() && !isArticle(lines.get(first).label())) {
      first++;
    }
    int end = lines.size();
    while (end > first && lines.get(end - 1).label() != Label.BODY) {
      end--;
    }
    if (end == first) {
      return null;
    }
    while (first > 0 && isField(lines.get(first - 1).label())) {
      first--;
    }
    for (int k = 0; k < LINES_BELOW && end < lines.size(); k++) {
      end += isField(lines.get(end).label()) ? 1 : 0;
    }
    return new Cut(page, lines, first, end);
  }

  private static boolean isArticle(Label label) {
    return label == Label.TITLE || label == Label.BODY;
  }

  private static boolean isField(Label label) {
    return label == Label.BYLINE || label == Label.DATE || label == Label.PROVIDER;
  }

  private static List<Line> lines(LabelledText page) {
    String text = new String(page.page().payload(), StandardCharsets.UTF_8);
    List<Line> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    boolean isOpen = false;
    for (String printed : text.split("\n", -1)) {
      if (!printed.isBlank()) {
        if (isOpen) {
          lines.add(new Line(page.labels().get(lines.size()), line.toString()));
        }
        isOpen = true;
        line.setLength(0);
      }
      line.append(printed).append('\n');
    }
    if (isOpen) {
      lines.add(new Line(page.labels().get(lines.size()), line.toString()));
    }
    return lines;
  }
}
