package org.copydesk.story;

import java.time.Instant;
import java.util.Comparator;
import org.copydesk.dedup.DatedPage;
import org.copydesk.dedup.UrlKey;
import org.copydesk.model.CopyKind;
import org.copydesk.model.DatePrecision;
import org.copydesk.text.ContentHash;

/**
 * A page that tells a story, with what it says of where the text is from.
 *
 * @param id of its article
 * @param keptId the article it lost to; its own id where it is kept
 * @param kind what it is to that article; null where it is kept
 * @param sourceFile where it stood
 * @param sourceRecord its record there
 * @param url null when unknown
 * @param site null when unknown
 * @param siteName what the page calls its site; null when it does not say
 * @param publishedAt null when unknown
 * @param precision how exactly that is known; null where that is not told
 * @param modifiedAt null when unknown
 * @param fetchedAt null when unknown
 * @param provider its credit line; null when none
 * @param canonicalUrl where it says it lives, if not at its own address; null when it does not
 * @param paragraphs a hash of each paragraph of its text, in order
 * @param text null unless texts of versions are kept
 */
public record StoryPage(
    ContentHash id,
    ContentHash keptId,
    CopyKind kind,
    String sourceFile,
    long sourceRecord,
    String url,
    String site,
    String siteName,
    Instant publishedAt,
    DatePrecision precision,
    Instant modifiedAt,
    Instant fetchedAt,
    String provider,
    String canonicalUrl,
    long[] paragraphs,
    String text)
    implements DatedPage {

  private static final Comparator<Instant> UNKNOWN_LAST =
      Comparator.nullsLast(Comparator.naturalOrder());

  /** By when it was first there, as far as that is known; a total order over places. */
  public static final Comparator<StoryPage> FIRST_KNOWN =
      Comparator.comparing(StoryPage::known, UNKNOWN_LAST)
          .thenComparing(StoryPage::fetchedAt, UNKNOWN_LAST)
          .thenComparing(StoryPage::id)
          .thenComparing(StoryPage::sourceFile)
          .thenComparingLong(StoryPage::sourceRecord);

  /** When it was published or, where that is not known, crawled; null where neither is. */
  public Instant known() {
    return publishedAt == null ? fetchedAt : publishedAt;
  }

  /** Whether the article is in the corpus. */
  public boolean isKept() {
    return kind == null;
  }

  /** The form in which its address is compared; null where it has none. */
  String address() {
    return UrlKey.of(url);
  }

  /** Its site, or a name for none. */
  String outlet() {
    return site == null ? "" : site;
  }
}
