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
import org.copydesk.dedup.CandidateBucket;
import org.copydesk.dedup.Components;
import org.copydesk.pipeline.work.StageClock;

/**
 * Band keys of a bucket in, a forest out: of all pairs that share a key only what joins two parts
 * that were not joined yet.
 *
 * <p>Memory: 56 bytes an article that shares a key in this bucket.
 */
final class FindCandidates implements BucketWorker<BandEntry, byte[]> {
  private static final long serialVersionUID = 1;

  private final Lane<EdgeEntry> edges;

  FindCandidates(Lane<EdgeEntry> edges) {
    this.edges = edges;
  }

  @Override
  public void work(int bucket, SortedGroups<BandEntry> groups, BucketOut<byte[]> out)
      throws IOException {
    StageClock clock = new StageClock("DeduplicateArticles");
    Components forest = new Components();
    CandidateBucket candidates = new CandidateBucket(forest::join);
    while (groups.nextGroup()) {
      while (groups.hasNext()) {
        BandEntry entry = groups.next();
        candidates.accept(entry.key(), entry.id());
      }
    }
    forest.forEach(
        (id, component) -> {
          if (!id.equals(component)) {
            out.send(edges, new EdgeEntry(id, component));
          }
        });
    out.result(
        BuildResults.report(
            List.of(),
            clock.tally(),
            new CapTally(Cap.CANDIDATE_KEYS, candidates.keys(), candidates.crowded())));
  }
}
