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
import org.copydesk.dedup.CopyGroup;
import org.copydesk.dedup.DuplicateSettings;
import org.copydesk.dedup.Fingerprint;
import org.copydesk.dedup.NearDuplicatePolicy.Verdict;
import org.copydesk.dedup.StarClusters;
import org.copydesk.dedup.StatesOfAddress;
import org.copydesk.pipeline.articles.ArticleEntry;
import org.copydesk.pipeline.work.Progress;
import org.copydesk.pipeline.work.Room;
import org.copydesk.pipeline.work.StageClock;
import org.copydesk.text.ContentHash;

/**
 * Stories in; for each copy what became of it and, for the article that is kept, what it gained
 * out; both to the table of relations, too. Memory: {@link Room#keptArticles} of one story, and
 * places of its copies.
 */
final class ClusterCopies implements BucketWorker<ClusterEntry, byte[]> {
  private static final long serialVersionUID = 1;

  private final DuplicateSettings settings;
  private final Room room;
  private final Lane<ArticleEntry> articles;
  private final Lane<RelationEntry> relations;

  ClusterCopies(
      DuplicateSettings settings,
      Room room,
      Lane<ArticleEntry> articles,
      Lane<RelationEntry> relations) {
    this.settings = settings;
    this.room = room;
    this.articles = articles;
    this.relations = relations;
  }

  @Override
  public void work(int bucket, SortedGroups<ClusterEntry> groups, BucketOut<byte[]> out)
      throws IOException {
    Progress.at(Progress.Step.COMPARE);
    StageClock clock = new StageClock("DeduplicateArticles");
    StarClusters<CopyGroup> clusters =
        new StarClusters<>(
            settings.policy(),
            room.keptArticles(),
            settings.keepsVersions(),
            StatesOfAddress.OF_COPIES,
            new StarClusters.Out<>() {
              @Override
              public void decided(CopyDecision decision, CopyGroup copies) {
                if (!decision.isKept()) {
                  send(decision, copies, out);
                  clock.out(1, 0);
                }
              }

              @Override
              public void version(ContentHash earlier, ContentHash later, Verdict verdict) {
                out.send(relations, RelationEntry.of(earlier, later, verdict));
              }
            });
    while (groups.nextGroup()) {
      while (groups.hasNext()) {
        ClusterEntry entry = groups.next();
        clusters.accept(entry.component(), Fingerprint.parse(entry.print()), entry.copies());
      }
    }
    clusters.finish();
    out.result(
        BuildResults.report(
            List.of(),
            clock.tally(),
            new CapTally(Cap.CLUSTERS, clusters.compared(), clusters.forgotten()),
            new CapTally(Cap.CLUSTER_INDEX, clusters.compared(), clusters.hidden())));
  }

  private void send(CopyDecision decision, CopyGroup copies, BucketOut<byte[]> out) {
    out.send(articles, new ArticleEntry.Fate(decision));
    out.send(articles, new ArticleEntry.Gained(decision.keptId(), copies, decision.verdict()));
    out.send(relations, RelationEntry.of(decision.id(), decision.keptId(), decision.verdict()));
  }
}
