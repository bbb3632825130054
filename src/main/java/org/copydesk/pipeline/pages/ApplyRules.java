package org.copydesk.pipeline.pages;

import java.util.Locale;
import java.util.Optional;
import org.copydesk.dedup.Suppression;
import org.copydesk.model.RemovalReason;
import org.copydesk.quality.QualityRules;
import org.copydesk.quality.Signal;

/**
 * Decides which articles go before duplicates are looked for, so that a copy can take the place:
 * what the suppression list covers, and what a quality rule holds for. An article of 12 words and
 * the rule {@code words < 50} give a removal of the rule's name, value 12, threshold 50.
 */
public final class ApplyRules {
  /**
   * Why an article goes.
   *
   * @param reason {@code suppressed} or the rule's name
   * @param signal of the rule's claim that decided; null when suppressed
   * @param threshold the claim's; null when suppressed
   * @param value what the signal was; null when suppressed
   */
  public record Removal(String reason, Signal signal, Double threshold, Double value) {
    private static final Removal SUPPRESSED =
        new Removal(RemovalReason.SUPPRESSED.stored(), null, null, null);

    /** The value as the table holds it: a count without a fraction; null when suppressed. */
    String valueText() {
      if (value == null) {
        return null;
      }
      return signal.type() == Signal.Type.COUNT
          ? String.format(Locale.ROOT, "%.0f", value)
          : Double.toString(value);
    }
  }

  private final Suppression suppression;
  private final QualityRules rules;

  public ApplyRules(Suppression suppression, QualityRules rules) {
    this.suppression = suppression;
    this.rules = rules;
  }

  /** Why the article goes; empty when it stays. */
  public Optional<Removal> removes(Annotator.Annotated annotated) {
    if (suppression.covers(annotated.article().id(), annotated.article().article())) {
      return Optional.of(Removal.SUPPRESSED);
    }
    if (rules.isEmpty()) {
      return Optional.empty();
    }
    return rules
        .broken(annotated.signals(), annotated.article().language())
        .map(ApplyRules::removal);
  }

  private static Removal removal(QualityRules.Broken broken) {
    return new Removal(
        broken.rule().name(), broken.claim().signal(), broken.claim().value(), broken.value());
  }
}
