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
import org.copydesk.corpus.RowDigest;
import org.copydesk.corpus.TableScan;
import org.copydesk.corpus.Tables;
import org.copydesk.storage.Storage;

/**
 * Finds the rows of a table that are not the same in two generations: matched by id first, and what
 * is left without a partner by the table's other keys (an address, a place in the input).
 *
 * <p>Memory: {@link #SORT_BYTES} for each of two sorts (more goes through files) and {@link
 * #MOST_OF_A_KEY} rows.
 */
final class TableDiff {
  private static final long SORT_BYTES = 64L << 20;

  /** Rows of one side held for partners under one key; further ones are matched by the next key. */
  private static final int MOST_OF_A_KEY = 1000;

  private final TableShape shape;
  private final Path scratch;
  private final GenerationDiff.Sink sink;
  private final List<String> compared;
  private final int contentColumns;
  private long same;

  TableDiff(TableShape shape, Path scratch, GenerationDiff.Sink sink) {
    this.shape = shape;
    this.scratch = scratch;
    this.sink = sink;
    this.compared = shape.compared();
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
      if (shape == TableShape.ARTICLES) {
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

  private void readRows(Storage generation, RowEntry.Side side, BucketSorter<RowEntry> out)
      throws IOException {
    List<String> columns = shape.table().columns().stream().map(column -> column.name()).toList();
    RowDigest digest = new RowDigest();
    try (TableScan rows =
        new TableScan(generation, shape.table(), columns.toArray(String[]::new))) {
      for (Object[] row = rows.next(); row != null; row = rows.next()) {
        out.add(entry(row, columns, side, digest));
      }
    }
  }

  private RowEntry entry(Object[] row, List<String> columns, RowEntry.Side side, RowDigest digest) {
    TableShape.Row named = column -> row[columns.indexOf(column)];
    String id = String.valueOf(named.get(shape.id()));
    long[] hashes = new long[compared.size()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = digest.hashOf(named.get(compared.get(i)));
    }
    Object record = columns.contains("source_record") ? named.get("source_record") : null;
    return new RowEntry(
        id,
        side,
        id,
        text(named, shape.title()),
        text(named, shape.url()),
        text(named, shape.sourceFile()),
        record == null ? 0 : (Long) record,
        shape.pairKeys().stream().map(key -> key.apply(named)).toArray(String[]::new),
        hashes,
        null,
        null);
  }

  private static String text(TableShape.Row row, String column) {
    return column == null ? null : (String) row.get(column);
  }

  private static void readRemoved(
      Storage generation, RowEntry.Side side, BucketSorter<RowEntry> out) throws IOException {
    try (TableScan rows = new TableScan(generation, Tables.REMOVED, "id", "reason", "kept_id")) {
      for (Object[] row = rows.next(); row != null; row = rows.next()) {
        String id = (String) row[0];
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
                (String) row[1],
                (String) row[2]));
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
            shape == TableShape.FILES ? "files" : shape.table().name(),
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
