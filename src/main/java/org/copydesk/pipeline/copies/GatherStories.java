package org.copydesk.pipeline.copies;

import java.io.IOException;
import java.util.List;
import org.copydesk.bucket.BucketOut;
import org.copydesk.bucket.BucketWorker;
import org.copydesk.bucket.Lane;
import org.copydesk.bucket.SortedGroups;
import org.copydesk.corpus.BuildResults;
import org.copydesk.pipeline.articles.ArticleEntry;
import org.copydesk.pipeline.work.StageClock;

/**
 * Articles of verified pairs by id in; each once to its story out, and which that is to where its
 * row is written. Memory: one article's.
 */
public final class GatherStories implements BucketWorker<StoryEntry, byte[]> {
  private static final long serialVersionUID = 1;

  private final Lane<ClusterEntry> clusters;
  private final Lane<ArticleEntry> articles;

  public GatherStories(Lane<ClusterEntry> clusters, Lane<ArticleEntry> articles) {
    this.clusters = clusters;
    this.articles = articles;
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
        out.send(articles, new ArticleEntry.InStory(article.id(), membership.story()));
        while (groups.hasNext()) {
          groups.next(); // the same from another place
        }
      }
    }
    out.result(BuildResults.report(List.of(), clock.tally()));
  }
}
