package org.copydesk.pipeline.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.nio.file.Path;
import java.util.List;
import org.copydesk.bucket.Lane;
import org.copydesk.bucket.WorkBucket;
import org.copydesk.corpus.PartRows;
import org.copydesk.corpus.Tables;
import org.copydesk.dump.DumpFormat;
import org.copydesk.dump.FileLedger;
import org.copydesk.dump.stream.Compression;
import org.copydesk.pipeline.work.SomeSettings;
import org.copydesk.row.LedgerRow;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteLedgerTest {
  @TempDir Path folder;

  private static LedgerPart part(String file, long bytes, FileLedger.Status status) {
    return new LedgerPart(
        file,
        DumpFormat.JSON_LINES,
        Compression.NONE,
        bytes,
        bytes,
        1,
        2,
        3,
        4,
        "00",
        status,
        5,
        6,
        7,
        8,
        9,
        10,
        11);
  }

  @Test
  void partsOfAFileAddUpToItsRow() throws Exception {
    Storage work = Storage.local(folder);
    List<LedgerRow> rows =
        PartRows.of(
            Tables.LEDGER,
            WorkBucket.of(
                    new Lane<>("ledger", new LedgerCodec(), 1, 1 << 20),
                    new WriteLedger(work, SomeSettings.plain()))
                .given(
                    part("a.jsonl", 100, FileLedger.Status.OK),
                    part("b.jsonl", 30, FileLedger.Status.OK),
                    part("a.jsonl", 20, FileLedger.Status.PARTIAL))
                .work()
                .reports(),
            work);
    assertThat(rows, hasSize(2));
    assertThat(rows.get(0).sourceFile(), is("a.jsonl"));
    assertThat(rows.get(0).bytes(), is(120L));
    assertThat(rows.get(0).status(), is("partial"));
    assertThat(rows.get(0).pages(), is(12L));
    assertThat(rows.get(0).fieldsCut(), is(20L));
    assertThat(rows.get(1).status(), is("ok"));
  }
}
