package org.copydesk.pipeline.copies;

import java.io.IOException;
import java.util.List;
import org.copydesk.bucket.BucketOut;
import org.copydesk.bucket.BucketWorker;
import org.copydesk.bucket.Lane;
import org.copydesk.bucket.SortedGroups;
import org.copydesk.corpus.BuildResults;
import org.copydesk.corpus.Cap;
import org.copydesk.corpus.CapTally;
import org.copydesk.dedup.CopyDecision;
import org.copydesk.dedup.Fingerprint;
import org.copydesk.dedup.NearDuplicatePolicy;
import org.copydesk.dedup.StarClusters;
import org.copydesk.pipeline.articles.ArticleEntry;
import org.copydesk.pipeline.work.Room;
import org.copydesk.pipeline.work.StageClock;

/**
 * Components in; for each copy what became of it and, for the article that is kept, what it gained
 * out. Memory: {@link Room#keptArticles} of one component.
 */
final class ClusterCopies implements BucketWorker<ClusterEntry, byte[]> {
  private static final long serialVersionUID = 1;

  private final NearDuplicatePolicy policy;
  private final Room room;
  private final Lane<ArticleEntry> articles;

  ClusterCopies(NearDuplicatePolicy policy, Room room, Lane<ArticleEntry> articles) {
    this.policy = policy;
    this.room = room;
    this.articles = articles;
  }

  @Override
  public void work(int bucket, SortedGroups<ClusterEntry> groups, BucketOut<byte[]> out)
      throws IOException {
    StageClock clock = new StageClock("DeduplicateArticles");
    StarClusters clusters = new StarClusters(policy, room.keptArticles());
    while (groups.nextGroup()) {
      while (groups.hasNext()) {
        ClusterEntry entry = groups.next();
        CopyDecision decision =
            clusters.accept(entry.component(), Fingerprint.parse(entry.print()));
        if (!decision.isKept()) {
          out.send(articles, new ArticleEntry.Fate(decision));
          out.send(
              articles,
              new ArticleEntry.Gained(decision.keptId(), entry.copies(), decision.verdict()));
          clock.out(1, 0);
        }
      }
    }
    out.result(
        BuildResults.report(
            List.of(),
            clock.tally(),
            new CapTally(Cap.CLUSTERS, clusters.compared(), clusters.forgotten()),
            new CapTally(Cap.CLUSTER_INDEX, clusters.compared(), clusters.hidden())));
  }
}
