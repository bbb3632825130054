package org.copydesk.train;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.copydesk.html.BlockTrainer;
import org.copydesk.html.HtmlSegmenter;
import org.copydesk.model.Article;
import org.copydesk.model.Page;

/**
 * Trains the weights of a body's blocks from pages of HTML whose text is known, and measures them
 * by cross-validation over hosts. Of both sets the half is learned from that the rules of HTML were
 * developed on; the other stays for judging.
 */
public final class TrainBlocks {
  private static final int FOLDS = TrainPages.FOLDS;

  /** An article with what it teaches. */
  private record Known(FieldTruth truth, Page page, BlockTrainer.Lesson lesson) {}

  private final List<Known> articles = new ArrayList<>();
  private final List<BlockTrainer.Lesson> labelled = new ArrayList<>();

  /**
   * @param html folder of {@code gold.jsonl} and {@code pages/}: its articles are learned from
   * @param gold labels of page texts; {@code html.tsv} beside it names the HTML of some, and the
   *     folders it names lie beside {@code html}; null for none
   * @param text folder with the texts
   */
  public TrainBlocks(Path html, Path gold, Path text) throws IOException {
    Map<String, KnownArticle> known = KnownArticle.read(html.resolve("gold.jsonl"));
    for (FieldTruth truth : FieldTruth.read(html.resolve("gold.jsonl"))) {
      boolean isMeant =
          "article".equals(known.get(truth.file()).type())
              && TrainConfidence.isDevelopedOn(truth.host());
      Page page = isMeant ? TrainConfidence.page(html, truth) : null;
      if (page != null) {
        articles.add(new Known(truth, page, BlockTrainer.lesson(page, truth.text())));
      }
    }
    if (articles.isEmpty()) {
      throw new IllegalArgumentException(html + ": no article of the half that is learned from");
    }
    if (gold != null) {
      addLabelled(html, gold, text);
    }
  }

  /** Pages labelled line by line whose HTML is at hand and not among the articles. */
  private void addLabelled(Path html, Path gold, Path text) throws IOException {
    Map<String, String> files = new HashMap<>();
    for (String row : Files.readAllLines(gold.resolveSibling("html.tsv"))) {
      String[] fields = row.split("\t");
      if (fields.length > 1 && !fields[1].startsWith(html.getFileName() + "/")) {
        files.put(fields[0], fields[1]);
      }
    }
    for (LabelledText page : LabelledText.read(gold, text)) {
      String file = files.get(page.page().sourceFile());
      var article = page.record().article();
      if (file == null || article == null || !TrainConfidence.isDevelopedOn(page.host())) {
        continue;
      }
      Path path = html.resolveSibling(file);
      String url = "http://" + page.host() + "/x.html";
      Page read = Files.exists(path) ? MarkedPage.html(path, url) : null;
      if (read != null) {
        labelled.add(BlockTrainer.lesson(read, article.text()));
      }
    }
  }

  /** Word F1 of the articles' text, each read with what hosts other than its own taught. */
  public String crossValidate() {
    double rules = 0;
    double both = 0;
    for (int fold = 0; fold < FOLDS; fold++) {
      List<BlockTrainer.Lesson> others = new ArrayList<>(labelled);
      for (Known one : articles) {
        if (TrainPages.fold(one.truth().host()) != fold) {
          others.add(one.lesson());
        }
      }
      HtmlSegmenter taught = BlockTrainer.taught(others);
      for (Known one : articles) {
        if (TrainPages.fold(one.truth().host()) == fold) {
          rules += f1(BlockTrainer.byRules(), one);
          both += f1(taught, one);
        }
      }
    }
    return String.format(
        Locale.ROOT,
        "body: F1 %.4f of %d articles by folds over hosts, rules alone %.4f; %d labelled pages",
        both / articles.size(),
        articles.size(),
        rules / articles.size(),
        labelled.size());
  }

  private static double f1(HtmlSegmenter segmenter, Known one) {
    Article found = segmenter.segment(one.page()).article();
    return FieldTruth.f1(found == null ? "" : found.text(), one.truth().text());
  }

  /**
   * Writes what all of them teach.
   *
   * @param out what is measured is told there
   */
  public void write(Path model, PrintWriter out) throws IOException {
    String figures = crossValidate();
    out.println(figures);
    out.flush();
    List<BlockTrainer.Lesson> all = new ArrayList<>(labelled);
    articles.forEach(one -> all.add(one.lesson()));
    Files.write(
        model,
        BlockTrainer.rows(
            all,
            List.of(
                "Written by copydesk train blocks from WCXB (M. Foley, 2026; CC BY 4.0), the half",
                "of its development part that the rules were developed on, and from labelled pages.",
                figures)));
  }
}
