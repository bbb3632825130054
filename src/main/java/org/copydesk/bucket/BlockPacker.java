package org.copydesk.bucket;

import com.dynatrace.hash4j.hashing.Hashing;
import java.io.IOException;

/**
 * Packs records into blocks, a run of blocks for each hash bucket, so that a framework that charges
 * by the element passes thousands of records for the price of one.
 *
 * <p>A block holds {@link RecordFrame records} as {@link BlockCompressor} leaves them. A buffer is
 * handed on when it holds {@link #BLOCK_BYTES}, and when all buffers together reach the memory
 * bound the fullest goes first. Memory: the bound and one record.
 */
public final class BlockPacker<T> {
  /** What a block holds before compression: large enough to amortise, small enough to sort. */
  public static final int BLOCK_BYTES = 64 * 1024;

  /** Takes finished blocks. */
  public interface BlockSink {
    void block(int bucket, byte[] block) throws IOException;
  }

  private final RecordFrame<T> frame;
  private final BlockCompressor compressor = new BlockCompressor();
  private final ByteWriter[] buffers;
  private final long memoryBound;
  private long held;
  private long packed;

  /**
   * @param buckets number of hash buckets; depends on the input alone
   * @param memoryBound bytes all buffers may hold together
   */
  public BlockPacker(RecordCodec<T> codec, int buckets, long memoryBound) {
    this.frame = new RecordFrame<>(codec);
    this.buffers = new ByteWriter[buckets];
    this.memoryBound = memoryBound;
  }

  /** The bucket of a group key. */
  static int bucketOf(byte[] key, int length, int buckets) {
    long hash = Hashing.xxh3_64().hashBytesToLong(key, 0, length);
    return (int) Long.remainderUnsigned(hash, buckets);
  }

  public void add(T record, BlockSink sink) throws IOException {
    ByteWriter groupKey = frame.of(record).groupKey();
    int bucket = bucketOf(groupKey.array(), groupKey.length(), buffers.length);
    ByteWriter buffer = buffers[bucket];
    if (buffer == null) {
      buffer = new ByteWriter(1024);
      buffers[bucket] = buffer;
    }
    int bytes = frame.appendTo(buffer);
    held += bytes;
    packed += bytes;
    if (buffer.length() >= BLOCK_BYTES) {
      flush(bucket, sink);
    } else if (held > memoryBound) {
      flush(fullest(), sink);
    }
  }

  private int fullest() {
    int fullest = 0;
    for (int i = 1; i < buffers.length; i++) {
      if (lengthOf(i) > lengthOf(fullest)) {
        fullest = i;
      }
    }
    return fullest;
  }

  private int lengthOf(int bucket) {
    return buffers[bucket] == null ? 0 : buffers[bucket].length();
  }

  /** Bytes of records since the last call, before compression. */
  public long takeBytes() {
    long bytes = packed;
    packed = 0;
    return bytes;
  }

  /** Hands on everything that is held, and gives back what compressing took. */
  public void flush(BlockSink sink) throws IOException {
    for (int bucket = 0; bucket < buffers.length; bucket++) {
      flush(bucket, sink);
    }
    compressor.close();
  }

  private void flush(int bucket, BlockSink sink) throws IOException {
    ByteWriter buffer = buffers[bucket];
    if (buffer == null || buffer.length() == 0) {
      return;
    }
    held -= buffer.length();
    sink.block(bucket, compressor.compress(buffer.array(), buffer.length()));
    if (buffer.array().length > 4 * BLOCK_BYTES) {
      buffers[bucket] = null;
    } else {
      buffer.clear();
    }
  }
}
