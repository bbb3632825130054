package org.copydesk.dump.source;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Serializable;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/**
 * How often a source is tried again, and how long is waited before: a disk's or a network's error
 * may be over in a moment, a permission or a name that is gone is not.
 *
 * @param attempts tries in all, without a byte between them
 * @param firstWaitMillis wait before the second try
 * @param growth each wait is so many times the one before
 */
public record Retry(int attempts, long firstWaitMillis, int growth) implements Serializable {
  /**
   * Waits of .05, .25 and 1.25 s: a little more than a dropped connection takes. Clients of object
   * stores and of HDFS try again by themselves before they give an error at all.
   */
  public static final Retry DEFAULT = new Retry(4, 50, 5);

  /** Something that is read. */
  @FunctionalInterface
  public interface Operation<T> {
    T run() throws IOException;
  }

  /** Runs an operation until it succeeds; throws the error that the last try gave. */
  public <T> T run(Operation<T> operation) throws IOException {
    for (int failed = 1; ; failed++) {
      try {
        return operation.run();
      } catch (IOException e) {
        if (failed >= attempts || isLasting(e)) {
          throw e;
        }
        pause(failed);
      }
    }
  }

  /** Whether the same answer is to be expected of another try. */
  static boolean isLasting(IOException e) {
    return isGone(e) || isDenied(e);
  }

  /** Whether the name is surely not there. */
  static boolean isGone(IOException e) {
    return e instanceof NoSuchFileException || e instanceof FileNotFoundException;
  }

  // Hadoop has two exceptions of its own for it, which the core does not know.
  private static boolean isDenied(IOException e) {
    return e instanceof AccessDeniedException
        || e.getClass().getSimpleName().equals("AccessControlException");
  }

  /**
   * Waits before the next try.
   *
   * @param failed tries so far, at least 1
   */
  void pause(int failed) throws InterruptedIOException {
    long wait = firstWaitMillis;
    for (int i = 1; i < failed; i++) {
      wait *= growth;
    }
    try {
      Thread.sleep(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted between two tries");
    }
  }
}
