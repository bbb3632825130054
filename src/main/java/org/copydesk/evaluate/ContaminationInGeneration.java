package org.copydesk.evaluate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.copydesk.corpus.TableScan;
import org.copydesk.corpus.Tables;
import org.copydesk.dump.DumpReader;
import org.copydesk.dump.DumpSettings;
import org.copydesk.dump.DumpSink;
import org.copydesk.dump.JsonField;
import org.copydesk.dump.JsonKeys;
import org.copydesk.dump.SiteSource;
import org.copydesk.dump.source.DumpFile;
import org.copydesk.model.Page;
import org.copydesk.model.Rejected;
import org.copydesk.storage.Storage;

/**
 * Reads the articles of a generation twice and writes what they hold of a benchmark: a line of JSON
 * a text and article, and the ids of these articles as a list to suppress.
 */
public final class ContaminationInGeneration {
  /** A line of JSON for each text in each article. */
  public static final String NAME = "contamination.jsonl";

  /** The ids of these articles, as {@code --suppress} takes them. */
  public static final String IDS_NAME = "contaminated-ids.txt";

  /** Keys of a question's text in benchmarks, behind those of any text. */
  private static final List<String> QUESTIONS =
      List.of(
          "text",
          "question",
          "prompt",
          "problem",
          "passage",
          "context",
          "content",
          "input",
          "sentence");

  private static final ObjectMapper JSON = new ObjectMapper();

  private record Article(
      String id, String sourceFile, Long sourceRecord, String url, String site, String text) {}

  /**
   * What was found.
   *
   * @param articles read
   * @param hits lines written
   * @param contaminated articles with a hit
   */
  public record Result(long articles, long hits, long contaminated) {}

  private ContaminationInGeneration() {}

  /**
   * Reads benchmark texts: dumps of any format, a record each.
   *
   * @param keys of the text in JSON and Parquet; empty for those that are known
   */
  public static BenchmarkTexts texts(List<Path> files, List<String> keys) throws IOException {
    BenchmarkTexts texts = new BenchmarkTexts();
    JsonKeys names = JsonKeys.KNOWN.with(Map.of(JsonField.TEXT, keys.isEmpty() ? QUESTIONS : keys));
    DumpReader reader =
        new DumpReader(
            DumpSettings.defaults().withSegment(false).withKeys(names, SiteSource.FOUND));
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    texts.expect(bytes);
    for (Path file : files) {
      String name = file.getFileName().toString();
      reader.read(
          new DumpFile(name, Files.size(file), () -> Files.newInputStream(file)),
          new DumpSink() {
            @Override
            public void page(Page page) {
              String text = new String(page.payload(), StandardCharsets.UTF_8);
              texts.add(name, page.sourceRecord(), page.sourceId(), text);
            }

            @Override
            public void rejected(Rejected rejected) {}
          });
    }
    texts.finish();
    return texts;
  }

  /** Looks for the texts of these files and writes the hits into the generation. */
  public static Result write(Storage generation, List<Path> files) throws IOException {
    StringWriter ids = new StringWriter();
    Result result;
    try (Writer hits =
        new OutputStreamWriter(
            new BufferedOutputStream(generation.create(NAME)), StandardCharsets.UTF_8)) {
      result = find(generation, texts(files, List.of()), hits, ids);
    }
    generation.replaceText(IDS_NAME, ids.toString());
    return result;
  }

  /**
   * Looks for them.
   *
   * @param hits takes a line a hit
   * @param suppress takes the id of each article with one
   */
  public static Result find(Storage generation, BenchmarkTexts texts, Writer hits, Writer suppress)
      throws IOException {
    Contamination contamination = new Contamination(texts);
    // A bit an article: most need not be taken into words again.
    BitSet suspects = new BitSet();
    int number = 0;
    try (var rows = new TableScan<>(generation, Tables.ARTICLES.view(Article.class))) {
      for (Article row = rows.next(); row != null; row = rows.next()) {
        suspects.set(number, contamination.count(row.site(), row.text()));
        number++;
      }
    }
    contamination.finish();
    if (suspects.isEmpty()) {
      return new Result(number, 0, 0);
    }
    int articles = 0;
    long lines = 0;
    long contaminated = 0;
    try (var rows = new TableScan<>(generation, Tables.ARTICLES.view(Article.class))) {
      for (Article row = rows.next(); row != null; row = rows.next()) {
        boolean isSuspect = suspects.get(articles++);
        List<Contamination.Hit> found = isSuspect ? contamination.hits(row.text()) : List.of();
        for (Contamination.Hit hit : found) {
          hits.write(line(row, hit));
          lines++;
        }
        if (!found.isEmpty()) {
          contaminated++;
          suppress.write(row.id() + "\n");
        }
      }
    }
    return new Result(articles, lines, contaminated);
  }

  private static String line(Article article, Contamination.Hit hit) {
    ObjectNode line = JSON.createObjectNode();
    line.put("article_id", article.id());
    line.put("source_file", article.sourceFile()).put("source_record", article.sourceRecord());
    line.put("url", article.url()).put("site", article.site());
    line.put("item_file", hit.item().file()).put("item_record", hit.item().record());
    line.put("item_id", hit.item().id());
    line.put("runs", hit.runs()).put("share", hit.share()).put("passage", hit.passage());
    return line + "\n";
  }
}
