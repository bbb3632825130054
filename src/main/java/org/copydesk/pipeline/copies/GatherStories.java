package org.copydesk.pipeline.copies;

import java.io.IOException;
import java.util.List;
import org.copydesk.bucket.BucketOut;
import org.copydesk.bucket.BucketWorker;
import org.copydesk.bucket.Lane;
import org.copydesk.bucket.SortedGroups;
import org.copydesk.corpus.BuildResults;
import org.copydesk.pipeline.work.StageClock;

/** Articles of verified pairs by id in; each once to its story out. Memory: one article's. */
public final class GatherStories implements BucketWorker<StoryEntry, byte[]> {
  private static final long serialVersionUID = 1;

  private final Lane<ClusterEntry> clusters;

  public GatherStories(Lane<ClusterEntry> clusters) {
    this.clusters = clusters;
  }

  @Override
  public void work(int bucket, SortedGroups<StoryEntry> groups, BucketOut<byte[]> out)
      throws IOException {
    StageClock clock = new StageClock("DeduplicateArticles");
    while (groups.nextGroup()) {
      if (groups.next() instanceof StoryEntry.Membership membership
          && groups.hasNext()
          && groups.next() instanceof StoryEntry.Article article) {
        out.send(clusters, new ClusterEntry(membership.story(), article.copies(), article.print()));
        while (groups.hasNext()) {
          groups.next(); // the same from another place
        }
      }
    }
    out.result(BuildResults.report(List.of(), clock.tally()));
  }
}
