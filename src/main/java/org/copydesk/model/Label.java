package org.copydesk.model;

import java.util.Locale;

/**
 * What a byte range of a page is. The names in lower case are stored in the {@code spans} table.
 */
public enum Label {
  TITLE,
  BYLINE,
  DATELINE,
  DATE,
  BODY,
  PROVIDER,
  /**
   * Stands over a list of teasers. A subhead inside an article is {@link #BODY}: a twentieth of
   * what readers marked as main text (70 of 1,464 strings, half of html-segments) are subheads.
   */
  HEADING,
  TEASER_TITLE,
  TEASER_SNIPPET,
  BOILERPLATE,
  SEPARATOR,
  REJECTED;

  private final String stored = name().toLowerCase(Locale.ROOT);

  /** The name as it is stored, for example {@code teaser_title}. */
  public String stored() {
    return stored;
  }

  /** Whether it is a part of an article, or a line beside its text. */
  public boolean isOfArticle() {
    return switch (this) {
      case TITLE, BYLINE, DATE, DATELINE, BODY, PROVIDER -> true;
      case HEADING, TEASER_TITLE, TEASER_SNIPPET, BOILERPLATE, SEPARATOR, REJECTED -> false;
    };
  }
}
