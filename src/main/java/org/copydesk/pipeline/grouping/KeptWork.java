package org.copydesk.pipeline.grouping;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.bucket.BucketOut;
import org.copydesk.bucket.BucketSorter;
import org.copydesk.bucket.BucketWorker;
import org.copydesk.bucket.KeptBucket;
import org.copydesk.bucket.Lane;
import org.copydesk.corpus.BuildResults;

/**
 * A worker on a bucket that is kept from build to build. Where all was sent it works on all, as
 * without a memory. Where only what comes and goes was sent, it works on the groups that this
 * touches, once as they were and once as they are: what it sent of them goes, what it sends now
 * comes. A worker that writes gets all groups besides, to write and not to send.
 *
 * @param sends whether the worker sends records, or counts, or both
 */
record KeptWork<T>(
    BucketMemory memory,
    Lane<T> lane,
    BucketWorker<T, byte[]> worker,
    boolean sends,
    int bucket) {
  /** Where records go. */
  interface Packers {
    /** An output that sends records. */
    BucketOut<byte[]> out(boolean isMinus, boolean takesRecords, boolean takesParts, Results to);
  }

  /** Takes results. */
  interface Results {
    void result(byte[] result);
  }

  /**
   * @param records all that was sent
   * @param folder for what is touched
   * @param results takes those of the worker
   * @param reports takes what entries of the cache it hangs on
   */
  void work(
      BucketSorter<T> records, Path folder, Packers packers, Results results, Results reports)
      throws IOException {
    if (memory.sendsChanges()) {
      workOnChanges(records, folder, packers, results, reports);
      return;
    }
    try (KeptBucket<T> all = new KeptBucket<>(List.of(), records, folder)) {
      BucketMemory.Run run = memory.keepRun(lane.name(), bucket, all::writeChanges);
      List<byte[]> made = new ArrayList<>();
      worker.work(bucket, records.groups(), packers.out(false, true, true, made::add));
      made.forEach(results::result);
      byte[] counted = worker.writes() ? new byte[0] : BuildResults.counted(made);
      keep(new BucketMemory.Kept(counted, run == null ? List.of() : List.of(run)), reports);
    }
  }

  private void workOnChanges(
      BucketSorter<T> changes, Path folder, Packers packers, Results results, Results reports)
      throws IOException {
    BucketMemory.Kept before = memory.find(lane.name(), bucket);
    try (KeptBucket<T> kept = new KeptBucket<>(memory.read(before), changes, folder)) {
      byte[] counted = before.report();
      boolean isTouched = changes.bytes() > 0;
      if (isTouched) {
        List<byte[]> was = new ArrayList<>();
        List<byte[]> is = new ArrayList<>();
        if (sends) {
          KeptBucket.Touched<T> touched = kept.touched();
          worker.work(bucket, touched.before(), packers.out(true, true, false, was::add));
          worker.work(bucket, touched.now(), packers.out(false, true, false, is::add));
        }
        counted = BuildResults.countedAnew(counted, was, is);
      }
      if (worker.writes()) {
        worker.work(bucket, kept.now(), packers.out(false, false, true, results));
        counted = new byte[0];
      } else {
        results.result(counted);
      }
      keep(isTouched ? withChanges(before, kept, counted, changes.bytes()) : before, reports);
    }
  }

  private BucketMemory.Kept withChanges(
      BucketMemory.Kept before, KeptBucket<T> kept, byte[] counted, long changedBytes)
      throws IOException {
    BucketMemory.Kept anew = new BucketMemory.Kept(counted, before.runs());
    boolean isOne = before.isToBeOne(changedBytes);
    BucketMemory.Run run =
        memory.keepRun(lane.name(), bucket, isOne ? kept::writeNow : kept::writeChanges);
    if (run == null) {
      return isOne ? new BucketMemory.Kept(counted, List.of()) : anew;
    }
    return isOne ? new BucketMemory.Kept(counted, List.of(run)) : anew.with(run);
  }

  private void keep(BucketMemory.Kept kept, Results reports) throws IOException {
    for (String key : memory.keep(lane.name(), bucket, kept)) {
      reports.result(BuildResults.cached(key));
    }
  }
}
