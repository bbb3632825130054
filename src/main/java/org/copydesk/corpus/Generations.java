package org.copydesk.corpus;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.copydesk.storage.LocalStorage;
import org.copydesk.storage.Storage;

/** The generations of an output: making, publishing and clearing away. */
public final class Generations {
  /** Folder of an output in which they lie. */
  public static final String FOLDER = "generations";

  /** Folder of a generation that is being made; what still has it is not whole. */
  public static final String WORK = ".work";

  /** In the work folder of a generation whose job runs on a cluster without its submitter. */
  public static final String DETACHED = "detached";

  /** How the name of the link begins until it replaces the one before. */
  private static final String HALF_LINKED = ".current-";

  private static final DateTimeFormatter ID_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private static final Pattern NAME = Pattern.compile("\\d{8}-\\d{6}-[0-9a-f]{6}");

  private final Storage output;
  private final Publications publications;
  private final Consumer<String> told;

  public Generations(Storage output) {
    this(output, line -> {});
  }

  /**
   * @param told takes a line for what lies in the output and should not
   */
  public Generations(Storage output, Consumer<String> told) {
    this.output = output;
    this.publications = new Publications(output, told);
    this.told = told;
  }

  /** Whether a build could have made a generation of this name. */
  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** Names of generations, sorted; what builds did not make, and links, are passed over. */
  private List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    for (String name : output.list(FOLDER)) {
      if (madeAt(name) != null && !isLink(name)) {
        names.add(name);
      }
    }
    return names;
  }

  /** A generation that is a link lies elsewhere, where nothing is to be changed. */
  private boolean isLink(String name) throws IOException {
    return output.isLink(FOLDER + "/" + name);
  }

  /**
   * A name for a new generation. Names sort in the order of the builds: one that begins in the
   * second of the newest there, or before it by a clock set back, is named for the second after.
   * What lies more than a day ahead was named by a clock that was wrong, and is not followed.
   *
   * @param salt tells builds apart that ask at the same time
   */
  public String newName(Instant now, int salt) throws IOException {
    Instant time = now;
    Instant wrong = now.plus(Duration.ofDays(1));
    for (String name : output.list(FOLDER)) {
      Instant made = madeAt(name);
      if (made != null
          && made.isBefore(wrong)
          && !made.isBefore(time.truncatedTo(ChronoUnit.SECONDS))) {
        time = made.plusSeconds(1);
      }
    }
    return ID_TIME.format(time.atZone(ZoneOffset.UTC))
        + String.format(Locale.ROOT, "-%06x", salt & 0xFFFFFF);
  }

  /** When the build of this name began, to a second or so; null for a folder no build made. */
  private static Instant madeAt(String name) {
    if (!isName(name)) {
      return null;
    }
    try {
      return LocalDateTime.parse(name.substring(0, 15), ID_TIME).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** Name of the published generation; null when none is. */
  public String published() throws IOException {
    return publications.published();
  }

  /** Folder in which the generations lie. */
  public Storage output() {
    return output;
  }

  /** Folder of a generation. */
  public Storage generation(String name) {
    return output.in(FOLDER + "/" + name);
  }

  /** Names of the finished generations, sorted. */
  public List<String> finished() throws IOException {
    List<String> finished = new ArrayList<>();
    for (String name : names()) {
      if (isGood(generation(name))) {
        finished.add(name);
      }
    }
    return finished;
  }

  /** Name of the finished generation before that of a name; null when there is none. */
  public String before(String name) throws IOException {
    String before = null;
    for (String other : names()) {
      if (other.compareTo(name) < 0 && isGood(generation(other))) {
        before = other;
      }
    }
    return before;
  }

  /** Folder of the published generation; fails when there is none. */
  public Storage publishedGeneration() throws IOException, Failure {
    Publications.Pointer pointer = publications.pointer();
    if (pointer.name() == null) {
      throw new Failure(
          Failure.OTHER,
          "nothing is published in "
              + output
              + (pointer.fault() == null ? "" : ": " + pointer.fault()));
    }
    return generation(pointer.name());
  }

  /**
   * Puts the output in order for a build that holds it: finishes a publication that was cut off,
   * and marks generations of builds that died.
   *
   * @return what is published; null for nothing
   */
  public String settle() throws IOException, Failure {
    return settle(null);
  }

  /**
   * The same for a process that finishes a generation another one began.
   *
   * @param spared name of that generation; null for none
   */
  public String settle(String spared) throws IOException, Failure {
    String published = publications.settle(name -> !isLink(name) && isGood(generation(name)));
    if (published != null && !isLink(published)) {
      generation(published).delete(WORK);
      link(published);
    }
    for (String name : names()) {
      Storage generation = generation(name);
      boolean isDead =
          !name.equals(published)
              && !name.equals(spared)
              && !generation.exists(FailedMark.NAME)
              && !generation.exists(WORK + "/" + DETACHED)
              && !isGood(generation);
      if (isDead) {
        // The mark first: a build that is alive after all reads in it why its files are gone.
        new FailedMark(Failure.OTHER, FailedMark.DIED, "the build ended without a word")
            .write(generation);
        deleteWork(generation);
        deleteHalfWritten(generation, "");
      }
    }
    endUploads(spared);
    deleteHalfWritten(output, "");
    deleteHalfWritten(output, Publications.FOLDER);
    return published;
  }

  /** What a process left that was killed while it gave a small file its name. */
  private static void deleteHalfWritten(Storage storage, String folder) throws IOException {
    if (!storage.guarantees().renamesAtOnce()) {
      return;
    }
    for (String name : storage.list(folder)) {
      if (name.startsWith(Storage.HALF_WRITTEN) || name.startsWith(HALF_LINKED)) {
        storage.delete(folder.isEmpty() ? name : folder + "/" + name);
      }
    }
  }

  /** No build writes but those whose job runs on a cluster by itself, and the one spared. */
  private void endUploads(String spared) throws IOException {
    Set<String> alive = new HashSet<>();
    for (String name : names()) {
      Storage generation = generation(name);
      boolean runsByItself =
          generation.exists(WORK + "/" + DETACHED) && !generation.exists(FailedMark.NAME);
      if (runsByItself || name.equals(spared)) {
        alive.add(FOLDER + "/" + name);
      }
    }
    try {
      int ended =
          output.endUploads(
              file -> alive.stream().noneMatch(folder -> file.startsWith(folder + "/")));
      if (ended > 0) {
        told.accept("ended " + ended + " uploads that builds did not live to end");
      }
    } catch (IOException e) {
      told.accept("warning: " + e.getMessage());
    }
  }

  /** A build that is alive after all may write while its work is cleared away: the rest waits. */
  private static void deleteWork(Storage generation) {
    try {
      generation.delete(WORK);
    } catch (IOException e) {
      // It is marked, and goes with the failed generations that are old enough.
    }
  }

  /**
   * The generation that a new one is held against.
   *
   * @param name null where none is left whole
   * @param isFirst whether nothing was ever published
   * @param told what is wrong with those that come before it, a line each
   */
  public record Reference(String name, boolean isFirst, List<String> told) {}

  /**
   * Finds the generation to hold a new one against: the published one, or where that is damaged or
   * {@code CURRENT} is lost, the one published last before that is whole, or else the newest whole
   * one. Reads every file of each that it looks at.
   *
   * @param published what {@code CURRENT} names; null for none
   * @param fresh the new one's name
   * @param memo by which bytes that were seen before are known again; null for none
   * @param workers files read at a time
   */
  public Reference reference(String published, String fresh, AuditMemo memo, int workers)
      throws IOException, Failure {
    List<String> told = new ArrayList<>();
    Set<String> seen = new HashSet<>(Set.of(fresh));
    if (published != null) {
      seen.add(published);
      String damage = damage(published, fresh, memo, workers);
      if (damage == null) {
        return new Reference(published, false, told);
      }
      told.add("the published generation " + published + " is damaged: " + damage);
    }
    List<String> others = new ArrayList<>(publications.claimed());
    List<String> newestFirst = names();
    Collections.reverse(newestFirst);
    for (String name : newestFirst) {
      if (isGood(generation(name))) {
        others.add(name);
      }
    }
    for (String name : others) {
      if (seen.add(name)) {
        if (published == null && told.isEmpty()) {
          told.add("CURRENT names nothing, although there are generations");
        }
        String damage = damage(name, fresh, memo, workers);
        if (damage == null) {
          return new Reference(name, false, told);
        }
        told.add(name + " is damaged: " + damage);
      }
    }
    return new Reference(null, told.isEmpty(), told);
  }

  /** What is wrong with the files of a generation; null when they are whole. */
  private String damage(String name, String fresh, AuditMemo memo, int workers) {
    try {
      if (isLink(name)) {
        return "it is a link";
      }
      return generation(name).exists(FailedMark.NAME)
          ? "its build failed"
          : GenerationFiles.damage(generation(name), generation(fresh), memo, workers);
    } catch (IOException | RuntimeException e) {
      return "it cannot be read: " + e;
    }
  }

  private static boolean isGood(Storage generation) throws IOException {
    return generation.exists(Manifest.NAME)
        && !generation.exists(FailedMark.NAME)
        && generation.list(WORK).isEmpty();
  }

  /** Marks a generation whose build failed, and frees the space of its work. */
  public void fail(String name, FailedMark mark) throws IOException {
    Storage generation = generation(name);
    try {
      mark.write(generation);
    } finally {
      generation.delete(WORK);
    }
  }

  /** Fails where a name is none that a reader of {@code CURRENT} would follow. */
  public void checkName(String name) throws IOException, Failure {
    if (!isName(name) || isLink(name)) {
      throw new Failure(Failure.USAGE, "no build made a generation of this name: " + name);
    }
  }

  /** Removes a generation that says what the published one says. */
  public void discard(String name) throws IOException {
    output.delete(FOLDER + "/" + name);
  }

  /**
   * Makes a finished generation the published one, in one step.
   *
   * @param expected what was published when the build began; null for nothing
   */
  public void publish(String name, String expected) throws IOException, Failure {
    FailedMark mark = FailedMark.read(generation(name));
    if (mark != null) {
      throw new Failure(Failure.BUSY, name + " was given up by another build: " + mark.message());
    }
    publications.publish(name, expected);
    link(name);
  }

  /** Removes what {@code retention} lets go; gives the names. Call when a build has succeeded. */
  public List<String> removeOld(Retention retention, Instant now) throws IOException {
    List<Retention.Kept> all = new ArrayList<>();
    for (String name : names()) {
      all.add(new Retention.Kept(name, madeAt(name), isGood(generation(name))));
    }
    List<String> removed = retention.superfluous(all, published(), now);
    for (String name : removed) {
      // Without its manifest first, so that what a crash leaves is no generation.
      output.delete(FOLDER + "/" + name + "/" + Manifest.NAME);
      output.delete(FOLDER + "/" + name);
    }
    return removed;
  }

  /** A convenience for people; where links cannot be made there is none. */
  private void link(String name) {
    if (!(output instanceof LocalStorage local)) {
      return;
    }
    Path link = local.path("current");
    Path target = Path.of(FOLDER, name);
    Path fresh = local.path(HALF_LINKED + name);
    try {
      if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(target)) {
        return;
      }
      Files.deleteIfExists(fresh);
      Files.createSymbolicLink(fresh, target);
      Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (UnsupportedOperationException | FileSystemException e) {
      // no links here
    } catch (IOException e) {
      // CURRENT is what counts
    }
  }
}
