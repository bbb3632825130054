package org.copydesk.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.copydesk.corpus.Failure;
import org.copydesk.corpus.Manifest;
import org.copydesk.storage.Storage;

/**
 * What differs between two generations: files of the input, articles and teasers that were added,
 * removed or changed, articles whose cluster is another, teasers whose counts or links are, stories
 * that others ran, that changed, or that somebody else is now known to have had first.
 *
 * @param tables rows by table and kind; the kind {@code same} counts those that do not differ
 * @param algorithms name and both versions of every algorithm whose version differs, in words
 */
public record GenerationDiff(Map<String, Map<String, Long>> tables, List<String> algorithms) {

  /** Takes what differs. */
  public interface Sink {
    void change(RowChange change) throws IOException;
  }

  /**
   * Compares two generations.
   *
   * @param scratch local folder for sorting
   * @param sink takes every difference, table by table
   */
  public static GenerationDiff of(Storage before, Storage after, Path scratch, Sink sink)
      throws IOException, Failure {
    List<String> algorithms = versions(Manifest.read(before), Manifest.read(after));
    Map<String, Map<String, Long>> tables = new LinkedHashMap<>();
    Map<String, TableShape<?>> shapes = new LinkedHashMap<>();
    shapes.put("files", TableShape.FILES);
    shapes.put("articles", TableShape.ARTICLES);
    shapes.put("teasers", TableShape.TEASERS);
    shapes.put("stories", TableShape.STORIES);
    for (Map.Entry<String, TableShape<?>> shape : shapes.entrySet()) {
      Map<String, Long> counts = new TreeMap<>();
      Sink counting =
          change -> {
            counts.merge(change.kind(), 1L, Long::sum);
            sink.change(change);
          };
      long same = new TableDiff<>(shape.getValue(), scratch, counting).compare(before, after);
      counts.put("same", same);
      tables.put(shape.getKey(), counts);
    }
    return new GenerationDiff(tables, algorithms);
  }

  private static List<String> versions(Manifest before, Manifest after) {
    Map<String, String> old = before.algorithms();
    Map<String, String> fresh = after.algorithms();
    TreeSet<String> names = new TreeSet<>(old.keySet());
    names.addAll(fresh.keySet());
    List<String> differing = new ArrayList<>();
    for (String name : names) {
      String from = old.getOrDefault(name, "none");
      String to = fresh.getOrDefault(name, "none");
      if (!from.equals(to)) {
        differing.add(name + " " + from + " -> " + to);
      }
    }
    return differing;
  }

  /** Whether ids were made by other rules, so that equal ids cannot be expected of equal rows. */
  public boolean hasMovedIds() {
    return algorithms.stream()
        .anyMatch(
            algorithm ->
                List.of("article_identity", "teaser_identity", "normaliser", "content_hash")
                    .contains(algorithm.substring(0, algorithm.indexOf(' '))));
  }

  /** Rows of a table that differ in this way. */
  public long count(String table, String kind) {
    return tables.getOrDefault(table, Map.of()).getOrDefault(kind, 0L);
  }
}
