package org.copydesk.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.copydesk.storage.Storage;
import org.copydesk.text.Printable;

/**
 * Which generation is the published one, moved by compare-and-set on any file system that creates a
 * file exactly once.
 *
 * <p>Every publication claims the next number by creating {@code .published/NUMBER} with the
 * generation's name; of several that expect the same predecessor one creates it. Then {@code
 * CURRENT} is replaced in one step, and {@code NUMBER.done} says so. A publisher that died between
 * claim and pointer is finished by whoever comes next, so a claim is never lost and never made
 * twice. Readers need {@code CURRENT} alone.
 *
 * <p>What others may have put there is no more than text: a pointer or a claim that is a link or
 * holds no generation's name names none, and a claim far beyond any that was made is not followed.
 */
final class Publications {
  static final String CURRENT = "CURRENT";
  static final String FOLDER = ".published";
  private static final String DONE = ".done";

  /** Claims kept for a person to look at. */
  private static final int KEPT = 50;

  /** A publication a second for thirty years; a file numbered beyond it is nobody's claim. */
  private static final long MOST_CLAIMS = 999_999_999;

  private final Storage output;
  private final Consumer<String> told;

  /**
   * @param told takes a line for what is there and should not be
   */
  Publications(Storage output, Consumer<String> told) {
    this.output = output;
    this.told = told;
  }

  /**
   * What {@code CURRENT} says.
   *
   * @param name of the published generation; null when it names none
   * @param fault why it names none although it is there; null when there is none
   */
  record Pointer(String name, String fault) {}

  /** Reads {@code CURRENT}. */
  Pointer pointer() throws IOException {
    return named(CURRENT);
  }

  private Pointer named(String file) throws IOException {
    if (output.isLink(file)) {
      return new Pointer(null, file + " is a link");
    }
    String text = output.readLine(file);
    String name = text == null ? "" : text.strip();
    if (name.isEmpty() || Generations.isName(name)) {
      return new Pointer(name.isEmpty() ? null : name, null);
    }
    return new Pointer(null, file + " names no generation: " + Printable.of(name, 60));
  }

  /** Name of the published generation; null when none is. */
  String published() throws IOException {
    return pointer().name();
  }

  /** A claim, or number 0 for the state before there were any. */
  private record Claim(long number, String name, boolean isDone) {}

  private Claim last() throws IOException, Failure {
    NavigableMap<Long, Boolean> claims = claims();
    if (claims.isEmpty()) {
      return new Claim(0, published(), true);
    }
    long last = claims.lastKey();
    return new Claim(last, named(FOLDER + "/" + file(last)).name(), claims.get(last));
  }

  /** Whether each claim was carried out, by its number. */
  private NavigableMap<Long, Boolean> claims() throws IOException, Failure {
    if (output.isLink(FOLDER)) {
      throw new Failure(
          Failure.OTHER,
          output.location(FOLDER) + " is a link; claims are made in a folder: remove it");
    }
    List<String> names = output.list(FOLDER);
    NavigableMap<Long, Boolean> claims = new TreeMap<>();
    for (String name : names) {
      boolean isClaim = name.matches("\\d{12}") && Long.parseLong(name) <= MOST_CLAIMS;
      if (isClaim) {
        claims.put(Long.parseLong(name), names.contains(name + DONE));
      }
    }
    return claims;
  }

  private static String file(long number) {
    return String.format(Locale.ROOT, "%012d", number);
  }

  /** Names that claims hold, the last first; those of generations that are gone too. */
  List<String> claimed() throws IOException, Failure {
    List<String> names = new ArrayList<>();
    for (long number : claims().descendingKeySet()) {
      String name = named(FOLDER + "/" + file(number)).name();
      if (name != null && !names.contains(name)) {
        names.add(name);
      }
    }
    return names;
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
    tellFaults();
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

  private void tellFaults() throws IOException, Failure {
    tell(pointer().fault());
    NavigableMap<Long, Boolean> claims = claims();
    if (!claims.isEmpty()) {
      tell(named(FOLDER + "/" + file(claims.lastKey())).fault());
    }
    for (String name : output.list(FOLDER)) {
      boolean isStray = name.matches("\\d{12}") && Long.parseLong(name) > MOST_CLAIMS;
      tell(isStray ? FOLDER + "/" + name + " is nobody's claim" : null);
    }
  }

  private void tell(String fault) {
    if (fault != null) {
      told.accept("warning: " + fault + "; not followed");
    }
  }

  private void claim(long number, String name) throws IOException, Failure {
    if (number > MOST_CLAIMS) {
      throw new Failure(
          Failure.OTHER,
          "the numbers in " + output.location(FOLDER) + " are used up: remove that folder");
    }
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
