package org.copydesk.bucket;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import java.util.Arrays;

/**
 * Makes blocks of records smaller: {@code [raw length][1, then zstd | 0, then as they are]}. Keys
 * and shingles are random bits that no compressor makes smaller; where a block came out hardly
 * smaller the next ones are not tried. What it does depends on the blocks since it was made or
 * closed, no others. Memory: zstd's own, about 1 MB until {@link #close}, after which it can be
 * used again.
 */
final class BlockCompressor implements AutoCloseable {
  /** Fast level: spilling is bound by the processor, not by the disk. */
  private static final int LEVEL = 1;

  private static final int NOT_TRIED = 31;
  private static final byte STORED = 0;
  private static final byte ZSTD = 1;

  private ZstdCompressCtx zstd;
  private byte[] room = new byte[0];
  private int left;

  byte[] compress(byte[] raw, int length) {
    if (left > 0) {
      left--;
      return stored(raw, length);
    }
    if (zstd == null) {
      zstd = new ZstdCompressCtx().setLevel(LEVEL);
    }
    int bound = (int) Zstd.compressBound(length);
    if (room.length < bound) {
      room = new byte[bound];
    }
    int written = zstd.compressByteArray(room, 0, room.length, raw, 0, length);
    if (written > length - length / 8) {
      left = NOT_TRIED;
      return stored(raw, length);
    }
    return new ByteWriter(written + 8)
        .putVarLong(length)
        .putByte(ZSTD)
        .putBytes(room, 0, written)
        .toByteArray();
  }

  private static byte[] stored(byte[] raw, int length) {
    return new ByteWriter(length + 8)
        .putVarLong(length)
        .putByte(STORED)
        .putBytes(raw, 0, length)
        .toByteArray();
  }

  /** The records of a block, as they were packed. */
  static byte[] decompress(byte[] block, ZstdDecompressCtx zstd) {
    ByteReader in = new ByteReader(block);
    int length = in.getVarInt();
    boolean isStored = in.getByte() == STORED;
    int start = in.position();
    if (isStored) {
      byte[] raw = Arrays.copyOfRange(block, start, block.length);
      if (raw.length != length) {
        throw new IllegalStateException("a block came back damaged");
      }
      return raw;
    }
    byte[] raw = new byte[length];
    int read = zstd.decompressByteArray(raw, 0, raw.length, block, start, block.length - start);
    if (read != raw.length) {
      throw new IllegalStateException("a block came back damaged");
    }
    return raw;
  }

  @Override
  public void close() {
    if (zstd != null) {
      zstd.close();
      zstd = null;
    }
    room = new byte[0];
    left = 0;
  }
}
