package org.copydesk.report;

import static org.copydesk.table.Unknown.asZero;

import java.io.IOException;
import java.util.List;
import org.copydesk.corpus.Tables;
import org.copydesk.report.figures.Figures;
import org.copydesk.report.figures.Shown;
import org.copydesk.report.figures.TableRows;
import org.copydesk.report.figures.TopItems;
import org.copydesk.report.figures.ValueCounts;
import org.copydesk.row.LedgerRow;
import org.copydesk.storage.Storage;

/** Reads {@code ledger} once: sums, and the files that lost most. */
final class LedgerSurvey {
  private static final int SHOWN = 20;

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
    new TableRows<>(generation, Tables.LEDGER).scan((row, place) -> take(row));
    return this;
  }

  private void take(LedgerRow row) {
    files++;
    bytes += asZero(row.bytes());
    decompressed += asZero(row.decompressedBytes());
    container += asZero(row.containerBytes());
    payload += asZero(row.payloadBytes());
    rejectedBytes += asZero(row.rejectedBytes());
    records += asZero(row.records());
    pages += asZero(row.pages());
    articles += asZero(row.articles());
    teasers += asZero(row.teasers());
    skipped += asZero(row.skipped());
    rejected += asZero(row.rejected());
    statuses.add(row.status());
    String compression = row.compression();
    boolean isPlain = compression == null || compression.equals("none");
    String format = row.format() + (isPlain ? "" : " " + compression);
    formats.add(format);
    formatBytes.add(format, asZero(row.bytes()));
    if (asZero(row.rejectedBytes()) > 0 || asZero(row.rejected()) > 0) {
      worst.offer(asZero(row.rejectedBytes()), row.sourceFile(), () -> line(row));
    }
  }

  private static FileLine line(LedgerRow row) {
    return new FileLine(
        Shown.text(row.sourceFile(), 240),
        Shown.text(row.format(), 40),
        Shown.text(row.status(), 40),
        asZero(row.records()),
        asZero(row.rejected()),
        Figures.bytes(asZero(row.rejectedBytes())));
  }

  /** Most bytes lost first. */
  List<FileLine> worst() {
    return worst.items();
  }
}
