package org.copydesk.report;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.copydesk.corpus.Tables;
import org.copydesk.storage.Storage;

/** Reads {@code ledger} once: sums, and the files that lost most. */
final class LedgerSurvey {
  private static final int SHOWN = 20;
  private static final Set<String> READ =
      Set.of(
          "source_file",
          "format",
          "compression",
          "bytes",
          "decompressed_bytes",
          "container_bytes",
          "payload_bytes",
          "rejected_bytes",
          "status",
          "records",
          "pages",
          "articles",
          "teasers",
          "skipped",
          "rejected");

  /** A file that lost something. */
  record FileLine(
      String file, String format, String status, long records, long rejected, String lost) {}

  final ValueCounts statuses = new ValueCounts();
  final ValueCounts formats = new ValueCounts();
  final ValueCounts formatBytes = new ValueCounts();
  private final TopItems<FileLine> worst = new TopItems<>(SHOWN);
  long files;
  long bytes;
  long decompressed;
  long container;
  long payload;
  long rejectedBytes;
  long records;
  long pages;
  long articles;
  long teasers;
  long skipped;
  long rejected;

  LedgerSurvey read(Storage generation) throws IOException {
    new TableRows(generation, Tables.LEDGER).scan(READ, this::take);
    return this;
  }

  private void take(TableRows.Row row) {
    files++;
    bytes += row.number("bytes");
    decompressed += row.number("decompressed_bytes");
    container += row.number("container_bytes");
    payload += row.number("payload_bytes");
    rejectedBytes += row.number("rejected_bytes");
    records += row.number("records");
    pages += row.number("pages");
    articles += row.number("articles");
    teasers += row.number("teasers");
    skipped += row.number("skipped");
    rejected += row.number("rejected");
    statuses.add(row.text("status"));
    String compression = row.text("compression");
    boolean isPlain = compression == null || compression.equals("none");
    String format = row.text("format") + (isPlain ? "" : " " + compression);
    formats.add(format);
    formatBytes.add(format, row.number("bytes"));
    if (row.number("rejected_bytes") > 0 || row.number("rejected") > 0) {
      worst.offer(row.number("rejected_bytes"), row.text("source_file"), () -> line(row));
    }
  }

  private static FileLine line(TableRows.Row row) {
    return new FileLine(
        Shown.text(row.text("source_file"), 240),
        Shown.text(row.text("format"), 40),
        Shown.text(row.text("status"), 40),
        row.number("records"),
        row.number("rejected"),
        Figures.bytes(row.number("rejected_bytes")));
  }

  /** Most bytes lost first. */
  List<FileLine> worst() {
    return worst.items();
  }
}
