package org.copydesk.pipeline.teasers;

import java.io.IOException;
import java.util.List;
import org.copydesk.bucket.BucketOut;
import org.copydesk.bucket.BucketWorker;
import org.copydesk.bucket.SortedGroups;
import org.copydesk.corpus.BuildResults;
import org.copydesk.dedup.DistinctTeaser;
import org.copydesk.dedup.TeaserFold;
import org.copydesk.pipeline.links.KeyLog;
import org.copydesk.pipeline.work.Progress;
import org.copydesk.pipeline.work.StageClock;
import org.copydesk.storage.Storage;

/** Parts of each teaser in, the teaser with all its counts out. Memory: two records. */
final class FoldSpellings implements BucketWorker<DistinctTeaser, byte[]> {
  private static final long serialVersionUID = 1;

  private final Storage logs;
  private final TeaserRoute route;

  FoldSpellings(Storage logs, TeaserRoute route) {
    this.logs = logs;
    this.route = route;
  }

  @Override
  public void work(int bucket, SortedGroups<DistinctTeaser> groups, BucketOut<byte[]> out)
      throws IOException {
    Progress.at(Progress.Step.COMPARE);
    StageClock clock = new StageClock("DeduplicateTeasers");
    KeyLog keys = new KeyLog(logs);
    TeaserFold fold =
        new TeaserFold(
            teaser -> route.onFrom(DistinctTeaserCodec.Step.SPELLINGS, teaser, keys, out));
    while (groups.nextGroup()) {
      while (groups.hasNext()) {
        fold.accept(groups.next());
        clock.in(1, 0);
      }
    }
    fold.finish();
    route.finish(keys, out);
    out.result(BuildResults.report(List.of(), clock.tally()));
  }
}
