package org.copydesk.train;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import org.copydesk.html.FieldSigns;
import org.copydesk.html.HtmlSegmenter;
import org.copydesk.html.HtmlSettings;
import org.copydesk.model.Article;
import org.copydesk.model.Confidence.Field;
import org.copydesk.model.Page;
import org.copydesk.segment.ConfidenceModel;
import org.copydesk.segment.LineModel;
import org.copydesk.segment.LineTrainer;
import org.copydesk.segment.SegmentSettings;
import org.copydesk.segment.Segmenter;
import org.copydesk.segment.SiteModel;
import org.copydesk.segment.TextSigns;
import org.copydesk.segment.WeighedArticle;
import org.copydesk.train.ConfidenceTrainer.Example;

/**
 * Trains what says how likely the fields of an article are right, for HTML and for page text each,
 * and measures it by cross-validation over hosts.
 *
 * <p>Lines of a page of text are labelled by a model that has seen no page of its host: what it was
 * taught it is surer of than of what it meets.
 */
public final class TrainConfidence {
  private final Path html;
  private final PrintWriter out;
  private final List<String> lines = new ArrayList<>();

  /**
   * @param html folder of {@code gold.jsonl} and {@code pages/}
   */
  public TrainConfidence(Path html, PrintWriter out) {
    this.html = html;
    this.out = out;
  }

  /**
   * Trains and writes the weights.
   *
   * @param text labelled pages of text, and what models of their lines learn from
   * @param judged further folders like {@code html}, which are measured on alone
   */
  public void run(TrainPages.Sources text, List<Path> judged, Path model) throws IOException {
    ConfidenceTrainer<FieldSigns> ofHtml =
        new ConfidenceTrainer<>(
            FieldSigns.class, FieldSigns::isOf, field -> ConfidenceTrainer.RIDGE);
    List<Example> pages = htmlExamples(html);
    tell("html", ofHtml.crossValidate(pages));
    Map<Field, ConfidenceModel.Weights> htmlWeights = ofHtml.train(pages);
    for (Path folder : judged) {
      tell("html " + folder.getFileName(), judge(htmlExamples(folder), htmlWeights));
    }
    ConfidenceTrainer<TextSigns> ofText =
        new ConfidenceTrainer<>(
            TextSigns.class, TextSigns::isOf, ConfidenceTrainer.RIDGES_OF_TEXT::get);
    List<Example> texts = textExamples(text);
    tell("text", ofText.crossValidate(texts));
    Map<Field, ConfidenceModel.Weights> textWeights = ofText.train(texts);
    for (Path folder : judged) {
      tell(
          "text " + folder.getFileName(),
          judge(renderedExamples(folder, null, Set.of(), -1), textWeights));
    }
    List<String> rows = new ArrayList<>();
    rows.add("# Weights of the confidence of fields, version " + ConfidenceModel.VERSION + ":");
    rows.add("# written by copydesk train confidence from WCXB (M. Foley, 2026; CC BY 4.0), its");
    rows.add("# development part, and from labelled page texts. Measured on hosts not learned");
    rows.add("# from (html, text), and on further sets:");
    lines.forEach(line -> rows.add("# " + line));
    rows.add("# source | field | sign | weight");
    addRows(rows, "html", FieldSigns.values(), FieldSigns::isOf, htmlWeights);
    addRows(rows, "text", TextSigns.values(), TextSigns::isOf, textWeights);
    Files.write(model, rows);
  }

  private void tell(String name, Calibration figures) {
    String text = figures.text(name);
    out.print(text);
    out.flush();
    lines.addAll(text.lines().toList());
  }

  private static Calibration judge(
      List<Example> examples, Map<Field, ConfidenceModel.Weights> weights) {
    Calibration figures = new Calibration();
    ConfidenceModel model = new ConfidenceModel(weights);
    examples.forEach(example -> figures.add(example, model));
    return figures;
  }

  private static <S extends Enum<S>> void addRows(
      List<String> rows,
      String source,
      S[] signs,
      java.util.function.BiPredicate<S, Field> isOf,
      Map<Field, ConfidenceModel.Weights> weights) {
    weights.forEach(
        (field, own) -> {
          rows.add(row(source, field, ConfidenceModel.CEILING, own.ceiling()));
          for (S sign : signs) {
            if (isOf.test(sign, field)) {
              rows.add(row(source, field, sign.name(), own.ofSigns()[sign.ordinal()]));
            }
          }
        });
  }

  private static String row(String source, Field field, String sign, double weight) {
    return String.format(Locale.ROOT, "%s | %s | %s | %.4f", source, field, sign, weight);
  }

  private static List<Example> htmlExamples(Path folder) throws IOException {
    HtmlSegmenter segmenter = new HtmlSegmenter(HtmlSettings.defaults());
    List<Example> examples = new ArrayList<>();
    for (FieldTruth truth : FieldTruth.read(folder.resolve("gold.jsonl"))) {
      Page page = page(folder, truth);
      WeighedArticle found = page == null ? null : segmenter.weighed(page);
      if (found != null) {
        examples.add(
            new Example(
                truth.host(),
                isDevelopedOn(truth.host()),
                found.signs(),
                truth.judge(found.article())));
      }
    }
    return examples;
  }

  /** Of the halves of the sets, by host, the one that the rules of HTML were developed on. */
  static boolean isDevelopedOn(String host) {
    CRC32 crc = new CRC32();
    crc.update(host.getBytes(StandardCharsets.UTF_8));
    return (crc.getValue() & 1) == 0;
  }

  static Page page(Path folder, FieldTruth truth) throws IOException {
    // Only the host may be known; none of the pages is a front page.
    String url = truth.url() == null ? "http://" + truth.host() + "/x.html" : truth.url();
    return MarkedPage.html(folder.resolve("pages/" + truth.file()), url);
  }

  private List<Example> textExamples(TrainPages.Sources sources) throws IOException {
    TrainPages pages = TrainPages.of(sources, LineTrainer.Settings.standard(), out);
    List<LabelledText> labelled = LabelledText.read(sources.gold(), sources.text());
    Set<String> hosts = new HashSet<>();
    labelled.forEach(page -> hosts.add(page.host()));
    List<Example> examples = new ArrayList<>();
    for (int fold = 0; fold < TrainPages.FOLDS; fold++) {
      out.println("lines, fold " + (fold + 1) + " of " + TrainPages.FOLDS);
      out.flush();
      LineModel model = pages.train(fold, List.of());
      Segmenter segmenter = new Segmenter(SegmentSettings.defaults(), model);
      for (LabelledText page : labelled) {
        Article truth = article(page);
        if (TrainPages.fold(page.host()) != fold || truth == null) {
          continue;
        }
        WeighedArticle found = segmenter.weighed(page.page(), SiteModel.NONE);
        if (found != null) {
          FieldTruth known =
              new FieldTruth(null, null, null, truth.title(), truth.text(), null, null);
          Map<Field, Boolean> right = known.judge(found.article());
          if (truth.title() == null) {
            right.remove(Field.TITLE);
          }
          examples.add(new Example(page.host(), false, found.signs(), right));
        }
      }
      examples.addAll(renderedExamples(html, model, hosts, fold));
    }
    return examples;
  }

  private static Article article(LabelledText page) {
    var fields = page.record().article();
    return fields == null
        ? null
        : new Article(fields.title(), null, List.of(), null, null, null, fields.text(), null, null);
  }

  /**
   * Articles of HTML as a simple dumper writes them.
   *
   * @param model that labels their lines; null for the one that comes with the program
   * @param without hosts that are left out
   * @param fold of the hosts; -1 for all
   */
  private static List<Example> renderedExamples(
      Path folder, LineModel model, Set<String> without, int fold) throws IOException {
    Segmenter segmenter = new Segmenter(SegmentSettings.defaults(), model);
    Map<String, KnownArticle> known =
        new HashMap<>(KnownArticle.read(folder.resolve("gold.jsonl")));
    List<Example> examples = new ArrayList<>();
    for (FieldTruth truth : FieldTruth.read(folder.resolve("gold.jsonl"))) {
      String type = known.get(truth.file()).type();
      boolean isMeant = fold < 0 || TrainPages.fold(truth.host()) == fold;
      boolean isArticle = type == null || type.equals("article");
      if (!isMeant || !isArticle || without.contains(truth.host())) {
        continue;
      }
      Page page = MarkedPage.html(folder.resolve("pages/" + truth.file()));
      if (page == null) {
        continue;
      }
      RenderedHtml rendered = RenderedHtml.of(new String(page.payload(), StandardCharsets.UTF_8));
      Page text = Page.text(truth.file(), 0, rendered.text());
      WeighedArticle found = segmenter.weighed(text, SiteModel.NONE);
      if (found != null) {
        Map<Field, Boolean> right = new EnumMap<>(truth.judge(found.article()));
        examples.add(new Example(truth.host(), false, found.signs(), right));
      }
    }
    return examples;
  }
}
