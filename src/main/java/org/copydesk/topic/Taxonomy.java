package org.copydesk.topic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Codes, their names and what they belong to: {@code medtop:20000065} (civil unrest) rolls up to
 * {@code medtop:16000000}.
 *
 * <p>Read from the JSON in which IPTC publishes its NewsCodes ({@code conceptSet} of concepts with
 * {@code qcode}, {@code prefLabel}, {@code definition}, {@code broader}), or, for a taxonomy of
 * one's own, from a list: {@code
 * [{"code":"farm","label":"Farming","definition":null,"broader":null}]}.
 */
public final class Taxonomy {
  /**
   * One concept.
   *
   * @param definition null when it has none
   * @param broader code of the concept above it; null at the top
   */
  public record Concept(
      String code, String label, String definition, String broader, boolean isRetired) {}

  private static final String LANGUAGE = "en-US";

  private final Map<String, Concept> concepts = new LinkedHashMap<>();

  private Taxonomy() {}

  /**
   * Reads IPTC's JSON or a list; concepts without a label (there: in en-US) take their code as one.
   */
  public static Taxonomy read(InputStream in) throws IOException {
    JsonNode root = new ObjectMapper().readTree(in);
    if (root.isArray()) {
      return ofList(root);
    }
    JsonNode set = root.path("conceptSet");
    if (!set.isArray() || set.isEmpty()) {
      throw new IllegalArgumentException("a vocabulary has a conceptSet with concepts");
    }
    Map<String, String> codeByUri = new TreeMap<>();
    for (JsonNode concept : set) {
      codeByUri.put(concept.path("uri").asText(), concept.path("qcode").asText());
    }
    Taxonomy taxonomy = new Taxonomy();
    for (JsonNode node : set) {
      String code = node.path("qcode").asText();
      JsonNode above = node.path("broader").path(0);
      String broader =
          above.isMissingNode() ? null : codeByUri.getOrDefault(above.asText(), above.asText());
      taxonomy.concepts.put(
          code,
          new Concept(
              code,
              node.path("prefLabel").path(LANGUAGE).asText(code),
              node.path("definition").path(LANGUAGE).asText(null),
              broader,
              node.has("retired")));
    }
    return taxonomy;
  }

  private static Taxonomy ofList(JsonNode list) {
    Taxonomy taxonomy = new Taxonomy();
    for (JsonNode node : list) {
      String code = node.path("code").asText(node.path("qcode").asText(""));
      if (code.isBlank() || taxonomy.concepts.containsKey(code)) {
        throw new IllegalArgumentException("a concept has a code of its own: " + node);
      }
      taxonomy.concepts.put(
          code,
          new Concept(
              code,
              node.path("label").asText(code),
              node.path("definition").asText(null),
              node.path("broader").asText(null),
              node.path("retired").asBoolean()));
    }
    for (Concept concept : taxonomy.concepts.values()) {
      if (taxonomy.top(concept.code()) == null) {
        throw new IllegalArgumentException("nothing is above " + concept.code());
      }
    }
    return taxonomy;
  }

  /** All concepts in the order of the file. */
  public List<Concept> concepts() {
    return new ArrayList<>(concepts.values());
  }

  /** Codes without a broader one, in ascending order. */
  public List<String> tops() {
    return concepts.values().stream()
        .filter(concept -> concept.broader() == null && !concept.isRetired())
        .map(Concept::code)
        .sorted()
        .toList();
  }

  /** Name of a code; the code itself when it is unknown. */
  public String label(String code) {
    Concept concept = concepts.get(code);
    return concept == null ? code : concept.label();
  }

  /** The top concept above a code; null when the code is unknown. */
  public String top(String code) {
    Concept concept = concepts.get(code);
    for (int depth = 0; concept != null && depth < 32; depth++) {
      if (concept.broader() == null) {
        return concept.code();
      }
      concept = concepts.get(concept.broader());
    }
    return null;
  }

  /** The definitions of the active concepts as labelled texts: label as title. */
  public List<TopicExample> definitions() {
    List<TopicExample> texts = new ArrayList<>();
    for (Concept concept : concepts.values()) {
      String top = top(concept.code());
      if (!concept.isRetired() && top != null && concept.definition() != null) {
        texts.add(TopicExample.of(concept.label(), concept.definition(), List.of(top)));
      }
    }
    return texts;
  }
}
