package org.copydesk.report;

import java.util.List;

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

  static ArticleSample of(TableRows.Row row) {
    return new ArticleSample(
        row.text("id"),
        Shown.text(row.text("title"), MOST_TITLE),
        Shown.text(row.text("site"), 120),
        place(row),
        Shown.link(row.text("url")),
        Figures.day(row.known("published_at")),
        Shown.text(row.text("language"), 40),
        Shown.text(row.text("topic"), 120),
        Shown.text(row.text("topic_label"), 120),
        Figures.ratio(row.real("topic_confidence")),
        Shown.text(row.text("byline"), 160),
        Shown.text(row.text("provider"), 160),
        row.number("word_count"),
        row.number("cluster_size"),
        Shown.text(row.text("text"), MOST_TEXT),
        copies(row.list("copies")));
  }

  static String place(TableRows.Row row) {
    String file = Shown.text(row.text("source_file"), 240);
    Long record = row.known("source_record");
    return record == null ? file : file + " #" + record;
  }

  private static List<Copy> copies(List<?> copies) {
    return copies.stream().limit(MOST_COPIES).map(copy -> copy((Object[]) copy)).toList();
  }

  private static Copy copy(Object[] values) {
    return new Copy(
        Shown.text((String) values[0], 240) + " #" + values[1],
        Shown.link((String) values[2]),
        Shown.text((String) values[3], 40),
        Shown.text((String) values[4], 40),
        Figures.ratio((Double) values[5]));
  }
}
