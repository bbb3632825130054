package org.copydesk.dump;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.model.Rejected;
import org.junit.jupiter.api.Test;

class SplitIndexTest {
  private final DumpReader reader = new DumpReader(DumpSettings.defaults());

  @Test
  void rangesReadOnTheirOwnGiveWhatTheWholeFileGives() throws IOException {
    byte[] lines = Samples.dump(DumpFormat.JSON_LINES, 40);
    byte[] bytes =
        ReadDump.join(
            ReadDump.utf8("\ufeff"),
            lines,
            ReadDump.utf8("\n{broken}\n"),
            lines,
            ReadDump.utf8("{\"te"));
    DumpFile file = new DumpFile("a.jsonl", bytes.length, () -> new ByteArrayInputStream(bytes));
    ReadDump whole = ReadDump.of(reader, file);
    for (long size : new long[] {1, 700, 5000, 1 << 20}) {
      SplitIndex index = SplitIndex.of(file, size);
      assertThat(index.ranges().size(), greaterThan(0));
      ReadDump parts = new ReadDump();
      List<FileLedger> ledgers = new ArrayList<>();
      for (FileRange range : index.ranges()) {
        FileLedger ledger = reader.read(file, range, parts);
        assertThat(ledger.balances(), is(true));
        ledgers.add(ledger);
      }
      assertThat(parts.texts(), is(whole.texts()));
      assertThat(
          parts.pages.stream().map(p -> p.sourceRecord()).toList(),
          is(whole.pages.stream().map(p -> p.sourceRecord()).toList()));
      List<Rejected> rejects = parts.rejects;
      assertThat(rejects, is(whole.rejects));
      assertThat(index.whole(ledgers), is(whole.ledger));
    }
  }

  @Test
  void whatIsNotPlainJsonLinesIsNotSplit() throws IOException {
    byte[] packed = Samples.packedByRecord(DumpFormat.JSON_LINES, 40, Compression.GZIP);
    DumpFile file =
        new DumpFile("a.jsonl.gz", packed.length, () -> new ByteArrayInputStream(packed));
    assertThat(SplitIndex.of(file, 100).ranges().isEmpty(), is(true));
    byte[] page = Samples.dump(DumpFormat.PAGE_TEXT, 9);
    DumpFile text = new DumpFile("a.txt", page.length, () -> new ByteArrayInputStream(page));
    assertThat(SplitIndex.of(text, 100).ranges().isEmpty(), is(true));
  }
}
