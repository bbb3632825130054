package org.copydesk.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A page as it is labelled or as it was found: a line of the labelled form for {@code evaluate
 * pages}.
 *
 * @param sourceFile path as the build names it
 * @param sourceRecord place in the file, from 0
 * @param article null where the page has none
 * @param teasers in reading order
 */
public record PageRecord(
    String sourceFile, long sourceRecord, ArticleFields article, List<TeaserFields> teasers) {

  private static final ObjectMapper JSON = new ObjectMapper();

  public PageRecord {
    teasers = List.copyOf(teasers);
  }

  /** What of an article is compared; each null where absent. */
  public record ArticleFields(
      String title, String text, String byline, String provider, Instant publishedAt) {}

  /**
   * @param key the same for every occurrence of one teaser; null in found pages
   * @param title null when none
   * @param snippet null when none
   */
  public record TeaserFields(String key, String title, String snippet) {}

  /** The page's place as one word. */
  public String place() {
    return place(sourceFile, sourceRecord);
  }

  static String place(String sourceFile, long sourceRecord) {
    return sourceFile + "#" + sourceRecord;
  }

  /** Reads labelled pages one by one; a line that is not one is named in the exception. */
  public static void read(Path file, Consumer<PageRecord> to) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      long number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          to.accept(parse(line, file + ":" + number));
        }
      }
    }
  }

  private static PageRecord parse(String line, String where) {
    try {
      JsonNode node = JSON.readTree(line);
      JsonNode file = node.get("source_file");
      if (file == null || !file.isTextual()) {
        throw new IllegalArgumentException(where + ": no source_file");
      }
      List<TeaserFields> teasers = new ArrayList<>();
      for (JsonNode teaser : node.path("teasers")) {
        teasers.add(
            new TeaserFields(text(teaser, "key"), text(teaser, "title"), text(teaser, "snippet")));
      }
      return new PageRecord(
          file.asText(), node.path("source_record").asLong(0), article(node, where), teasers);
    } catch (IOException e) {
      throw new UncheckedIOException(where + ": not JSON", e);
    }
  }

  private static ArticleFields article(JsonNode node, String where) {
    if (!node.hasNonNull("article")) {
      return null;
    }
    JsonNode article = node.get("article");
    String published = text(article, "published_at");
    try {
      return new ArticleFields(
          text(article, "title"),
          text(article, "text"),
          text(article, "byline"),
          text(article, "provider"),
          published == null ? null : Instant.parse(published));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(where + ": published_at is no UTC time", e);
    }
  }

  private static String text(JsonNode node, String field) {
    return node.hasNonNull(field) ? node.get(field).asText() : null;
  }
}
