package org.copydesk.pipeline.copies;

import java.io.IOException;
import java.util.Collections;
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
import org.copydesk.dedup.CopyGroup;
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
 * <p>Memory: of one anchor {@link VerifiedPairs#MOST_HELD} articles a key that is its own, each
 * with its fingerprint as it came (some 2.4 KB), its shingles (4 bytes each, at most 80 KB), the
 * places of its copies (at most {@link CopyGroup#MOST_PLACES}) with their addresses and, once it
 * was read, its headline and opening as words (some 20 KB); and 104 bytes an article of a verified
 * pair.
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
    VerifiedPairs<Candidate> pairs =
        new VerifiedPairs<>(
            policy,
            (a, b, verdict) -> join(a, b, forest, sent, out),
            (a, b, verdict) ->
                out.send(relations, RelationEntry.excerpt(a.print(), b.print(), verdict)),
            (a, b, verdict) -> {
              if (StatesOfAddress.mayBeOneStory(verdict) && a.what().isAtOneOf(b.what())) {
                join(a, b, forest, sent, out);
              }
            });
    while (groups.nextGroup()) {
      sent.clear();
      while (groups.hasNext()) {
        VerifyEntry entry = groups.next();
        pairs.accept(
            entry.anchor(), Fingerprint.parse(entry.print()), entry.keys(), new Candidate(entry));
        clock.in(1, entry.print().length);
      }
      forest.end((id, component) -> out.send(edges, new EdgeEntry(id, component)));
    }
    out.result(
        BuildResults.report(
            List.of(), clock.tally(), new CapTally(Cap.CANDIDATES, pairs.taken(), pairs.left())));
  }

  private void join(
      VerifiedPairs.Held<Candidate> a,
      VerifiedPairs.Held<Candidate> b,
      Forest forest,
      Set<ContentHash> sent,
      BucketOut<byte[]> out) {
    forest.join(a.print().id(), b.print().id());
    send(a.what().entry, sent, out);
    send(b.what().entry, sent, out);
  }

  private void send(VerifyEntry entry, Set<ContentHash> sent, BucketOut<byte[]> out) {
    if (sent.add(entry.id())) {
      out.send(stories, new StoryEntry.Article(entry.id(), entry.copies(), entry.print()));
    }
  }

  /** An article and where it stood, which is looked up once for all that it is held against. */
  private static final class Candidate {
    private final VerifyEntry entry;
    private Set<String> addresses;

    Candidate(VerifyEntry entry) {
      this.entry = entry;
    }

    boolean isAtOneOf(Candidate other) {
      return !Collections.disjoint(addresses(), other.addresses());
    }

    private Set<String> addresses() {
      addresses = addresses == null ? StatesOfAddress.addresses(entry.copies()) : addresses;
      return addresses;
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
