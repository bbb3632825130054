package org.copydesk.train;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.copydesk.evaluate.DumpPages;
import org.copydesk.evaluate.PageRecord;
import org.copydesk.evaluate.PagesEvaluation;
import org.copydesk.evaluate.PagesResult;
import org.copydesk.model.Label;
import org.copydesk.model.Page;
import org.copydesk.model.Segmented;
import org.copydesk.model.Span;

/** Holds pages that were taken apart against labelled ones: by page, by line, by language. */
public final class LineFigures {
  private static final int LEAST_OF_A_LANGUAGE = 10;

  private final PagesEvaluation all = new PagesEvaluation();
  private final TreeMap<String, PagesEvaluation> byLanguage = new TreeMap<>();
  private final TreeMap<String, Integer> pages = new TreeMap<>();
  private final Map<Label, int[]> lines = new EnumMap<>(Label.class);

  /** Counts a page. */
  public void add(LabelledText gold, PageRecord truth, Segmented found) {
    Page page = gold.page();
    PageRecord record = DumpPages.record(page, found);
    all.add(truth, record);
    byLanguage.computeIfAbsent(gold.language(), k -> new PagesEvaluation()).add(truth, record);
    pages.merge(gold.language(), 1, Integer::sum);
    List<Label> labels = labelsOf(page, found.spans());
    for (int i = 0; i < Math.min(labels.size(), gold.labels().size()); i++) {
      Label right = gold.labels().get(i);
      count(right)[0]++;
      count(labels.get(i))[1]++;
      count(right)[2] += right == labels.get(i) ? 1 : 0;
    }
  }

  private int[] count(Label label) {
    return lines.computeIfAbsent(label, k -> new int[3]);
  }

  /** The label at the beginning of each printed line that is not blank. */
  static List<Label> labelsOf(Page page, List<Span> spans) {
    List<Label> labels = new ArrayList<>();
    byte[] payload = page.payload();
    boolean isBlank = true;
    int span = 0;
    for (int at = 0; at < payload.length; at++) {
      byte b = payload[at];
      boolean isSpace = b == ' ' || b == '\t' || b == '\r';
      if (b == '\n') {
        isBlank = true;
      } else if (isBlank && !isSpace) {
        isBlank = false;
        while (span < spans.size() && spans.get(span).end() <= at) {
          span++;
        }
        Label label = span < spans.size() ? spans.get(span).label() : Label.BOILERPLATE;
        labels.add(label == Label.DATELINE ? Label.BODY : label);
      }
    }
    return labels;
  }

  /** Figures of all pages. */
  public PagesResult result() {
    return all.result();
  }

  /** F1 over lines of a label; 1 where none was to be found and none was. */
  public double f1(Label label) {
    int[] count = count(label);
    return count[0] + count[1] == 0 ? 1 : 2.0 * count[2] / (count[0] + count[1]);
  }

  /** For a terminal. */
  public String text() {
    StringBuilder out = new StringBuilder(all.result().text());
    out.append("lines, F1       ");
    for (Label label : lines.keySet()) {
      out.append(String.format(Locale.ROOT, " %s %.3f", label.stored(), f1(label)));
    }
    out.append("\nbody by language ");
    byLanguage.forEach(
        (language, evaluation) -> {
          if (pages.get(language) >= LEAST_OF_A_LANGUAGE) {
            out.append(
                String.format(
                    Locale.ROOT,
                    " %s (%d) %.4f",
                    language,
                    pages.get(language),
                    evaluation.result().bodyF1()));
          }
        });
    return out.append('\n').toString();
  }
}
