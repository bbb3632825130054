package org.copydesk.pipeline.links;

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

/** Rows of teasers in, a part of them out, in the order of their ids. Memory: a row group. */
final class WriteTeasers implements BucketWorker<TeaserRowEntry, byte[]> {
  private static final long serialVersionUID = 1;

  private final Storage work;
  private final BuildSettings settings;

  WriteTeasers(Storage work, BuildSettings settings) {
    this.work = work;
    this.settings = settings;
  }

  /** A table is written whole. */
  @Override
  public Writes writes() {
    return Writes.PART_A_BUCKET;
  }

  @Override
  public void work(int bucket, SortedGroups<TeaserRowEntry> groups, BucketOut<byte[]> out)
      throws IOException {
    StageClock clock = new StageClock("WriteCorpus");
    try (PartSpool spool = new PartSpool(work, settings, bucket)) {
      while (groups.nextGroup()) {
        spool.write(Tables.TEASERS, groups.next().row());
      }
      out.result(BuildResults.report(spool.finish(), clock.tally()));
    }
  }
}
