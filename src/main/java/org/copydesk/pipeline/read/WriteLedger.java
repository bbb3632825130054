package org.copydesk.pipeline.read;

import java.io.IOException;
import org.copydesk.bucket.BucketOut;
import org.copydesk.bucket.BucketWorker;
import org.copydesk.bucket.SortedGroups;
import org.copydesk.corpus.BuildResults;
import org.copydesk.corpus.Tables;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.pipeline.work.PartSpool;
import org.copydesk.pipeline.work.StageClock;
import org.copydesk.row.LedgerRow;
import org.copydesk.storage.Storage;

/**
 * Writes a ledger row for each file, from the parts in which it was read. Memory: one row and a row
 * group.
 */
public final class WriteLedger implements BucketWorker<LedgerPart, byte[]> {
  private static final long serialVersionUID = 1;

  private final Storage work;
  private final BuildSettings settings;

  public WriteLedger(Storage work, BuildSettings settings) {
    this.work = work;
    this.settings = settings;
  }

  /** A table is written whole. */
  @Override
  public Writes writes() {
    return Writes.PART_A_BUCKET;
  }

  @Override
  public void work(int bucket, SortedGroups<LedgerPart> groups, BucketOut<byte[]> out)
      throws IOException {
    StageClock clock = new StageClock("WriteLedger");
    try (PartSpool spool = new PartSpool(work, settings, bucket)) {
      while (groups.nextGroup()) {
        LedgerPart file = groups.next();
        while (groups.hasNext()) {
          file = file.plus(groups.next());
        }
        clock.in(1, file.bytes());
        spool.write(Tables.LEDGER, row(file));
        clock.out(1, 0);
      }
      out.result(BuildResults.report(spool.finish(), clock.tally()));
    }
  }

  private static LedgerRow row(LedgerPart file) {
    return new LedgerRow(
        file.sourceFile(),
        file.format() == null ? null : file.format().stored(),
        file.compression() == null ? null : file.compression().stored(),
        file.bytes(),
        file.decompressedBytes(),
        file.containerBytes(),
        file.payloadBytes(),
        file.coveredBytes(),
        file.rejectedBytes(),
        file.sha256(),
        file.status().stored(),
        file.records(),
        file.pages(),
        // A page has one article.
        file.pages(),
        file.teasers(),
        file.skipped(),
        file.rejected(),
        file.textBytes(),
        file.fieldsCut());
  }
}
