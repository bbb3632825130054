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
 * @param list which of the page's lists it stands in, from 0; -1 when that is not known
 * @param position its place in that list, from 0; -1 when that is not known
 */
public record Teaser(
    String title,
    String snippet,
    String marker,
    boolean isTruncated,
    String url,
    int start,
    int end,
    int list,
    int position) {
  public Teaser {
    if (title == null && snippet == null) {
      throw new IllegalArgumentException("a teaser has a title or a snippet");
    }
  }

  /** A teaser whose list is not known. */
  public Teaser(
      String title,
      String snippet,
      String marker,
      boolean isTruncated,
      String url,
      int start,
      int end) {
    this(title, snippet, marker, isTruncated, url, start, end, -1, -1);
  }

  /** The same teaser at a place of a list. */
  public Teaser at(int list, int position) {
    return new Teaser(title, snippet, marker, isTruncated, url, start, end, list, position);
  }
}
