package org.copydesk.pipeline;

import org.copydesk.corpus.SignalColumns;
import org.copydesk.dedup.ArticleIdentity;
import org.copydesk.language.LanguageGuess;
import org.copydesk.language.LanguageIdentifier;
import org.copydesk.model.Article;
import org.copydesk.model.ArticleRecord;
import org.copydesk.model.Page;
import org.copydesk.quality.PersonalData;
import org.copydesk.quality.QualityMeter;
import org.copydesk.text.Normaliser;
import org.copydesk.text.Tokens;

/** Measures an article while its text is in hand: words, language, quality, personal data. */
final class Annotator {
  private final LanguageIdentifier languages;
  private final QualityMeter quality;

  Annotator(BuildSettings settings) {
    languages = settings.language() ? LanguageIdentifier.shared() : null;
    quality = settings.quality() ? new QualityMeter() : null;
  }

  ArticleRecord annotate(Page page, Article article) {
    String title = article.title() == null ? "" : Normaliser.normalise(article.title());
    String text = Normaliser.normalise(article.text());
    LanguageGuess language = languages == null ? null : languages.identify(article.text());
    Tokens tokens = Tokens.of(text);
    return new ArticleRecord(
        ArticleIdentity.ofNormalised(title, text),
        page.sourceFile(),
        page.sourceRecord(),
        page.sourceId(),
        page.fetchedAt(),
        page.metadata(),
        article,
        language == null ? null : language.language(),
        language == null ? null : language.confidence(),
        tokens.count(),
        quality == null ? null : SignalColumns.quality(quality.measure(article.text(), tokens)),
        quality == null ? null : SignalColumns.pii(PersonalData.count(article.text())));
  }
}
