package org.copydesk.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copydesk.command.Commands;
import org.copydesk.corpus.GenerationFinish.PartStore;
import org.copydesk.corpus.Tables;
import org.copydesk.storage.Storage;
import org.copydesk.table.Column;
import org.copydesk.table.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetCardTest {
  @TempDir static Path folder;
  private static Path generation;
  private static CardText card;

  @BeforeAll
  static void buildOnce() throws Exception {
    Path output = folder.resolve("corpus");
    String[] build = {"build", "testdata/dumps", "-o", output.toString()};
    assertThat(Commands.run(build), is(0));
    String name = Files.readString(output.resolve("CURRENT")).strip();
    generation = output.resolve("generations").resolve(name);
    card = new CardText(Files.readString(generation.resolve("README.md")));
  }

  @Test
  void everyPrintedQueryRunsInDuckDb() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("set file_search_path = '" + generation + "'");
      List<String> printed = card.statements(false);
      assertThat(printed.size(), greaterThan(CardQueries.all().size()));
      for (String sql : printed) {
        boolean hasRows = statement.execute(sql);
        if (hasRows) {
          try (ResultSet rows = statement.getResultSet()) {
            // These dumps have neither personal data, nor versions, nor front pages.
            boolean mayBeEmpty =
                sql.contains("pii.email")
                    || sql.contains("from versions")
                    || sql.contains("where o.front");
            assertThat(sql, mayBeEmpty || rows.next(), is(true));
          }
        }
      }
    }
  }

  /** Neither library need be here: the lines must parse, and name what is there. */
  @Test
  void itsLinesForPythonParseAndNameTablesThatAreThere() throws Exception {
    Matcher blocks = Pattern.compile("(?ms)^```python\\n(.*?)^```").matcher(card.text());
    int found = 0;
    while (blocks.find()) {
      found++;
      Matcher names =
          Pattern.compile("(?:read_parquet\\(|load_dataset\\(folder, )\"([^\"]+)\"")
              .matcher(blocks.group(1));
      assertThat(blocks.group(1), names.find(), is(true));
      do {
        assertThat(names.group(1), Files.isDirectory(generation.resolve(names.group(1))), is(true));
      } while (names.find());
      // A relative path is a name on the hub to load_dataset.
      assertThat(blocks.group(1), not(containsString("load_dataset(\".\"")));
      if (hasPython()) {
        Path script = Files.writeString(folder.resolve("card" + found + ".py"), blocks.group(1));
        Process parsed =
            new ProcessBuilder(
                    "python3",
                    "-c",
                    "import ast, sys; ast.parse(open(sys.argv[1]).read())",
                    script + "")
                .inheritIO()
                .start();
        assertThat(blocks.group(1), parsed.waitFor(), is(0));
      }
    }
    assertThat(found, is(2));
  }

  private static boolean hasPython() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void itsHeadNamesAFolderOfFilesForEveryTable() throws Exception {
    JsonNode front = new YAMLMapper().readTree(card.frontMatter());
    assertThat(front.path("configs").size(), is(Tables.ALL.size() - 1));
    for (JsonNode config : front.path("configs")) {
      String pattern = config.path("data_files").path(0).path("path").asText();
      assertThat(pattern, is(config.path("config_name").asText() + "/*.parquet"));
      try (var files =
          Files.newDirectoryStream(
              generation.resolve(config.path("config_name").asText()), "*.parquet")) {
        assertThat(pattern, files.iterator().hasNext(), is(true));
      }
    }
    assertThat(front.path("configs").path(0).path("default").asBoolean(), is(true));
    assertThat(front.path("language").path(0).asText(), is("en"));
  }

  @Test
  void itSaysWhatEveryColumnMeansAndCountsAsTheManifestDoes() throws Exception {
    JsonNode manifest = new ObjectMapper().readTree(generation.resolve("manifest.json").toFile());
    for (Table<?> table : Tables.ALL) {
      if (table == Tables.SPANS) {
        continue;
      }
      assertThat(card.text(), containsString("\n### " + table.name() + "\n"));
      for (Column column : table.columns()) {
        assertThat(card.text(), containsString("| `" + column.name() + "` | "));
      }
      assertThat(
          card.text(),
          containsString(
              "| [`"
                  + table.name()
                  + "`](#"
                  + table.name()
                  + ") | "
                  + manifest.path("counts").path(table.name()).asLong()));
    }
  }

  @Test
  void theGenerationWithItsCardAndReportStillVerifies() {
    assertThat(Commands.run("report", generation.toString()), is(0));
    assertThat(Commands.run("verify", generation.toString()), is(0));
  }

  @Test
  void hostileNamesStayInTheirCells() throws Exception {
    Storage hostile = MadeGeneration.of(HostileValues.all(), folder.resolve("hostile"));
    CorpusReport.write(hostile, null, PartStore.NONE);
    String text = hostile.readText(DatasetCard.NAME);
    String body = text.substring(new CardText(text).frontMatter().length() + 8);
    for (String row : body.split("\n")) {
      String outside = row.replaceAll("(`+)[^`].*?[^`]\\1", "").replaceAll("`[^`]`", "");
      assertThat(row, outside, not(containsString("<script")));
      assertThat(row, outside, not(containsString("<img")));
    }
    List<Integer> raw = text.codePoints().filter(c -> c < 0x20 && c != '\n').boxed().toList();
    assertThat(raw, is(empty()));
    new YAMLMapper().readTree(new CardText(text).frontMatter());
  }
}
