package org.copydesk.quality;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rules in their order, as a file under {@code pipelines/rules/} has them:
 *
 * <pre>
 * rules:
 *   - {name: gopher_words, signal: words, op: "<", value: 50}
 * </pre>
 *
 * @param rules the first one that holds removes
 */
public record QualityRules(List<QualityRule> rules) implements Serializable {
  private static final long serialVersionUID = 1;

  /** No text is removed. */
  public static final QualityRules NONE = new QualityRules(List.of());

  /**
   * Why a text goes.
   *
   * @param rule the first that holds
   * @param value what the signal was; the threshold is the rule's
   */
  public record Broken(QualityRule rule, double value) {}

  public QualityRules {
    rules = rules == null ? List.of() : List.copyOf(rules);
    Set<String> names = new HashSet<>();
    for (QualityRule rule : rules) {
      if (!names.add(rule.name())) {
        throw new IllegalArgumentException("two rules are called " + rule.name());
      }
    }
  }

  /**
   * Reads YAML.
   *
   * @throws IllegalArgumentException when a rule is not as it should be
   */
  public static QualityRules read(InputStream in) throws IOException {
    try {
      return new ObjectMapper(new YAMLFactory()).readValue(in, QualityRules.class);
    } catch (JsonMappingException e) {
      Throwable cause = e.getCause() instanceof IllegalArgumentException ? e.getCause() : e;
      throw new IllegalArgumentException("quality rules: " + cause.getMessage(), e);
    }
  }

  /** The rule that removes a text of this language; empty when it stays. */
  public Optional<Broken> broken(QualitySignals signals, String language) {
    for (QualityRule rule : rules) {
      if (rule.removes(signals, language)) {
        return Optional.of(new Broken(rule, signals.value(rule.signal())));
      }
    }
    return Optional.empty();
  }
}
