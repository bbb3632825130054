package org.copydesk.corpus;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.copydesk.storage.Storage;
import org.copydesk.table.Table;

/**
 * Puts small parts of a table together, so that 211 rejects of 63 units are one file: neighbours by
 * number, into the first one's name. Which parts go together depends on their sizes alone, so the
 * same build gives the same files. The parts stay in the work folder until that is cleared: cut
 * off, it can be done again. Memory: a row group.
 */
final class MergeParts {
  private static final String FOLDER = "merged/";

  /** A part of this size or more stays what it is. */
  private static final long SMALL_BYTES = 4L << 20;

  /** A file is closed once it has this much. */
  private static final long ENOUGH_BYTES = 16L << 20;

  private final Storage work;
  private final Storage generation;

  MergeParts(Storage work, Storage generation) {
    this.work = work;
    this.generation = generation;
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
      List<PartResult> group = new ArrayList<>();
      long bytes = 0;
      for (PartResult part : ofTable) {
        group.add(part);
        bytes += part.bytes();
        if (bytes >= ENOUGH_BYTES) {
          close(group, groups, alone);
          group = new ArrayList<>();
          bytes = 0;
        }
      }
      close(group, groups, alone);
    }
    return groups;
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
    PartWriter<R> writer =
        new PartWriter<>(table, new BufferedOutputStream(work.create(file), 1 << 16));
    try (writer) {
      for (PartResult part : group) {
        try (PartReader<R> rows = new PartReader<>(table, work, part.file())) {
          for (R row = rows.next(); row != null; row = rows.next()) {
            writer.write(row);
          }
        }
      }
    }
    // What a process that was cut off had named already.
    generation.delete(first.finalName());
    return new PartResult(
        first.table(), first.number(), file, writer.rows(), writer.bytes(), writer.digest().sum());
  }
}
