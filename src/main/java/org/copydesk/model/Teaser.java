package org.copydesk.model;

/**
 * One occurrence of a teaser: the announcement of another article.
 *
 * @param title headline of the announced article; null when the teaser is a snippet alone
 * @param snippet first words of the article, without truncation sign and marker; null when none
 * @param marker the "Read more" text as printed; null when none
 * @param isTruncated whether a truncation sign or marker followed the snippet
 * @param url link target; null when the page had none
 * @param start first byte of the occurrence in the payload (title's start where it has one)
 * @param end byte after the occurrence's last
 */
public record Teaser(
    String title,
    String snippet,
    String marker,
    boolean isTruncated,
    String url,
    int start,
    int end) {
  public Teaser {
    if (title == null && snippet == null) {
      throw new IllegalArgumentException("a teaser has a title or a snippet");
    }
  }
}
