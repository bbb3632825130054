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
import java.util.List;
import org.copydesk.QualityFloors;
import org.copydesk.model.Article;
import org.copydesk.model.Page;
import org.copydesk.segment.SegmentSettings;
import org.copydesk.segment.Segmenter;
import org.copydesk.segment.SiteModel;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Pages flattened to text by block, every tag and link thrown away, beside rules that need no more
 * than the words of a block: ten words that end a sentence, the best contiguous run, the share of
 * stop words, and jusText's rules without its link density.
 */
@Tag("quality")
class FlatTextQualityTest {
  private static final Path DATA = Path.of("../shared/data");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int RULES = 6;

  private final Segmenter segmenter = new Segmenter(SegmentSettings.defaults());

  @Test
  void textsOfFlattenedArticlesAreFound() throws IOException {
    double[] precision = new double[RULES];
    double[] recall = new double[RULES];
    List<JsonNode> golds = golds("html-articles");
    List<List<String>> texts = new ArrayList<>();
    for (JsonNode gold : golds) {
      Path file = DATA.resolve("html-articles/pages/" + gold.get("source_file").asText());
      texts.add(blocks(Labelled.page(file, "http://fakehost/")));
    }
    StopWords stopWords = StopWords.of(texts);
    int pages = golds.size();
    for (int i = 0; i < pages; i++) {
      String truth = golds.get(i).get("article").get("text").asText();
      for (int rule = 0; rule < RULES; rule++) {
        double[] measure = Labelled.shingles(text(texts.get(i), rule, stopWords), truth);
        precision[rule] += measure[0];
        recall[rule] += measure[1];
      }
    }
    double[] f1 = new double[RULES];
    for (int rule = 0; rule < RULES; rule++) {
      double p = precision[rule] / pages;
      double r = recall[rule] / pages;
      f1[rule] = 2 * p * r / (p + r);
      System.out.printf("flat html-articles rule %d P %.4f R %.4f F1 %.4f%n", rule, p, r, f1[rule]);
    }
    assertThat(f1[0], greaterThanOrEqualTo(QualityFloors.FLAT_SHINGLE_F1));
    assertIsAhead(f1);
  }

  @Test
  void segmentsOfFlattenedPagesAreFound() throws IOException {
    int[] hits = new int[RULES];
    int[] misses = new int[RULES];
    int[] leaks = new int[RULES];
    List<JsonNode> golds = golds("html-segments");
    List<List<String>> texts = new ArrayList<>();
    for (JsonNode gold : golds) {
      Path file = DATA.resolve("html-segments/pages/" + gold.get("source_file").asText());
      texts.add(blocks(Labelled.page(file, gold.get("url").asText())));
    }
    StopWords stopWords = StopWords.of(texts);
    for (int i = 0; i < golds.size(); i++) {
      JsonNode gold = golds.get(i);
      for (int rule = 0; rule < RULES; rule++) {
        String text = Labelled.squash(text(texts.get(i), rule, stopWords));
        for (JsonNode with : gold.get("with")) {
          boolean isFound = text.contains(Labelled.squash(with.asText()));
          hits[rule] += isFound ? 1 : 0;
          misses[rule] += isFound ? 0 : 1;
        }
        for (JsonNode without : gold.get("without")) {
          leaks[rule] += text.contains(Labelled.squash(without.asText())) ? 1 : 0;
        }
      }
    }
    double[] f1 = new double[RULES];
    for (int rule = 0; rule < RULES; rule++) {
      f1[rule] = 2.0 * hits[rule] / (2.0 * hits[rule] + leaks[rule] + misses[rule]);
      System.out.printf("flat html-segments rule %d F1 %.4f%n", rule, f1[rule]);
    }
    assertThat(f1[0], greaterThanOrEqualTo(QualityFloors.FLAT_SEGMENTS_F1));
    assertIsAhead(f1);
  }

  private static List<JsonNode> golds(String set) throws IOException {
    List<JsonNode> golds = new ArrayList<>();
    for (String line : Files.readAllLines(DATA.resolve(set + "/gold.jsonl"))) {
      golds.add(JSON.readTree(line));
    }
    return golds;
  }

  private static void assertIsAhead(double[] f1) {
    for (int rule = 1; rule < RULES; rule++) {
      assertThat(f1[0] - f1[rule], greaterThanOrEqualTo(QualityFloors.FLAT_AHEAD));
    }
  }

  /**
   * 0: the segmenter; 1: blocks of ten words that end a sentence; 2: the best contiguous run; 3:
   * that with its short blocks; 4: as 1 with a fifth of stop words; 5: jusText's.
   */
  private String text(List<String> blocks, int rule, StopWords stopWords) {
    if (rule == 0) {
      byte[] payload = String.join("\n\n", blocks).getBytes(StandardCharsets.UTF_8);
      Article article = segmenter.segment(Page.text("page", 0, payload), SiteModel.NONE).article();
      return article == null ? "" : article.text();
    }
    if (rule == 1) {
      return String.join(
          "\n",
          blocks.stream().filter(b -> words(b) >= 10 && ends(b) && b.indexOf('©') < 0).toList());
    }
    if (rule == 4) {
      return stopWords.sentences(blocks.stream().filter(b -> words(b) >= 10 && ends(b)).toList());
    }
    if (rule == 5) {
      return stopWords.justText(blocks);
    }
    return run(blocks, rule == 2 ? 10 : 20, rule == 3);
  }

  /** A block of eight words that ends a sentence counts its words, any other costs some. */
  private static String run(List<String> blocks, int penalty, boolean isWhole) {
    int best = 0;
    int bestFrom = 0;
    int bestTo = 0;
    int from = 0;
    int sum = 0;
    for (int i = 0; i < blocks.size(); i++) {
      boolean isProse = words(blocks.get(i)) >= 8 && ends(blocks.get(i));
      sum += isProse ? words(blocks.get(i)) : -penalty;
      if (sum <= 0) {
        sum = 0;
        from = i + 1;
      } else if (sum > best) {
        best = sum;
        bestFrom = from;
        bestTo = i + 1;
      }
    }
    return String.join(
        "\n",
        blocks.subList(bestFrom, bestTo).stream()
            .filter(b -> isWhole || (words(b) >= 8 && ends(b)))
            .toList());
  }

  private static int words(String block) {
    return block.split(" ").length;
  }

  private static boolean ends(String block) {
    return ".!?…\"”»’'。".indexOf(block.charAt(block.length() - 1)) >= 0;
  }

  private static List<String> blocks(Page page) {
    List<String> blocks = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    Element body = Jsoup.parse(new String(page.payload(), StandardCharsets.UTF_8)).body();
    walk(body, open, blocks);
    flush(open, blocks);
    return blocks;
  }

  private static void walk(Node node, StringBuilder open, List<String> blocks) {
    if (node instanceof TextNode text) {
      open.append(text.getWholeText());
    } else if (node instanceof Element element) {
      String tag = element.normalName();
      if (tag.equals("script") || tag.equals("style") || tag.equals("noscript")) {
        return;
      }
      boolean isBlock = element.isBlock() || tag.equals("br") || tag.equals("td");
      if (isBlock) {
        flush(open, blocks);
      }
      for (Node child : element.childNodes()) {
        walk(child, open, blocks);
      }
      if (isBlock) {
        flush(open, blocks);
      }
    }
  }

  private static void flush(StringBuilder open, List<String> blocks) {
    String text = Labelled.squash(open.toString());
    open.setLength(0);
    if (!text.isEmpty()) {
      blocks.add(text);
    }
  }
}
