package org.copydesk.faults;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * Operations on storage that are counted under a name, of which one meets a fate: an error before
 * it is done, an error after it was done all the same (an answer that got lost), or the end of the
 * process. The name travels, as workers are copies.
 */
public final class Faults {
  /** What happens at the chosen operation. */
  public enum Fate {
    FAIL_BEFORE,
    FAIL_AFTER,
    /** No shutdown hook runs and nothing is flushed, as with kill -9. */
    HALT_BEFORE,
    HALT_AFTER,
    OUT_OF_MEMORY,
    /** The disk's error. */
    EIO,
    /** That of a network file system. */
    ESTALE,
    /** An object store's client throws exceptions of its own. */
    UNAVAILABLE,
    /** A stream that ends too early; an operation that is no reading fails. */
    SHORT,
    /** No permission. */
    DENIED
  }

  /** The fault that is planted, and how many operations were counted so far. */
  private record Plan(long at, Predicate<String> counts, Fate fate, AtomicLong count) {}

  /** Every operation that is counted meets the fate. */
  static final long EACH = -1;

  private static final Map<String, Plan> PLANS = new ConcurrentHashMap<>();

  private Faults() {}

  /**
   * Plants a fault.
   *
   * @param name of the test's own
   * @param at number of the operation, from 1; 0 for none, {@link #EACH} for all that are counted
   * @param counts which operations are counted, by their words: {@code open articles/part-00001}
   */
  static void plant(String name, long at, Predicate<String> counts, Fate fate) {
    PLANS.put(name, new Plan(at, counts, fate, new AtomicLong()));
  }

  /** Operations counted under this name. */
  static long counted(String name) {
    return PLANS.get(name).count().get();
  }

  /** Something that is done on storage. */
  interface Operation<T> {
    T run() throws IOException;
  }

  /** Reads; -1 where the stream is to end early. */
  static int read(String name, String words, Operation<Integer> reading) throws IOException {
    Plan plan = PLANS.get(name);
    boolean isIt = plan.fate() == Fate.SHORT && isIt(plan, words);
    return isIt ? -1 : plan.fate() == Fate.SHORT ? reading.run() : run(name, words, reading);
  }

  private static boolean isIt(Plan plan, String words) {
    if (!plan.counts().test(words + " ")) {
      return false;
    }
    long number = plan.count().incrementAndGet();
    return plan.at() == EACH || number == plan.at();
  }

  /** Does it, unless it is the chosen one. */
  static <T> T run(String name, String words, Operation<T> operation) throws IOException {
    Plan plan = PLANS.get(name);
    if (!isIt(plan, words)) {
      return operation.run();
    }
    switch (plan.fate()) {
      case FAIL_BEFORE -> throw new IOException("planted: " + words);
      case EIO, SHORT -> throw new IOException("Input/output error (planted: " + words + ")");
      case ESTALE -> throw new FileSystemException(words, null, "Stale file handle (planted)");
      case DENIED -> throw new AccessDeniedException(words);
      case UNAVAILABLE -> throw new IllegalStateException("503 (planted: " + words + ")");
      case OUT_OF_MEMORY -> throw new OutOfMemoryError("planted: " + words);
      case HALT_BEFORE -> Runtime.getRuntime().halt(137);
      default -> {}
    }
    T done = operation.run();
    if (plan.fate() == Fate.HALT_AFTER) {
      Runtime.getRuntime().halt(137);
    }
    if (done instanceof AutoCloseable open) {
      try {
        open.close();
      } catch (Exception e) {
        throw new IOException(e);
      }
    }
    throw new IOException("planted, after it was done: " + words);
  }
}
