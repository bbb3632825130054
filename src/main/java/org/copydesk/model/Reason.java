package org.copydesk.model;

import java.util.Locale;

/** Why a record gave no article: the closed list behind {@code rejects.reason}. */
public enum Reason {
  // Skipped: sound, but not ours.
  EMPTY_PAGE(Outcome.SKIPPED),
  NO_ARTICLE(Outcome.SKIPPED),
  TEASERS_ONLY(Outcome.SKIPPED),
  SECTION_FRONT(Outcome.SKIPPED),
  ERROR_PAGE(Outcome.SKIPPED),
  MEDIA_PAGE(Outcome.SKIPPED),
  /** Of a page that is an article where other types are asked for. */
  ARTICLE(Outcome.SKIPPED),
  LIVE(Outcome.SKIPPED),
  FORUM(Outcome.SKIPPED),
  PRODUCT(Outcome.SKIPPED),
  LISTING(Outcome.SKIPPED),
  COLLECTION(Outcome.SKIPPED),
  DOCUMENTATION(Outcome.SKIPPED),
  SERVICE(Outcome.SKIPPED),
  /** A part of a record, not one of its own: another story on the page of an article. */
  OTHER_STORY(Outcome.SKIPPED),
  /** An article whose text is less likely to be right than was asked for. */
  LOW_CONFIDENCE(Outcome.SKIPPED),
  WARC_REQUEST(Outcome.SKIPPED),
  WARC_METADATA(Outcome.SKIPPED),
  WARC_INFO(Outcome.SKIPPED),
  WARC_REVISIT(Outcome.SKIPPED),
  WARC_CONTINUATION(Outcome.SKIPPED),
  WARC_OTHER_TYPE(Outcome.SKIPPED),
  HTTP_REDIRECT(Outcome.SKIPPED),
  HTTP_ERROR(Outcome.SKIPPED),
  NOT_A_PAGE_TYPE(Outcome.SKIPPED),
  EMPTY_RECORD(Outcome.SKIPPED),

  // Rejected: damaged or over a bound.
  NOT_TEXT(Outcome.REJECTED),
  UNKNOWN_FORMAT(Outcome.REJECTED),
  UNSUPPORTED_ARCHIVE(Outcome.REJECTED),
  COMPRESSION_DAMAGED(Outcome.REJECTED),
  COMPRESSION_TRUNCATED(Outcome.REJECTED),
  COMPRESSION_MISNAMED(Outcome.REJECTED),
  COMPRESSION_TRAILING_BYTES(Outcome.REJECTED),
  DECOMPRESSED_TOO_LARGE(Outcome.REJECTED),
  COMPRESSION_RATIO(Outcome.REJECTED),
  COMPRESSION_WINDOW(Outcome.REJECTED),
  PAYLOAD_TOO_LARGE(Outcome.REJECTED),
  LINE_TOO_LONG(Outcome.REJECTED),
  TOO_DEEP(Outcome.REJECTED),
  TOO_MANY_ELEMENTS(Outcome.REJECTED),
  TOO_MANY_ATTRIBUTES(Outcome.REJECTED),
  CHARSET_MALFORMED(Outcome.REJECTED),
  CHARSET_UNSUPPORTED(Outcome.REJECTED),
  JSON_MALFORMED(Outcome.REJECTED),
  JSON_NO_TEXT(Outcome.REJECTED),
  JSON_TRUNCATED(Outcome.REJECTED),
  WARC_MALFORMED(Outcome.REJECTED),
  WARC_TRUNCATED(Outcome.REJECTED),
  HTTP_MALFORMED(Outcome.REJECTED),
  CONTENT_ENCODING(Outcome.REJECTED),
  PARQUET_DAMAGED(Outcome.REJECTED),
  PARQUET_UNSUPPORTED(Outcome.REJECTED),
  FILE_UNREADABLE(Outcome.REJECTED),
  FILE_CHANGED(Outcome.REJECTED),
  SEGMENTER_FAILED(Outcome.REJECTED),
  SEGMENTER_OVERFLOWED(Outcome.REJECTED),
  WORK_LIMIT(Outcome.REJECTED);

  /** How a record that is no page with an article ends. */
  public enum Outcome {
    /** Sound, but not ours. */
    SKIPPED,
    /** Damaged or over a bound. */
    REJECTED;

    private final String stored = name().toLowerCase(Locale.ROOT);

    public String stored() {
      return stored;
    }
  }

  private final Outcome outcome;
  private final String stored = name().toLowerCase(Locale.ROOT);

  Reason(Outcome outcome) {
    this.outcome = outcome;
  }

  /** The reason of a page that is of a type not asked for. */
  public static Reason of(PageType type) {
    return switch (type) {
      case FORUM -> FORUM;
      case PRODUCT -> PRODUCT;
      case LISTING -> LISTING;
      case COLLECTION -> COLLECTION;
      case DOCUMENTATION -> DOCUMENTATION;
      case SERVICE -> SERVICE;
      case ARTICLE -> ARTICLE;
      case LIVE -> LIVE;
    };
  }

  public Outcome outcome() {
    return outcome;
  }

  /** The name as it is stored, for example {@code not_text}. */
  public String stored() {
    return stored;
  }
}
