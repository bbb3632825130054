package org.copydesk.corpus;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Does numbered work side by side and takes what it gives in the order of the numbers, so that
 * nothing depends on how many workers there are. At most two results a worker wait.
 */
public final class InOrder {
  private InOrder() {}

  /** Makes one result; called by several threads at a time. */
  public interface Work<T> {
    T of(long number) throws IOException;
  }

  /** Takes the results one by one, in the thread that asked for them. */
  public interface Sink<T> {
    void take(T result) throws IOException;
  }

  /** As many workers as this process has processors. */
  public static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  /**
   * @param count results, numbered from 0
   * @throws IOException the first one that {@code work} or {@code sink} ended with; the work not
   *     begun by then is not done
   */
  public static <T> void run(int workers, long count, Work<T> work, Sink<? super T> sink)
      throws IOException {
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    try {
      Deque<Future<T>> ahead = new ArrayDeque<>();
      for (long next = 0; next < count || !ahead.isEmpty(); ) {
        if (next < count && ahead.size() < 2 * workers) {
          long number = next++;
          ahead.add(pool.submit(() -> work.of(number)));
        } else {
          sink.take(ahead.remove().get());
        }
      }
    } catch (ExecutionException e) {
      throw unwrapped(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      pool.shutdownNow();
    }
  }

  private static IOException unwrapped(Throwable cause) {
    if (cause instanceof RuntimeException failure) {
      throw failure;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof IOException io ? io : new IOException(cause);
  }
}
