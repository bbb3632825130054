package org.copydesk.pipeline.articles;

import java.io.IOException;
import org.copydesk.bucket.BucketOut;
import org.copydesk.bucket.BucketWorker;
import org.copydesk.bucket.SortedGroups;
import org.copydesk.corpus.BuildResults;
import org.copydesk.corpus.Tables;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.pipeline.work.PartSpool;
import org.copydesk.pipeline.work.StageClock;
import org.copydesk.storage.Storage;

/** Rows of copies that are not kept in, a part of them out. Memory: one row and a row group. */
public final class WriteRemoved implements BucketWorker<RemovedRowEntry, byte[]> {
  private static final long serialVersionUID = 1;

  private final Storage work;
  private final BuildSettings settings;

  public WriteRemoved(Storage work, BuildSettings settings) {
    this.work = work;
    this.settings = settings;
  }

  /** A table is written whole. */
  @Override
  public Writes writes() {
    return Writes.PART_A_BUCKET;
  }

  @Override
  public void work(int bucket, SortedGroups<RemovedRowEntry> groups, BucketOut<byte[]> out)
      throws IOException {
    StageClock clock = new StageClock("WriteCorpus");
    try (PartSpool spool = new PartSpool(work, settings, bucket)) {
      while (groups.nextGroup()) {
        while (groups.hasNext()) {
          spool.write(Tables.REMOVED, groups.next().row());
        }
      }
      out.result(BuildResults.report(spool.finish(), clock.tally()));
    }
  }
}
