package org.copydesk.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.copydesk.command.Commands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every query that a dataset card prints runs in Spark. */
class SparkCardTest {
  @TempDir static Path folder;

  @Test
  void everyPrintedQueryRunsInSpark() throws Exception {
    // These dumps have neither personal data, nor versions, nor front pages.
    run("corpus", "testdata/dumps", List.of("pii.email", "from versions", "where o.front"));
  }

  @Test
  void thoseOfStoriesVersionsAndFrontPagesHaveRowsOverSomeNights() throws Exception {
    Path nights = folder.resolve("nights");
    String[] generate = {
      "generate", "-o", nights.toString(), "--pages=600", "--nights=3", "--seed=1"
    };
    assertThat(Commands.run(generate), is(0));
    run("told", nights.resolve("dumps").toString(), List.of("pii.email"));
  }

  private static void run(String name, String dumps, List<String> mayBeEmpty) throws Exception {
    Path output = folder.resolve(name);
    assertThat(Commands.run("build", dumps, "-o", output.toString()), is(0));
    Path generation =
        output.resolve("generations").resolve(Files.readString(output.resolve("CURRENT")).strip());
    CardText card = new CardText(Files.readString(generation.resolve("README.md")));
    List<String> printed = card.statements(true);
    assertThat(printed.size(), greaterThan(CardQueries.all().size()));
    try (SparkSession spark =
        SparkSession.builder()
            .master("local[1]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "1")
            .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
            .getOrCreate()) {
      for (String sql : printed) {
        // A path is relative to where Spark runs; the card's reader runs it in the folder.
        Dataset<Row> rows = spark.sql(sql.replace("(path '", "(path '" + generation + "/"));
        boolean isEmpty = rows.collectAsList().isEmpty();
        boolean isFine =
            !isEmpty || sql.startsWith("create") || mayBeEmpty.stream().anyMatch(sql::contains);
        assertThat(sql, isFine, is(true));
      }
    }
  }
}
