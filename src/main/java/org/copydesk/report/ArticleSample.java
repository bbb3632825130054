package org.copydesk.report;

import java.time.Instant;
import java.util.List;
import org.copydesk.report.figures.Figures;
import org.copydesk.report.figures.Shown;
import org.copydesk.row.CopyRow;
import org.copydesk.table.Unknown;

/**
 * An article as the report shows it; texts went through {@link Shown}.
 *
 * @param place file and record it stood in
 * @param link address when it is one of the web, else null
 * @param text first part of the body; null where it was not read
 * @param copies the other members of its cluster, some of them
 */
record ArticleSample(
    String id,
    String title,
    String site,
    String place,
    String link,
    String published,
    String language,
    String topicCode,
    String topicLabel,
    String topicConfidence,
    String byline,
    String provider,
    long words,
    long clusterSize,
    String text,
    List<Copy> copies) {
  private static final int MOST_TITLE = 240;
  private static final int MOST_TEXT = 700;
  private static final int MOST_COPIES = 12;

  /** Another member of the cluster. */
  record Copy(String place, String link, String kind, String measure, String similarity) {}

  /** What is read of an article that is shown. */
  record Read(
      String id,
      String sourceFile,
      Long sourceRecord,
      String url,
      String site,
      String title,
      String byline,
      Instant publishedAt,
      String provider,
      String language,
      String text,
      Long wordCount,
      String topic,
      String topicLabel,
      Double topicConfidence,
      Long clusterSize,
      List<CopyRow> copies) {}

  static ArticleSample of(Read row) {
    return new ArticleSample(
        row.id(),
        Shown.text(row.title(), MOST_TITLE),
        Shown.text(row.site(), 120),
        Shown.place(row.sourceFile(), row.sourceRecord()),
        Shown.link(row.url()),
        Figures.day(row.publishedAt()),
        Shown.text(row.language(), 40),
        Shown.text(row.topic(), 120),
        Shown.text(row.topicLabel(), 120),
        Figures.ratio(row.topicConfidence()),
        Shown.text(row.byline(), 160),
        Shown.text(row.provider(), 160),
        Unknown.asZero(row.wordCount()),
        Unknown.asZero(row.clusterSize()),
        Shown.text(row.text(), MOST_TEXT),
        copies(row.copies()));
  }

  private static List<Copy> copies(List<CopyRow> copies) {
    return copies == null
        ? List.of()
        : copies.stream().limit(MOST_COPIES).map(ArticleSample::copy).toList();
  }

  private static Copy copy(CopyRow copy) {
    return new Copy(
        Shown.text(copy.sourceFile(), 240) + " #" + copy.sourceRecord(),
        Shown.link(copy.url()),
        Shown.text(copy.kind(), 40),
        Shown.text(copy.measure(), 40),
        Figures.ratio(copy.similarity()));
  }
}
