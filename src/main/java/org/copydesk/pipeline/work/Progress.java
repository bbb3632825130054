package org.copydesk.pipeline.work;

import java.util.concurrent.atomic.LongAdder;
import org.copydesk.text.Printable;

/**
 * What the workers of this process have done so far, for the line a person watches. Nothing is
 * decided by it: accounting is done on data.
 */
public final class Progress {
  public static final LongAdder FILES = new LongAdder();
  public static final LongAdder BYTES = new LongAdder();
  public static final LongAdder ARTICLES = new LongAdder();
  public static final LongAdder TEASERS = new LongAdder();

  private static volatile long matched;
  private static volatile String remote;

  private Progress() {}

  public static void begin(long filesMatched) {
    FILES.reset();
    BYTES.reset();
    ARTICLES.reset();
    TEASERS.reset();
    matched = filesMatched;
  }

  /**
   * What a cluster does, which counts nothing here.
   *
   * @param line null when it does nothing
   */
  public static void tellRemote(String line) {
    remote = line == null ? null : Printable.of(line, 200);
  }

  /** What a cluster does; null where this process does the work. */
  public static String remote() {
    return remote;
  }

  /** Files the build is to read. */
  public static long matched() {
    return matched;
  }

  /** Files read in this process. */
  public static long files() {
    return FILES.sum();
  }

  /** Bytes of those files. */
  public static long bytes() {
    return BYTES.sum();
  }

  /** Articles segmented. */
  public static long articles() {
    return ARTICLES.sum();
  }

  /** Teasers seen. */
  public static long teasers() {
    return TEASERS.sum();
  }
}
