package org.copydesk.bucket;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The records of a bucket as runs that earlier builds kept, and those that come and go now. Tells
 * which groups that touches, as they were and as they are: what hangs on a group alone has to be
 * done again for these and for no other, and only the blocks that hold them are unpacked.
 *
 * <p>Memory: the index, two blocks of 32 KB and 4 KB of each run, and the keys of the groups that
 * are touched, whose records lie in files of the folder.
 */
public final class KeptBucket<T> implements Closeable {
  /**
   * What was kept is damaged, or it is not that of the build before: something goes that it does
   * not have.
   */
  public static final class NotAsKeptException extends IOException {
    private static final long serialVersionUID = 1;

    NotAsKeptException(String message) {
      super(message);
    }
  }

  /** A sorted run, of which pieces are read. */
  public interface Run {
    /** How long it is. */
    long bytes();

    /** From a byte on. */
    InputStream open(long from) throws IOException;
  }

  private final List<Run> before;
  private final BucketSorter<T> changes;
  private final Path folder;
  private final List<Closeable> open = new ArrayList<>();

  /**
   * @param before runs of the builds before; none where there was none
   * @param changes all that comes and goes, added already
   * @param folder for what is touched
   */
  public KeptBucket(List<Run> before, BucketSorter<T> changes, Path folder) {
    this.before = List.copyOf(before);
    this.changes = changes;
    this.folder = folder;
  }

  private List<RecordCursor> runsBefore() throws IOException {
    List<RecordCursor> runs = new ArrayList<>();
    for (Run run : before) {
      KeptRun.Cursor cursor = new KeptRun.Cursor(run);
      open.add(cursor);
      runs.add(cursor);
    }
    return runs;
  }

  /** Writes the records of a run, as they are without packing. */
  public static void copyRun(InputStream run, OutputStream out) throws IOException {
    KeptRun.copy(run, out);
  }

  static NotAsKeptException absent() {
    return new NotAsKeptException("a record goes that was not kept");
  }

  private RecordCursor allNow() throws IOException {
    List<RecordCursor> runs = runsBefore();
    runs.add(changes.cursor());
    return new NetCursor(runs, true);
  }

  /**
   * All groups as they are now.
   *
   * @throws NotAsKeptException now or while they are read, where something goes that is not there
   */
  public SortedGroups<T> now() throws IOException {
    return new SortedGroups<>(allNow(), changes.codec());
  }

  /**
   * Writes what comes and goes as a run; gives its bytes, 0 where nothing is left of it.
   *
   * @param out stays open
   */
  public long writeChanges(OutputStream out) throws IOException {
    return write(new NetCursor(List.of(changes.cursor()), false), out);
  }

  /** The same for all records as they are now. */
  public long writeNow(OutputStream out) throws IOException {
    return write(allNow(), out);
  }

  private static long write(RecordCursor records, OutputStream out) throws IOException {
    try (KeptRun.Writer writer = new KeptRun.Writer(out)) {
      while (records.advance()) {
        writer.write(records);
      }
      return writer.end();
    }
  }

  /**
   * The groups in which something comes or goes.
   *
   * @param before as they were
   * @param now as they are
   * @param groups their keys
   */
  public record Touched<T>(SortedGroups<T> before, SortedGroups<T> now, List<byte[]> groups) {}

  /**
   * Finds the groups that are touched.
   *
   * @param isEachByItself whether what is made of a record hangs on it and on the first one of its
   *     group alone: of a group whose first one stays, no others are given but those that come or
   *     go
   * @throws NotAsKeptException where something goes that is not there
   */
  public Touched<T> touched(boolean isEachByItself) throws IOException {
    try (SortedRun.Open was = SortedRun.create(folder);
        SortedRun.Open is = SortedRun.create(folder)) {
      Walk old = new Walk(new NetCursor(runsBefore(), true));
      Walk change = new Walk(new NetCursor(List.of(changes.cursor()), false));
      List<byte[]> groups = new ArrayList<>();
      while (change.isThere) {
        change.markGroup();
        groups.add(change.group);
        if (old.isThere && old.compareGroup(change) < 0) {
          old.stepTo(change.group);
        }
        boolean isFirst = true;
        boolean firstStays = false;
        while (change.isInGroup() || old.isThere && old.compareGroup(change) == 0) {
          boolean isWanted = isFirst || !isEachByItself || !firstStays;
          boolean stays = takeOne(old, change, was, is, isWanted);
          firstStays = isFirst ? stays : firstStays;
          isFirst = false;
        }
      }
      return new Touched<>(groups(was.end()), groups(is.end()), groups);
    }
  }

  /**
   * Takes the next record of a touched group; tells whether it stays.
   *
   * @param isWanted whether it is given if it does
   */
  private static boolean takeOne(
      Walk old, Walk change, SortedRun.Open was, SortedRun.Open is, boolean isWanted)
      throws IOException {
    boolean isOld = old.isThere && old.compareGroup(change) == 0;
    int order =
        !isOld ? 1 : !change.isInGroup() ? -1 : BucketSorter.compare(old.cursor, change.cursor);
    if (order < 0) {
      if (isWanted) {
        was.write(old.cursor);
        is.write(old.cursor);
      }
      old.step();
      return true;
    } else if (!change.cursor.isMinus()) {
      is.write(change.cursor);
      change.step();
    } else if (order == 0) {
      was.write(old.cursor);
      old.step();
      change.step();
    } else {
      throw absent();
    }
    return false;
  }

  private SortedGroups<T> groups(SortedRun run) throws IOException {
    open.add(run);
    return new SortedGroups<>(SortedRun.merge(List.of(run)), changes.codec());
  }

  @Override
  public void close() throws IOException {
    for (Closeable each : open) {
      each.close();
    }
    open.clear();
  }

  /** A cursor, whether it stands on a record, and the group that was marked. */
  private static final class Walk {
    private final RecordCursor cursor;
    private byte[] group = new byte[0];
    private boolean isThere;

    Walk(RecordCursor cursor) throws IOException {
      this.cursor = cursor;
      step();
    }

    void step() throws IOException {
      isThere = cursor.advance();
    }

    void stepTo(byte[] marked) throws IOException {
      isThere = cursor.advanceTo(marked);
    }

    void markGroup() {
      group =
          Arrays.copyOfRange(
              cursor.bytes(), cursor.groupStart(), cursor.groupStart() + cursor.groupLength());
    }

    boolean isInGroup() {
      return isThere && compareGroup(this) == 0;
    }

    /** Where the group it stands on is against the one that another walk marked. */
    int compareGroup(Walk marked) {
      return cursor.compareGroup(marked.group);
    }
  }
}
