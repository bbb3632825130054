package org.copydesk.bucket;

import com.github.luben.zstd.ZstdDecompressCtx;
import it.unimi.dsi.fastutil.longs.LongArrays;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sorts the records of a bucket by group key, order key and bytes. Up to the bound it sorts in
 * memory; above it, sorted runs go to temporary files and are merged while they are read. Runs are
 * merged by levels: {@link #MOST_RUNS} of one level become one of the next, so that a record is
 * written once a level and a bucket of B bytes moves B log B of them. Memory: the bound, 16 bytes a
 * record, one block, and while merging 128 KB a run ({@link #MOST_RUNS} at most).
 */
public final class BucketSorter<T> implements Closeable {
  /** Runs that are merged at a time, so that open files and buffers stay few. */
  public static final int MOST_RUNS = 64;

  private final RecordCodec<T> codec;
  private final RecordFrame<T> frame;
  private final ByteWriter open = new ByteWriter();
  private final ZstdDecompressCtx zstd = new ZstdDecompressCtx();
  private final long bound;
  private final Path folder;
  private final List<byte[]> blocks = new ArrayList<>();
  private final ByteReader reader = new ByteReader(new byte[0]);

  /** Runs by level; one of level n was merged n times. */
  private final List<List<SortedRun>> levels = new ArrayList<>();

  private long written;
  private long held;
  private long added;
  private long[] prefixes = new long[1024];
  private long[] addresses = new long[1024];
  private int records;
  private boolean isSorted;

  /** Bits of {@link #prefixes} that hold a record's place, once sorted. */
  private long mask;

  /**
   * @param bound bytes of records held before a run is written
   * @param folder where runs are written; they are removed on {@link #close}
   */
  public BucketSorter(RecordCodec<T> codec, long bound, Path folder) {
    this.codec = codec;
    this.frame = new RecordFrame<>(codec);
    this.bound = bound;
    this.folder = folder;
  }

  /** Takes a block as {@link BlockPacker} made it. */
  public void add(byte[] block) throws IOException {
    take(BlockCompressor.decompress(block, zstd));
  }

  /** Takes one record. */
  public void add(T record) throws IOException {
    frame.of(record).appendTo(open);
    if (open.length() >= BlockPacker.BLOCK_BYTES) {
      closeOpen();
    }
  }

  private void closeOpen() throws IOException {
    if (open.length() > 0) {
      take(open.toByteArray());
      open.clear();
    }
  }

  private void take(byte[] raw) throws IOException {
    added += raw.length;
    if (held > 0 && held + raw.length > bound) {
      writeRun();
    }
    index(raw);
  }

  /** Bytes of all records that were added. */
  public long bytes() {
    return added + open.length();
  }

  private void index(byte[] raw) {
    Held at = new Held();
    int block = blocks.size();
    blocks.add(raw);
    held += raw.length;
    for (int offset = 0; offset < raw.length; offset = at.valueEnd()) {
      at.standOn(raw, offset, reader);
      if (records == prefixes.length) {
        prefixes = Arrays.copyOf(prefixes, records * 2);
        addresses = Arrays.copyOf(addresses, records * 2);
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

  /**
   * Leaves in {@link #prefixes} the places of the records in order. The lowest bits of a prefix
   * make room for its record's place, so that primitive longs are sorted; where the rest of two
   * prefixes is the same, the records themselves are compared.
   */
  private void sort() {
    mask = Math.max(1, Integer.highestOneBit(records) * 2L) - 1;
    for (int i = 0; i < records; i++) {
      // The sign is turned, since the order of keys is without sign.
      prefixes[i] = ((prefixes[i] ^ Long.MIN_VALUE) & ~mask) | i;
    }
    Arrays.sort(prefixes, 0, records);
    Held left = new Held();
    Held right = new Held();
    for (int from = 0; from < records; ) {
      int to = from + 1;
      while (to < records && (prefixes[to] & ~mask) == (prefixes[from] & ~mask)) {
        to++;
      }
      if (to - from > 1) {
        LongArrays.quickSort(
            prefixes, from, to, (a, b) -> compare(standOn(left, a), standOn(right, b)));
      }
      from = to;
    }
  }

  private <C extends RecordCursor> C standOn(C cursor, long place) {
    long address = addresses[(int) (place & mask)];
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
    return Arrays.compareUnsigned(a.bytes(), aStart, aEnd, b.bytes(), bStart, bEnd);
  }

  private void writeRun() throws IOException {
    sort();
    keep(SortedRun.write(folder, inMemory()), 0);
    forgetBlocks();
  }

  private void keep(SortedRun run, int level) throws IOException {
    written += run.bytes();
    if (level == levels.size()) {
      levels.add(new ArrayList<>());
    }
    List<SortedRun> runs = levels.get(level);
    runs.add(run);
    if (runs.size() == MOST_RUNS) {
      SortedRun merged = merge(runs);
      runs.clear();
      keep(merged, level + 1);
    }
  }

  private SortedRun merge(List<SortedRun> runs) throws IOException {
    SortedRun merged = SortedRun.write(folder, SortedRun.merge(runs));
    for (SortedRun run : runs) {
      run.close();
    }
    return merged;
  }

  /** All runs; where they are more than can be read at a time, the smallest become one before. */
  private List<SortedRun> lastRuns() throws IOException {
    List<SortedRun> runs = new ArrayList<>();
    levels.forEach(runs::addAll);
    levels.clear();
    levels.add(runs);
    while (runs.size() > MOST_RUNS) {
      List<SortedRun> smallest = runs.subList(0, Math.min(MOST_RUNS, runs.size() - MOST_RUNS + 1));
      SortedRun merged = merge(smallest);
      smallest.clear();
      written += merged.bytes();
      runs.add(merged);
    }
    return runs;
  }

  /** Bytes of records written to runs, each as often as it was written. */
  long writtenBytes() {
    return written;
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
        BucketSorter.this.standOn(this, prefixes[next++]);
        return true;
      }
    };
  }

  /** The groups of all blocks added; call after the last. */
  public SortedGroups<T> groups() throws IOException {
    return new SortedGroups<>(cursor(), codec);
  }

  /** All records in order, as often as it is asked for; nothing is added after that. */
  RecordCursor cursor() throws IOException {
    if (!isSorted) {
      isSorted = true;
      closeOpen();
      if (!usedFiles()) {
        sort();
      } else if (records > 0) {
        writeRun();
      }
    }
    return usedFiles() ? SortedRun.merge(lastRuns()) : inMemory();
  }

  RecordCodec<T> codec() {
    return codec;
  }

  /** Whether the bound was passed and files were used. */
  public boolean usedFiles() {
    return !levels.isEmpty();
  }

  private void closeRuns() throws IOException {
    for (List<SortedRun> runs : levels) {
      for (SortedRun run : runs) {
        run.close();
      }
    }
    levels.clear();
  }

  @Override
  public void close() throws IOException {
    zstd.close();
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
