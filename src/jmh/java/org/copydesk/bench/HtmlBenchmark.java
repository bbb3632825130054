package org.copydesk.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.copydesk.html.HtmlSegmenter;
import org.copydesk.html.HtmlSettings;
import org.copydesk.model.Page;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Pages of HTML taken apart in one thread, parsing included. A page has 190 KB: an article of
 * testdata/dumps in a page that is mostly navigation, cards, attributes and scripts, as pages of
 * news are. The lines {@code perCpuSecond} are pages.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(time = 3)
@Measurement(time = 3)
public class HtmlBenchmark {
  private static final int PAGES = 64;
  private static final int BYTES = 190_000;

  /** Share of a page's bytes in scripts and styles; the rest is cards and navigation. */
  private static final double SCRIPTS = .5;

  private final HtmlSegmenter segmenter = new HtmlSegmenter(HtmlSettings.defaults());
  private final List<Page> pages = new ArrayList<>();

  /** Makes the pages. */
  @Setup
  public void setUp() throws IOException {
    for (String line : Files.readAllLines(Path.of("testdata/dumps.truth.jsonl"))) {
      JsonNode article = new ObjectMapper().readTree(line).path("article");
      if (pages.size() < PAGES && article.isObject()) {
        pages.add(page(article.path("title").asText(), article.path("text").asText()));
      }
    }
  }

  private Page page(String title, String text) {
    StringBuilder html = new StringBuilder(BYTES + 1_000);
    html.append("<!DOCTYPE html><html lang=\"en\"><head><title>").append(title);
    html.append("</title><meta property=\"og:type\" content=\"article\"></head><body>");
    for (int i = 0; html.length() < SCRIPTS * BYTES; i++) {
      html.append("<script>window.queue=window.queue||[];queue.push({\"slot\":").append(i);
      html.append(",\"sizes\":[[300,250],[728,90]],\"path\":\"/1234/news/top\"});</script>\n");
    }
    html.append("<main class=\"layout layout--story\"><article class=\"story\"><h1>").append(title);
    html.append("</h1><div class=\"story__body\">");
    for (String paragraph : text.split("\n\n")) {
      html.append("<p class=\"story__text\">").append(paragraph).append("</p>\n");
    }
    html.append("</div></article></main><div class=\"rail\">");
    for (int i = 0; html.length() < BYTES; i++) {
      html.append("<div class=\"card card--small\" data-track=\"rail-").append(i);
      html.append("\"><a class=\"card__link\" href=\"/news/2024/03/story-").append(i);
      html.append("\"><img class=\"card__image\" loading=\"lazy\" src=\"/img/").append(i);
      html.append(".jpg\" alt=\"\"></a><h3 class=\"card__title\"><a href=\"/news/2024/03/story-");
      html.append(i).append("\">Ferry number ").append(i).append(" sails again</a></h3>");
      html.append("<p class=\"card__text\">The council said the quay was mended.</p></div>\n");
    }
    html.append("</div></body></html>");
    byte[] bytes = html.toString().getBytes(StandardCharsets.UTF_8);
    String url = "https://harbour.example/news/2024/03/story";
    return new Page("page.html", 0, null, null, url, null, null, null, Page.Kind.HTML, bytes);
  }

  /** All pages once. */
  @Benchmark
  public void pages(Blackhole out, ThreadCpu cpu) {
    cpu.done(pages.size());
    for (Page page : pages) {
      out.consume(segmenter.segment(page));
    }
  }
}
