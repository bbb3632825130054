package org.copydesk.bucket;

import com.dynatrace.hash4j.hashing.Hashing;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Packs records into blocks, a run of blocks for each hash bucket, so that a framework that charges
 * by the element passes thousands of records for the price of one.
 *
 * <p>A block holds {@link RecordFrame records} as {@link BlockCompressor} leaves them. A buffer is
 * handed on when it holds {@link #BLOCK_BYTES}, and when all buffers together reach the memory
 * bound the fullest goes first. Buffers are chains of {@link #CHUNK_BYTES} that all buckets share,
 * so that what is bounded is what is taken. Memory: the bound, 300 bytes a bucket, nine blocks, and
 * the record in hand three times.
 */
public final class BlockPacker<T> {
  /** What a block holds before compression: large enough to amortise, small enough to sort. */
  public static final int BLOCK_BYTES = 64 * 1024;

  /** Half of one is lost a bucket: 6 % where 512 buckets share 4 MB. */
  static final int CHUNK_BYTES = 1024;

  private static final int MOST_CHUNKS = BLOCK_BYTES / CHUNK_BYTES;
  private static final int NONE = -1;

  /** Takes finished blocks. */
  public interface BlockSink {
    void block(int bucket, byte[] block) throws IOException;
  }

  private final RecordFrame<T> frame;
  private final BlockCompressor compressor = new BlockCompressor();
  private final Buffer[] buffers;
  private final long memoryBound;
  private final ArrayDeque<byte[]> free = new ArrayDeque<>();

  /** Buckets by the chunks they have, each number a list: the fullest is found at once. */
  private final int[] first = new int[MOST_CHUNKS + 1];

  private final int[] before;
  private final int[] behind;
  private final ByteReader framedKey = new ByteReader(new byte[0]);
  private ByteWriter block = new ByteWriter(0);
  private ByteWriter record = new ByteWriter(0);
  private long used;
  private long packed;

  private static final class Buffer {
    private byte[][] chunks = new byte[4][];
    private int count;
    private int length;
  }

  /**
   * @param buckets number of hash buckets; depends on the input alone
   * @param memoryBound bytes all buffers may take together
   */
  public BlockPacker(RecordCodec<T> codec, int buckets, long memoryBound) {
    this.frame = new RecordFrame<>(codec);
    this.buffers = new Buffer[buckets];
    this.memoryBound = memoryBound;
    this.before = new int[buckets];
    this.behind = new int[buckets];
    Arrays.fill(first, NONE);
  }

  /** The bucket of a group key. */
  static int bucketOf(byte[] key, int length, int buckets) {
    return bucketOf(key, 0, length, buckets);
  }

  private static int bucketOf(byte[] bytes, int start, int length, int buckets) {
    long hash = Hashing.xxh3_64().hashBytesToLong(bytes, start, length);
    return (int) Long.remainderUnsigned(hash, buckets);
  }

  /** Packs a record; hands on the block that it fills, or that has to make room for it. */
  public void add(T each, BlockSink sink) throws IOException {
    add(each, false, sink);
  }

  /**
   * The same.
   *
   * @param isMinus whether the record takes an equal one away
   */
  public void add(T each, boolean isMinus, BlockSink sink) throws IOException {
    ByteWriter groupKey = frame.of(each).groupKey();
    int bucket = bucketOf(groupKey.array(), groupKey.length(), buffers.length);
    packed += frame.appendTo(record, isMinus);
    take(bucket, sink);
  }

  /** A record as it lies in a block, for {@link #addFramed}; appended to {@code out}. */
  public void frame(T each, ByteWriter out) {
    frame.of(each).appendTo(out);
  }

  /** The same as {@link #add} for what {@link #frame} wrote. */
  public void addFramed(byte[] framed, int length, boolean isMinus, BlockSink sink)
      throws IOException {
    int key = framedKey.reset(framed, 0, length).getVarInt();
    framedKey.getVarLong();
    int sign = record.length() + framedKey.position();
    framedKey.getVarLong();
    int bucket = bucketOf(framed, framedKey.position(), key, buffers.length);
    record.putBytes(framed, 0, length);
    // The complement of a number differs from it in the first bit that is written.
    record.array()[sign] ^= (byte) (isMinus ? 1 : 0);
    packed += length;
    take(bucket, sink);
  }

  private void take(int bucket, BlockSink sink) throws IOException {
    if (buffers[bucket] == null) {
      buffers[bucket] = new Buffer();
    }
    if (buffers[bucket].length + record.length() >= BLOCK_BYTES) {
      handOn(bucket, sink);
    } else {
      append(bucket);
      while (used > memoryBound) {
        handOn(fullest(), sink);
      }
    }
  }

  private void append(int bucket) {
    Buffer buffer = buffers[bucket];
    int countBefore = buffer.count;
    for (int from = 0; from < record.length(); ) {
      int room = buffer.count * CHUNK_BYTES - buffer.length;
      if (room == 0) {
        if (buffer.count == buffer.chunks.length) {
          buffer.chunks = Arrays.copyOf(buffer.chunks, buffer.count * 2);
        }
        byte[] chunk = free.poll();
        buffer.chunks[buffer.count++] = chunk == null ? new byte[CHUNK_BYTES] : chunk;
        used += CHUNK_BYTES;
        room = CHUNK_BYTES;
      }
      int part = Math.min(room, record.length() - from);
      System.arraycopy(
          record.array(), from, buffer.chunks[buffer.count - 1], CHUNK_BYTES - room, part);
      buffer.length += part;
      from += part;
    }
    record.clear();
    if (buffer.count != countBefore) {
      unlink(bucket, countBefore);
      link(bucket, buffer.count);
    }
  }

  private void link(int bucket, int count) {
    behind[bucket] = first[count];
    before[bucket] = NONE;
    if (first[count] != NONE) {
      before[first[count]] = bucket;
    }
    first[count] = bucket;
  }

  private void unlink(int bucket, int count) {
    if (count == 0) {
      return;
    }
    if (before[bucket] == NONE) {
      first[count] = behind[bucket];
    } else {
      behind[before[bucket]] = behind[bucket];
    }
    if (behind[bucket] != NONE) {
      before[behind[bucket]] = before[bucket];
    }
  }

  /** Of those with most chunks the one that got its last one last. */
  private int fullest() {
    for (int count = MOST_CHUNKS; count > 0; count--) {
      if (first[count] != NONE) {
        return first[count];
      }
    }
    throw new IllegalStateException("nothing is held");
  }

  /** Bytes of records since the last call, before compression. */
  public long takeBytes() {
    long bytes = packed;
    packed = 0;
    return bytes;
  }

  /** Bytes of arrays that are kept, in use or not; without the record in hand. */
  long arrayBytes() {
    return used + (long) free.size() * CHUNK_BYTES + block.array().length + record.array().length;
  }

  /** Hands on everything that is held, and gives back what compressing took. */
  public void flush(BlockSink sink) throws IOException {
    for (int bucket = 0; bucket < buffers.length; bucket++) {
      if (buffers[bucket] != null && buffers[bucket].length > 0) {
        handOn(bucket, sink);
      }
    }
    compressor.close();
  }

  /** Hands on what a bucket holds, and behind it the record in hand, where there is one. */
  private void handOn(int bucket, BlockSink sink) throws IOException {
    Buffer buffer = buffers[bucket];
    unlink(bucket, buffer.count);
    for (int i = 0; i < buffer.count; i++) {
      int part = Math.min(CHUNK_BYTES, buffer.length - i * CHUNK_BYTES);
      block.putBytes(buffer.chunks[i], 0, part);
      free.push(buffer.chunks[i]);
      buffer.chunks[i] = null;
    }
    used -= (long) buffer.count * CHUNK_BYTES;
    buffer.count = 0;
    buffer.length = 0;
    block.putBytes(record.array(), 0, record.length());
    sink.block(bucket, compressor.compress(block.array(), block.length()));
    block = emptied(block);
    record = emptied(record);
  }

  /** A large record is rare: its array is not kept. */
  private static ByteWriter emptied(ByteWriter writer) {
    if (writer.array().length > 4 * BLOCK_BYTES) {
      return new ByteWriter(0);
    }
    writer.clear();
    return writer;
  }
}
