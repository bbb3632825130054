package org.copydesk.report;

/**
 * A distinct teaser as the report shows it.
 *
 * @param link its target when it is one of the web, else null
 * @param articleId the article it announces; null when that is not in the corpus
 * @param method how the link was found, for a person; null for none
 */
record TeaserLine(
    String id,
    String title,
    String snippet,
    String marker,
    String link,
    long occurrences,
    long pages,
    long sites,
    long variants,
    String articleId,
    String method,
    String containment) {

  static TeaserLine of(TableRows.Row row) {
    return new TeaserLine(
        row.text("id"),
        Shown.text(row.text("title"), 240),
        Shown.text(row.text("snippet"), 400),
        Shown.text(row.text("marker"), 60),
        Shown.link(row.text("url")),
        row.number("occurrences"),
        row.number("pages"),
        row.number("sites"),
        row.number("variants"),
        row.text("article_id"),
        Shown.text(row.text("link_method"), 40),
        Figures.ratio(row.real("link_containment")));
  }
}
