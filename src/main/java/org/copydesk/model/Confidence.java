package org.copydesk.model;

/**
 * How likely each field of an article is right, 0 to 1: calibrated, so of a hundred fields at .9
 * some ninety are. Null where the field is not known.
 *
 * @param body that its words are those of the article: an F1 of at least .9
 * @param title that it is the headline, up to case, punctuation and spaces
 * @param publishedAt that the day is right
 * @param authors that it names the first author and nobody else than authors
 */
public record Confidence(Double body, Double title, Double publishedAt, Double authors) {
  /** Nothing is known. */
  public static final Confidence NONE = new Confidence(null, null, null, null);

  /** The fields. */
  public enum Field {
    BODY,
    TITLE,
    PUBLISHED_AT,
    AUTHORS
  }

  /** That of a field; null where that is not known. */
  public Double of(Field field) {
    return switch (field) {
      case BODY -> body;
      case TITLE -> title;
      case PUBLISHED_AT -> publishedAt;
      case AUTHORS -> authors;
    };
  }

  /** Whether a field is known and its confidence is below a bound. */
  public boolean isBelow(Field field, double least) {
    return of(field) != null && of(field) < least;
  }
}
