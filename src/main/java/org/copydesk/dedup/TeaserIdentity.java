package org.copydesk.dedup;

import org.copydesk.text.ContentHash;
import org.copydesk.text.Normaliser;

/**
 * The id of a teaser: the hash of its normalised title and snippet. Case, typographic quotes, white
 * space and the truncation sign do not count: "Port reopens / Ferries ran …" is "PORT REOPENS /
 * Ferries ran".
 */
public final class TeaserIdentity {
  /** Version of what is hashed, for manifests. */
  public static final int VERSION = 1;

  private TeaserIdentity() {}

  /** The id; null and blank are the same. */
  public static ContentHash of(String title, String snippet) {
    return ContentHash.of(normalised(title), withoutSign(normalised(snippet)));
  }

  /** What teasers and articles of one headline share; a caption prefix ("PHOTOS:") is left out. */
  public static ContentHash titleKey(String title) {
    return ContentHash.of("title", CaptionPrefix.strip(normalised(title)));
  }

  public static String normalised(String text) {
    return text == null ? "" : Normaliser.normalise(text);
  }

  /** A normalised snippet without the dots it ends in and the brackets around them. */
  public static String withoutSign(String snippet) {
    int end = snippet.length();
    boolean hasDots = false;
    while (end > 0) {
      char c = snippet.charAt(end - 1);
      if (c == '.' || c == '\u2026') {
        hasDots = true;
      } else if (c != ' ' && c != '[' && c != ']' && c != '(' && c != ')') {
        break;
      }
      end--;
    }
    return hasDots ? snippet.substring(0, end) : snippet;
  }
}
