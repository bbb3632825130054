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
 * without a memory. Where only what comes and goes was sent: a worker that sends works on the
 * groups that this touches, once as they were and once as they are; what it sent of them goes, what
 * it sends now comes. One that writes a part of each group works on those as they are, and the
 * parts of the others are taken over. One that writes a part of all works on all.
 */
record KeptWork<T>(BlockRoute route, Lane<T> lane, BucketWorker<T, byte[]> worker, int bucket) {
  /** Where records go. */
  interface Packers {
    /** An output that sends records, and hands over results. */
    BucketOut<byte[]> out(boolean isMinus, Results to);
  }

  /** Takes results. */
  interface Results {
    void result(byte[] result);
  }

  private BucketMemory memory() {
    return route.memory();
  }

  /**
   * @param records all that was sent
   * @param folder for what is touched
   * @param results takes those of the worker
   * @param reports takes what entries of the cache it hangs on
   */
  void work(BucketSorter<T> records, Path folder, Packers packers, Results results, Results reports)
      throws IOException {
    if (memory().sendsChanges()) {
      try {
        workOnChanges(records, folder, packers, results, reports);
      } catch (KeptBucket.NotAsKeptException e) {
        throw new BucketMemory.LostException(
            lane.name() + ", bucket " + bucket + ": " + e.getMessage());
      }
      return;
    }
    try (KeptBucket<T> all = new KeptBucket<>(List.of(), records, folder)) {
      BucketMemory.Run run = memory().keepRun(lane.name(), bucket, all::writeChanges);
      List<byte[]> made = new ArrayList<>();
      worker.work(bucket, records.groups(), packers.out(false, made::add));
      made.forEach(results::result);
      keep(
          new BucketMemory.Kept(
              switch (worker.writes()) {
                case NOTHING -> BuildResults.counted(made);
                case PART_A_BUCKET -> new byte[0];
                case PART_A_GROUP -> PartsBefore.of(made, route.work()).encode();
              },
              run == null ? List.of() : List.of(run)),
          reports);
    }
  }

  private void workOnChanges(
      BucketSorter<T> changes, Path folder, Packers packers, Results results, Results reports)
      throws IOException {
    BucketMemory.Kept before = memory().find(lane.name(), bucket);
    boolean isTouched = changes.bytes() > 0;
    try (KeptBucket<T> kept = new KeptBucket<>(memory().read(before), changes, folder)) {
      byte[] report =
          switch (worker.writes()) {
            case NOTHING -> {
              byte[] counted = isTouched ? send(kept, before.report(), packers) : before.report();
              results.result(counted);
              yield counted;
            }
            case PART_A_BUCKET -> {
              worker.work(bucket, kept.now(), packers.out(false, results));
              yield new byte[0];
            }
            case PART_A_GROUP -> writeGroups(kept, before.report(), isTouched, packers, results);
          };
      BucketMemory.Kept now = new BucketMemory.Kept(report, before.runs());
      keep(isTouched ? withChanges(now, kept, changes.bytes()) : now, reports);
    }
  }

  /** Gives what is counted now. */
  private byte[] send(KeptBucket<T> kept, byte[] counted, Packers packers) throws IOException {
    KeptBucket.Touched<T> touched = kept.touched(worker.looksAtEachByItself());
    List<byte[]> was = new ArrayList<>();
    List<byte[]> is = new ArrayList<>();
    worker.work(bucket, touched.before(), packers.out(true, was::add));
    worker.work(bucket, touched.now(), packers.out(false, is::add));
    return BuildResults.countedAnew(counted, was, is);
  }

  /** Gives what parts there are. */
  private byte[] writeGroups(
      KeptBucket<T> kept, byte[] report, boolean isTouched, Packers packers, Results results)
      throws IOException {
    PartsBefore parts = PartsBefore.decode(report);
    List<byte[]> made = new ArrayList<>();
    if (isTouched) {
      KeptBucket.Touched<T> touched = kept.touched(false);
      parts = parts.without(touched.groups());
      worker.work(bucket, touched.now(), packers.out(false, made::add));
      made.forEach(results::result);
    }
    results.result(parts.takeOver(memory().parts(), route.work()));
    return parts.with(PartsBefore.of(made, route.work())).encode();
  }

  private BucketMemory.Kept withChanges(
      BucketMemory.Kept now, KeptBucket<T> kept, long changedBytes) throws IOException {
    boolean isOne = now.isToBeOne(changedBytes);
    BucketMemory.Run run =
        memory().keepRun(lane.name(), bucket, isOne ? kept::writeNow : kept::writeChanges);
    BucketMemory.Kept rest = isOne ? new BucketMemory.Kept(now.report(), List.of()) : now;
    return run == null ? rest : rest.with(run);
  }

  private void keep(BucketMemory.Kept kept, Results reports) throws IOException {
    for (String key : memory().keep(lane.name(), bucket, kept)) {
      reports.result(BuildResults.cached(key));
    }
  }
}
