package org.copydesk.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.copydesk.corpus.DocumentExport;
import org.copydesk.corpus.Tables;
import org.copydesk.report.figures.Figures;
import org.copydesk.report.figures.Shown;
import org.copydesk.table.Column;
import org.copydesk.table.Table;

/**
 * Writes {@code README.md} of a generation, its dataset card: what the tables hold and mean,
 * counts, how to read them, what was left out, settings, licences, limits. Like the report it is
 * not among the files of the manifest, since it can be made again. Texts from data and settings
 * stand in code spans, where neither Markdown nor HTML means anything.
 */
final class DatasetCard {
  static final String NAME = "README.md";

  private static final String SOME_SQL = "```sql\n";

  private final JsonNode manifest;
  private final List<Table<?>> tables = new ArrayList<>();
  private final StringBuilder out = new StringBuilder(32_768);

  private DatasetCard(JsonNode manifest) {
    this.manifest = manifest;
    for (Table<?> table : Tables.ALL) {
      if (manifest.path("digests").has(table.name())) {
        tables.add(table);
      }
    }
  }

  /**
   * @param languages codes found, most frequent first
   * @param losses every reason
   */
  static String of(
      JsonNode manifest, List<String> languages, List<Loss> losses, SourceSurvey sources) {
    DatasetCard card = new DatasetCard(manifest);
    long articles = manifest.path("counts").path("articles").asLong();
    String buildId = Shown.text(manifest.path("build_id").asText(), 120);
    card.out.append(
        CardFrontMatter.of(buildId, languages, articles, card.tables, sources.licence()));
    card.line("\n# News corpus " + code(buildId));
    card.introduction(articles);
    card.reading();
    card.documents();
    card.queries();
    card.schema();
    card.losses(losses);
    card.making();
    card.licences(sources);
    card.limits();
    return card.out.toString();
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private void introduction(long articles) {
    JsonNode counts = manifest.path("counts");
    line(
        String.format(
            Locale.ROOT,
            "\n%,d news articles, each kept once, and %,d teasers, each kept once with a count and a"
                + " link to the article it announces. Made from %,d records in %,d files (%s) by"
                + " Copydesk %s, finished %s. `report.html` beside this file shows what came in, what"
                + " was left out and why.\n",
            articles,
            counts.path("teasers").asLong(),
            counts.path("records").asLong(),
            manifest.path("inputs").path("files").asLong(),
            Figures.bytes(manifest.path("inputs").path("bytes").asLong()),
            code(manifest.path("version").asText()),
            Figures.minute(java.time.Instant.parse(manifest.path("finished_at").asText()))));
    line("| table | rows | files | bytes |\n|---|---:|---:|---:|");
    for (Table<?> table : tables) {
      long files = 0;
      long bytes = 0;
      for (JsonNode file : manifest.path("files")) {
        if (file.path("path").asText().startsWith(table.name() + "/")) {
          files++;
          bytes += file.path("bytes").asLong();
        }
      }
      line(
          String.format(
              Locale.ROOT,
              "| [`%s`](#%s) | %,d | %,d | %s |",
              table.name(),
              table.name(),
              counts.path(table.name()).asLong(),
              files,
              Figures.bytes(bytes)));
    }
  }

  private void reading() {
    line("\n## Reading it");
    line(
        "\nThe tables are folders of Parquet files, compressed with zstd. In DuckDB, from this folder:\n");
    line(SOME_SQL + CardQueries.duckDbViews(tables) + "\n```");
    line("\nIn Spark:\n");
    line(SOME_SQL + CardQueries.sparkViews(tables) + "\n```");
    line("\nIn pandas (with pyarrow):\n");
    line("```python\nimport pandas\n\narticles = pandas.read_parquet(\"articles\")\n```");
    line("\nWith Hugging Face datasets; the configurations are the tables:\n");
    line(
        "```python\nfrom pathlib import Path\n\nfrom datasets import load_dataset\n\n"
            + "folder = str(Path(\".\").resolve())  # a relative path is taken for a name on the hub\n"
            + "articles = load_dataset(folder, \"articles\", split=\"train\")\n"
            + "teasers = load_dataset(folder, \"teasers\", split=\"train\")\n```");
  }

  private void documents() {
    for (JsonNode file : manifest.path("files")) {
      if (file.path("path").asText().startsWith(DocumentExport.FOLDER + "/")) {
        line(
            "\nThe articles stand once more in `documents/*.jsonl.zst`: JSON Lines in the shape of"
                + " dolma's documents (`id`, `text`, `source`, `added`, `created`, `metadata`).");
        return;
      }
    }
  }

  private void queries() {
    line("\n## Queries\n");
    line("They run in DuckDB and in Spark once the views above are made.");
    for (CardQueries.Query query : CardQueries.all()) {
      line("\n" + query.question() + ":\n");
      line(SOME_SQL + query.sql() + ";\n```");
    }
  }

  private void schema() {
    line("\n## Tables and columns\n");
    line(
        "Every column may be null: null is what is not known, an empty string is never written."
            + " Columns are only ever added; this is schema version "
            + manifest.path("schema_version").asLong()
            + ". Rows are in order of site, publication time and id.");
    for (Table<?> table : tables) {
      line("\n### " + table.name() + "\n");
      line("| column | type | meaning |\n|---|---|---|");
      for (Column column : table.columns()) {
        line("| `" + column.name() + "` | " + type(column.type()) + " | " + cell(column) + " |");
      }
    }
  }

  private static String type(Column.Type type) {
    if (type instanceof Column.ListOf list) {
      return "list of " + type(list.element());
    }
    return type instanceof Column.Struct
        ? "struct"
        : switch ((Column.Scalar) type) {
          case TEXT -> "string";
          case LONG -> "int64";
          case DOUBLE -> "double";
          case BOOLEAN -> "boolean";
          case TIMESTAMP -> "timestamp (UTC)";
        };
  }

  /** A column's meaning, with the fields of what it is made of. */
  private static String cell(Column column) {
    Column.Type type = column.type() instanceof Column.ListOf list ? list.element() : column.type();
    if (!(type instanceof Column.Struct struct)) {
      return column.meaning();
    }
    List<String> fields = new ArrayList<>();
    struct.fields().forEach(field -> fields.add("`" + field.name() + "` " + field.meaning()));
    return column.meaning() + ": " + String.join("; ", fields);
  }

  private void losses(List<Loss> losses) {
    line("\n## What was left out\n");
    if (losses.isEmpty()) {
      line("Nothing.");
      return;
    }
    line("| what | reason | rows | meaning |\n|---|---|---:|---|");
    for (Loss loss : losses) {
      String what = loss.group().equals("removed") ? "article removed" : loss.group();
      line(
          "| "
              + what
              + " | "
              + code(loss.name())
              + " | "
              + loss.countText()
              + " | "
              + loss.meaning()
              + " |");
    }
  }

  private void making() {
    line("\n## Sources and settings\n");
    line("Inputs:\n");
    int shown = 0;
    for (JsonNode pattern : manifest.path("inputs").path("patterns")) {
      if (shown++ == 20) {
        line("- … (all of them are in `manifest.json`)");
        break;
      }
      line("- " + code(pattern.asText()));
    }
    line("\n| setting | value |\n|---|---|");
    settings(manifest.path("definition"));
    line("\n| algorithm | version |\n|---|---|");
    settings(manifest.path("algorithms"));
    line("\nThe digests of the tables, independent of file order, runner and parallelism:\n");
    line("| table | digest |\n|---|---|");
    settings(manifest.path("digests"));
  }

  private void settings(JsonNode object) {
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      JsonNode value = entry.getValue();
      line(
          "| "
              + code(entry.getKey())
              + " | "
              + code(value.isTextual() ? value.asText() : value.toString())
              + " |");
    }
  }

  private void licences(SourceSurvey sources) {
    line("\n## Licences\n");
    line(
        String.format(
            Locale.ROOT,
            "Of %,d articles %,d state a licence, %,d reserve text and data mining, %,d say noai, and"
                + " %,d are kept from agents of AI by robots.txt, as far as the input tells"
                + " (`articles.rights`). `training-summary.json` names the largest domains.\n",
            sources.all.articles,
            sources.withLicence,
            sources.tdmReserved,
            sources.noAi,
            sources.agentsDisallowed));
    line(
        "The texts are their publishers': this card grants no right to them. Languages were"
            + " identified with weights of the model opennlp-models-langdetect of Apache OpenNLP"
            + " (Apache-2.0).");
    JsonNode definition = manifest.path("definition");
    if (definition.has("topic-model")) {
      line(
          "\nTopics were given by the model "
              + code(definition.path("topic-model").asText())
              + ".");
    } else if (definition.path("topics").asBoolean(true)) {
      line(
          "\nTopics are those of the IPTC Media Topics (release of 2023-03-31, International Press"
              + " Telecommunications Council, www.iptc.org, CC BY 4.0), given by the model that comes"
              + " with Copydesk, which was trained on the News Category Dataset v3 (Rishabh Misra,"
              + " CC BY 4.0), on works of the US federal government and CC0 texts, and on soft labels"
              + " by bge-small-en-v1.5 and e5-small-v2 (MIT).");
    }
  }

  private void limits() {
    line("\n## Known limits\n");
    line(
        """
        - What is an article, a teaser or boilerplate is decided by rules and by what recurs on a site. A page of
          an unknown design can be taken apart wrongly; `spans` (with `--spans=true`) says what each byte was taken for.
        - Near-duplicates are found by shared word sequences. A story told in other words stays; a copy below the
          thresholds stays too.
        - A topic is null where the model is not sure. The model that comes with Copydesk knows English best.
        - Languages of very short texts are often `und`.
        - Counts of personal data come from patterns: names and postal addresses are not found.
        - A link from a teaser says that its words stand in the article, not that the publisher meant it.""");
  }

  /** Text as a code span in a table's cell or a line. */
  private static String code(String text) {
    String plain = Shown.text(text, 400).replace('\n', ' ').replace('\t', ' ').replace("|", "\\|");
    int longest = 0;
    int run = 0;
    for (int i = 0; i < plain.length(); i++) {
      run = plain.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    String fence = "`".repeat(longest + 1);
    String space = longest > 0 || plain.isEmpty() ? " " : "";
    return fence + space + plain + space + fence;
  }
}
