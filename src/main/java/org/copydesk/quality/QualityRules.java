package org.copydesk.quality;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.copydesk.text.YamlText;

/**
 * Rules in their order, as a file under {@code pipelines/rules/} has them:
 *
 * <pre>
 * rules:
 *   - {name: gopher_words, signal: words, op: "<", value: 50}
 *   - name: menu
 *     all:
 *       - {signal: menu_words, op: ">", value: 0.3}
 *       - not: {signal: sentence_words, op: ">", value: 0.3}
 * </pre>
 *
 * @param rules the first one that holds removes
 */
public record QualityRules(List<QualityRule> rules) implements Serializable {
  private static final long serialVersionUID = 1;

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private static final String RULE =
      "name, signal, op and value, or all, any or not, and perhaps language";

  /** No text is removed. */
  public static final QualityRules NONE = new QualityRules(List.of());

  /**
   * Why a text goes.
   *
   * @param rule the first that holds
   * @param claim the one of its claims that decided; of claims joined by all the first
   * @param value what the claim's signal was
   */
  public record Broken(QualityRule rule, Condition.Claim claim, double value) {}

  public QualityRules {
    rules = rules == null ? List.of() : List.copyOf(rules);
    Map<String, Signal> signals = new TreeMap<>();
    for (QualityRule rule : rules) {
      Signal before = signals.put(rule.name(), rule.signal());
      if (before != null && before != rule.signal()) {
        throw new IllegalArgumentException("rules on two signals are called " + rule.name());
      }
    }
  }

  /**
   * Reads YAML.
   *
   * @throws IllegalArgumentException when a rule is not as it should be
   */
  public static QualityRules read(InputStream in) throws IOException {
    return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
  }

  private static QualityRules read(String yaml) throws IOException {
    try {
      return YAML.readValue(YamlText.of(yaml).text(), QualityRules.class);
    } catch (YamlText.Fault e) {
      throw new IllegalArgumentException("quality rules: " + e.getMessage(), e);
    } catch (UnrecognizedPropertyException e) {
      throw new IllegalArgumentException(
          place(e) + "a rule has no " + e.getPropertyName() + "; it has " + RULE, e);
    } catch (JsonMappingException e) {
      boolean isOurs = e.getCause() instanceof IllegalArgumentException;
      String message =
          isOurs ? e.getCause().getMessage() : "a value of the wrong kind; a rule has " + RULE;
      throw new IllegalArgumentException(place(e) + message, e);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(place(e) + "a value that cannot be read", e);
    }
  }

  private static String place(JsonProcessingException e) {
    boolean isKnown = e.getLocation() != null && e.getLocation().getLineNr() > 0;
    return "quality rules: " + (isKnown ? "line " + e.getLocation().getLineNr() + ": " : "");
  }

  /**
   * One rule, as {@code {signal: words, op: "<", value: 5}}.
   *
   * @throws IllegalArgumentException when it is not as it should be
   */
  public static QualityRules one(String yaml) throws IOException {
    return read("rules: [" + yaml + "]");
  }

  /** These rules, then the others. */
  public QualityRules and(QualityRules others) {
    List<QualityRule> all = new ArrayList<>(rules);
    all.addAll(others.rules);
    return new QualityRules(all);
  }

  @JsonIgnore
  public boolean isEmpty() {
    return rules.isEmpty();
  }

  /** The rule that removes a text of this language; empty when it stays. */
  public Optional<Broken> broken(QualitySignals signals, String language) {
    for (QualityRule rule : rules) {
      Optional<Condition.Claim> claim = rule.decisive(signals, language);
      if (claim.isPresent()) {
        return Optional.of(new Broken(rule, claim.get(), signals.value(claim.get().signal())));
      }
    }
    return Optional.empty();
  }
}
