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
import org.copydesk.dedup.links.LinkBucket;
import org.copydesk.dedup.links.LinkMethod;
import org.copydesk.pipeline.work.StageClock;
import org.copydesk.text.ContentHash;

/** Link keys in, pairs of teaser and article that share one out. Memory: 50 ids. */
final class MeetLinkKeys implements BucketWorker<LinkKeyEntry, byte[]> {
  private static final long serialVersionUID = 1;

  private final Lane<CandidateEntry> candidates;

  MeetLinkKeys(Lane<CandidateEntry> candidates) {
    this.candidates = candidates;
  }

  @Override
  public void work(int bucket, SortedGroups<LinkKeyEntry> groups, BucketOut<byte[]> out)
      throws IOException {
    StageClock clock = new StageClock("LinkTeasers");
    LinkBucket meeting =
        new LinkBucket(
            new LinkBucket.Candidates() {
              @Override
              public void accept(ContentHash article, LinkMethod method, ContentHash teaser) {
                out.send(candidates, new CandidateEntry.Candidate(teaser, article, method));
              }

              @Override
              public void skipped(ContentHash teaser) {
                out.send(candidates, new CandidateEntry.Skipped(teaser));
              }
            });
    while (groups.nextGroup()) {
      while (groups.hasNext()) {
        LinkKeyEntry entry = groups.next();
        if (entry.isTeaser()) {
          meeting.teaser(entry.key(), entry.method(), entry.id());
        } else {
          meeting.article(entry.key(), entry.method(), entry.id());
        }
      }
    }
    out.result(
        BuildResults.report(
            List.of(),
            clock.tally(),
            new CapTally(Cap.LINK_KEYS, meeting.met(), meeting.skipped())));
  }
}
