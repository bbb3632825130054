package org.copydesk.bucket;

import com.github.luben.zstd.ZstdDecompressCtx;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * A sorted run as it is kept from build to build: blocks of records, each packed by itself behind
 * the group of its last record. Who looks for some groups passes over the blocks without any of
 * them: of a hundred large records of which one is looked for, most are never unpacked.
 *
 * <pre>
 * [length of the last group][last group][length of the block][block, see BlockCompressor] ...
 * </pre>
 */
final class KeptRun {
  /**
   * Records of a block before they are packed. Larger blocks pack better; of smaller ones more are
   * passed over.
   */
  private static final int BLOCK_BYTES = 32 << 10;

  private static final int BUFFER_BYTES = 64 << 10;

  private KeptRun() {}

  /** Writes a run; what it writes to stays open. Memory: a block and what packs it. */
  static final class Writer implements Closeable {
    private final DataOutputStream out;
    private final BlockCompressor compressor = new BlockCompressor();
    private final ByteWriter block = new ByteWriter(BLOCK_BYTES * 2);
    private int lastGroup;
    private int lastGroupLength;
    private long bytes;

    Writer(OutputStream out) {
      this.out = new DataOutputStream(new BufferedOutputStream(out, BUFFER_BYTES));
    }

    /** Writes the record that a cursor stands on. */
    void write(RecordCursor record) throws IOException {
      int start = block.length();
      int valueLength = record.valueEnd() - record.valueStart();
      block
          .putVarLong(record.groupLength())
          .putVarLong(record.orderLength())
          .putVarLong(record.isMinus() ? ~valueLength : valueLength);
      lastGroup = block.length();
      lastGroupLength = record.groupLength();
      block.putBytes(record.bytes(), record.groupStart(), record.valueEnd() - record.groupStart());
      bytes += block.length() - start;
      if (block.length() >= BLOCK_BYTES) {
        endBlock();
      }
    }

    private void endBlock() throws IOException {
      if (block.length() > 0) {
        byte[] packed = compressor.compress(block.array(), block.length());
        out.writeInt(lastGroupLength);
        out.write(block.array(), lastGroup, lastGroupLength);
        out.writeInt(packed.length);
        out.write(packed);
        block.clear();
      }
    }

    /** Ends the run; gives the bytes of its records. */
    long end() throws IOException {
      endBlock();
      out.flush();
      return bytes;
    }

    @Override
    public void close() {
      compressor.close();
    }
  }

  /** Reads a run, while it goes. Memory: two blocks. */
  static final class Cursor extends RecordCursor implements Closeable {
    private final DataInputStream in;
    private final ZstdDecompressCtx zstd = new ZstdDecompressCtx();
    private final ByteReader reader = new ByteReader(new byte[0]);
    private byte[] block = new byte[0];
    private byte[] lastGroup;
    private int next;

    Cursor(InputStream in) {
      this.in = new DataInputStream(new BufferedInputStream(in, BUFFER_BYTES));
    }

    @Override
    boolean advance() throws IOException {
      if (next == block.length && !(readHeader() && readBlock())) {
        return false;
      }
      standOn(block, next, reader);
      next = valueEnd();
      return true;
    }

    @Override
    boolean advanceTo(byte[] group) throws IOException {
      if (lastGroup != null && Arrays.compareUnsigned(lastGroup, group) < 0) {
        next = block.length;
        boolean isBefore;
        do {
          if (!readHeader()) {
            return false;
          }
          isBefore = Arrays.compareUnsigned(lastGroup, group) < 0;
          if (isBefore) {
            in.skipNBytes(in.readInt());
          }
        } while (isBefore);
        readBlock();
      }
      return super.advanceTo(group);
    }

    /** Reads the group that a block ends with; false where there is no block any more. */
    private boolean readHeader() throws IOException {
      int first = in.read();
      if (first < 0) {
        return false;
      }
      int length =
          first << 24
              | in.readUnsignedByte() << 16
              | in.readUnsignedByte() << 8
              | in.readUnsignedByte();
      lastGroup = read(length);
      return true;
    }

    private boolean readBlock() throws IOException {
      block = BlockCompressor.decompress(read(in.readInt()), zstd);
      next = 0;
      return true;
    }

    private byte[] read(int length) throws IOException {
      byte[] bytes = in.readNBytes(length);
      if (bytes.length < length) {
        throw new EOFException("a run ends within a block");
      }
      return bytes;
    }

    @Override
    public void close() throws IOException {
      zstd.close();
      in.close();
    }
  }
}
