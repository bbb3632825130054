package org.copydesk.pipeline.copies;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.bucket.BucketOut;
import org.copydesk.bucket.BucketWorker;
import org.copydesk.bucket.Lane;
import org.copydesk.bucket.SortedGroups;
import org.copydesk.corpus.BuildResults;
import org.copydesk.dedup.CopyGroup;
import org.copydesk.pipeline.work.StageClock;

/**
 * Articles by id in; each distinct article that shares a key out, once to each place where it is
 * wanted, with the places of its exact copies. Memory: one article's.
 */
public final class FoldExactCopies implements BucketWorker<PrintEntry, byte[]> {
  private static final long serialVersionUID = 1;

  private final Lane<VerifyEntry> candidates;

  public FoldExactCopies(Lane<VerifyEntry> candidates) {
    this.candidates = candidates;
  }

  @Override
  public void work(int bucket, SortedGroups<PrintEntry> groups, BucketOut<byte[]> out)
      throws IOException {
    StageClock clock = new StageClock("DeduplicateArticles");
    while (groups.nextGroup()) {
      PrintEntry entry = groups.next();
      List<PrintEntry.Wanted> wanted = new ArrayList<>();
      while (entry instanceof PrintEntry.Wanted each && groups.hasNext()) {
        wanted.add(each);
        entry = groups.next();
      }
      if (!wanted.isEmpty() && entry instanceof PrintEntry.Print first) {
        CopyGroup copies = CopyGroup.of(first.order(), first.place());
        while (groups.hasNext()) {
          copies = copies.plus(((PrintEntry.Print) groups.next()).place());
        }
        send(wanted, copies, first, clock, out);
      }
    }
    out.result(BuildResults.report(List.of(), clock.tally()));
  }

  private void send(
      List<PrintEntry.Wanted> wanted,
      CopyGroup copies,
      PrintEntry.Print print,
      StageClock clock,
      BucketOut<byte[]> out) {
    int from = 0;
    for (int to = 1; to <= wanted.size(); to++) {
      if (to == wanted.size() || !wanted.get(to).anchor().equals(wanted.get(from).anchor())) {
        long[] keys = wanted.subList(from, to).stream().mapToLong(PrintEntry.Wanted::key).toArray();
        out.send(
            candidates,
            new VerifyEntry(wanted.get(from).anchor(), print.id(), keys, copies, print.print()));
        clock.in(1, print.print().length);
        from = to;
      }
    }
  }
}
