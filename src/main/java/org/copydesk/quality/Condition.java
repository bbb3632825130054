package org.copydesk.quality;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a rule asks of a text's signals: a claim about one of them, or claims joined by {@code all},
 * {@code any} and {@code not}, to any depth.
 */
public sealed interface Condition extends Serializable {

  /** The claim that decided that the condition holds; empty when it does not. */
  Optional<Claim> holds(QualitySignals signals);

  /** The first claim, by which the condition is known where it is joined. */
  Claim first();

  /** As a definition has it. */
  Map<String, Object> described();

  /**
   * A signal compared with a value: {@code words < 50}.
   *
   * @param signal what is looked at
   * @param op how it is compared
   * @param value what with
   */
  record Claim(Signal signal, QualityRule.Op op, double value) implements Condition {
    private static final long serialVersionUID = 1;

    @Override
    public Optional<Claim> holds(QualitySignals signals) {
      double found = signals.value(signal);
      boolean holds =
          switch (op) {
            case BELOW -> found < value;
            case AT_MOST -> found <= value;
            case ABOVE -> found > value;
            case AT_LEAST -> found >= value;
          };
      return holds ? Optional.of(this) : Optional.empty();
    }

    @Override
    public Claim first() {
      return this;
    }

    @Override
    public Map<String, Object> described() {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("signal", signal.key());
      fields.put("op", op.sign());
      fields.put("value", value);
      return fields;
    }
  }

  /** All hold; the first one decided. */
  record All(List<Condition> parts) implements Condition {
    private static final long serialVersionUID = 1;

    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public Optional<Claim> holds(QualitySignals signals) {
      Optional<Claim> first = Optional.empty();
      for (Condition part : parts) {
        Optional<Claim> one = part.holds(signals);
        if (one.isEmpty()) {
          return one;
        }
        first = first.isEmpty() ? one : first;
      }
      return first;
    }

    @Override
    public Claim first() {
      return parts.get(0).first();
    }

    @Override
    public Map<String, Object> described() {
      return Map.of("all", parts.stream().map(Condition::described).toList());
    }
  }

  /** One holds; the first that does decided. */
  record Any(List<Condition> parts) implements Condition {
    private static final long serialVersionUID = 1;

    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public Optional<Claim> holds(QualitySignals signals) {
      for (Condition part : parts) {
        Optional<Claim> one = part.holds(signals);
        if (one.isPresent()) {
          return one;
        }
      }
      return Optional.empty();
    }

    @Override
    public Claim first() {
      return parts.get(0).first();
    }

    @Override
    public Map<String, Object> described() {
      return Map.of("any", parts.stream().map(Condition::described).toList());
    }
  }

  /** It does not hold; its first claim decided. */
  record Not(Condition part) implements Condition {
    private static final long serialVersionUID = 1;

    @Override
    public Optional<Claim> holds(QualitySignals signals) {
      return part.holds(signals).isPresent() ? Optional.empty() : Optional.of(first());
    }

    @Override
    public Claim first() {
      return part.first();
    }

    @Override
    public Map<String, Object> described() {
      return Map.of("not", part.described());
    }
  }

  /** A condition as YAML has it: one of a claim, {@code all}, {@code any} and {@code not}. */
  @JsonCreator
  static Condition of(
      @JsonProperty("signal") String signal,
      @JsonProperty("op") String op,
      @JsonProperty("value") Double value,
      @JsonProperty("all") List<Condition> all,
      @JsonProperty("any") List<Condition> any,
      @JsonProperty("not") Condition not) {
    List<Condition> found = new ArrayList<>();
    if (signal != null || op != null || value != null) {
      if (signal == null || op == null || value == null) {
        throw new IllegalArgumentException("a claim has a signal, an op and a value");
      }
      found.add(new Claim(Signal.of(signal), QualityRule.Op.of(op), value));
    }
    if (all != null) {
      found.add(new All(checked(all)));
    }
    if (any != null) {
      found.add(new Any(checked(any)));
    }
    if (not != null) {
      found.add(new Not(not));
    }
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          "a rule has a signal, an op and a value, or one of all, any and not");
    }
    return found.get(0);
  }

  private static List<Condition> checked(List<Condition> parts) {
    if (parts.isEmpty() || parts.contains(null)) {
      throw new IllegalArgumentException("all and any have conditions");
    }
    return parts;
  }
}
