package org.copydesk.quality;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A condition that removes an article when it holds: {@code words < 50}.
 *
 * @param name stored as the reason of a removal
 * @param condition about its signals
 * @param language ISO 639-1 code of the texts it is for; null: all
 */
public record QualityRule(String name, Condition condition, String language)
    implements Serializable {
  private static final long serialVersionUID = 1;

  /** Reasons that mean something else in the table of removals. */
  private static final Set<String> RESERVED =
      Set.of("exact_duplicate", "near_duplicate", "version", "suppressed", "contaminated");

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
    if (name == null || name.isBlank() || condition == null) {
      throw new IllegalArgumentException("a rule has a name and a condition");
    }
    if (RESERVED.contains(name)) {
      throw new IllegalArgumentException("a rule cannot be called " + name);
    }
  }

  /** A rule of one claim. */
  public QualityRule(String name, Signal signal, Op op, double value, String language) {
    this(name, new Condition.Claim(signal, op, value), language);
  }

  @JsonCreator
  static QualityRule of(
      @JsonProperty("name") String name,
      @JsonProperty("signal") String signal,
      @JsonProperty("op") String op,
      @JsonProperty("value") Double value,
      @JsonProperty("all") List<Condition> all,
      @JsonProperty("any") List<Condition> any,
      @JsonProperty("not") Condition not,
      @JsonProperty("language") String language) {
    Condition condition = Condition.of(signal, op, value, all, any, not);
    return new QualityRule(name == null ? signal : name, condition, language);
  }

  /** The signal that the rule's first claim is about. */
  public Signal signal() {
    return condition.first().signal();
  }

  /** Whether it removes a text with these signals; {@code language} null: not known. */
  public boolean removes(QualitySignals signals, String textLanguage) {
    return decisive(signals, textLanguage).isPresent();
  }

  /** The claim for which it removes a text; empty when the text stays. */
  Optional<Condition.Claim> decisive(QualitySignals signals, String textLanguage) {
    return language != null && !language.equals(textLanguage)
        ? Optional.empty()
        : condition.holds(signals);
  }
}
