package org.copydesk.report;

import static org.copydesk.table.Unknown.asZero;

import org.copydesk.report.figures.Figures;
import org.copydesk.report.figures.Shown;

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

  static TeaserLine of(TeaserSurvey.Read row) {
    return new TeaserLine(
        row.id(),
        Shown.text(row.title(), 240),
        Shown.text(row.snippet(), 400),
        Shown.text(row.marker(), 60),
        Shown.link(row.url()),
        asZero(row.occurrences()),
        asZero(row.pages()),
        asZero(row.sites()),
        asZero(row.variants()),
        row.articleId(),
        Shown.text(row.linkMethod(), 40),
        Figures.ratio(row.linkContainment()));
  }
}
