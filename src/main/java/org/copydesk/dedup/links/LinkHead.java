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
  /** Characters of {@link LinkKeys#ARTICLE_WORDS} words with the spaces behind them, generously. */
  private static final int LEAD_CHARS = 8 * LinkKeys.ARTICLE_WORDS;

  /** The head of an article. */
  public static LinkHead of(ContentHash id, Article article, int length) {
    long[] site = SiteSet.of(article.site());
    return new LinkHead(
        id,
        words(article.text()),
        site.length == 0 ? 0 : site[0],
        article.publishedAt() == null ? Long.MAX_VALUE : article.publishedAt().getEpochSecond(),
        length);
  }

  /** The first words; of most texts a lead holds them, and one more than would be cut. */
  private static int[] words(String text) {
    if (text.length() > LEAD_CHARS) {
      String lead = Normaliser.normalise(text.substring(0, LEAD_CHARS));
      int[] words = LinkWords.of(lead, LinkKeys.ARTICLE_WORDS + 1);
      if (words.length > LinkKeys.ARTICLE_WORDS) {
        return Arrays.copyOf(words, LinkKeys.ARTICLE_WORDS);
      }
    }
    return LinkWords.of(Normaliser.normalise(beginning(text)), LinkKeys.ARTICLE_WORDS);
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
