package org.copydesk.bucket;

import com.dynatrace.hash4j.hashing.Hashing;
import com.github.luben.zstd.Zstd;
import java.io.IOException;

/**
 * Packs records into blocks, a run of blocks for each hash bucket, so that a framework that charges
 * by the element passes thousands of records for the price of one.
 *
 * <p>A block is {@code [raw length][zstd of records]}; a record is {@code [group key length][order
 * key length][value length][group key][order key][value]}. A buffer is handed on when it holds
 * {@link #BLOCK_BYTES}, and when all buffers together reach the memory bound the fullest goes
 * first. Memory: the bound and one record.
 */
public final class BlockPacker<T> {
  /** What a block holds before compression: large enough to amortise, small enough to sort. */
  public static final int BLOCK_BYTES = 64 * 1024;

  /** Fast level: spilling is bound by the processor, not by the disk. */
  private static final int ZSTD_LEVEL = 1;

  /** Takes finished blocks. */
  public interface BlockSink {
    void block(int bucket, byte[] block) throws IOException;
  }

  private final RecordCodec<T> codec;
  private final ByteWriter[] buffers;
  private final long memoryBound;
  private final ByteWriter groupKey = new ByteWriter();
  private final ByteWriter orderKey = new ByteWriter();
  private final ByteWriter value = new ByteWriter(4096);
  private long held;
  private long packed;

  /**
   * @param buckets number of hash buckets; depends on the input alone
   * @param memoryBound bytes all buffers may hold together
   */
  public BlockPacker(RecordCodec<T> codec, int buckets, long memoryBound) {
    this.codec = codec;
    this.buffers = new ByteWriter[buckets];
    this.memoryBound = memoryBound;
  }

  /** The bucket of a group key. */
  static int bucketOf(byte[] key, int length, int buckets) {
    long hash = Hashing.xxh3_64().hashBytesToLong(key, 0, length);
    return (int) Long.remainderUnsigned(hash, buckets);
  }

  public void add(T record, BlockSink sink) throws IOException {
    groupKey.clear();
    orderKey.clear();
    value.clear();
    codec.groupKey(record, groupKey);
    codec.orderKey(record, orderKey);
    codec.encode(record, value);
    int bucket = bucketOf(groupKey.array(), groupKey.length(), buffers.length);
    ByteWriter buffer = buffers[bucket];
    if (buffer == null) {
      buffer = new ByteWriter(1024);
      buffers[bucket] = buffer;
    }
    int before = buffer.length();
    buffer.putVarLong(groupKey.length()).putVarLong(orderKey.length()).putVarLong(value.length());
    buffer.putBytes(groupKey.array(), 0, groupKey.length());
    buffer.putBytes(orderKey.array(), 0, orderKey.length());
    buffer.putBytes(value.array(), 0, value.length());
    held += buffer.length() - before;
    packed += buffer.length() - before;
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

  /** Hands on everything that is held. */
  public void flush(BlockSink sink) throws IOException {
    for (int bucket = 0; bucket < buffers.length; bucket++) {
      flush(bucket, sink);
    }
  }

  private void flush(int bucket, BlockSink sink) throws IOException {
    ByteWriter buffer = buffers[bucket];
    if (buffer == null || buffer.length() == 0) {
      return;
    }
    held -= buffer.length();
    sink.block(bucket, compress(buffer.array(), buffer.length()));
    if (buffer.array().length > 4 * BLOCK_BYTES) {
      buffers[bucket] = null;
    } else {
      buffer.clear();
    }
  }

  /** A block without records. */
  public static byte[] emptyBlock() {
    return compress(new byte[0], 0);
  }

  private static byte[] compress(byte[] raw, int length) {
    byte[] compressed = new byte[(int) Zstd.compressBound(length)];
    long written =
        Zstd.compressByteArray(compressed, 0, compressed.length, raw, 0, length, ZSTD_LEVEL);
    if (Zstd.isError(written)) {
      throw new IllegalStateException("zstd: " + Zstd.getErrorName(written));
    }
    ByteWriter block = new ByteWriter((int) written + 8);
    return block.putVarLong(length).putBytes(compressed, 0, (int) written).toByteArray();
  }

  /** The records of a block, as they were packed. */
  static byte[] decompress(byte[] block) {
    ByteReader in = new ByteReader(block);
    byte[] raw = new byte[in.getVarInt()];
    int start = in.position();
    long read = Zstd.decompressByteArray(raw, 0, raw.length, block, start, block.length - start);
    if (Zstd.isError(read) || read != raw.length) {
      throw new IllegalStateException("a block came back damaged");
    }
    return raw;
  }
}
