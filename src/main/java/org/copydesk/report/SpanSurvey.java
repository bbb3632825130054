package org.copydesk.report;

import static org.copydesk.table.Unknown.asZero;

import java.io.IOException;
import org.copydesk.corpus.Tables;
import org.copydesk.report.figures.TableRows;
import org.copydesk.report.figures.ValueCounts;
import org.copydesk.storage.Storage;

/** Reads {@code spans} once, where they were written: bytes a label. */
final class SpanSurvey {
  private record Labelled(Long start, Long end, String label) {}

  final ValueCounts bytes = new ValueCounts();

  SpanSurvey read(Storage generation) throws IOException {
    new TableRows<>(generation, Tables.SPANS.view(Labelled.class))
        .scan((row, place) -> bytes.add(row.label(), asZero(row.end()) - asZero(row.start())));
    return this;
  }
}
