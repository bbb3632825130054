package org.copydesk.html;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.copydesk.html.tree.TextBlock;
import org.copydesk.model.Article;
import org.copydesk.model.Page;
import org.copydesk.model.PageType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds the segmenter against the other open extractors of the JVM, on the same pages. */
@Tag("quality")
class HtmlPeersTest {
  private static final Path DATA = Path.of("../shared/data");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FEWEST_WORDS = 40;

  private interface Extractor {
    String textOf(Page page, String html);
  }

  private static final class Line {
    int hits;
    int leaks;
    int misses;
    double precision;
    double recall;
    long nanos;
    long worstNanos;
    long bytes;
    int pages;

    double segmentsF1() {
      return 2.0 * hits / (2.0 * hits + leaks + misses);
    }
  }

  private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();

  private static Map<String, Extractor> extractors() {
    HtmlSettings ofAllTypes =
        HtmlSettings.defaults().withPageTypes(EnumSet.allOf(PageType.class), true);
    HtmlSegmenter ours = new HtmlSegmenter(ofAllTypes);
    Map<String, Extractor> extractors = new LinkedHashMap<>();
    extractors.put(
        "copydesk",
        (page, html) -> {
          Article article = ours.segment(page).article();
          return article == null ? "" : article.text();
        });
    extractors.put("boilerpipe 1.1.0", (page, html) -> Peers.boilerpipe(html));
    extractors.put("readability4j 1.0.8", (page, html) -> Peers.readability4j(html, page.url()));
    return extractors;
  }

  private String timed(Extractor extractor, Page page, Line line) {
    String html = new String(page.payload(), StandardCharsets.UTF_8);
    long start = clock.getCurrentThreadCpuTime();
    String text = extractor.textOf(page, html);
    long nanos = clock.getCurrentThreadCpuTime() - start;
    line.nanos += nanos;
    line.worstNanos = Math.max(line.worstNanos, nanos);
    line.bytes += page.payload().length;
    line.pages++;
    return text;
  }

  @Test
  void oursIsTheBestOnTheJvm() throws IOException {
    Map<String, Line> lines = new LinkedHashMap<>();
    for (Map.Entry<String, Extractor> entry : extractors().entrySet()) {
      Line line = new Line();
      segments(entry.getValue(), new Line());
      segments(entry.getValue(), line);
      double f1 = articles(entry.getValue(), line);
      lines.put(entry.getKey(), line);
      System.out.printf(
          "%-20s html-segments F1 %.3f, html-articles F1 %.3f, %.0f pages a CPU second (%.1f MB), slowest %.0f ms%n",
          entry.getKey(),
          line.segmentsF1(),
          f1,
          line.pages / (line.nanos / 1e9),
          line.bytes / 1e6 / (line.nanos / 1e9),
          line.worstNanos / 1e6);
    }
    double ours = lines.remove("copydesk").segmentsF1();
    lines.forEach((name, line) -> assertThat(name, ours, greaterThan(line.segmentsF1())));
  }

  /** Mean word F1 of the text by set and type; pages of all types are asked for. */
  @Test
  void byPageTypeAndLanguage() throws IOException {
    List<LabelledPages.Labelled> pages = new ArrayList<>(LabelledPages.wcxb());
    pages.addAll(LabelledPages.daniel());
    Map<String, double[]> sums = new TreeMap<>();
    Map<String, Extractor> extractors = extractors();
    for (LabelledPages.Labelled gold : pages) {
      Page page = gold.page();
      String html = new String(page.payload(), StandardCharsets.UTF_8);
      double[] sum =
          sums.computeIfAbsent(
              gold.set() + " " + gold.group(), group -> new double[extractors.size() + 1]);
      int column = 0;
      for (Extractor extractor : extractors.values()) {
        String found = extractor.textOf(page, html);
        sum[column++] +=
            gold.group().equals("Chinese")
                ? WordF1.ofCharacters(found, gold.text())
                : WordF1.ofWords(found, gold.text());
      }
      sum[column]++;
    }
    System.out.println("F1 of the text alone: " + extractors.keySet());
    sums.forEach(
        (group, sum) -> {
          StringBuilder line = new StringBuilder(group);
          for (int i = 0; i < sum.length - 1; i++) {
            line.append(String.format(Locale.ROOT, " %.3f", sum[i] / sum[sum.length - 1]));
          }
          System.out.println(line.append(" of ").append((int) sum[sum.length - 1]));
        });
    double[] articles = sums.get("html-wcxb article");
    assertThat(articles[0], greaterThan(Math.max(articles[1], articles[2])));
  }

  private void segments(Extractor extractor, Line line) throws IOException {
    for (String row : Files.readAllLines(DATA.resolve("html-segments/gold.jsonl"))) {
      JsonNode gold = JSON.readTree(row);
      Path file = DATA.resolve("html-segments/pages/" + gold.get("source_file").asText());
      Page page = Labelled.page(file, gold.get("url").asText());
      String text = Labelled.squash(timed(extractor, page, line));
      for (JsonNode with : gold.get("with")) {
        boolean isFound = text.contains(Labelled.squash(with.asText()));
        line.hits += isFound ? 1 : 0;
        line.misses += isFound ? 0 : 1;
      }
      for (JsonNode without : gold.get("without")) {
        line.leaks += text.contains(Labelled.squash(without.asText())) ? 1 : 0;
      }
    }
  }

  private double articles(Extractor extractor, Line line) throws IOException {
    int pages = 0;
    for (String row : Files.readAllLines(DATA.resolve("html-articles/gold.jsonl"))) {
      JsonNode gold = JSON.readTree(row);
      String truth = gold.get("article").get("text").asText();
      if (new TextBlock(truth, null, 0, null, null, false).words < FEWEST_WORDS) {
        continue;
      }
      Path file = DATA.resolve("html-articles/pages/" + gold.get("source_file").asText());
      Page page = Labelled.page(file, "http://fakehost/test/page.html");
      String html = new String(page.payload(), StandardCharsets.UTF_8);
      double[] measure = Labelled.shingles(extractor.textOf(page, html), truth);
      line.precision += measure[0];
      line.recall += measure[1];
      pages++;
    }
    double precision = line.precision / pages;
    double recall = line.recall / pages;
    return 2 * precision * recall / (precision + recall);
  }
}
