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
import org.copydesk.pipeline.work.Progress;
import org.copydesk.pipeline.work.StageClock;

/**
 * Band keys of a bucket in; for each article that shares a key, where it is held against the others
 * out. Memory: one key's.
 */
final class FindCandidates implements BucketWorker<BandEntry, byte[]> {
  private static final long serialVersionUID = 1;

  private final Lane<PrintEntry> prints;

  FindCandidates(Lane<PrintEntry> prints) {
    this.prints = prints;
  }

  @Override
  public void work(int bucket, SortedGroups<BandEntry> groups, BucketOut<byte[]> out)
      throws IOException {
    Progress.at(Progress.Step.COMPARE);
    StageClock clock = new StageClock("DeduplicateArticles");
    CandidateBucket candidates =
        new CandidateBucket(
            (anchor, member, key) -> out.send(prints, new PrintEntry.Wanted(member, anchor, key)));
    while (groups.nextGroup()) {
      while (groups.hasNext()) {
        BandEntry entry = groups.next();
        candidates.accept(entry.key(), entry.id());
      }
    }
    candidates.finish();
    out.result(
        BuildResults.report(
            List.of(),
            clock.tally(),
            new CapTally(Cap.CANDIDATE_KEYS, candidates.keys(), candidates.crowded())));
  }
}
