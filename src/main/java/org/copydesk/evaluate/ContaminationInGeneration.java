package org.copydesk.evaluate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.copydesk.corpus.PartReader;
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
import org.copydesk.table.Table;

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

  private record Words(String site, String text) {}

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
    Table<Words> all = Tables.ARTICLES.view(Words.class);
    // Most articles are no suspects: they need not be read again.
    Map<String, LongArrayList> suspects = new TreeMap<>();
    long articles = 0;
    for (String part : TableScan.parts(generation, all)) {
      try (PartReader<Words> rows = new PartReader<>(all, generation, part)) {
        long number = 0;
        for (Words row = rows.next(); row != null; row = rows.next(), number++) {
          if (contamination.count(row.site(), row.text())) {
            suspects.computeIfAbsent(part, name -> new LongArrayList()).add(number);
          }
        }
        articles += number;
      }
    }
    contamination.finish();
    Found found = new Found(contamination, hits, suppress);
    Table<Article> shown = Tables.ARTICLES.view(Article.class);
    for (Map.Entry<String, LongArrayList> part : suspects.entrySet()) {
      try (PartReader<Article> rows = new PartReader<>(shown, generation, part.getKey())) {
        rows.fetch(part.getValue().toLongArray(), (row, number) -> found.take(row));
      }
    }
    return new Result(articles, found.hits, found.contaminated);
  }

  /** Writes what suspects hold. */
  private static final class Found {
    private final Contamination contamination;
    private final Writer lines;
    private final Writer suppress;
    private long hits;
    private long contaminated;

    private Found(Contamination contamination, Writer lines, Writer suppress) {
      this.contamination = contamination;
      this.lines = lines;
      this.suppress = suppress;
    }

    private void take(Article article) throws IOException {
      List<Contamination.Hit> found = contamination.hits(article.text());
      for (Contamination.Hit hit : found) {
        lines.write(line(article, hit));
      }
      if (!found.isEmpty()) {
        contaminated++;
        suppress.write(article.id() + "\n");
      }
      hits += found.size();
    }
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
