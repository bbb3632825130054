package org.copydesk.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.copydesk.bucket.BucketSorter;
import org.copydesk.bucket.SortedGroups;
import org.copydesk.corpus.TableScan;
import org.copydesk.corpus.Tables;
import org.copydesk.storage.Storage;
import org.copydesk.table.Column;
import org.copydesk.table.RowDigest;
import org.copydesk.table.Unknown;

/**
 * Finds the rows of a table that are not the same in two generations: matched by id first, and what
 * is left without a partner by the table's other keys (an address, a place in the input).
 *
 * <p>Memory: {@link #SORT_BYTES} for each of two sorts (more goes through files) and {@link
 * #MOST_OF_A_KEY} rows.
 */
final class TableDiff<R extends Record> {
  private static final long SORT_BYTES = 64L << 20;

  /** Rows of one side held for partners under one key; further ones are matched by the next key. */
  private static final int MOST_OF_A_KEY = 1000;

  private final TableShape<R> shape;
  private final Path scratch;
  private final GenerationDiff.Sink sink;
  private final List<String> compared;
  private final int[] comparedColumns;
  private final int contentColumns;
  private long same;

  TableDiff(TableShape<R> shape, Path scratch, GenerationDiff.Sink sink) {
    this.shape = shape;
    this.scratch = scratch;
    this.sink = sink;
    this.compared = shape.compared();
    List<String> columns = shape.table().columns().stream().map(Column::name).toList();
    this.comparedColumns = compared.stream().mapToInt(columns::indexOf).toArray();
    this.contentColumns = shape.kinds().values().iterator().next().size();
  }

  /** Sorts rows by key, through files where they are many. */
  private BucketSorter<RowEntry> sorted() {
    return new BucketSorter<>(new RowEntry.Codec(), SORT_BYTES, scratch);
  }

  /** Compares; gives the number of rows that are the same in both. */
  long compare(Storage before, Storage after) throws IOException {
    BucketSorter<RowEntry> left = sorted();
    try (BucketSorter<RowEntry> all = sorted()) {
      readRows(before, RowEntry.Side.OLD, all);
      readRows(after, RowEntry.Side.NEW, all);
      if (shape.table() == Tables.ARTICLES) {
        readRemoved(before, RowEntry.Side.OLD_REMOVED, all);
        readRemoved(after, RowEntry.Side.NEW_REMOVED, all);
      }
      matchById(all.groups(), left);
    }
    for (int level = 0; level < shape.pairKeys().size(); level++) {
      BucketSorter<RowEntry> next = sorted();
      try (BucketSorter<RowEntry> pairing = left) {
        pair(pairing.groups(), level, next);
      }
      left = next;
    }
    try (BucketSorter<RowEntry> alone = left) {
      SortedGroups<RowEntry> groups = alone.groups();
      while (groups.nextGroup()) {
        while (groups.hasNext()) {
          tellAlone(groups.next(), null);
        }
      }
    }
    return same;
  }

  private record Lost(String id, String reason, String keptId) {}

  private void readRows(Storage generation, RowEntry.Side side, BucketSorter<RowEntry> out)
      throws IOException {
    RowDigest digest = new RowDigest();
    try (TableScan<R> rows = new TableScan<>(generation, shape.table())) {
      for (R row = rows.next(); row != null; row = rows.next()) {
        out.add(entry(row, side, digest));
      }
    }
  }

  private RowEntry entry(R row, RowEntry.Side side, RowDigest digest) {
    String id = String.valueOf(shape.id().apply(row));
    long[] hashes = new long[comparedColumns.length];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = digest.hashOf(shape.table().row(), row, comparedColumns[i]);
    }
    TableShape.Place place = shape.place().apply(row);
    return new RowEntry(
        id,
        side,
        id,
        shape.title().apply(row),
        shape.url().apply(row),
        place.file(),
        Unknown.asZero(place.record()),
        shape.pairKeys().stream().map(key -> key.apply(row)).toArray(String[]::new),
        hashes,
        null,
        null);
  }

  private static void readRemoved(
      Storage generation, RowEntry.Side side, BucketSorter<RowEntry> out) throws IOException {
    try (var rows = new TableScan<>(generation, Tables.REMOVED.view(Lost.class))) {
      for (Lost row = rows.next(); row != null; row = rows.next()) {
        String id = row.id();
        out.add(
            new RowEntry(
                id,
                side,
                id,
                null,
                null,
                null,
                0,
                new String[0],
                new long[0],
                row.reason(),
                row.keptId()));
      }
    }
  }

  private void matchById(SortedGroups<RowEntry> groups, BucketSorter<RowEntry> left)
      throws IOException {
    while (groups.nextGroup()) {
      RowEntry removedBefore = null;
      RowEntry removedAfter = null;
      // Marked copies are rows with one id.
      Deque<RowEntry> waiting = new ArrayDeque<>();
      while (groups.hasNext()) {
        RowEntry entry = groups.next();
        switch (entry.side()) {
          case OLD_REMOVED -> removedBefore = removedBefore == null ? entry : removedBefore;
          case NEW_REMOVED -> removedAfter = removedAfter == null ? entry : removedAfter;
          case OLD -> {
            if (waiting.size() < MOST_OF_A_KEY) {
              waiting.add(entry);
            } else {
              leave(entry, removedAfter, left);
            }
          }
          case NEW -> {
            if (waiting.isEmpty()) {
              leave(entry, removedBefore, left);
            } else {
              tellPair(waiting.remove(), entry);
            }
          }
        }
      }
      for (RowEntry entry : waiting) {
        leave(entry, removedAfter, left);
      }
    }
  }

  /** A row whose words the other generation knows and did not keep needs no other partner. */
  private void leave(RowEntry entry, RowEntry removed, BucketSorter<RowEntry> left)
      throws IOException {
    if (removed != null) {
      tellAlone(entry, removed);
    } else {
      left.add(entry.withKey(keyAt(entry, 0)));
    }
  }

  private static String keyAt(RowEntry entry, int level) {
    String key = level < entry.pairKeys().length ? entry.pairKeys()[level] : null;
    return key == null ? "" : key;
  }

  private void pair(SortedGroups<RowEntry> groups, int level, BucketSorter<RowEntry> next)
      throws IOException {
    while (groups.nextGroup()) {
      Deque<RowEntry> waiting = new ArrayDeque<>();
      while (groups.hasNext()) {
        RowEntry entry = groups.next();
        boolean isOld = entry.side() == RowEntry.Side.OLD;
        if (!entry.key().isEmpty() && isOld && waiting.size() < MOST_OF_A_KEY) {
          waiting.add(entry);
        } else if (!entry.key().isEmpty() && !isOld && !waiting.isEmpty()) {
          tellPair(waiting.remove(), entry);
        } else {
          next.add(entry.withKey(keyAt(entry, level + 1)));
        }
      }
      for (RowEntry entry : waiting) {
        next.add(entry.withKey(keyAt(entry, level + 1)));
      }
    }
  }

  private void tellPair(RowEntry old, RowEntry fresh) throws IOException {
    boolean isSameId = old.id().equals(fresh.id());
    List<String> columns = new ArrayList<>();
    // Where ids differ, whatever holds ids differs with them: only content is compared.
    int last = isSameId ? compared.size() : contentColumns;
    for (int i = 0; i < last; i++) {
      if (old.hashes()[i] != fresh.hashes()[i]) {
        columns.add(compared.get(i));
      }
    }
    if (columns.isEmpty() && isSameId) {
      same++;
      return;
    }
    tell(columns.isEmpty() ? "reidentified" : kindOf(columns), fresh, old, columns, null);
  }

  private String kindOf(List<String> columns) {
    for (Map.Entry<String, List<String>> kind : shape.kinds().entrySet()) {
      if (columns.stream().anyMatch(kind.getValue()::contains)) {
        return kind.getKey();
      }
    }
    throw new IllegalStateException(columns.toString());
  }

  private void tellAlone(RowEntry entry, RowEntry removed) throws IOException {
    String kind = entry.side() == RowEntry.Side.OLD ? "removed" : "added";
    tell(kind, entry, entry, List.of(), removed);
  }

  private void tell(
      String kind, RowEntry entry, RowEntry old, List<String> columns, RowEntry removed)
      throws IOException {
    sink.change(
        new RowChange(
            shape.name(),
            kind,
            entry.id(),
            old.id().equals(entry.id()) ? null : old.id(),
            entry.title(),
            entry.url(),
            entry.sourceFile(),
            entry.sourceRecord(),
            columns,
            removed == null ? null : removed.reason(),
            removed == null ? null : removed.keptId()));
  }
}
