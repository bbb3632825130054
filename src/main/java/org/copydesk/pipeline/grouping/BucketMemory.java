package org.copydesk.pipeline.grouping;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.KeptBucket;
import org.copydesk.cache.CacheStore;
import org.copydesk.corpus.Sha256;
import org.copydesk.storage.Storage;

/**
 * What came to each bucket, kept in the cache from one build to the next as sorted runs: the first
 * holds all, those behind it what came and went since. With them what steps counted.
 *
 * @param store where it is kept
 * @param before build of which it is taken up, so that only what comes and goes is sent; null for
 *     none: then all is sent
 * @param parts folder of the generation with the parts of that build; null for none
 * @param now build for which it is kept
 */
public record BucketMemory(CacheStore store, String before, Storage parts, String now)
    implements Serializable {
  private static final long serialVersionUID = 1;

  /** Raised when runs or what is said of them change. */
  private static final int FORMAT = 7;

  /** Runs that are merged when a bucket is read: beyond that they become one. */
  private static final int MOST_RUNS = 8;

  /** The runs behind the first become part of it when they are a quarter as large. */
  private static final int MOST_SHARE = 4;

  /** What was kept is not there any more, or damaged: all has to be sent. */
  public static final class LostException extends IOException {
    private static final long serialVersionUID = 1;

    public LostException(String message) {
      super(message);
    }
  }

  /**
   * A run.
   *
   * @param key of its entry in the cache
   * @param bytes of its records
   */
  record Run(String key, long bytes) {}

  /**
   * What is kept of a bucket.
   *
   * @param report what the step counted, or what parts its groups came to
   */
  record Kept(byte[] report, List<Run> runs) {
    /** Whether the runs should become one. */
    boolean isToBeOne(long more) {
      long behind = more + runs.stream().skip(1).mapToLong(Run::bytes).sum();
      return runs.isEmpty()
          || runs.size() >= MOST_RUNS
          || behind * MOST_SHARE > runs.get(0).bytes();
    }

    /** With one more run. */
    Kept with(Run run) {
      List<Run> all = new ArrayList<>(runs);
      all.add(run);
      return new Kept(report, all);
    }
  }

  /** Whether only what comes and goes is sent. */
  public boolean sendsChanges() {
    return before != null;
  }

  /** The same where all is sent, whatever was kept before for this build. */
  public BucketMemory sendingAll() {
    return sendsChanges() ? new BucketMemory(store, null, null, now + "-all") : this;
  }

  private static String key(String kind, String build, String lane, int bucket) {
    String text = kind + " " + FORMAT + " " + build + " " + bucket + " " + lane;
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What the build before kept of a bucket. */
  Kept find(String lane, int bucket) throws IOException {
    byte[] bytes;
    try (InputStream in = found(key("bucket", before, lane, bucket)).open()) {
      bytes = in.readAllBytes();
    }
    ByteReader in = new ByteReader(bytes);
    byte[] report = in.getBlob();
    List<Run> runs = new ArrayList<>();
    while (in.hasMore()) {
      runs.add(new Run(in.getText(), in.getVarLong()));
    }
    return new Kept(report, runs);
  }

  private CacheStore.Found found(String key) throws IOException {
    CacheStore.Found found = store.find(key);
    if (found == null) {
      throw lost(key);
    }
    return found;
  }

  private static LostException lost(String key) {
    return new LostException("an entry of the cache is lost or damaged: " + key);
  }

  /** Runs, of which what is wanted is read. */
  List<KeptBucket.Run> read(Kept kept) throws IOException {
    List<KeptBucket.Run> runs = new ArrayList<>();
    for (Run run : kept.runs()) {
      CacheStore.Found found = store.findInPieces(run.key());
      if (found == null) {
        throw lost(run.key());
      }
      runs.add(
          new KeptBucket.Run() {
            @Override
            public long bytes() {
              return found.packedBytes();
            }

            @Override
            public InputStream open(long from) {
              return found.openPacked(from);
            }
          });
    }
    return runs;
  }

  /** Writes records. */
  interface Content {
    long write(OutputStream out) throws IOException;
  }

  /** Keeps a run; null for one without records. */
  Run keepRun(String lane, int bucket, Content content) throws IOException {
    String key = key("run", now, lane, bucket);
    try (CacheStore.Draft draft = store.packedDraft()) {
      long bytes = content.write(draft.content());
      if (bytes == 0) {
        return null;
      }
      draft.commit(key);
      return new Run(key, bytes);
    }
  }

  /** Keeps what there is of a bucket; gives the keys of all that it hangs on. */
  List<String> keep(String lane, int bucket, Kept kept) throws IOException {
    String key = key("bucket", now, lane, bucket);
    ByteWriter out = new ByteWriter().putBlob(kept.report());
    List<String> keys = new ArrayList<>(List.of(key));
    for (Run run : kept.runs()) {
      out.putText(run.key()).putVarLong(run.bytes());
      keys.add(run.key());
    }
    try (CacheStore.Draft draft = store.draft()) {
      draft.content().write(out.toByteArray());
      draft.commit(key);
    }
    return keys;
  }
}
