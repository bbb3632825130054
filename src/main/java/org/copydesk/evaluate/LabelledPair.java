package org.copydesk.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.copydesk.corpus.Sha256;
import org.copydesk.model.Article;

/**
 * Two documents and what one is to the other: {@code {"a":{"file","id"},"b":{…},
 * "label":"series","newer":null}}. A document may also carry its {@code title}, {@code text} and
 * {@code date}; where it does not, they are read from files of documents.
 *
 * @param label {@code same}, {@code version}, {@code excerpt}, {@code series}, {@code related},
 *     {@code different}; of made pairs also {@code contradiction}, {@code restyling}
 * @param kind what the pair is an example of; "" where it does not say
 * @param language of the texts; "" where it does not say
 * @param newer "a" or "b"; null where none is
 * @param why what the label rests on; ""
 * @param name of the pair; "" where it has none
 * @param jaccard as measured by who labelled; NaN where the pair does not say
 */
public record LabelledPair(
    Document a,
    Document b,
    String label,
    String kind,
    String language,
    String newer,
    String why,
    String name,
    double jaccard) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * One of the two.
   *
   * @param article null where the pair names it only
   */
  public record Document(String file, String id, Article article) {}

  /** Reads pairs; those that name their documents find them in {@code documents}. */
  public static List<LabelledPair> read(Path file, List<Path> documents) throws IOException {
    List<JsonNode> lines = lines(file);
    Map<String, Article> wanted = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      for (String side : List.of("a", "b")) {
        JsonNode node = lines.get(i).path(side);
        if (!node.has("text") && !node.has("id")) {
          throw new IllegalArgumentException(file + ":" + (i + 1) + ": no labelled pair");
        }
        wanted.put(node.path("id").asText(), null);
      }
    }
    for (Path each : documents) {
      for (JsonNode line : lines(each)) {
        String id = line.path("id").asText();
        if (wanted.containsKey(id)) {
          wanted.put(id, article(line));
        }
      }
    }
    List<LabelledPair> pairs = new ArrayList<>();
    for (JsonNode line : lines) {
      pairs.add(
          new LabelledPair(
              document(line.get("a"), wanted),
              document(line.get("b"), wanted),
              line.path("label").asText(),
              line.path("kind").asText(""),
              line.path("language").asText(line.path("lang").asText("")),
              line.path("newer").isTextual() ? line.get("newer").asText() : null,
              line.path("why").asText(""),
              line.path("pair").asText(""),
              line.path("jaccard").asDouble(Double.NaN)));
    }
    return pairs;
  }

  /**
   * Which half of a set the pair is in, by a hash of its ids: 'A' is looked at while rules are
   * made, 'B' is only counted; ' ' for made pairs, whose documents have no ids.
   */
  public char half() {
    if (a.id.isEmpty() || b.id.isEmpty()) {
      return ' ';
    }
    boolean isInOrder = a.id.compareTo(b.id) <= 0;
    String both = (isInOrder ? a.id : b.id) + "|" + (isInOrder ? b.id : a.id);
    String digest = Sha256.of(both.getBytes(StandardCharsets.UTF_8));
    return Integer.parseInt(digest.substring(0, 2), 16) % 2 == 0 ? 'A' : 'B';
  }

  private static Document document(JsonNode node, Map<String, Article> found) {
    String id = node.path("id").asText();
    Article article = node.has("text") ? article(node) : found.get(id);
    return new Document(node.path("file").asText(), id, article);
  }

  private static Article article(JsonNode node) {
    String title = node.path("title").isTextual() ? node.get("title").asText() : null;
    String text = node.path("text").asText();
    Instant date = date(node.path("date").asText(node.path("published_at").asText("")));
    return new Article(
        title, null, List.of(), null, date, null, text.isEmpty() ? " " : text, null, null);
  }

  private static Instant date(String text) {
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    try (InputStream bytes = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        BufferedReader in =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.isBlank()) {
          lines.add(JSON.readTree(line));
        }
      }
    }
    return lines;
  }
}
