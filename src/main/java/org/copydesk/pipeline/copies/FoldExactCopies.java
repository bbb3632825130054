package org.copydesk.pipeline.copies;

import java.io.IOException;
import java.util.List;
import org.copydesk.bucket.BucketOut;
import org.copydesk.bucket.BucketWorker;
import org.copydesk.bucket.Lane;
import org.copydesk.bucket.SortedGroups;
import org.copydesk.corpus.BuildResults;
import org.copydesk.dedup.CopyGroup;
import org.copydesk.pipeline.work.StageClock;

/**
 * Articles and memberships by id in; each distinct article that has a candidate out, once, with the
 * places of its exact copies. Memory: one article's.
 */
public final class FoldExactCopies implements BucketWorker<PrintEntry, byte[]> {
  private static final long serialVersionUID = 1;

  private final Lane<ClusterEntry> clusters;

  public FoldExactCopies(Lane<ClusterEntry> clusters) {
    this.clusters = clusters;
  }

  @Override
  public void work(int bucket, SortedGroups<PrintEntry> groups, BucketOut<byte[]> out)
      throws IOException {
    StageClock clock = new StageClock("DeduplicateArticles");
    while (groups.nextGroup()) {
      if (groups.next() instanceof PrintEntry.Membership membership && groups.hasNext()) {
        PrintEntry.Print first = (PrintEntry.Print) groups.next();
        CopyGroup copies = CopyGroup.of(first.order(), first.place());
        while (groups.hasNext()) {
          copies = copies.plus(((PrintEntry.Print) groups.next()).place());
        }
        clock.in(1, first.print().length);
        out.send(clusters, new ClusterEntry(membership.component(), copies, first.print()));
      }
    }
    out.result(BuildResults.report(List.of(), clock.tally()));
  }
}
