package org.copydesk.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.copydesk.command.Commands;
import org.copydesk.corpus.Tables;
import org.copydesk.table.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code croissant.json} and {@code training-summary.json} of a generation. */
class SourceFilesTest {
  @TempDir static Path folder;
  private static Path generation;
  private static JsonNode croissant;
  private static JsonNode summary;

  @BeforeAll
  static void buildOnce() throws Exception {
    Path output = folder.resolve("corpus");
    assertThat(Commands.run("build", "testdata/dumps", "-o", output.toString()), is(0));
    String name = Files.readString(output.resolve("CURRENT")).strip();
    generation = output.resolve("generations").resolve(name);
    ObjectMapper json = new ObjectMapper();
    croissant = json.readTree(generation.resolve("croissant.json").toFile());
    summary = json.readTree(generation.resolve("training-summary.json").toFile());
  }

  /** Croissant 1.1, "Dataset-level information": the required properties. */
  @Test
  void whatCroissantRequiresOfADatasetIsThere() {
    for (String required :
        new String[] {
          "@context",
          "@type",
          "conformsTo",
          "name",
          "description",
          "url",
          "license",
          "creator",
          "datePublished",
          "version",
          "distribution",
          "recordSet"
        }) {
      assertThat(required, croissant.path(required).isMissingNode(), is(false));
      assertThat(
          required,
          croissant.path(required).asText("x").isEmpty()
              && !croissant.path(required).isContainerNode(),
          is(false));
    }
    assertThat(croissant.path("@type").asText(), is("sc:Dataset"));
    assertThat(croissant.path("conformsTo").asText(), is("http://mlcommons.org/croissant/1.1"));
    assertThat(croissant.path("@context").path("@vocab").asText(), is("https://schema.org/"));
    assertThat(
        croissant.path("@context").path("cr").asText(), is("http://mlcommons.org/croissant/"));
  }

  @Test
  void everyFileOfCroissantIsThereWithItsSizeAndChecksum() throws Exception {
    long files = 0;
    for (JsonNode file : croissant.path("distribution")) {
      if (file.path("@type").asText().equals("cr:FileObject")) {
        String path = file.path("contentUrl").asText();
        long bytes = Files.size(generation.resolve(path));
        assertThat(file.path("contentSize").asText(), is(bytes + " B"));
        assertThat(file.path("sha256").asText(), is(sha256(generation.resolve(path))));
        files++;
      }
    }
    assertThat(files, greaterThan(5L));
  }

  private static String sha256(Path file) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(digest);
  }

  @Test
  void everyNodeOfCroissantHasAnIdOfItsOwnAndEveryReferenceLeadsToOne() {
    Set<String> ids = new HashSet<>();
    for (JsonNode node : croissant.path("distribution")) {
      assertThat(node.path("@id").asText(), ids.add(node.path("@id").asText()), is(true));
    }
    for (JsonNode set : croissant.path("recordSet")) {
      assertThat(ids.add(set.path("@id").asText()), is(true));
      for (JsonNode field : set.path("field")) {
        checkField(field, ids);
        assertThat(
            ids.contains(field.path("source").path("fileSet").path("@id").asText()), is(true));
        assertThat(
            field.path("source").path("extract").path("column").asText(),
            is(field.path("name").asText()));
      }
    }
    for (JsonNode node : croissant.path("distribution")) {
      for (JsonNode container : node.path("containedIn")) {
        assertThat(ids.contains(container.path("@id").asText()), is(true));
      }
    }
  }

  private static void checkField(JsonNode field, Set<String> ids) {
    assertThat(field.path("@id").asText(), ids.add(field.path("@id").asText()), is(true));
    assertThat(field.path("@type").asText(), is("cr:Field"));
    boolean hasType = field.has("dataType") || field.path("subField").size() > 0;
    assertThat(field.path("@id").asText(), hasType, is(true));
    field.path("subField").forEach(part -> checkField(part, ids));
  }

  @Test
  void recordSetsAreTheTables() throws Exception {
    for (JsonNode set : croissant.path("recordSet")) {
      Table<?> table =
          Tables.ALL.stream()
              .filter(t -> t.name().equals(set.path("name").asText()))
              .findFirst()
              .orElseThrow();
      assertThat(set.path("field").size(), is(table.columns().size()));
    }
    assertThat(
        croissant.path("prov:wasGeneratedBy").path("prov:endedAtTime").asText(), not(is("")));
    assertThat(croissant.path("prov:wasDerivedFrom").size(), is(1));
  }

  @Test
  void theSummaryIsWhatSqlOverTheArticlesGives() throws Exception {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = duck.createStatement()) {
      String articles = "read_parquet('" + generation + "/articles/*.parquet')";
      try (ResultSet all =
          sql.executeQuery(
              "select count(*), sum(word_count), count(distinct site), count(*) filter (where"
                  + " rights.licence is not null) from "
                  + articles)) {
        all.next();
        assertThat(summary.path("articles").asLong(), is(all.getLong(1)));
        assertThat(summary.path("words").asLong(), is(all.getLong(2)));
        assertThat(summary.path("domains").asLong(), is(all.getLong(3)));
      }
      long domains = summary.path("domains").asLong();
      assertThat((long) summary.path("top_domains").size(), is((domains + 9) / 10));
      try (ResultSet rows =
          sql.executeQuery(
              "select site, count(*), sum(word_count), sum(word_count) / sum(sum(word_count)) over ()"
                  + " from "
                  + articles
                  + " group by site order by 3 desc, 1")) {
        for (JsonNode domain : summary.path("top_domains")) {
          rows.next();
          assertThat(domain.path("domain").asText(), is(rows.getString(1)));
          assertThat(domain.path("articles").asLong(), is(rows.getLong(2)));
          assertThat(domain.path("words").asLong(), is(rows.getLong(3)));
          assertThat(domain.path("share").asDouble(), closeTo(rows.getDouble(4), 1e-9));
        }
      }
      try (ResultSet languages =
          sql.executeQuery(
              "select coalesce(language, 'und'), count(*), sum(word_count) from "
                  + articles
                  + " group by 1 order by 1")) {
        for (JsonNode language : summary.path("languages")) {
          languages.next();
          assertThat(language.path("language").asText(), is(languages.getString(1)));
          assertThat(language.path("articles").asLong(), is(languages.getLong(2)));
          assertThat(language.path("words").asLong(), is(languages.getLong(3)));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://creativecommons.org/licenses/by/4.0/, cc-by-4.0",
    "http://creativecommons.org/licenses/by-nc-sa/3.0/de/, cc-by-nc-sa-3.0",
    "//creativecommons.org/licenses/by-sa/3.0/, cc-by-sa-3.0",
    "CC BY 4.0, cc-by-4.0",
    "https://creativecommons.org/publicdomain/zero/1.0/, cc0-1.0",
    "https://paper.example/terms, other",
  })
  void licencesHaveTheNamesOfTheHub(String stated, String name) {
    assertThat(Licences.hubName(stated), is(name));
  }
}
