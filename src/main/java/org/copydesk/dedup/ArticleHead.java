package org.copydesk.dedup;

import java.time.Instant;
import org.copydesk.text.ContentHash;

/**
 * What is known of one copy of an article when it is asked which copy is kept.
 *
 * @param id from {@link ArticleIdentity}
 * @param sourceFile where it stood
 * @param sourceRecord its record there
 * @param site host; null when unknown
 * @param url null when unknown
 * @param publishedAt UTC; null when unknown
 * @param words words of the body
 * @param isStub whether the text breaks off: ends in a truncation sign, or is very short
 */
public record ArticleHead(
    ContentHash id,
    String sourceFile,
    long sourceRecord,
    String site,
    String url,
    Instant publishedAt,
    int words,
    boolean isStub) {

  private static final int STUB_WORDS = 40;

  /** Whether a body of so many words that ends like this is a stub. */
  public static boolean isStub(String text, int words) {
    if (words < STUB_WORDS) {
      return true;
    }
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) <= ' ' || "])".indexOf(text.charAt(end - 1)) >= 0)) {
      end--;
    }
    return text.startsWith("...", Math.max(0, end - 3)) && end >= 3
        || (end > 0 && text.charAt(end - 1) == '\u2026');
  }
}
