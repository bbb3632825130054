package org.copydesk.evaluate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.zip.GZIPInputStream;
import org.copydesk.QualityFloors;
import org.copydesk.model.Label;
import org.copydesk.model.Page;
import org.copydesk.segment.SegmentSettings;
import org.copydesk.segment.Segmenter;
import org.copydesk.segment.SiteModel;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Real pages as several dumpers write them: what is found must not hang on the dumper. */
@Tag("quality")
class RenderingsQualityTest {
  private static final Path DATA = Path.of("../shared/data");
  private static final Path PAGES = DATA.resolve("page-text");

  private static final Map<String, PageRecord> GOLD = new LinkedHashMap<>();
  private static final Map<String, String> TEXTS = new HashMap<>();
  private static final Map<String, List<Label>> LABELS = new HashMap<>();
  private static final Map<String, String> HTML = new HashMap<>();

  @BeforeAll
  static void readPages() throws IOException {
    PageRecord.read(PAGES.resolve("gold.jsonl"), page -> GOLD.put(page.sourceFile(), page));
    for (String name : GOLD.keySet()) {
      TEXTS.put(name, Files.readString(PAGES.resolve("text/" + name)));
    }
    for (String[] row : rows("labels.tsv")) {
      List<Label> labels = new ArrayList<>();
      for (String run : row[3].strip().split(" ")) {
        String[] parts = run.split("\\*");
        Label label = Label.valueOf(parts[0].toUpperCase(Locale.ROOT));
        labels.addAll(Collections.nCopies(Integer.parseInt(parts[1]), label));
      }
      LABELS.put(row[0], labels);
    }
    for (String[] row : rows("html.tsv")) {
      HTML.put(row[0], html(DATA.resolve(row[1])));
    }
  }

  private static List<String[]> rows(String file) throws IOException {
    return Files.readAllLines(PAGES.resolve(file)).stream()
        .skip(1)
        .map(row -> row.split("\t", -1))
        .toList();
  }

  private static String html(Path file) throws IOException {
    byte[] raw;
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      raw = in.readAllBytes();
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException e) {
      return Jsoup.parse(new java.io.ByteArrayInputStream(raw), null, "").outerHtml();
    }
  }

  private static PagesResult measure(
      String name, Iterable<String> pages, BiFunction<String, String, String> render) {
    PagesEvaluation evaluation = new PagesEvaluation();
    Segmenter segmenter = new Segmenter(SegmentSettings.defaults());
    for (String file : pages) {
      byte[] payload = render.apply(file, TEXTS.get(file)).getBytes(StandardCharsets.UTF_8);
      Page page = Page.text(file, 0, payload);
      PageRecord found = DumpPages.record(page, segmenter.segment(page, SiteModel.NONE));
      evaluation.add(GOLD.get(file), found);
    }
    PagesResult result = evaluation.result();
    System.out.printf(
        Locale.ROOT,
        "%-22s body %.3f title %.3f teasers %.3f (P %.3f R %.3f) leak %.3f missed %d%n",
        name,
        result.bodyF1(),
        result.exact().get("title"),
        result.teasers().f1(),
        result.teasers().precision(),
        result.teasers().recall(),
        result.leakage(),
        result.missedArticles());
    return result;
  }

  private static void assertNear(PagesResult plain, PagesResult other) {
    double lost = QualityFloors.LOST_TO_RENDERING;
    assertThat(other.bodyF1(), greaterThanOrEqualTo(plain.bodyF1() - lost));
    double title = plain.exact().get("title");
    assertThat(other.exact().get("title"), greaterThanOrEqualTo(title - lost));
    assertThat(other.teasers().f1(), greaterThanOrEqualTo(plain.teasers().f1() - lost));
    assertThat(-other.leakage(), greaterThanOrEqualTo(-plain.leakage() - lost));
  }

  @Test
  void textsAsOtherDumpersWriteThem() {
    PagesResult plain = measure("plain", GOLD.keySet(), (file, text) -> text);
    for (Rendering rendering : Rendering.values()) {
      if (rendering != Rendering.PLAIN) {
        assertNear(
            plain,
            measure(rendering.name(), GOLD.keySet(), (file, text) -> rendering.render(text, file)));
      }
    }
  }

  @Test
  void htmlAsOtherDumpersWriteIt() {
    List<String> pages = GOLD.keySet().stream().filter(HTML::containsKey).toList();
    PagesResult plain = measure("plain, with html", pages, (file, text) -> text);
    assertNear(plain, measure("markdown", pages, (file, text) -> MarkdownText.of(HTML.get(file))));
    assertNear(
        plain, measure("tabs", pages, (file, text) -> MarkdownText.withTabs(HTML.get(file))));
  }

  /** Labels taken to the lines of another rendering and back. */
  @Test
  void labelsAreCarriedThereAndBack() {
    for (Rendering rendering : Rendering.values()) {
      int[] count = new int[2];
      for (String file : GOLD.keySet()) {
        count(file, rendering.render(TEXTS.get(file), file), count);
      }
      assertCarried(rendering.name(), count, QualityFloors.LABELS_CARRIED);
    }
    int[] markdown = new int[2];
    int[] tabs = new int[2];
    for (String file : HTML.keySet()) {
      count(file, MarkdownText.of(HTML.get(file)), markdown);
      count(file, MarkdownText.withTabs(HTML.get(file)), tabs);
    }
    assertCarried("markdown", markdown, QualityFloors.LABELS_CARRIED);
    assertCarried("tabs", tabs, QualityFloors.LABELS_CARRIED);
  }

  private static void count(String file, String other, int[] count) {
    String text = TEXTS.get(file);
    List<Label> labels = LABELS.get(file);
    String plain =
        new String(
            Segmenter.plainText(other.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    List<Label> there = CarriedLabels.carry(text, labels, plain);
    List<Label> back = CarriedLabels.carry(plain, there, text);
    for (int i = 0; i < labels.size(); i++) {
      count[0] += labels.get(i) == back.get(i) ? 1 : 0;
      count[1]++;
    }
  }

  private static void assertCarried(String name, int[] count, double least) {
    double share = (double) count[0] / count[1];
    System.out.printf(Locale.ROOT, "labels, %s: %d lines, %.4f%n", name, count[1], share);
    assertThat(share, greaterThanOrEqualTo(least));
  }
}
