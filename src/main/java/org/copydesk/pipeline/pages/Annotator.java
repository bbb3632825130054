package org.copydesk.pipeline.pages;

import org.copydesk.dedup.ArticleIdentity;
import org.copydesk.language.LanguageGuess;
import org.copydesk.language.LanguageIdentifier;
import org.copydesk.model.Article;
import org.copydesk.model.ArticleRecord;
import org.copydesk.model.Page;
import org.copydesk.model.Rights;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.quality.PersonalData;
import org.copydesk.quality.QualityMeter;
import org.copydesk.quality.QualitySignals;
import org.copydesk.quality.Signal;
import org.copydesk.text.ArticleWords;

/** Measures an article while its text is in hand: words, language, quality, personal data. */
public final class Annotator {
  /**
   * An article with what was measured on it.
   *
   * @param words of the article, for whoever else looks at them
   * @param signals null when neither the corpus nor a rule wants them
   */
  public record Annotated(ArticleRecord article, ArticleWords words, QualitySignals signals) {}

  private final LanguageIdentifier languages;
  private final QualityMeter meter;
  private final boolean storesQuality;

  public Annotator(BuildSettings settings) {
    languages = settings.language() ? LanguageIdentifier.shared() : null;
    storesQuality = settings.quality();
    meter = storesQuality || !settings.rules().isEmpty() ? new QualityMeter() : null;
  }

  /** Measures what needs no settings of a build: words, and languages where they are asked for. */
  public Annotator(boolean identifiesLanguages) {
    languages = identifiesLanguages ? LanguageIdentifier.shared() : null;
    storesQuality = false;
    meter = null;
  }

  /**
   * @param metadata of the page, with what has come to it since
   */
  Annotated annotate(Page page, Article article, String metadata) {
    ArticleWords words = ArticleWords.of(article.title(), article.text());
    LanguageGuess language = languages == null ? null : languages.identify(article.text());
    QualitySignals signals =
        meter == null
            ? null
            : with(
                article.details().stated().rights(),
                meter.measure(
                    article.text(), words.tokens(), language == null ? null : language.language()));
    ArticleRecord record =
        new ArticleRecord(
            ArticleIdentity.ofNormalised(words.title(), words.text()),
            page.sourceFile(),
            page.sourceRecord(),
            page.sourceId(),
            page.fetchedAt(),
            metadata,
            article,
            language == null ? null : language.language(),
            language == null ? null : language.confidence(),
            words.tokens().count(),
            storesQuality ? signals : null,
            storesQuality
                ? PersonalData.count(article.text(), language == null ? null : language.language())
                : null);
    return new Annotated(record, words, signals);
  }

  private static QualitySignals with(Rights rights, QualitySignals signals) {
    if (rights.isNone()) {
      return signals;
    }
    boolean isReserved = Boolean.TRUE.equals(rights.tdmReservation());
    return signals
        .with(Signal.RIGHTS_NOAI, rights.refusesAi() ? 1 : 0)
        .with(Signal.RIGHTS_TDM_RESERVED, isReserved ? 1 : 0)
        .with(Signal.RIGHTS_NO_TRAINING, rights.refusesTraining() ? 1 : 0)
        .with(Signal.RIGHTS_AGENTS_DISALLOWED, rights.agentsDisallowed().size());
  }
}
