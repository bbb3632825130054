package org.copydesk.model;

import java.time.Instant;
import java.util.List;

/**
 * The article of a page, as segmented: what its fields say, before it is compared with others.
 *
 * @param title headline; null when the page has none
 * @param byline the line that names the authors, as printed; null when none
 * @param authors names taken from the byline or metadata, in order; empty when none
 * @param dateline place and date as printed before the first paragraph, without the dash; null
 * @param publishedAt UTC; null when the page gives no date
 * @param provider credit line; null when none
 * @param text body paragraphs with their dateline and subheads, joined by a blank line; never null
 * @param url address of the page or its canonical link; null when unknown
 * @param site host or the name the site was learned under; null when unknown
 * @param details what is known besides; {@link Details#NONE} where nothing is
 */
public record Article(
    String title,
    String byline,
    List<String> authors,
    String dateline,
    Instant publishedAt,
    String provider,
    String text,
    String url,
    String site,
    Details details) {

  /**
   * What a page tells of its article besides its fields.
   *
   * @param modifiedAt when it was last changed, UTC; null when the page does not say
   * @param publishedPrecision how exactly the publication is known; null where that is not told
   * @param pageType what the page most likely is; null where only text was given
   * @param pageTypeConfidence the probability of that; null with it
   * @param signatureRemoved whether a signature was hidden in headline or text and taken out
   * @param markdown the text as CommonMark with headings, lists, tables and links; null where that
   *     was not asked for or no tree stands behind the text
   * @param stated what the page says for machines; {@link Stated#NOTHING} where nothing
   * @param canonicalUrl where the page says it lives, of whatever site, if that is not the
   *     article's address; null when it says nothing else
   * @param siteName what the page calls its site; null when it does not say
   * @param confidence how likely each field is right; {@link Confidence#NONE} where that is not
   *     known
   */
  public record Details(
      Instant modifiedAt,
      DatePrecision publishedPrecision,
      PageType pageType,
      Double pageTypeConfidence,
      boolean signatureRemoved,
      String markdown,
      Stated stated,
      String canonicalUrl,
      String siteName,
      Confidence confidence) {
    public static final Details NONE = new Details(null, null, null, null, null);

    /** Without a signature. */
    public Details(
        Instant modifiedAt,
        DatePrecision publishedPrecision,
        PageType pageType,
        Double pageTypeConfidence,
        String markdown) {
      this(
          modifiedAt,
          publishedPrecision,
          pageType,
          pageTypeConfidence,
          false,
          markdown,
          Stated.NOTHING);
    }

    /** Of a page that does not say where it belongs. */
    public Details(
        Instant modifiedAt,
        DatePrecision publishedPrecision,
        PageType pageType,
        Double pageTypeConfidence,
        boolean signatureRemoved,
        String markdown,
        Stated stated) {
      this(
          modifiedAt,
          publishedPrecision,
          pageType,
          pageTypeConfidence,
          signatureRemoved,
          markdown,
          stated,
          null,
          null,
          Confidence.NONE);
    }

    /** With what the page says of where it belongs. */
    public Details withPlace(String canonicalUrl, String siteName) {
      return new Details(
          modifiedAt,
          publishedPrecision,
          pageType,
          pageTypeConfidence,
          signatureRemoved,
          markdown,
          stated,
          canonicalUrl,
          siteName,
          confidence);
    }

    /** With or without a signature that was taken out. */
    public Details withSignatureRemoved(boolean isRemoved) {
      return new Details(
          modifiedAt,
          publishedPrecision,
          pageType,
          pageTypeConfidence,
          isRemoved,
          markdown,
          stated,
          canonicalUrl,
          siteName,
          confidence);
    }

    /** With other statements. */
    public Details withStated(Stated other) {
      return new Details(
          modifiedAt,
          publishedPrecision,
          pageType,
          pageTypeConfidence,
          signatureRemoved,
          markdown,
          other,
          canonicalUrl,
          siteName,
          confidence);
    }

    private Details withoutPrecision() {
      return new Details(
          modifiedAt,
          null,
          pageType,
          pageTypeConfidence,
          signatureRemoved,
          markdown,
          stated,
          canonicalUrl,
          siteName,
          confidence);
    }

    /** With the confidence of its fields. */
    public Details withConfidence(Confidence other) {
      return new Details(
          modifiedAt,
          publishedPrecision,
          pageType,
          pageTypeConfidence,
          signatureRemoved,
          markdown,
          stated,
          canonicalUrl,
          siteName,
          other);
    }
  }

  /** Without title, date and authors whose confidence is below a bound; itself if none is. */
  Article withLeastConfidence(double least) {
    Confidence confidence = details.confidence();
    boolean lacksTitle = title != null && confidence.isBelow(Confidence.Field.TITLE, least);
    boolean lacksDate =
        publishedAt != null && confidence.isBelow(Confidence.Field.PUBLISHED_AT, least);
    boolean lacksAuthors =
        !authors.isEmpty() && confidence.isBelow(Confidence.Field.AUTHORS, least);
    if (!lacksTitle && !lacksDate && !lacksAuthors) {
      return this;
    }
    return new Article(
        lacksTitle ? null : title,
        byline,
        lacksAuthors ? List.of() : authors,
        dateline,
        lacksDate ? null : publishedAt,
        provider,
        text,
        url,
        site,
        lacksDate ? details.withoutPrecision() : details);
  }

  /** With other details. */
  public Article withDetails(Details other) {
    return new Article(
        title, byline, authors, dateline, publishedAt, provider, text, url, site, other);
  }

  /** Without details. */
  public Article(
      String title,
      String byline,
      List<String> authors,
      String dateline,
      Instant publishedAt,
      String provider,
      String text,
      String url,
      String site) {
    this(title, byline, authors, dateline, publishedAt, provider, text, url, site, Details.NONE);
  }

  /** With what the page's container says of it. */
  public Article withContainers(Page page) {
    if (page.rights().isNone() && !page.isTruncated()) {
      return this;
    }
    return new Article(
        title,
        byline,
        authors,
        dateline,
        publishedAt,
        provider,
        text,
        url,
        site,
        details.withStated(details.stated().with(page.rights(), page.isTruncated())));
  }

  public Article {
    authors = List.copyOf(authors);
    if (text == null || text.isEmpty()) {
      throw new IllegalArgumentException("an article has a text");
    }
  }
}
