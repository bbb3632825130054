package org.copydesk.pipeline.work;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.copydesk.text.Printable;

/**
 * What the workers of this process have done so far, for the line a person watches. Nothing is
 * decided by it: accounting is done on data.
 */
public final class Progress {
  /**
   * The steps of a build, in order.
   *
   * <p>Their shares of a build's time are those of builds of 20,000 pages of text and 5,000 of HTML
   * on the direct runner; they serve the estimate of what remains and nothing else.
   */
  public enum Step {
    LEARN("learning sites", 12),
    READ("reading", 50),
    COMPARE("comparing", 10),
    WRITE("writing", 16),
    CHECK("checking", 8),
    REPORT("reporting", 4);

    private final String words;
    private final int share;

    Step(String words, int share) {
      this.words = words;
      this.share = share;
    }

    /** As a person reads it. */
    public String words() {
      return words;
    }
  }

  public static final LongAdder FILES = new LongAdder();
  public static final LongAdder BYTES = new LongAdder();
  public static final LongAdder ARTICLES = new LongAdder();
  public static final LongAdder TEASERS = new LongAdder();

  private static final AtomicReference<Step> STEP = new AtomicReference<>(Step.LEARN);
  private static final LongAdder SAMPLED = new LongAdder();

  private static volatile long matched;
  private static volatile long matchedBytes;
  private static volatile long toSample;
  private static volatile String remote;

  private Progress() {}

  public static void begin(long filesMatched, long bytes, long filesToSample) {
    FILES.reset();
    BYTES.reset();
    ARTICLES.reset();
    TEASERS.reset();
    SAMPLED.reset();
    STEP.set(Step.LEARN);
    matched = filesMatched;
    matchedBytes = bytes;
    toSample = filesToSample;
  }

  /** The build has come to a step; it never goes back to an earlier one. */
  public static void at(Step step) {
    if (STEP.get() != step) {
      STEP.accumulateAndGet(step, (old, now) -> now.compareTo(old) > 0 ? now : old);
    }
  }

  public static void sampled() {
    SAMPLED.increment();
  }

  /** The step at hand. */
  public static Step step() {
    return STEP.get();
  }

  /** Files of which pages were taken to learn sites from. */
  public static long learnedFrom() {
    return SAMPLED.sum();
  }

  /** Files of which pages are to be taken to learn sites from. */
  public static long toLearnFrom() {
    return toSample;
  }

  /** How far the build is by the usual shares of its steps, 0 to 1. */
  public static double share() {
    Step now = STEP.get();
    double done = 0;
    double all = 0;
    for (Step step : Step.values()) {
      boolean isSkipped = step == Step.LEARN && toSample == 0;
      double share = isSkipped ? 0 : step.share;
      all += share;
      if (step.compareTo(now) < 0) {
        done += share;
      } else if (step == now && step == Step.LEARN && toSample > 0) {
        done += share * Math.min(1, (double) SAMPLED.sum() / toSample);
      } else if (step == now && step == Step.READ && matchedBytes > 0) {
        done += share * Math.min(1, (double) BYTES.sum() / matchedBytes);
      }
    }
    return done / all;
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
