package org.copydesk.pipeline.links;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.bucket.BucketOut;
import org.copydesk.bucket.BucketWorker;
import org.copydesk.bucket.SortedGroups;
import org.copydesk.corpus.BuildResults;
import org.copydesk.corpus.PartResult;
import org.copydesk.corpus.Tables;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.pipeline.work.PartSpool;
import org.copydesk.pipeline.work.StageClock;
import org.copydesk.storage.Storage;

/** Rows of teasers by part in, each part out, in the order of their ids. Memory: a row group. */
final class WriteTeasers implements BucketWorker<TeaserRowEntry, byte[]> {
  private static final long serialVersionUID = 1;

  private final Storage work;
  private final BuildSettings settings;

  WriteTeasers(Storage work, BuildSettings settings) {
    this.work = work;
    this.settings = settings;
  }

  /** A part hangs on its rows alone. */
  @Override
  public Writes writes() {
    return Writes.PART_A_GROUP;
  }

  @Override
  public void work(int bucket, SortedGroups<TeaserRowEntry> groups, BucketOut<byte[]> out)
      throws IOException {
    StageClock clock = new StageClock("WriteCorpus");
    List<PartResult> parts = new ArrayList<>();
    while (groups.nextGroup()) {
      TeaserRowEntry first = groups.next();
      try (PartSpool spool = new PartSpool(work, settings, first.part())) {
        spool.write(Tables.TEASERS, first.row());
        while (groups.hasNext()) {
          spool.write(Tables.TEASERS, groups.next().row());
        }
        parts.addAll(spool.finish());
      }
    }
    out.result(BuildResults.report(parts, clock.tally()));
  }
}
