package org.copydesk.html;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.copydesk.html.BlockTrainer.Example;
import org.copydesk.html.LabelledPages.Labelled;
import org.copydesk.html.stated.PageAddress;
import org.copydesk.model.Page;
import org.copydesk.segment.SiteModel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Weights of blocks: learned from WCXB's articles of the half to develop on and from labelled pages
 * of the same half whose HTML is at hand; WCXB is measured by five folds, each with weights that
 * learned from the others. With COPYDESK_BODY_BLOCKS set to a path, the weights learned from all
 * are written there.
 */
@Tag("quality")
class LearnedBodyQualityTest {
  private static final Path DATA = Path.of("../shared/data");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FOLDS = 5;

  private final HtmlSegmenter byRules =
      new HtmlSegmenter(
          HtmlSettings.defaults().withEvidence(HtmlEvidence.allBut(HtmlEvidence.LEARNED_BLOCKS)));

  @Test
  void whatIsLearnedServesPagesItDidNotLearnFrom() throws IOException {
    List<List<Example>> labelled = labelledPages();
    Map<String, List<Example>> learned = new LinkedHashMap<>();
    List<Labelled> articles = new ArrayList<>();
    for (Labelled gold : LabelledPages.wcxb()) {
      if (gold.group().equals("article") && gold.isToDevelopOn()) {
        articles.add(gold);
        HtmlSegmenter.Judged judged = byRules.judged(gold.page(), SiteModel.NONE);
        learned.put(gold.file(), BlockTrainer.examples(judged.blocks(), gold.text()));
      }
    }
    double rules = 0;
    double both = 0;
    for (int fold = 0; fold < FOLDS; fold++) {
      List<List<Example>> others = new ArrayList<>(labelled);
      for (Labelled gold : articles) {
        if (fold(gold.url()) != fold) {
          others.add(learned.get(gold.file()));
        }
      }
      BlockModel model = BlockTrainer.model(BlockTrainer.train(others));
      for (Labelled gold : articles) {
        if (fold(gold.url()) == fold) {
          rules += f1(byRules.judged(gold.page(), SiteModel.NONE), gold);
          both +=
              f1(
                  new HtmlSegmenter(HtmlSettings.defaults(), model)
                      .judged(gold.page(), SiteModel.NONE),
                  gold);
        }
      }
    }
    System.out.printf(
        "learned blocks, WCXB develop by folds: F1 %.4f, rules alone %.4f, %d labelled pages beside%n",
        both / articles.size(), rules / articles.size(), labelled.size());
    String path = System.getenv("COPYDESK_BODY_BLOCKS");
    if (path != null) {
      labelled.addAll(learned.values());
      BlockTrainer.write(BlockTrainer.train(labelled), Path.of(path));
    }
    assertThat(both - rules, greaterThanOrEqualTo(0.0));
  }

  private static double f1(HtmlSegmenter.Judged judged, Labelled gold) {
    var article = judged.page().segmented().article();
    return WordF1.ofWords(article == null ? "" : article.text(), gold.text());
  }

  /** By host, so no site is in two folds. */
  private static int fold(String url) {
    CRC32 crc = new CRC32();
    crc.update(("fold " + PageAddress.host(url)).getBytes(StandardCharsets.UTF_8));
    return (int) (crc.getValue() % FOLDS);
  }

  /** Pages labelled line by line, of the half to develop on, WCXB's apart. */
  private List<List<Example>> labelledPages() throws IOException {
    Map<String, String> addresses = new HashMap<>();
    for (String set : new String[] {"html-segments", "html-daniel"}) {
      for (String line : Files.readAllLines(DATA.resolve(set + "/gold.jsonl"))) {
        JsonNode gold = JSON.readTree(line);
        String url =
            gold.has("url")
                ? gold.get("url").asText()
                : "http://" + gold.get("host").asText() + "/x.html";
        addresses.put(set + "/pages/" + gold.get("source_file").asText(), url);
      }
    }
    Map<String, String> htmlOf = new HashMap<>();
    for (String line : Files.readAllLines(DATA.resolve("page-text/html.tsv"))) {
      String[] row = line.split("\t");
      htmlOf.put(row[0], row.length > 1 ? row[1] : "");
    }
    List<List<Example>> pages = new ArrayList<>();
    for (String line : Files.readAllLines(DATA.resolve("page-text/gold.jsonl"))) {
      JsonNode gold = JSON.readTree(line);
      String file = htmlOf.getOrDefault(gold.get("source_file").asText(), "");
      String url = addresses.get(file);
      if (url != null
          && org.copydesk.html.Labelled.isToDevelopOn(url)
          && gold.path("article").isObject()) {
        Page page = org.copydesk.html.Labelled.page(DATA.resolve(file), url);
        pages.add(
            BlockTrainer.examples(
                byRules.judged(page, SiteModel.NONE).blocks(),
                gold.get("article").get("text").asText()));
      }
    }
    return pages;
  }
}
