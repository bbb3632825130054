package org.copydesk.quality;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.Serializable;
import java.util.Set;

/**
 * A claim about a signal that removes an article when it holds: {@code words < 50}.
 *
 * @param name stored as the reason of a removal
 * @param signal what is looked at
 * @param op how it is compared
 * @param value what with
 * @param language ISO 639-1 code of the texts it is for; null: all
 */
public record QualityRule(String name, Signal signal, Op op, double value, String language)
    implements Serializable {
  private static final long serialVersionUID = 1;

  /** Reasons that mean something else in the table of removals. */
  private static final Set<String> RESERVED =
      Set.of("exact_duplicate", "near_duplicate", "version", "suppressed");

  /** A comparison. */
  public enum Op {
    BELOW("<"),
    AT_MOST("<="),
    ABOVE(">"),
    AT_LEAST(">=");

    private final String sign;

    Op(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }

    /**
     * The comparison written so.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Op of(String sign) {
      for (Op op : values()) {
        if (op.sign.equals(sign)) {
          return op;
        }
      }
      throw new IllegalArgumentException("unknown op " + sign + ": one of < <= > >=");
    }
  }

  public QualityRule {
    if (name == null || name.isBlank() || signal == null || op == null) {
      throw new IllegalArgumentException("a rule has a name, a signal, an op and a value");
    }
    if (RESERVED.contains(name)) {
      throw new IllegalArgumentException("a rule cannot be called " + name);
    }
  }

  @JsonCreator
  static QualityRule of(
      @JsonProperty("name") String name,
      @JsonProperty("signal") String signal,
      @JsonProperty("op") String op,
      @JsonProperty("value") Double value,
      @JsonProperty("language") String language) {
    if (signal == null || op == null || value == null) {
      throw new IllegalArgumentException("a rule has a signal, an op and a value: " + name);
    }
    return new QualityRule(
        name == null ? signal : name, Signal.of(signal), Op.of(op), value, language);
  }

  /** Whether it removes a text with these signals; {@code language} null: not known. */
  public boolean removes(QualitySignals signals, String textLanguage) {
    if (language != null && !language.equals(textLanguage)) {
      return false;
    }
    double found = signals.value(signal);
    return switch (op) {
      case BELOW -> found < value;
      case AT_MOST -> found <= value;
      case ABOVE -> found > value;
      case AT_LEAST -> found >= value;
    };
  }
}
