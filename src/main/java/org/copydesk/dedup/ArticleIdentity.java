package org.copydesk.dedup;

import org.copydesk.text.ContentHash;
import org.copydesk.text.LookAlikes;
import org.copydesk.text.Normaliser;

/**
 * The id of an article: the hash of its normalised title and text. "“Vote” called" and "\"VOTE\"
 * called" over the same paragraphs are one article; paragraph breaks do not count, a digit does.
 * Letters that look alike are one ({@link LookAlikes}).
 *
 * <p>Computed before masking, so that hiding an address does not change an id.
 */
public final class ArticleIdentity {
  /** Version of what is hashed, for manifests; the normaliser's and the hash's stand beside it. */
  public static final int VERSION = 2;

  private ArticleIdentity() {}

  /**
   * The id of an article.
   *
   * @param title headline as printed; null or blank when there is none
   * @param text paragraphs joined by any white space
   */
  public static ContentHash of(String title, String text) {
    return ofNormalised(
        title == null ? "" : Normaliser.normalise(title), Normaliser.normalise(text));
  }

  /** As {@link #of} where both are normalised already; an absent title is empty. */
  public static ContentHash ofNormalised(String title, String text) {
    return ContentHash.of(LookAlikes.fold(title), LookAlikes.fold(text));
  }
}
