package org.copydesk.topic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * Reads labelled texts: JSON Lines of {@code {"title","text","topics":["medtop:04000000"]}}, plain
 * or gzipped ({@code .gz}). Other keys are left alone; {@code probs} may hold a teacher's
 * probabilities by code.
 */
public final class LabelledTexts {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Taxonomy taxonomy;

  private LabelledTexts(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
  }

  /** Codes are taken as they are. */
  public static LabelledTexts anyCodes() {
    return new LabelledTexts(null);
  }

  /** Codes are rolled up to their top; unknown ones are refused. */
  public static LabelledTexts of(Taxonomy taxonomy) {
    return new LabelledTexts(taxonomy);
  }

  /**
   * All texts of a file in its order.
   *
   * @throws IllegalArgumentException with file and line number when a line is not a labelled text
   */
  public List<TopicExample> read(Path file) throws IOException {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      return read(in, file.getFileName().toString());
    }
  }

  /** As {@link #read(Path)}; {@code name} stands in messages. */
  public List<TopicExample> read(InputStream in, String name) throws IOException {
    List<TopicExample> texts = new ArrayList<>();
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank()) {
        try {
          texts.add(parse(line));
        } catch (JsonProcessingException e) {
          throw refused(name, number, "no JSON object: " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
          throw refused(name, number, e.getMessage(), e);
        }
      }
    }
    return texts;
  }

  private static IllegalArgumentException refused(
      String name, int number, String message, Exception cause) {
    return new IllegalArgumentException(name + ", line " + number + ": " + message, cause);
  }

  private TopicExample parse(String line) throws JsonProcessingException {
    JsonNode node = JSON.readTree(line);
    if (!node.isObject()) {
      throw new IllegalArgumentException("a labelled text is a JSON object");
    }
    String title = string(node, "title");
    String text = string(node, "text");
    if (title == null && text == null) {
      throw new IllegalArgumentException("neither a title nor a text");
    }
    JsonNode topics = node.path("topics");
    if (!topics.isArray() && !topics.isMissingNode() && !topics.isNull()) {
      throw new IllegalArgumentException("topics is a list of codes");
    }
    Set<String> codes = new LinkedHashSet<>();
    for (JsonNode topic : topics) {
      if (!topic.isTextual() || topic.asText().isBlank()) {
        throw new IllegalArgumentException("a topic is a code, not " + topic);
      }
      codes.add(known(topic.asText()));
    }
    return new TopicExample(title, text, List.copyOf(codes), probabilities(node.path("probs")));
  }

  private Map<String, Double> probabilities(JsonNode node) {
    if (!node.isObject()) {
      return null;
    }
    Map<String, Double> soft = new TreeMap<>();
    node.fields()
        .forEachRemaining(
            field -> {
              double value = field.getValue().asDouble(-1);
              if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("a probability is 0 to 1: " + field.getKey());
              }
              soft.merge(known(field.getKey()), value, Double::sum);
            });
    return soft;
  }

  private String known(String code) {
    if (taxonomy == null) {
      return code;
    }
    String top = taxonomy.top(code);
    if (top == null) {
      throw new IllegalArgumentException("unknown code " + code);
    }
    return top;
  }

  private static String string(JsonNode node, String key) {
    JsonNode value = node.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw new IllegalArgumentException(key + " is a text");
    }
    return value.asText();
  }
}
