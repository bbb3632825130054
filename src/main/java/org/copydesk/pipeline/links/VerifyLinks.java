package org.copydesk.pipeline.links;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.copydesk.bucket.BucketOut;
import org.copydesk.bucket.BucketWorker;
import org.copydesk.bucket.Lane;
import org.copydesk.bucket.SortedGroups;
import org.copydesk.corpus.BuildResults;
import org.copydesk.dedup.links.LinkHead;
import org.copydesk.dedup.links.TeaserLink;
import org.copydesk.dedup.links.TeaserLinks;
import org.copydesk.pipeline.work.StageClock;

/** Heads of articles and questions in, links that hold out. Memory: one head. */
final class VerifyLinks implements BucketWorker<LinkHeadEntry, byte[]> {
  private static final long serialVersionUID = 1;

  private final Lane<TeaserEntry> teasers;

  VerifyLinks(Lane<TeaserEntry> teasers) {
    this.teasers = teasers;
  }

  /** The article's head is the first. */
  @Override
  public boolean looksAtEachByItself() {
    return true;
  }

  @Override
  public void work(int bucket, SortedGroups<LinkHeadEntry> groups, BucketOut<byte[]> out)
      throws IOException {
    StageClock clock = new StageClock("LinkTeasers");
    TeaserLinks links = new TeaserLinks();
    while (groups.nextGroup()) {
      if (!(groups.next() instanceof LinkHeadEntry.Head at)) {
        throw new IllegalStateException("a question to an article that is not kept");
      }
      LinkHead head = at.head();
      while (groups.hasNext()) {
        LinkHeadEntry.Question question = (LinkHeadEntry.Question) groups.next();
        Optional<TeaserLink> link = links.verify(head, question.method(), question.probe());
        if (link.isPresent()) {
          out.send(teasers, new TeaserEntry.Linked(link.get()));
          clock.out(1, 0);
        }
      }
    }
    out.result(BuildResults.report(List.of(), clock.tally()));
  }
}
