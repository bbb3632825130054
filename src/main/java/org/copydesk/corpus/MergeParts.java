package org.copydesk.corpus;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.copydesk.corpus.GenerationFinish.PartStore;
import org.copydesk.storage.QuickHash;
import org.copydesk.storage.Storage;
import org.copydesk.table.RowDigest;
import org.copydesk.table.Table;

/**
 * Puts small parts of a table together, so that 211 rejects of 63 units are one file: neighbours by
 * number, into the first one's name. Which parts go together depends on their numbers and on the
 * power of two below what all have (those of units) or on their sizes (those of buckets), so the
 * same build gives the same files, and a unit that comes or goes changes one. Files of the same
 * parts as in a build before are taken over. The parts stay in the work folder until that is
 * cleared: cut off, it can be done again. Memory: a row group.
 */
final class MergeParts {
  private static final String FOLDER = "merged/";

  /** A part of this size or more stays what it is. */
  private static final long SMALL_BYTES = 4L << 20;

  /** A file is closed once it has this much. */
  private static final long ENOUGH_BYTES = 16L << 20;

  /**
   * Parts of units make so many files before one grows beyond {@link #LEAST_BYTES}: a night writes
   * again each file of which one unit has changed, and of 100,000 articles 1 % are some ten units.
   */
  private static final long FILES_OF_UNITS = 64;

  /** Parts of units below this make one file. */
  private static final long LEAST_BYTES = 128L << 10;

  /** Raised when the same parts would be put together into other bytes. */
  private static final int FORMAT = 2;

  private final Storage work;
  private final Storage generation;
  private final PartStore store;

  /**
   * @param store knows what was put together in builds before
   */
  MergeParts(Storage work, Storage generation, PartStore store) {
    this.work = work;
    this.generation = generation;
    this.store = store;
  }

  /** The parts with those that were put together in place of the ones they are made of. */
  List<PartResult> merge(List<PartResult> parts, int workers) throws IOException {
    List<PartResult> merged = new ArrayList<>();
    List<List<PartResult>> groups = groups(parts, merged);
    InOrder.run(
        workers, groups.size(), i -> together(groups.get((int) i)), part -> merged.add(part));
    merged.sort(Comparator.comparing(PartResult::finalName));
    return merged;
  }

  /** Parts that go together; those that stay are put into {@code alone}. */
  private static List<List<PartResult>> groups(List<PartResult> parts, List<PartResult> alone) {
    TreeMap<String, List<PartResult>> small = new TreeMap<>();
    for (PartResult part : parts) {
      boolean isSmall = !Tables.named(part.table()).isInOrder() && part.bytes() < SMALL_BYTES;
      (isSmall ? small.computeIfAbsent(part.table(), table -> new ArrayList<>()) : alone).add(part);
    }
    List<List<PartResult>> groups = new ArrayList<>();
    for (List<PartResult> ofTable : small.values()) {
      ofTable.sort(Comparator.comparingInt(PartResult::number));
      long ofUnits =
          ofTable.stream().filter(MergeParts::isOfUnit).mapToLong(PartResult::bytes).sum();
      long files = files(ofUnits);
      List<PartResult> group = new ArrayList<>();
      long bytes = 0;
      for (PartResult part : ofTable) {
        boolean isNext = !group.isEmpty() && fileOf(part, files) != fileOf(group.get(0), files);
        if (isNext || !isOfUnit(part) && bytes >= ENOUGH_BYTES) {
          close(group, groups, alone);
          group = new ArrayList<>();
          bytes = 0;
        }
        group.add(part);
        bytes += part.bytes();
      }
      close(group, groups, alone);
    }
    return groups;
  }

  /** How many files parts of units make, a power of two. */
  private static long files(long bytes) {
    long forNights = Math.min(FILES_OF_UNITS, bytes / LEAST_BYTES);
    return Long.highestOneBit(Math.max(1, Math.max(forNights, bytes / ENOUGH_BYTES)));
  }

  private static boolean isOfUnit(PartResult part) {
    return part.number() >= PartResult.FIRST_OF_UNITS;
  }

  /** Units go by ranges of their numbers; parts of buckets by their sizes. */
  private static long fileOf(PartResult part, long files) {
    return isOfUnit(part) ? part.number() * files / PartResult.NUMBERS : -1;
  }

  private static void close(
      List<PartResult> group, List<List<PartResult>> groups, List<PartResult> alone) {
    if (group.size() > 1) {
      groups.add(group);
    } else {
      alone.addAll(group);
    }
  }

  private PartResult together(List<PartResult> group) throws IOException {
    return together(group, Tables.named(group.get(0).table()));
  }

  private <R extends Record> PartResult together(List<PartResult> group, Table<R> table)
      throws IOException {
    PartResult first = group.get(0);
    String file = FOLDER + first.finalName();
    work.delete(file);
    // What a process that was cut off had named already.
    generation.delete(first.finalName());
    String key = key(group);
    long count = group.stream().mapToLong(PartResult::rows).sum();
    RowDigest digest = new RowDigest();
    group.forEach(part -> digest.add(part.digest()));
    if (isTakenOver(key, file)) {
      return new PartResult(
          first.table(), first.number(), file, count, work.bytes(file), digest.sum());
    }
    PartWriter<R> writer =
        new PartWriter<>(table, new BufferedOutputStream(work.create(file), 1 << 16));
    try (writer) {
      for (PartResult part : group) {
        try (PartReader<R> rows = new PartReader<>(table, work, part.file())) {
          for (R row = rows.next(); row != null; row = rows.next()) {
            writer.copy(row);
          }
        }
      }
    }
    keep(key, file);
    return new PartResult(first.table(), first.number(), file, count, writer.bytes(), digest.sum());
  }

  /** Whether the store had the file; where it cannot be read it is made again. */
  private boolean isTakenOver(String key, String file) throws IOException {
    try (InputStream known = store.find(key)) {
      if (known == null) {
        return false;
      }
      try (OutputStream out = work.create(file)) {
        known.transferTo(out);
      }
      return true;
    } catch (IOException unreadable) {
      // More work, and the same result.
      work.delete(file);
      return false;
    }
  }

  private void keep(String key, String file) {
    try (InputStream made = work.open(file)) {
      store.keep(key, made);
    } catch (IOException e) {
      // It is put together once more.
    }
  }

  private String key(List<PartResult> group) throws IOException {
    StringBuilder text = new StringBuilder("merged " + FORMAT + " " + Tables.SCHEMA_VERSION);
    text.append(' ').append(group.get(0).table());
    for (PartResult part : group) {
      text.append(' ').append(QuickHash.of(work, part.file(), part.bytes()).hex());
    }
    return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
