package org.copydesk.pipeline.copies;

import java.io.IOException;
import org.copydesk.bucket.BucketOut;
import org.copydesk.bucket.BucketWorker;
import org.copydesk.bucket.SortedGroups;
import org.copydesk.corpus.BuildResults;
import org.copydesk.corpus.Tables;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.pipeline.work.PartSpool;
import org.copydesk.pipeline.work.StageClock;
import org.copydesk.row.RelationRow;
import org.copydesk.storage.Storage;

/** Writes each relation once. Memory: one row and a row group. */
public final class WriteRelations implements BucketWorker<RelationEntry, byte[]> {
  private static final long serialVersionUID = 1;

  private final Storage work;
  private final BuildSettings settings;

  public WriteRelations(Storage work, BuildSettings settings) {
    this.work = work;
    this.settings = settings;
  }

  /** A table is written whole. */
  @Override
  public Writes writes() {
    return Writes.PART_A_BUCKET;
  }

  @Override
  public void work(int bucket, SortedGroups<RelationEntry> groups, BucketOut<byte[]> out)
      throws IOException {
    StageClock clock = new StageClock("WriteRelations");
    try (PartSpool spool = new PartSpool(work, settings, bucket)) {
      while (groups.nextGroup()) {
        RelationEntry last = null;
        while (groups.hasNext()) {
          RelationEntry entry = groups.next();
          clock.in(1, 0);
          if (last == null || !last.b().equals(entry.b())) {
            spool.write(
                Tables.RELATIONS,
                new RelationRow(
                    entry.a().hex(),
                    entry.b().hex(),
                    entry.kind().stored(),
                    entry.measure().stored(),
                    entry.similarity()));
            clock.out(1, 0);
          }
          last = entry;
        }
      }
      out.result(BuildResults.report(spool.finish(), clock.tally()));
    }
  }
}
