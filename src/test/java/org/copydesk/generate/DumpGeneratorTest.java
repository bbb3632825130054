package org.copydesk.generate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.copydesk.dump.DumpReader;
import org.copydesk.dump.DumpSettings;
import org.copydesk.dump.DumpSink;
import org.copydesk.dump.source.DumpFile;
import org.copydesk.model.Page;
import org.copydesk.model.Rejected;
import org.copydesk.text.ContentHash;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DumpGeneratorTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(GenerateSettings.Format.class)
  void theSameSeedGivesTheSameBytes(GenerateSettings.Format format) throws IOException {
    GenerateSettings settings = GenerateSettings.of(120, 7).withFormat(format);
    new DumpGenerator(settings).write(folder.resolve("one"));
    new DumpGenerator(settings).write(folder.resolve("two"));
    assertThat(digests(folder.resolve("two")), is(digests(folder.resolve("one"))));
  }

  @Test
  void anotherSeedGivesOtherPages() throws IOException {
    new DumpGenerator(GenerateSettings.of(60, 1)).write(folder.resolve("one"));
    new DumpGenerator(GenerateSettings.of(60, 2)).write(folder.resolve("two"));
    Set<String> shared = new HashSet<>(digests(folder.resolve("one")).values());
    shared.retainAll(digests(folder.resolve("two")).values());
    assertThat(shared.size(), is(0));
  }

  @ParameterizedTest
  @EnumSource(GenerateSettings.Half.class)
  void whatTheTruthSaysStandsOnThePage(GenerateSettings.Half half) throws IOException {
    GenerateSettings settings =
        GenerateSettings.of(500, 3)
            .withHalf(half)
            .withMixed(true)
            .withSites(48)
            .withLanguages(Productions.languages());
    GeneratedDump dump = new DumpGenerator(settings).write(folder.resolve("out"));
    int checked = 0;
    for (JsonNode page : lines(dump.truth().resolve("pages.jsonl"))) {
      String text = Files.readString(dump.dumps().resolve(page.get("source_file").asText()));
      JsonNode article = page.get("article");
      for (String field : List.of("title", "byline", "provider")) {
        if (article.hasNonNull(field)) {
          assertThat(field, text.contains(article.get(field).asText()), is(true));
        }
      }
      if (article.hasNonNull("text")) {
        int from = 0;
        for (String paragraph : article.get("text").asText().split("\n\n")) {
          from = text.indexOf(paragraph, from);
          assertThat(paragraph, from, greaterThanOrEqualTo(0));
        }
      }
      for (JsonNode teaser : page.get("teasers")) {
        assertThat(text.contains(teaser.get("title").asText()), is(true));
        if (teaser.hasNonNull("snippet")) {
          assertThat(text.contains(teaser.get("snippet").asText()), is(true));
        }
      }
      checked++;
    }
    assertThat(checked, is(500));
  }

  @Test
  void asHtmlAPageSaysTheSameAsItsText() throws IOException {
    GenerateSettings settings =
        GenerateSettings.of(96, 8).withSites(24).withLanguages(List.of("en", "ar", "ja"));
    GeneratedDump text = new DumpGenerator(settings).write(folder.resolve("text"));
    GeneratedDump html =
        new DumpGenerator(settings.withFormat(GenerateSettings.Format.HTML))
            .write(folder.resolve("html"));
    List<JsonNode> ofText = lines(text.truth().resolve("pages.jsonl"));
    List<JsonNode> ofHtml = lines(html.truth().resolve("pages.jsonl"));
    for (int i = 0; i < ofText.size(); i++) {
      assertThat(ofHtml.get(i).get("article"), is(ofText.get(i).get("article")));
      assertThat(ofHtml.get(i).get("teasers"), is(ofText.get(i).get("teasers")));
      String page = Files.readString(text.dumps().resolve(file(ofText.get(i))));
      String tree = Files.readString(html.dumps().resolve(file(ofHtml.get(i))));
      String body = Jsoup.parse(tree).body().text();
      assertThat(body.replaceAll("\\s", ""), is(page.replaceAll("\\s", "")));
    }
  }

  private static String file(JsonNode page) {
    return page.get("source_file").asText();
  }

  @Test
  void recordedJaccardIsTheTexts() throws IOException {
    GenerateSettings settings =
        GenerateSettings.of(4000, 5).withCopies(0.4).withFormat(GenerateSettings.Format.JSONL);
    GeneratedDump dump = new DumpGenerator(settings).write(folder.resolve("out"));
    Map<String, JsonNode> records = new HashMap<>();
    for (JsonNode page : lines(dump.truth().resolve("pages.jsonl"))) {
      records.put(place(page), page.get("article"));
    }
    int[] tenths = new int[11];
    int numbers = 0;
    for (JsonNode pair : lines(dump.truth().resolve("duplicates.jsonl"))) {
      JsonNode a = records.get(place(pair.get("a")));
      JsonNode b = records.get(place(pair.get("b")));
      double recorded = pair.get("jaccard").asDouble();
      double found = TrueJaccard.jaccard(a.get("text").asText(), b.get("text").asText());
      assertThat(recorded, closeTo(found, 1e-9));
      String kind = pair.get("kind").asText();
      if (kind.equals("exact")) {
        assertThat(b.get("title"), is(a.get("title")));
        assertThat(b.get("text"), is(a.get("text")));
      } else if (kind.equals("number")) {
        numbers++;
        assertThat(pair.get("same").asBoolean(), is(false));
      } else if (!kind.equals("version")) {
        tenths[(int) (recorded * 10)]++;
        assertThat(digits(head(b)), is(digits(head(a))));
      }
    }
    int even = Arrays.stream(tenths, 5, 10).sum() / 5;
    for (int tenth = 5; tenth < 10; tenth++) {
      assertThat(tenths[tenth], greaterThan(even * 7 / 10));
      assertThat(tenths[tenth], lessThan(even * 13 / 10));
    }
    assertThat(numbers, greaterThan(80));
  }

  private static String head(JsonNode article) {
    return article.get("title").asText() + " " + article.get("text").asText().split("\n\n")[0];
  }

  private static String digits(String text) {
    StringBuilder out = new StringBuilder();
    for (String word : text.split(" ")) {
      if (word.chars().anyMatch(Character::isDigit)) {
        out.append(word.toLowerCase(java.util.Locale.ROOT)).append(' ');
      }
    }
    return out.toString();
  }

  @Test
  void unrelatedStoriesAreFarApart() {
    StoryWriter writer = new StoryWriter(11, List.of("en"));
    List<String> texts = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 400; i++) {
      texts.add(writer.write(i, "en").text());
      seen.add(texts.get(i));
    }
    double most = 0;
    for (int i = 0; i < texts.size(); i++) {
      for (int j = i + 1; j < Math.min(texts.size(), i + 60); j++) {
        most = Math.max(most, TrueJaccard.jaccard(texts.get(i), texts.get(j)));
      }
    }
    assertThat(seen.size(), is(400));
    assertThat(most, lessThan(0.1));
  }

  @Test
  void teasersRecurAsOnRealFrontPages() throws IOException {
    GenerateSettings settings = GenerateSettings.of(6000, 9).withSites(3);
    GeneratedDump dump = new DumpGenerator(settings).write(folder.resolve("out"));
    Map<String, Integer> pages = new HashMap<>();
    for (JsonNode page : lines(dump.truth().resolve("pages.jsonl"))) {
      page.get("teasers").forEach(t -> pages.merge(t.get("key").asText(), 1, Integer::sum));
    }
    int announced = 0;
    List<Integer> counts = new ArrayList<>();
    for (JsonNode teaser : lines(dump.truth().resolve("teasers.jsonl"))) {
      counts.add(teaser.get("occurrences").asInt());
      assertThat(pages.get(teaser.get("key").asText()), is(teaser.get("occurrences").asInt()));
      announced += teaser.hasNonNull("article") ? 1 : 0;
    }
    counts.sort(null);
    assertThat(counts.size(), is(pages.size()));
    assertThat(counts.get(counts.size() / 2), greaterThanOrEqualTo(30));
    assertThat(counts.get(counts.size() / 2), lessThan(50));
    assertThat(counts.get(counts.size() - 1), greaterThan(400));
    assertThat(announced, greaterThan(counts.size() / 2));
  }

  static List<JsonNode> lines(Path file) throws IOException {
    List<JsonNode> nodes = new ArrayList<>();
    try (Stream<String> lines = Files.lines(file)) {
      for (String line : (Iterable<String>) lines::iterator) {
        nodes.add(JSON.readTree(line));
      }
    }
    return nodes;
  }

  private static String place(JsonNode node) {
    return node.get("source_file").asText() + "#" + node.get("source_record").asText();
  }

  private static Map<String, String> digests(Path root) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        byte[] bytes = Files.readAllBytes(file);
        digests.put(root.relativize(file).toString(), ContentHash.of(bytes, 0, bytes.length).hex());
      }
    }
    return digests;
  }

  @Test
  void gzippedJsonLinesHoldThePlainOnes() throws IOException {
    GenerateSettings settings = GenerateSettings.of(50, 4).withFilesPerFolder(20);
    new DumpGenerator(settings.withFormat(GenerateSettings.Format.JSONL))
        .write(folder.resolve("plain"));
    new DumpGenerator(settings.withFormat(GenerateSettings.Format.JSONL_GZ))
        .write(folder.resolve("gz"));
    Path plain = folder.resolve("plain/dumps/part-00002.jsonl");
    try (InputStream in =
        new GZIPInputStream(Files.newInputStream(folder.resolve("gz/dumps/part-00002.jsonl.gz")))) {
      assertThat(
          new String(in.readAllBytes(), StandardCharsets.UTF_8), is(Files.readString(plain)));
    }
    assertThat(lines(plain).size(), is(10));
  }

  @Test
  void whatIsWrittenDoesNotDependOnTheNumberOfProcessors() throws IOException {
    GenerateSettings settings = GenerateSettings.of(3300, 6).withSites(7).withPagesPerFile(50);
    new DumpGenerator(settings, 1).write(folder.resolve("one"));
    new DumpGenerator(settings, 3).write(folder.resolve("three"));
    assertThat(digests(folder.resolve("three")), is(digests(folder.resolve("one"))));
  }

  @ParameterizedTest
  @EnumSource(
      value = GenerateSettings.Format.class,
      names = {"TEXT", "TEXT_GZ"})
  void aFileOfSeveralPagesIsReadAsThesePages(GenerateSettings.Format format) throws Exception {
    GenerateSettings settings =
        GenerateSettings.of(130, 9).withSites(3).withPagesPerFile(20).withFormat(format);
    GeneratedDump alone =
        new DumpGenerator(settings.withPagesPerFile(1)).write(folder.resolve("1"));
    GeneratedDump dump = new DumpGenerator(settings).write(folder.resolve("20"));
    Map<String, String> read = new HashMap<>();
    readAll(alone, (place, text) -> read.put(text.strip(), place));
    Map<String, JsonNode> truth = new HashMap<>();
    lines(alone.truth().resolve("pages.jsonl")).forEach(page -> truth.put(place(page), page));
    Map<String, JsonNode> truthOfFiles = new HashMap<>();
    lines(dump.truth().resolve("pages.jsonl")).forEach(p -> truthOfFiles.put(place(p), p));
    Set<String> seen = new HashSet<>();
    readAll(
        dump,
        (place, text) -> {
          JsonNode page = truth.get(read.get(text.strip()));
          assertThat(truthOfFiles.get(place).get("article"), is(page.get("article")));
          assertThat(truthOfFiles.get(place).get("teasers"), is(page.get("teasers")));
          seen.add(place);
        });
    assertThat(seen, is(truthOfFiles.keySet()));
    assertThat(seen.size(), is(130));
  }

  private static void readAll(GeneratedDump dump, BiConsumer<String, String> out)
      throws IOException {
    DumpReader reader = new DumpReader(DumpSettings.defaults());
    for (String name : digests(dump.dumps()).keySet()) {
      Path file = dump.dumps().resolve(name);
      reader.read(
          new DumpFile(name, Files.size(file), () -> Files.newInputStream(file)),
          new DumpSink() {
            @Override
            public void page(Page page) {
              out.accept(
                  name + "#" + page.sourceRecord(),
                  new String(page.payload(), StandardCharsets.UTF_8));
            }

            @Override
            public void rejected(Rejected rejected) {
              throw new AssertionError(name + ": " + rejected.reason());
            }
          });
    }
  }

  @Test
  void withoutTruthTheDumpsAreTheSame() throws IOException {
    GenerateSettings settings = GenerateSettings.of(90, 10).withSites(4);
    GeneratedDump with = new DumpGenerator(settings).write(folder.resolve("with"));
    GeneratedDump without =
        new DumpGenerator(settings.withTruth(false)).write(folder.resolve("no"));
    assertThat(digests(without.dumps()), is(digests(with.dumps())));
    assertThat(Files.exists(folder.resolve("no/truth")), is(false));
  }
}
