package org.copydesk.pipeline.links;

import java.io.IOException;
import java.util.List;
import org.copydesk.bucket.BucketOut;
import org.copydesk.bucket.BucketWorker;
import org.copydesk.bucket.Lane;
import org.copydesk.bucket.SortedGroups;
import org.copydesk.corpus.BuildResults;
import org.copydesk.corpus.Cap;
import org.copydesk.corpus.CapTally;
import org.copydesk.pipeline.work.StageClock;
import org.copydesk.text.ContentHash;

/**
 * A teaser and its candidates in; one question an article out, by the surest key they share. What
 * had none because all of its keys were skipped is counted. Memory: one probe.
 */
final class AskArticles implements BucketWorker<CandidateEntry, byte[]> {
  private static final long serialVersionUID = 1;

  private final Lane<LinkHeadEntry> heads;

  AskArticles(Lane<LinkHeadEntry> heads) {
    this.heads = heads;
  }

  @Override
  public void work(int bucket, SortedGroups<CandidateEntry> groups, BucketOut<byte[]> out)
      throws IOException {
    StageClock clock = new StageClock("LinkTeasers");
    long met = 0;
    long lost = 0;
    while (groups.nextGroup()) {
      if (!(groups.next() instanceof CandidateEntry.Probe probe)) {
        throw new IllegalStateException("candidates of a teaser that is not there");
      }
      clock.in(1, 0);
      ContentHash asked = null;
      met += groups.hasNext() ? 1 : 0;
      boolean isSkipped = false;
      while (groups.hasNext()) {
        if (groups.next() instanceof CandidateEntry.Candidate candidate) {
          if (!candidate.articleId().equals(asked)) {
            asked = candidate.articleId();
            out.send(heads, new LinkHeadEntry.Question(asked, candidate.method(), probe.probe()));
          }
        } else {
          isSkipped = true;
        }
      }
      lost += isSkipped && asked == null ? 1 : 0;
    }
    out.result(
        BuildResults.report(List.of(), clock.tally(), new CapTally(Cap.LINKED_TEASERS, met, lost)));
  }
}
