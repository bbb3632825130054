package org.copydesk.endtoend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.copydesk.dump.DumpReader;
import org.copydesk.dump.DumpSettings;
import org.copydesk.dump.DumpSink;
import org.copydesk.dump.FileLedger;
import org.copydesk.dump.source.DumpFile;
import org.copydesk.html.HtmlSegmenter;
import org.copydesk.html.HtmlSettings;
import org.copydesk.model.Article;
import org.copydesk.model.Page;
import org.copydesk.model.Rejected;
import org.copydesk.segment.SegmentSettings;
import org.copydesk.segment.Segmenter;
import org.copydesk.segment.SiteModels;
import org.copydesk.segment.SiteSample;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Files on which a fault was once seen, beside the checkout: a folder a fault, with what is right
 * in {@code expected.json}. Each file is read and learned from by itself, as a build of it would.
 *
 * <p>{@code expected.json} names files, records of the one file ("0") or with {@code *} all other
 * files; and for each what is checked of its articles, see {@link #check}.
 */
@Tag("quality")
class FaultCasesTest {
  private static final Path CASES = Path.of("../shared/cases");

  /** Cases that are covered, by the number their folder begins with. */
  private static final Set<String> COVERED = Set.of("11", "12", "13", "19");

  private static final ObjectMapper JSON = new ObjectMapper();

  private record Read(FileLedger ledger, List<Article> articles) {}

  @TestFactory
  Stream<DynamicTest> filesAreReadAsTheyShould() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    if (!Files.isDirectory(CASES)) {
      return tests.stream();
    }
    try (Stream<Path> folders = Files.list(CASES)) {
      for (Path folder : folders.sorted().toList()) {
        if (COVERED.contains(folder.getFileName().toString().split("-")[0])) {
          addTests(folder, tests);
        }
      }
    }
    return tests.stream();
  }

  private static void addTests(Path folder, List<DynamicTest> tests) throws IOException {
    JsonNode expected = JSON.readTree(folder.resolve("expected.json").toFile());
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> !isNote(file)).sorted().toList();
    }
    for (Iterator<Map.Entry<String, JsonNode>> all = expected.fields(); all.hasNext(); ) {
      Map.Entry<String, JsonNode> entry = all.next();
      if (entry.getKey().equals("rule")) {
        continue;
      }
      boolean isRecord = entry.getKey().chars().allMatch(Character::isDigit);
      String name = entry.getKey().split(" ")[0];
      for (Path file : files) {
        String own = file.getFileName().toString();
        boolean isOfAll = name.equals("*") && !expected.has(own);
        if (isRecord || isOfAll || own.equals(name)) {
          String title = folder.getFileName() + "/" + own + (isRecord ? "#" + name : "");
          int record = isRecord ? Integer.parseInt(name) : -1;
          tests.add(
              DynamicTest.dynamicTest(title, () -> check(read(file), record, entry.getValue())));
        }
      }
    }
  }

  private static boolean isNote(Path file) {
    String name = file.getFileName().toString();
    return name.equals("expected.json") || name.equals("note.md");
  }

  /**
   * Checks the articles of a file.
   *
   * @param record the one that is meant; -1 for all
   */
  private static void check(Read read, int record, JsonNode expected) {
    List<Article> articles = record < 0 ? read.articles : List.of(read.articles.get(record));
    for (Iterator<Map.Entry<String, JsonNode>> all = expected.fields(); all.hasNext(); ) {
      Map.Entry<String, JsonNode> field = all.next();
      JsonNode value = field.getValue();
      switch (field.getKey()) {
        case "records" -> assertThat(read.ledger.records(), is(value.asLong()));
        case "titles" ->
            assertThat(articles.stream().map(Article::title).toList(), is(texts(value)));
        default -> articles.forEach(article -> check(article, field.getKey(), value));
      }
    }
  }

  private static void check(Article article, String field, JsonNode value) {
    String text = value.isNull() ? null : value.asText();
    switch (field) {
      case "title" -> assertThat(article.title(), is(text));
      case "title_not" -> assertThat(article.title(), not(startsWith(text.replace("...", ""))));
      case "authors" -> assertThat(article.authors(), is(texts(value)));
      case "paragraphs" ->
          assertThat(article.text(), article.text().split("\n\n").length, is(value.asInt()));
      case "text_contains" -> assertThat(article.text(), containsString(text));
      case "text_not", "text_not_contains" -> assertThat(article.text(), not(containsString(text)));
      case "published_at" ->
          assertThat(String.valueOf(article.publishedAt()), startsWith(String.valueOf(text)));
      case "why" -> {}
      default -> throw new AssertionError("no check for " + field);
    }
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(node -> texts.add(node.asText()));
    return texts;
  }

  private static Read read(Path file) throws IOException {
    List<Page> pages = new ArrayList<>();
    DumpSink sink =
        new DumpSink() {
          @Override
          public void page(Page page) {
            pages.add(page);
          }

          @Override
          public void rejected(Rejected rejected) {}
        };
    String name = file.getFileName().toString();
    FileLedger ledger =
        new DumpReader(DumpSettings.defaults())
            .read(new DumpFile(name, Files.size(file), () -> Files.newInputStream(file)), sink);
    HtmlSegmenter html = new HtmlSegmenter(HtmlSettings.defaults());
    Segmenter text = new Segmenter(SegmentSettings.defaults());
    SiteSample sample = new SiteSample();
    for (Page page : pages) {
      sample.add(page.kind() == Page.Kind.HTML ? html.linesToLearnFrom(page) : page);
    }
    SiteModels sites = SiteModels.learn(sample);
    List<Article> articles = new ArrayList<>();
    for (Page page : pages) {
      Article article =
          page.kind() == Page.Kind.HTML
              ? html.read(page, sites.forPage(page)).segmented().article()
              : text.segment(page, sites).article();
      if (article != null) {
        articles.add(article);
      }
    }
    return new Read(ledger, articles);
  }
}
