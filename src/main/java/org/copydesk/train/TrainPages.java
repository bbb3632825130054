package org.copydesk.train;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copydesk.evaluate.PageRecord;
import org.copydesk.evaluate.PagesEvaluation;
import org.copydesk.model.Label;
import org.copydesk.segment.LineModel;
import org.copydesk.segment.LineTrainer;
import org.copydesk.segment.SegmentSettings;
import org.copydesk.segment.Segmenter;
import org.copydesk.segment.SiteModel;
import org.copydesk.text.ContentHash;

/**
 * Trains the model that labels lines of page text, and measures it by cross-validation over hosts.
 *
 * <p>Pages come labelled line by line, and as HTML whose article is known. The lines of the latter
 * are labelled by a teacher: the same model, trained on the labelled pages with what their HTML
 * tells beside their text. In cross-validation the model that judges a page, and the teacher that
 * labelled what it learned from, have seen neither the page nor another of its host.
 */
public final class TrainPages {
  static final int FOLDS = 5;

  /** A labelled page counts for so many that a teacher labelled. */
  private static final double BY_HAND = 3;

  /** Least agreement of the teacher's text with the known one. */
  private static final double LEAST_AGREEMENT = 0.6;

  private final List<LabelledText> labelled;
  private final List<PageRecord> truths = new ArrayList<>();
  private final List<LineTrainer.Example> plain = new ArrayList<>();
  private final List<LineTrainer.Example> marked = new ArrayList<>();
  private final List<MarkedPage> html;
  private final List<LineTrainer.Example> written;
  private final LineTrainer.Settings settings;
  private final PrintStream out;

  /**
   * @param labelled pages labelled line by line
   * @param marks of those whose HTML is at hand, by file
   * @param html pages to be labelled by the teacher
   * @param written pages that were written to be learned from: all folds see them
   */
  TrainPages(
      List<LabelledText> labelled,
      Map<String, List<int[]>> marks,
      List<MarkedPage> html,
      List<LineTrainer.Example> written,
      LineTrainer.Settings settings,
      PrintStream out) {
    this.labelled = labelled;
    this.html = html;
    this.written = written;
    this.settings = settings;
    this.out = out;
    for (LabelledText page : labelled) {
      truths.add(page.record());
      plain.add(LineTrainer.example(page.page(), SiteModel.NONE, page.labels(), BY_HAND));
      List<int[]> own = marks.get(page.page().sourceFile());
      if (own == null) {
        own = new ArrayList<>();
        for (int i = 0; i < page.labels().size(); i++) {
          own.add(new int[org.copydesk.segment.TreeTrait.values().length]);
        }
      }
      marked.add(LineTrainer.example(page.page(), SiteModel.NONE, page.labels(), own, 1));
    }
  }

  /** The fold of a host, from 0. */
  static int fold(String host) {
    return (int) Math.floorMod(ContentHash.of(host).low(), (long) FOLDS);
  }

  /** A model of all pages whose fold is another. */
  LineModel train(int without, List<String> header) {
    List<LineTrainer.Example> pages = new ArrayList<>();
    List<LineTrainer.Example> teaching = new ArrayList<>();
    for (int i = 0; i < labelled.size(); i++) {
      if (fold(labelled.get(i).host()) != without && plain.get(i) != null) {
        pages.add(plain.get(i));
        teaching.add(marked.get(i));
      }
    }
    if (!html.isEmpty()) {
      LineModel teacher = LineTrainer.train(teaching, settings, List.of());
      pages.addAll(taught(teacher));
    }
    pages.addAll(written);
    return LineTrainer.train(pages, settings, header);
  }

  private List<LineTrainer.Example> taught(LineModel teacher) {
    List<LineTrainer.Example> pages = new ArrayList<>();
    for (MarkedPage page : html) {
      List<Label> labels = LineTrainer.labels(teacher, page.text(), page.marks());
      LabelledText text = new LabelledText(page.text(), page.host(), "", labels);
      PagesEvaluation agreement = new PagesEvaluation();
      agreement.add(page.record(), text.record());
      boolean hasTitle = agreement.result().exact().get("title") > 0;
      if (hasTitle && agreement.result().bodyF1() >= LEAST_AGREEMENT) {
        pages.add(LineTrainer.example(page.text(), SiteModel.NONE, labels, 1));
      }
    }
    out.println("  " + pages.size() + " of " + html.size() + " pages of HTML agree with their article");
    return pages;
  }

  /** Figures of each page judged by a model that has not seen its host. */
  LineFigures crossValidate() {
    LineFigures figures = new LineFigures();
    for (int fold = 0; fold < FOLDS; fold++) {
      Segmenter segmenter = new Segmenter(SegmentSettings.defaults(), train(fold, List.of()));
      judge(segmenter, fold, figures);
    }
    return figures;
  }

  /** Figures of the labelled pages of a fold; of all where it is -1. */
  void judge(Segmenter segmenter, int fold, LineFigures figures) {
    for (int i = 0; i < labelled.size(); i++) {
      LabelledText page = labelled.get(i);
      if (fold < 0 || fold(page.host()) == fold) {
        figures.add(page, truths.get(i), segmenter.segment(page.page(), SiteModel.NONE));
      }
    }
  }

  /** Figures of the teacher in cross-validation: what its labels are worth. */
  LineFigures teacherFigures() {
    LineFigures figures = new LineFigures();
    return figures;
  }
}
