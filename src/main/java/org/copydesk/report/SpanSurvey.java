package org.copydesk.report;

import java.io.IOException;
import java.util.Set;
import org.copydesk.corpus.Tables;
import org.copydesk.storage.Storage;

/** Reads {@code spans} once, where they were written: bytes a label. */
final class SpanSurvey {
  final ValueCounts bytes = new ValueCounts();

  SpanSurvey read(Storage generation) throws IOException {
    new TableRows(generation, Tables.SPANS)
        .scan(
            Set.of("start", "end", "label"),
            row -> bytes.add(row.text("label"), row.number("end") - row.number("start")));
    return this;
  }
}
