package org.copydesk.pipeline;

import org.copydesk.dedup.ArticleIdentity;
import org.copydesk.language.LanguageGuess;
import org.copydesk.language.LanguageIdentifier;
import org.copydesk.model.Article;
import org.copydesk.model.ArticleRecord;
import org.copydesk.model.Page;
import org.copydesk.text.Normaliser;
import org.copydesk.text.Tokens;

/** Measures an article while its text is in hand: words, language, quality, personal data. */
final class Annotator {
  private final LanguageIdentifier languages;

  Annotator(BuildSettings settings) {
    languages = settings.language() ? LanguageIdentifier.shared() : null;
  }

  ArticleRecord annotate(Page page, Article article) {
    String title = article.title() == null ? "" : Normaliser.normalise(article.title());
    String text = Normaliser.normalise(article.text());
    LanguageGuess language = languages == null ? null : languages.identify(article.text());
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
        Tokens.of(text).count(),
        null,
        null);
  }
}
