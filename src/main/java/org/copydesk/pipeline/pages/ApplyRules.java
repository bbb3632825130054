package org.copydesk.pipeline.pages;

import java.util.Locale;
import java.util.Optional;
import org.copydesk.dedup.Suppression;
import org.copydesk.model.RemovalReason;
import org.copydesk.quality.QualityRules;
import org.copydesk.quality.Signal;
import org.copydesk.text.ContentHash;

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
    public static final Removal SUPPRESSED =
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

  /**
   * Why an article goes; null when it stays. What a list names goes before what breaks a rule.
   *
   * @param url null when unknown
   * @param site null when unknown
   * @param broken what {@link #breaks} gave
   */
  public Removal removes(ContentHash id, String url, String site, Removal broken) {
    return suppression.covers(id, url, site) ? Removal.SUPPRESSED : broken;
  }

  /** Why a rule takes the article out; empty when none does. */
  public Optional<Removal> breaks(Annotator.Annotated annotated) {
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
