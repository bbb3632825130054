package org.copydesk.train;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import org.copydesk.evaluate.CarriedLabels;
import org.copydesk.evaluate.DumpPages;
import org.copydesk.evaluate.PageRecord;
import org.copydesk.evaluate.PagesEvaluation;
import org.copydesk.evaluate.Rendering;
import org.copydesk.generate.GenerateSettings;
import org.copydesk.model.Label;
import org.copydesk.model.Page;
import org.copydesk.model.Segmented;
import org.copydesk.segment.LabelledLines;
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
 * are labelled by a teacher: a larger model, trained on the labelled pages with what their HTML
 * tells beside their text. In cross-validation the model that judges a page, and the teacher that
 * labelled what it learned from, have seen neither the page nor another of its host.
 */
public final class TrainPages {
  static final int FOLDS = 5;

  /** A labelled page counts for so many that a teacher labelled. */
  private static final double BY_HAND = 2;

  /** The same page as another dumper writes it counts for so many beside it. */
  private static final double RENDERED = 1;

  /** In turn from page to page. */
  private static final Rendering[] RENDERINGS = {
    Rendering.LIST_MARKS, Rendering.LINE_ENDS, Rendering.WRAPPED
  };

  /** Least agreement of the teacher's text with the known one. */
  private static final double LEAST_AGREEMENT = 0.6;

  private final List<LabelledText> labelled;
  private final List<PageRecord> truths = new ArrayList<>();
  private final List<LabelledLines> plain = new ArrayList<>();
  private final List<LabelledLines> rendered = new ArrayList<>();
  private final List<LabelledLines> marked = new ArrayList<>();
  private final List<ComposedPages.Composed> composed;
  private final List<LabelledLines> ofComposed = new ArrayList<>();
  private final List<MarkedPage> html;
  private final List<LabelledLines> written;
  private final int mostLabelled;
  private final LineTrainer.Settings settings;
  private final PrintWriter out;

  /**
   * @param labelled pages labelled line by line
   * @param marks of those whose HTML is at hand, by file
   * @param html pages to be labelled by the teacher
   * @param written pages that were written to be learned from: all folds see them
   * @param mostLabelled labelled pages at most that a model learns from
   */
  TrainPages(
      List<LabelledText> labelled,
      Map<String, List<int[]>> marks,
      List<MarkedPage> html,
      List<LabelledLines> written,
      int mostLabelled,
      LineTrainer.Settings settings,
      PrintWriter out) {
    this.labelled = labelled;
    this.html = html;
    this.written = written;
    this.mostLabelled = mostLabelled;
    this.settings = settings;
    this.out = out;
    this.composed = ComposedPages.of(labelled.subList(0, Math.min(mostLabelled, labelled.size())));
    for (ComposedPages.Composed one : composed) {
      LabelledText page = one.page();
      ofComposed.add(LabelledLines.of(page.page(), SiteModel.NONE, page.labels(), 1));
    }
    for (LabelledText page : labelled) {
      truths.add(page.record());
      plain.add(LabelledLines.of(page.page(), SiteModel.NONE, page.labels(), BY_HAND));
      rendered.add(rendered(page, RENDERINGS[rendered.size() % RENDERINGS.length]));
      List<int[]> own = marks.get(page.page().sourceFile());
      if (own == null) {
        own = new ArrayList<>();
        for (int i = 0; i < page.labels().size(); i++) {
          own.add(new int[org.copydesk.segment.TreeTrait.values().length]);
        }
      }
      marked.add(LabelledLines.of(page.page(), SiteModel.NONE, page.labels(), own, 1));
    }
  }

  private static LabelledLines rendered(LabelledText page, Rendering rendering) {
    String text = new String(page.page().payload(), StandardCharsets.UTF_8);
    String other = rendering.render(text, page.page().sourceFile());
    return LabelledLines.of(
        page.page().withPayload(page.page().kind(), other.getBytes(StandardCharsets.UTF_8)),
        SiteModel.NONE,
        CarriedLabels.carry(text, page.labels(), other),
        RENDERED);
  }

  /** The fold of a host, from 0. */
  static int fold(String host) {
    return (int) Math.floorMod(ContentHash.of(host).low(), (long) FOLDS);
  }

  /**
   * A model of all pages whose fold is another, and of what is put together from them; labels of
   * HTML, whose known article names title and text, count less, as they are a teacher's.
   */
  LineModel train(int without, List<String> header) {
    List<LabelledLines> pages = new ArrayList<>();
    List<LabelledLines> mixed = new ArrayList<>();
    List<LabelledLines> teaching = new ArrayList<>();
    int learned = 0;
    for (int i = 0; i < labelled.size() && learned < mostLabelled; i++) {
      if (fold(labelled.get(i).host()) != without && plain.get(i) != null) {
        learned++;
        pages.add(plain.get(i));
        pages.add(rendered.get(i));
        teaching.add(marked.get(i));
      }
    }
    for (int i = 0; i < composed.size(); i++) {
      if (composed.get(i).hosts().stream().noneMatch(host -> fold(host) == without)) {
        mixed.add(ofComposed.get(i));
      }
    }
    pages.addAll(written);
    List<LabelledLines> ofHtml =
        html.isEmpty()
            ? List.of()
            : taught(LineTrainer.train(alone(teaching), settings.ofTeacher(), List.of()));
    return LineTrainer.train(new LineTrainer.Pages(pages, mixed, ofHtml), settings, header);
  }

  private static LineTrainer.Pages alone(List<LabelledLines> pages) {
    return new LineTrainer.Pages(pages, List.of(), List.of());
  }

  private List<LabelledLines> taught(LineModel teacher) {
    List<LabelledLines> pages = new ArrayList<>();
    for (MarkedPage page : html) {
      List<Label> labels = LabelledLines.labels(teacher, page.text(), page.marks());
      LabelledText text = new LabelledText(page.text(), page.host(), "", labels);
      PagesEvaluation agreement = new PagesEvaluation();
      agreement.add(page.record(), text.record());
      boolean hasTitle = agreement.result().exact().get("title") > 0;
      if (hasTitle && agreement.result().bodyF1() >= LEAST_AGREEMENT) {
        pages.add(LabelledLines.of(page.text(), SiteModel.NONE, labels, 1));
      }
    }
    out.println(
        "  " + pages.size() + " of " + html.size() + " pages of HTML agree with their article");
    return pages;
  }

  /** Figures of each page judged by a model that has not seen its host. */
  public LineFigures crossValidate() {
    LineFigures figures = new LineFigures();
    eachFold((segmenter, fold) -> judge(segmenter, fold, figures));
    return figures;
  }

  /**
   * Trains a model for each fold.
   *
   * @param judge is given it, in a segmenter, and the fold whose hosts it has not seen
   */
  void eachFold(ObjIntConsumer<Segmenter> judge) {
    for (int fold = 0; fold < FOLDS; fold++) {
      out.println("fold " + (fold + 1) + " of " + FOLDS);
      judge.accept(new Segmenter(SegmentSettings.defaults(), train(fold, List.of())), fold);
    }
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

  /** Figures of the pages of a fold as another dumper writes them. */
  void judge(Segmenter segmenter, int fold, Rendering rendering, PagesEvaluation figures) {
    for (int i = 0; i < labelled.size(); i++) {
      Page page = labelled.get(i).page();
      if (fold(labelled.get(i).host()) == fold) {
        String text = new String(page.payload(), StandardCharsets.UTF_8);
        byte[] other = rendering.render(text, page.sourceFile()).getBytes(StandardCharsets.UTF_8);
        Page written = page.withPayload(page.kind(), other);
        Segmented found = segmenter.segment(written, SiteModel.NONE);
        figures.add(truths.get(i), DumpPages.record(written, found));
      }
    }
  }

  /**
   * What to train from.
   *
   * @param gold labels of the lines of texts
   * @param text folder with the texts
   * @param html folder of {@code gold.jsonl} and {@code pages/}; null for none
   * @param written folder of pages written to be learned from; null for none
   * @param generated pages to generate beside them
   * @param mostHtml pages of HTML at most
   * @param mostLabelled labelled pages at most that a model learns from, the first of the file; all
   *     are judged
   */
  public record Sources(
      Path gold,
      Path text,
      Path html,
      Path written,
      int generated,
      int mostHtml,
      int mostLabelled) {}

  /** Languages in which pages are generated. */
  private static final List<String> LANGUAGES =
      List.of("ar", "de", "en", "es", "fr", "he", "hi", "ja", "pt", "ru", "tr", "zh");

  private static final long SEED = 19;

  /** A generated page counts for so much, alone and with its site. */
  private static final double GENERATED = 0.2;

  private static final double OF_SITE = 0.5;

  /** A page of the folder counts for so much. */
  private static final double WRITTEN = 6;

  /** Reads the sources. */
  public static TrainPages of(Sources sources, LineTrainer.Settings settings, PrintWriter out)
      throws IOException {
    List<LabelledText> labelled = LabelledText.read(sources.gold(), sources.text());
    Set<String> hosts = new HashSet<>();
    labelled.forEach(page -> hosts.add(page.host()));
    Map<String, List<int[]>> marks = new HashMap<>();
    List<MarkedPage> html = List.of();
    if (sources.html() != null) {
      addMarks(sources, labelled, marks);
      html = MarkedPage.read(sources.html(), hosts, sources.mostHtml());
    }
    List<LabelledLines> written = written(sources, settings);
    out.println(
        labelled.size()
            + " labelled pages, "
            + marks.size()
            + " of them with their HTML, "
            + html.size()
            + " pages of HTML, "
            + written.size()
            + " written");
    return new TrainPages(labelled, marks, html, written, sources.mostLabelled(), settings, out);
  }

  /** Where {@code html.tsv} beside the labels names a file of the folder of HTML, its marks. */
  private static void addMarks(
      Sources sources, List<LabelledText> labelled, Map<String, List<int[]>> marks)
      throws IOException {
    Path list = sources.gold().resolveSibling("html.tsv");
    if (!Files.exists(list)) {
      return;
    }
    Map<String, LabelledText> byFile = new HashMap<>();
    labelled.forEach(page -> byFile.put(page.page().sourceFile(), page));
    Map<String, KnownArticle> known = KnownArticle.read(sources.html().resolve("gold.jsonl"));
    String folder = sources.html().getFileName() + "/";
    for (String row : Files.readAllLines(list)) {
      String[] fields = row.split("\t");
      LabelledText page = byFile.get(fields[0]);
      if (fields.length < 2 || page == null || !fields[1].startsWith(folder)) {
        continue;
      }
      Path file = sources.html().resolve(fields[1].substring(folder.length()));
      KnownArticle article = known.get(file.getFileName().toString());
      List<int[]> own = MarkedPage.marks(file, article, page.lines());
      if (own != null) {
        marks.put(fields[0], own);
      }
    }
  }

  /** Written pages; those that are generated also with what their sites teach. */
  private static List<LabelledLines> written(Sources sources, LineTrainer.Settings settings)
      throws IOException {
    List<LabelledLines> examples = new ArrayList<>();
    if (sources.written() != null) {
      WrittenPages pages = new WrittenPages();
      pages.addFolder(sources.written());
      examples.addAll(pages.alone(WRITTEN));
    }
    if (sources.generated() > 0) {
      WrittenPages pages = new WrittenPages();
      pages.addGenerated(
          GenerateSettings.of(sources.generated(), SEED)
              .withSites(Math.max(1, sources.generated() / 10))
              .withLanguages(LANGUAGES)
              .withHalf(GenerateSettings.Half.DEVELOP));
      examples.addAll(pages.alone(GENERATED));
      // What a sample of a site's pages says needs a model: one of the written pages alone.
      LineModel first = LineTrainer.train(alone(examples), settings.ofTeacher(), List.of());
      examples.addAll(pages.ofSites(first, OF_SITE));
    }
    return examples;
  }

  /** A model of all pages, which says in its header where it is from. */
  public LineModel trainOnAll() {
    int lines = 0;
    for (LabelledText page : labelled) {
      lines += page.labels().size();
    }
    List<String> header =
        List.of(
            "Weights of the labels of lines: written by copydesk train pages.",
            "Learned from " + labelled.size() + " pages, " + lines + " lines labelled by hand,",
            "from " + html.size() + " pages of HTML whose article is known,",
            "and from " + written.size() + " pages written for the project.",
            "Pages of HTML: WCXB, development part (M. Foley, 2026), CC BY 4.0.");
    return train(-1, header);
  }
}
