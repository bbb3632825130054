package org.copydesk.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Which generation is the published one, moved by compare-and-set on any file system that creates a
 * file exactly once.
 *
 * <p>Every publication claims the next number by creating {@code .published/NUMBER} with the
 * generation's name; of several that expect the same predecessor one creates it. Then {@code
 * CURRENT} is replaced in one step, and {@code NUMBER.done} says so. A publisher that died between
 * claim and pointer is finished by whoever comes next, so a claim is never lost and never made
 * twice. Readers need {@code CURRENT} alone.
 */
final class Publications {
  static final String CURRENT = "CURRENT";
  private static final String FOLDER = ".published";
  private static final String DONE = ".done";

  /** Claims kept for a person to look at. */
  private static final int KEPT = 50;

  private final Storage output;

  Publications(Storage output) {
    this.output = output;
  }

  /** Name of the published generation; null when none is. */
  String published() throws IOException {
    String name = output.readText(CURRENT);
    return name == null || name.isBlank() ? null : name.strip();
  }

  /** The last claim, or number 0 without a name. */
  private record Claim(long number, String name, boolean isDone) {}

  private Claim last() throws IOException {
    long last = 0;
    List<String> names = output.list(FOLDER);
    for (String name : names) {
      if (name.matches("\\d{12}")) {
        last = Math.max(last, Long.parseLong(name));
      }
    }
    if (last == 0) {
      return new Claim(0, published(), true);
    }
    String name = output.readText(FOLDER + "/" + file(last));
    return new Claim(
        last,
        name == null || name.isBlank() ? null : name.strip(),
        names.contains(file(last) + DONE));
  }

  private static String file(long number) {
    return String.format(Locale.ROOT, "%012d", number);
  }

  /** Whether a claimed generation may still be published. */
  interface Soundness {
    boolean isSound(String generation) throws IOException;
  }

  /**
   * Finishes what a publisher that died left half done; gives what is published then. A pointer
   * that was edited by hand is taken as it stands.
   */
  String settle(Soundness soundness) throws IOException, Failure {
    Claim last = last();
    String now = published();
    if (Objects.equals(last.name(), now)) {
      if (!last.isDone()) {
        markDone(last.number());
      }
      return now;
    }
    boolean isUnfinished = !last.isDone() && last.name() != null && soundness.isSound(last.name());
    if (isUnfinished) {
      point(last.name(), last.number());
      return last.name();
    }
    claim(last.number() + 1, now);
    markDone(last.number() + 1);
    return now;
  }

  private void claim(long number, String name) throws IOException, Failure {
    if (!output.createText(FOLDER + "/" + file(number), (name == null ? "" : name) + "\n")) {
      throw new Failure(Failure.BUSY, "another build is publishing in " + output);
    }
  }

  private void point(String name, long number) throws IOException {
    output.replaceText(CURRENT, name + "\n");
    markDone(number);
  }

  /** Losing this mark loses nothing: the pointer says the same. */
  private void markDone(long number) {
    try {
      output.createText(FOLDER + "/" + file(number) + DONE, "");
    } catch (IOException e) {
      // the next one to come marks it
    }
  }

  /**
   * Moves the pointer.
   *
   * @param expected what was published when the build began; null for nothing
   */
  void publish(String name, String expected) throws IOException, Failure {
    Claim last = last();
    boolean isExpected =
        Objects.equals(last.name(), expected) && Objects.equals(published(), expected);
    if (!isExpected) {
      throw new Failure(
          Failure.BUSY,
          "another build published " + last.name() + " meanwhile; " + name + " was not");
    }
    claim(last.number() + 1, name);
    try {
      point(name, last.number() + 1);
    } catch (IOException e) {
      // The answer may be lost and the pointer moved all the same.
      if (!Objects.equals(published(), name)) {
        throw e;
      }
      markDone(last.number() + 1);
    }
    forgetOld(last.number() + 1);
  }

  private void forgetOld(long last) {
    try {
      List<String> old = new ArrayList<>();
      for (String name : output.list(FOLDER)) {
        String number = name.endsWith(DONE) ? name.substring(0, name.length() - 5) : name;
        if (number.matches("\\d{12}") && Long.parseLong(number) <= last - KEPT) {
          old.add(name);
        }
      }
      for (String name : old) {
        output.delete(FOLDER + "/" + name);
      }
    } catch (IOException e) {
      // they take a few bytes each
    }
  }
}
