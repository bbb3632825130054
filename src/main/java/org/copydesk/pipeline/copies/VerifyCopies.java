package org.copydesk.pipeline.copies;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.copydesk.bucket.BucketOut;
import org.copydesk.bucket.BucketWorker;
import org.copydesk.bucket.Lane;
import org.copydesk.bucket.SortedGroups;
import org.copydesk.corpus.BuildResults;
import org.copydesk.corpus.Cap;
import org.copydesk.corpus.CapTally;
import org.copydesk.dedup.Components;
import org.copydesk.dedup.Fingerprint;
import org.copydesk.dedup.NearDuplicatePolicy;
import org.copydesk.dedup.StatesOfAddress;
import org.copydesk.dedup.VerifiedPairs;
import org.copydesk.pipeline.work.StageClock;
import org.copydesk.text.ContentHash;

/**
 * Candidates by anchor in; verified pairs out, as a forest of each anchor, and each article of one
 * of them on its way to its story, and so with states of one address; parts of others to the table
 * of relations.
 *
 * <p>Memory: {@link VerifiedPairs#MOST_HELD} fingerprints a key of one anchor, and 104 bytes an
 * article of it.
 */
public final class VerifyCopies implements BucketWorker<VerifyEntry, byte[]> {
  private static final long serialVersionUID = 1;

  private final NearDuplicatePolicy policy;
  private final Lane<EdgeEntry> edges;
  private final Lane<StoryEntry> stories;
  private final Lane<RelationEntry> relations;

  public VerifyCopies(
      NearDuplicatePolicy policy,
      Lane<EdgeEntry> edges,
      Lane<StoryEntry> stories,
      Lane<RelationEntry> relations) {
    this.policy = policy;
    this.edges = edges;
    this.stories = stories;
    this.relations = relations;
  }

  @Override
  public void work(int bucket, SortedGroups<VerifyEntry> groups, BucketOut<byte[]> out)
      throws IOException {
    StageClock clock = new StageClock("DeduplicateArticles");
    Forest forest = new Forest();
    Set<ContentHash> sent = new HashSet<>();
    VerifiedPairs<VerifyEntry> pairs =
        new VerifiedPairs<>(
            policy,
            (a, b, verdict) -> join(a, b, forest, sent, out),
            (a, b, verdict) ->
                out.send(relations, RelationEntry.excerpt(a.print(), b.print(), verdict)),
            (a, b, verdict) -> {
              boolean isOneStory =
                  StatesOfAddress.OF_COPIES.isOneStory(
                      a.what().copies(), b.what().copies(), verdict);
              if (isOneStory) {
                join(a, b, forest, sent, out);
              }
            });
    while (groups.nextGroup()) {
      sent.clear();
      while (groups.hasNext()) {
        VerifyEntry entry = groups.next();
        pairs.accept(entry.anchor(), Fingerprint.parse(entry.print()), entry.keys(), entry);
        clock.in(1, entry.print().length);
      }
      forest.end((id, component) -> out.send(edges, new EdgeEntry(id, component)));
    }
    out.result(
        BuildResults.report(
            List.of(), clock.tally(), new CapTally(Cap.CANDIDATES, pairs.taken(), pairs.left())));
  }

  private void join(
      VerifiedPairs.Held<VerifyEntry> a,
      VerifiedPairs.Held<VerifyEntry> b,
      Forest forest,
      Set<ContentHash> sent,
      BucketOut<byte[]> out) {
    forest.join(a.print().id(), b.print().id());
    send(a.what(), sent, out);
    send(b.what(), sent, out);
  }

  private void send(VerifyEntry entry, Set<ContentHash> sent, BucketOut<byte[]> out) {
    if (sent.add(entry.id())) {
      out.send(stories, new StoryEntry.Article(entry.id(), entry.copies(), entry.print()));
    }
  }

  /** Verified pairs of one anchor; most have none. */
  private static final class Forest {
    private Components joined;

    void join(ContentHash a, ContentHash b) {
      joined = joined == null ? new Components() : joined;
      joined.join(a, b);
    }

    /** Hands over each article with the smallest of its component, where that is another. */
    void end(Components.Members out) {
      if (joined != null) {
        joined.forEach(
            (id, component) -> {
              if (!id.equals(component)) {
                out.accept(id, component);
              }
            });
        joined = null;
      }
    }
  }
}
