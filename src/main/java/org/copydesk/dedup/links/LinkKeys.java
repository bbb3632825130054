package org.copydesk.dedup.links;

import org.copydesk.dedup.Banding;
import org.copydesk.dedup.CaptionPrefix;
import org.copydesk.dedup.DistinctTeaser;
import org.copydesk.dedup.TeaserIdentity;
import org.copydesk.dedup.UrlKey;
import org.copydesk.model.Article;
import org.copydesk.text.ContentHash;
import org.copydesk.text.Tokens;

/**
 * The keys under which teasers and articles meet: address, headline, first 8 words (the article's
 * first three paragraphs, the teaser at 13 offsets), and 6-word shingles chosen by winnowing.
 *
 * <p>Winnowing (Schleimer et al. 2003) keeps the smallest hash of any 8 shingles in a row, so any
 * shared run of 13 words shares a key: about 6 keys a teaser, 32 an article. Keys are 64 bits; what
 * meets is verified.
 */
public final class LinkKeys {
  /** Version of the keys. */
  public static final int VERSION = 1;

  /** Words of an article in which teasers are looked for. */
  public static final int ARTICLE_WORDS = 150;

  /** Words of a teaser that are compared. */
  public static final int TEASER_WORDS = 80;

  static final int ARTICLE_CHARS = 3_000;

  private static final int PREFIX = 8;
  private static final int OFFSETS = 13;
  private static final int PARAGRAPHS = 3;
  private static final int SHINGLE = 6;
  private static final int WINDOW = 8;
  private static final int LEAST_TITLE_WORDS = 2;

  /** Where keys go. */
  @FunctionalInterface
  public interface Keys {
    void accept(long key, LinkMethod method);
  }

  private LinkKeys() {}

  /** The keys of a kept article; {@code head} is its own. */
  public static void ofArticle(Article article, LinkHead head, Keys out) {
    urlAndTitle(article.url(), article.title(), out);
    int[] words = head.words();
    int[] starts = LinkWords.paragraphStarts(LinkHead.beginning(article.text()), PARAGRAPHS);
    for (int start : starts) {
      prefix(words, start, out);
    }
    if (article.dateline() != null) {
      int behind = Tokens.of(TeaserIdentity.normalised(article.dateline())).count();
      prefix(words, behind, out);
    }
    winnow(words, out);
  }

  /** The keys of an article that was not kept: its teasers announce the kept one. */
  public static void ofCopy(Article article, Keys out) {
    urlAndTitle(article.url(), article.title(), out);
  }

  /** The keys of a folded teaser; {@code probe} is its own. */
  public static void ofTeaser(DistinctTeaser teaser, LinkProbe probe, Keys out) {
    urlAndTitle(teaser.url(), teaser.title(), out);
    for (int offset = 0; offset < OFFSETS; offset++) {
      prefix(probe.words(), offset, out);
    }
    winnow(probe.words(), out);
  }

  private static void urlAndTitle(String url, String title, Keys out) {
    String address = UrlKey.of(url);
    if (address != null) {
      out.accept(ContentHash.of("url", address).high(), LinkMethod.URL);
    }
    String headline = CaptionPrefix.strip(TeaserIdentity.normalised(title));
    if (Tokens.of(headline).count() >= LEAST_TITLE_WORDS) {
      out.accept(TeaserIdentity.titleKey(title).high(), LinkMethod.TITLE);
    }
  }

  private static void prefix(int[] words, int start, Keys out) {
    if (start >= 0 && start + PREFIX <= words.length) {
      out.accept(run(words, start, PREFIX, 3), LinkMethod.PREFIX);
    }
  }

  private static void winnow(int[] words, Keys out) {
    int n = words.length - SHINGLE + 1;
    if (n <= 0) {
      return;
    }
    long[] hashes = new long[n];
    for (int i = 0; i < n; i++) {
      hashes[i] = run(words, i, SHINGLE, 4);
    }
    int last = -1;
    int least = -1;
    for (int from = 0; from == 0 || from + WINDOW <= n; from++) {
      int end = Math.min(n, from + WINDOW);
      // The smallest of the window before is that of this one until it is left behind.
      int next = least < from ? from : end - 1;
      least = least < from ? from : least;
      for (int i = next; i < end; i++) {
        if (Long.compareUnsigned(hashes[i], hashes[least]) <= 0) {
          least = i;
        }
      }
      if (least != last) {
        out.accept(hashes[least], LinkMethod.SHINGLE);
        last = least;
      }
    }
  }

  private static long run(int[] words, int from, int length, int salt) {
    long hash = salt;
    for (int i = from; i < from + length; i++) {
      hash = Banding.mix(hash * 31 + words[i]);
    }
    return hash;
  }
}
