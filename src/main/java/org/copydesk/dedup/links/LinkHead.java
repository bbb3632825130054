package org.copydesk.dedup.links;

import java.util.Arrays;
import org.copydesk.dedup.SiteSet;
import org.copydesk.model.Article;
import org.copydesk.text.ContentHash;
import org.copydesk.text.Normaliser;

/**
 * What a kept article is linked by; some 650 bytes, travels once.
 *
 * @param id of the article
 * @param words its first {@link LinkKeys#ARTICLE_WORDS} words
 * @param site its site as {@link SiteSet} hashes it; 0 for none
 * @param publishedAt seconds since 1970; Long.MAX_VALUE when unknown
 * @param length words of its body
 */
public record LinkHead(ContentHash id, int[] words, long site, long publishedAt, int length) {

  /** The head of an article. */
  public static LinkHead of(ContentHash id, Article article, int length) {
    long[] site = SiteSet.of(article.site());
    return new LinkHead(
        id,
        LinkWords.of(Normaliser.normalise(beginning(article.text())), LinkKeys.ARTICLE_WORDS),
        site.length == 0 ? 0 : site[0],
        article.publishedAt() == null ? Long.MAX_VALUE : article.publishedAt().getEpochSecond(),
        length);
  }

  /** Enough of a text for its first words; its end may be cut. */
  static String beginning(String text) {
    return text.length() <= LinkKeys.ARTICLE_CHARS
        ? text
        : text.substring(0, LinkKeys.ARTICLE_CHARS);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LinkHead that
        && id.equals(that.id)
        && Arrays.equals(words, that.words)
        && site == that.site
        && publishedAt == that.publishedAt
        && length == that.length;
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
