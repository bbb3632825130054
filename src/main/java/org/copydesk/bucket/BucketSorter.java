package org.copydesk.bucket;

import it.unimi.dsi.fastutil.Arrays;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Sorts the blocks of a bucket by group key, order key and bytes. Up to the bound it sorts in
 * memory; above it, sorted runs go to temporary files and are merged while they are read. Memory:
 * the bound, 16 bytes a record, one block, and while merging 128 KB a run ({@link #MOST_RUNS} at
 * most).
 */
public final class BucketSorter<T> implements Closeable {
  /** More runs than this are first merged into one, so that open files and buffers stay few. */
  private static final int MOST_RUNS = 64;

  private final RecordCodec<T> codec;
  private final long bound;
  private final Path folder;
  private final List<byte[]> blocks = new ArrayList<>();
  private final ByteReader reader = new ByteReader(new byte[0]);
  private final List<SortedRun> runs = new ArrayList<>();
  private long held;
  private long[] prefixes = new long[1024];
  private long[] addresses = new long[1024];
  private int records;

  /**
   * @param bound bytes of records held before a run is written
   * @param folder where runs are written; they are removed on {@link #close}
   */
  public BucketSorter(RecordCodec<T> codec, long bound, Path folder) {
    this.codec = codec;
    this.bound = bound;
    this.folder = folder;
  }

  /** Takes a block as {@link BlockPacker} made it. */
  public void add(byte[] block) throws IOException {
    byte[] raw = BlockPacker.decompress(block);
    if (held > 0 && held + raw.length > bound) {
      writeRun();
    }
    index(raw);
  }

  private void index(byte[] raw) {
    Held at = new Held();
    int block = blocks.size();
    blocks.add(raw);
    held += raw.length;
    for (int offset = 0; offset < raw.length; offset = at.valueEnd()) {
      at.standOn(raw, offset, reader);
      if (records == prefixes.length) {
        prefixes = java.util.Arrays.copyOf(prefixes, records * 2);
        addresses = java.util.Arrays.copyOf(addresses, records * 2);
      }
      prefixes[records] = prefixOf(raw, at.groupStart(), at.groupLength());
      addresses[records++] = (long) block << 32 | offset;
    }
  }

  /** The first eight bytes of the key; its order agrees with that of the keys. */
  private static long prefixOf(byte[] bytes, int start, int length) {
    long prefix = 0;
    for (int i = 0; i < 8; i++) {
      prefix = prefix << 8 | (i < length ? bytes[start + i] & 0xFF : 0);
    }
    return prefix;
  }

  private void sort() {
    Held left = new Held();
    Held right = new Held();
    Arrays.quickSort(
        0,
        records,
        (a, b) -> {
          int byPrefix = Long.compareUnsigned(prefixes[a], prefixes[b]);
          return byPrefix != 0 ? byPrefix : compare(at(left, a), at(right, b));
        },
        (a, b) -> {
          long prefix = prefixes[a];
          prefixes[a] = prefixes[b];
          prefixes[b] = prefix;
          long address = addresses[a];
          addresses[a] = addresses[b];
          addresses[b] = address;
        });
  }

  private Held at(Held cursor, int record) {
    long address = addresses[record];
    cursor.standOn(blocks.get((int) (address >>> 32)), (int) address, reader);
    return cursor;
  }

  static int compare(RecordCursor a, RecordCursor b) {
    int aOrder = a.groupStart() + a.groupLength();
    int bOrder = b.groupStart() + b.groupLength();
    int byGroup = compare(a, a.groupStart(), aOrder, b, b.groupStart(), bOrder);
    if (byGroup != 0) {
      return byGroup;
    }
    int byOrder = compare(a, aOrder, a.valueStart(), b, bOrder, b.valueStart());
    return byOrder != 0
        ? byOrder
        : compare(a, a.valueStart(), a.valueEnd(), b, b.valueStart(), b.valueEnd());
  }

  private static int compare(
      RecordCursor a, int aStart, int aEnd, RecordCursor b, int bStart, int bEnd) {
    return java.util.Arrays.compareUnsigned(a.bytes(), aStart, aEnd, b.bytes(), bStart, bEnd);
  }

  private void writeRun() throws IOException {
    sort();
    runs.add(SortedRun.write(folder, inMemory()));
    forgetBlocks();
    if (runs.size() > MOST_RUNS) {
      SortedRun merged = SortedRun.write(folder, SortedRun.merge(runs));
      closeRuns();
      runs.add(merged);
    }
  }

  private void forgetBlocks() {
    blocks.clear();
    held = 0;
    records = 0;
  }

  private RecordCursor inMemory() {
    return new RecordCursor() {
      private int next;

      @Override
      boolean advance() {
        if (next == records) {
          return false;
        }
        long address = addresses[next++];
        standOn(blocks.get((int) (address >>> 32)), (int) address, reader);
        return true;
      }
    };
  }

  /** The groups of all blocks added; call once, after the last. */
  public SortedGroups<T> groups() throws IOException {
    if (runs.isEmpty()) {
      sort();
      return new SortedGroups<>(inMemory(), codec);
    }
    if (records > 0) {
      writeRun();
    }
    return new SortedGroups<>(SortedRun.merge(runs), codec);
  }

  /** Whether the bound was passed and files were used. */
  public boolean usedFiles() {
    return !runs.isEmpty();
  }

  private void closeRuns() throws IOException {
    for (SortedRun run : runs) {
      run.close();
    }
    runs.clear();
  }

  @Override
  public void close() throws IOException {
    closeRuns();
    forgetBlocks();
  }

  private static final class Held extends RecordCursor {
    @Override
    boolean advance() {
      return false;
    }
  }
}
