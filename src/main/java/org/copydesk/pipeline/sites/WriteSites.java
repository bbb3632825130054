package org.copydesk.pipeline.sites;

import java.io.IOException;
import org.copydesk.bucket.BucketOut;
import org.copydesk.bucket.BucketWorker;
import org.copydesk.bucket.SortedGroups;
import org.copydesk.corpus.BuildResults;
import org.copydesk.corpus.Tables;
import org.copydesk.model.SiteTally;
import org.copydesk.pipeline.pages.SiteNames;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.pipeline.work.PartSpool;
import org.copydesk.pipeline.work.StageClock;
import org.copydesk.row.SiteRow;
import org.copydesk.storage.Storage;

/** Adds up what was seen of each site and writes a row for it. Memory: one row and a row group. */
public final class WriteSites implements BucketWorker<SiteTally, byte[]> {
  private static final long serialVersionUID = 1;

  private final Storage work;
  private final BuildSettings settings;

  public WriteSites(Storage work, BuildSettings settings) {
    this.work = work;
    this.settings = settings;
  }

  /** A table is written whole. */
  @Override
  public Writes writes() {
    return Writes.PART_A_BUCKET;
  }

  @Override
  public void work(int bucket, SortedGroups<SiteTally> groups, BucketOut<byte[]> out)
      throws IOException {
    StageClock clock = new StageClock("WriteSites");
    try (PartSpool spool = new PartSpool(work, settings, bucket)) {
      while (groups.nextGroup()) {
        SiteTally sum = groups.next();
        clock.in(1, 0);
        while (groups.hasNext()) {
          sum = sum.plus(groups.next());
          clock.in(1, 0);
        }
        // A site of the sample of which no page was read has no row.
        if (sum.pages() > 0) {
          spool.write(
              Tables.SITES,
              new SiteRow(
                  sum.site(),
                  sum.pages(),
                  sum.articles(),
                  sum.teasers(),
                  sum.learned(),
                  SiteNames.of(sum),
                  sum.layoutChanged()));
          clock.out(1, 0);
        }
      }
      out.result(BuildResults.report(spool.finish(), clock.tally()));
    }
  }
}
