package org.copydesk.pipeline.links;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.copydesk.bucket.BucketOut;
import org.copydesk.bucket.BucketWorker;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.SortedGroups;
import org.copydesk.corpus.BuildResults;
import org.copydesk.dedup.links.KeyFilter;
import org.copydesk.dump.source.Retry;
import org.copydesk.pipeline.work.SideFile;
import org.copydesk.pipeline.work.StageClock;
import org.copydesk.storage.Storage;

/**
 * Logs of link keys in, one filter of them out, in the work folder; the result is what it is read
 * by. Where there is no log there is no filter, and nothing to look for. Memory: the filter's bits,
 * twice.
 */
final class BuildKeyFilter implements BucketWorker<KeyLog.Written, byte[]> {
  private static final long serialVersionUID = 1;

  private final Storage work;
  private final long dumpBytes;

  /**
   * @param dumpBytes of the dumps, decompressed
   */
  BuildKeyFilter(Storage work, long dumpBytes) {
    this.work = work;
    this.dumpBytes = dumpBytes;
  }

  @Override
  public void work(int bucket, SortedGroups<KeyLog.Written> groups, BucketOut<byte[]> out)
      throws IOException {
    StageClock clock = new StageClock("LinkTeasers");
    List<KeyLog.Written> logs = new ArrayList<>();
    long keys = 0;
    while (groups.nextGroup()) {
      while (groups.hasNext()) {
        KeyLog.Written log = groups.next();
        logs.add(log);
        keys += log.keys();
      }
    }
    KeyFilter filter = KeyFilter.forDumps(dumpBytes);
    if (filter.isUsefulFor(keys)) {
      for (KeyLog.Written log : logs) {
        read(log, filter);
      }
    } else {
      filter.passAll();
    }
    ByteWriter word = new ByteWriter();
    SideFile.write(work, "link-filter-" + UUID.randomUUID(), filter.toBytes()).encode(word);
    byte[] report = BuildResults.report(List.of(), clock.tally());
    out.result(new ByteWriter().putBlob(word.toByteArray()).putBlob(report).toByteArray());
  }

  /** What articles are told by a result: which file the filter is. */
  public static byte[] word(byte[] result) {
    return new ByteReader(result).getBlob();
  }

  /** The report in a result. */
  public static byte[] report(byte[] result) {
    ByteReader in = new ByteReader(result);
    in.getBlob();
    return in.getBlob();
  }

  /** A key that is added twice changes nothing. */
  private void read(KeyLog.Written log, KeyFilter filter) throws IOException {
    Retry.DEFAULT.run(() -> readOnce(log, filter));
  }

  private Void readOnce(KeyLog.Written log, KeyFilter filter) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(work.open(log.name()), 1 << 16))) {
      for (long i = 0; i < log.keys(); i++) {
        filter.add(in.readLong());
      }
    }
    return null;
  }
}
