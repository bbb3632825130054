package org.copydesk.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.copydesk.evaluate.PageRecord;
import org.copydesk.generate.DumpGenerator;
import org.copydesk.generate.GenerateSettings;
import org.copydesk.model.Page;
import org.copydesk.segment.LabelledLines;
import org.copydesk.segment.LineModel;
import org.copydesk.segment.SiteModel;
import org.copydesk.segment.SiteModels;
import org.copydesk.segment.SiteSample;
import org.copydesk.segment.WrittenTruth;

/**
 * Pages written for the project to be learned from beside real ones: those of a folder, each with
 * its truth, and generated ones, each by itself and with what its site teaches.
 */
final class WrittenPages {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A page and what is true of it. */
  private record Written(Page page, WrittenTruth truth) {}

  private final List<Written> pages = new ArrayList<>();

  /** Takes in a folder of folders, each with {@code page.txt} and what must be made of it. */
  void addFolder(Path folder) throws IOException {
    List<Path> folders;
    try (Stream<Path> list = Files.list(folder)) {
      folders = list.filter(Files::isDirectory).sorted().toList();
    }
    for (Path home : folders) {
      Page page =
          Page.text(
              home.getFileName() + "/page.txt", 0, Files.readAllBytes(home.resolve("page.txt")));
      Path exact = home.resolve("expected.json");
      if (Files.exists(exact)) {
        pages.add(new Written(page, exact(JSON.readTree(exact.toFile()))));
      } else {
        PageRecord.read(
            home.resolve("truth.jsonl"), record -> pages.add(new Written(page, truth(record))));
      }
    }
  }

  /** Takes in generated pages; they are written into a folder that is removed. */
  void addGenerated(GenerateSettings settings) throws IOException {
    Path folder = Files.createTempDirectory("generated-pages");
    try {
      Path output = folder.resolve("out");
      Path dumps = new DumpGenerator(settings).write(output).dumps();
      Map<String, WrittenTruth> truths = new HashMap<>();
      PageRecord.read(
          output.resolve("truth/pages.jsonl"),
          record -> truths.put(record.sourceFile(), truth(record)));
      try (Stream<Path> files = Files.walk(dumps)) {
        for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
          String name = dumps.relativize(file).toString();
          WrittenTruth truth = truths.get(name);
          if (truth != null) {
            pages.add(new Written(Page.text(name, 0, Files.readAllBytes(file)), truth));
          }
        }
      }
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  int size() {
    return pages.size();
  }

  /** The pages, each as if it stood alone. */
  List<LabelledLines> alone(double weight) {
    List<LabelledLines> examples = new ArrayList<>();
    for (Written written : pages) {
      add(examples, LabelledLines.of(written.page, SiteModel.NONE, written.truth, weight));
    }
    return examples;
  }

  /** The pages with what their sites teach where a model labels the sample. */
  List<LabelledLines> ofSites(LineModel model, double weight) {
    SiteSample sample = new SiteSample();
    pages.forEach(written -> sample.add(written.page, model));
    SiteModels sites = SiteModels.learn(sample);
    List<LabelledLines> examples = new ArrayList<>();
    for (Written written : pages) {
      SiteModel site = sites.forPage(written.page);
      add(examples, LabelledLines.of(written.page, site, written.truth, weight));
    }
    return examples;
  }

  private static void add(List<LabelledLines> examples, LabelledLines example) {
    if (example != null) {
      examples.add(example);
    }
  }

  private static WrittenTruth truth(PageRecord record) {
    List<String> titles = new ArrayList<>();
    List<String> snippets = new ArrayList<>();
    for (PageRecord.TeaserFields teaser : record.teasers()) {
      titles.add(teaser.title() == null ? "" : teaser.title());
      snippets.add(teaser.snippet() == null ? "" : teaser.snippet());
    }
    PageRecord.ArticleFields article = record.article();
    if (article == null) {
      return new WrittenTruth(null, List.of(), null, null, false, titles, snippets);
    }
    return new WrittenTruth(
        article.title(),
        List.of(article.text().split("\n\n")),
        article.byline(),
        article.provider(),
        article.publishedAt() != null,
        titles,
        snippets);
  }

  private static WrittenTruth exact(JsonNode node) {
    List<String> titles = new ArrayList<>();
    List<String> snippets = new ArrayList<>();
    for (JsonNode teaser : node.path("teasers")) {
      titles.add(teaser.path("title").asText(""));
      snippets.add(teaser.path("snippet").asText(""));
    }
    JsonNode article = node.path("article");
    List<String> paragraphs = new ArrayList<>();
    article.path("paragraphs").forEach(paragraph -> paragraphs.add(paragraph.asText()));
    return new WrittenTruth(
        text(article, "title"),
        paragraphs,
        text(article, "byline"),
        text(article, "provider"),
        article.hasNonNull("published_at"),
        titles,
        snippets);
  }

  private static String text(JsonNode node, String field) {
    return node.hasNonNull(field) ? node.get(field).asText() : null;
  }
}
