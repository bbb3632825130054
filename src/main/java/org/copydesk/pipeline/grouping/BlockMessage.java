package org.copydesk.pipeline.grouping;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.dump.source.Retry;
import org.copydesk.storage.Storage;

/**
 * What travels for blocks of one bucket: {@code [0, block]} for one that travels itself, {@code [1,
 * name of a file, places]} for those that are read where they lie, {@code [2, word]} for what the
 * bucket's worker is told. A place is the bytes between the end of the one before and its start,
 * and its length.
 */
public final class BlockMessage {
  private static final int ITSELF = 0;
  private static final int PLACES = 1;
  private static final int WORD = 2;
  private static final int SLICE_BYTES = 1 << 20;

  private BlockMessage() {}

  /** Takes blocks one by one. */
  interface Taker {
    void take(byte[] block) throws IOException;
  }

  static byte[] itself(byte[] block) {
    return new ByteWriter(block.length + 1)
        .putByte(ITSELF)
        .putBytes(block, 0, block.length)
        .toByteArray();
  }

  /** For what is no record: the worker hears it before it gets the first one. */
  public static byte[] word(byte[] said) {
    return new ByteWriter(said.length + 1)
        .putByte(WORD)
        .putBytes(said, 0, said.length)
        .toByteArray();
  }

  /** What the worker is to be told; null for blocks. */
  static byte[] wordOf(byte[] shipped) {
    return shipped[0] == WORD ? Arrays.copyOfRange(shipped, 1, shipped.length) : null;
  }

  /**
   * @param places as {@link Places} wrote them
   */
  static byte[] inFile(String name, byte[] places) {
    return new ByteWriter(places.length + name.length() + 4)
        .putByte(PLACES)
        .putText(name)
        .putBytes(places, 0, places.length)
        .toByteArray();
  }

  /** Places in one file, in rising order. Memory: two to six bytes a place. */
  static final class Places {
    private final ByteWriter written = new ByteWriter(32);
    private long end;

    Places add(long start, int length) {
      written.putVarLong(start - end).putVarLong(length);
      end = start + length;
      return this;
    }

    byte[] bytes() {
      return written.toByteArray();
    }
  }

  /**
   * Gives the blocks of what came.
   *
   * @param parking where files of blocks lie
   */
  static void receive(byte[] shipped, Storage parking, Taker taker) throws IOException {
    ByteReader in = new ByteReader(shipped);
    if (in.getByte() == ITSELF) {
      taker.take(Arrays.copyOfRange(shipped, 1, shipped.length));
      return;
    }
    String name = in.getText();
    try (SeekableByteChannel file = Retry.DEFAULT.run(() -> parking.openSeekable(name))) {
      long end = 0;
      while (in.hasMore()) {
        long start = end + in.getVarLong();
        int length = in.getVarInt();
        String location = parking.location(name);
        taker.take(Retry.DEFAULT.run(() -> read(file, start, length, location)));
        end = start + length;
      }
    }
  }

  /** A piece of a file, read by slices: Java copies each through memory outside the heap. */
  static byte[] read(SeekableByteChannel file, long start, int length, String location)
      throws IOException {
    ByteBuffer piece = ByteBuffer.allocate(length);
    file.position(start);
    while (piece.position() < length) {
      piece.limit(Math.min(length, piece.position() + SLICE_BYTES));
      if (file.read(piece) <= 0) {
        throw new EOFException("parked blocks end early: " + location);
      }
    }
    return piece.array();
  }
}
