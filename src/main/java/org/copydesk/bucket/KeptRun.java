package org.copydesk.bucket;

import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hashing;
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
 * A sorted run as it is kept from build to build: blocks of records, each packed by itself, and
 * behind them an index with the group that each ends with. Who looks for some groups reads the
 * index and the blocks that may have them: of a hundred large records of which one is looked for,
 * most are never read. In a block it looks at every {@link #STEP}th record first. Index and blocks
 * have a hash each (XXH3, 128 bits), since who passes over most of a run cannot check the whole.
 *
 * <pre>
 * ([length of the block][block, see BlockCompressor])... [0]
 * ([length of the last group][last group][length of the block][hash of the block])...
 * [length of the index][hash of the index]
 * a block: records... ([place of a record that is looked at first])... [how many]
 * </pre>
 */
final class KeptRun {
  /**
   * Records of a block before they are packed. Larger blocks pack better; of smaller ones more are
   * passed over.
   */
  private static final int BLOCK_BYTES = 32 << 10;

  /** Records of a block from one that is looked at first to the next. */
  private static final int STEP = 16;

  private static final int BUFFER_BYTES = 64 << 10;

  /** The buffer of who reads: what is larger is read past it. */
  private static final int READ_BYTES = 4 << 10;

  private static final int HASH_BYTES = 2 * Long.BYTES;
  private static final int FOOTER_BYTES = Integer.BYTES + HASH_BYTES;

  private KeptRun() {}

  private static HashValue128 hash(byte[] bytes, int length) {
    return Hashing.xxh3_128().hashBytesTo128Bits(bytes, 0, length);
  }

  private static boolean isOf(byte[] bytes, long high, long low) {
    HashValue128 hash = hash(bytes, bytes.length);
    return hash.getMostSignificantBits() == high && hash.getLeastSignificantBits() == low;
  }

  /** Where the records of a block end. */
  private static int endOfRecords(byte[] block, ByteReader reader) {
    reader.reset(block, block.length - Integer.BYTES, block.length);
    return block.length - Integer.BYTES * (reader.getInt() + 1);
  }

  private static void put(HashValue128 hash, ByteWriter out) {
    out.putLong(hash.getMostSignificantBits()).putLong(hash.getLeastSignificantBits());
  }

  private static byte[] read(DataInputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("a run ends early");
    }
    return bytes;
  }

  /** Writes a run; what it writes to stays open. Memory: a block, what packs it, and the index. */
  static final class Writer implements Closeable {
    private final DataOutputStream out;
    private final BlockCompressor compressor = new BlockCompressor();
    private final ByteWriter block = new ByteWriter(BLOCK_BYTES * 2);
    private final ByteWriter index = new ByteWriter();
    private final ByteWriter steps = new ByteWriter();
    private int records;
    private int lastGroup;
    private int lastGroupLength;
    private long bytes;

    Writer(OutputStream out) {
      this.out = new DataOutputStream(new BufferedOutputStream(out, BUFFER_BYTES));
    }

    /** Writes the record that a cursor stands on. */
    void write(RecordCursor record) throws IOException {
      int start = block.length();
      if (records++ % STEP == 0) {
        steps.putInt(start);
      }
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
        int places = steps.length() / Integer.BYTES;
        block.putBytes(steps.array(), 0, steps.length()).putInt(places);
        byte[] packed = compressor.compress(block.array(), block.length());
        out.writeInt(packed.length);
        out.write(packed);
        index.putVarLong(lastGroupLength).putBytes(block.array(), lastGroup, lastGroupLength);
        index.putVarLong(packed.length);
        put(hash(packed, packed.length), index);
        block.clear();
        steps.clear();
        records = 0;
      }
    }

    /** Ends the run; gives the bytes of its records. Without any nothing is written. */
    long end() throws IOException {
      endBlock();
      if (bytes == 0) {
        return 0;
      }
      out.writeInt(0);
      ByteWriter footer = new ByteWriter(FOOTER_BYTES).putInt(index.length());
      put(hash(index.array(), index.length()), footer);
      out.write(index.array(), 0, index.length());
      out.write(footer.array(), 0, footer.length());
      out.flush();
      return bytes;
    }

    @Override
    public void close() {
      compressor.close();
    }
  }

  /** Copies the records of a run, as they are without packing, from its first byte on. */
  static void copy(InputStream run, OutputStream to) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(run, BUFFER_BYTES));
    RecordCursor records = new Standing();
    ByteReader reader = new ByteReader(new byte[0]);
    try (ZstdDecompressCtx zstd = new ZstdDecompressCtx()) {
      for (int length = in.readInt(); length > 0; length = in.readInt()) {
        byte[] block = BlockCompressor.decompress(read(in, length), zstd);
        int end = endOfRecords(block, reader);
        for (int next = 0; next < end; next = records.valueEnd()) {
          records.standOn(block, next, reader);
          int from = records.groupStart();
          to.write(block, from, records.valueEnd() - from);
        }
      }
    }
  }

  private static final class Standing extends RecordCursor {
    @Override
    boolean advance() {
      return false;
    }
  }

  /** Reads a run, while it goes. Memory: the index and two blocks. */
  static final class Cursor extends RecordCursor implements Closeable {
    private final ZstdDecompressCtx zstd;
    private final ByteReader reader = new ByteReader(new byte[0]);
    private final ByteReader index;
    private final DataInputStream in;
    private byte[] block = new byte[0];
    private int endOfRecords;
    private int next;
    private byte[] lastGroup;
    private long high;
    private long low;

    /**
     * Where the block that was taken from the index begins and ends, and where the stream stands.
     */
    private long start;

    private long end;
    private long place;

    /**
     * @throws KeptBucket.NotAsKeptException where its index is damaged
     */
    Cursor(KeptBucket.Run run) throws IOException {
      index = new ByteReader(readIndex(run));
      in = new DataInputStream(new BufferedInputStream(run.open(0), READ_BYTES));
      // Last, as it lies outside the heap: of a run that cannot be opened nobody closes it.
      zstd = new ZstdDecompressCtx();
    }

    private static byte[] readIndex(KeptBucket.Run run) throws IOException {
      long end = run.bytes() - FOOTER_BYTES;
      if (end < 0) {
        throw new KeptBucket.NotAsKeptException("a run has no index");
      }
      ByteReader footer = new ByteReader(read(run, end, FOOTER_BYTES));
      int length = footer.getInt();
      if (length < 0 || length > end) {
        throw new KeptBucket.NotAsKeptException("the index of a run is damaged");
      }
      byte[] index = read(run, end - length, length);
      if (!isOf(index, footer.getLong(), footer.getLong())) {
        throw new KeptBucket.NotAsKeptException("the index of a run is damaged");
      }
      return index;
    }

    private static byte[] read(KeptBucket.Run run, long from, int length) throws IOException {
      try (DataInputStream in = new DataInputStream(run.open(from))) {
        return KeptRun.read(in, length);
      }
    }

    @Override
    boolean advance() throws IOException {
      if (next == endOfRecords) {
        if (!nextHeader()) {
          return false;
        }
        readBlock();
      }
      standOn(block, next, reader);
      next = valueEnd();
      return true;
    }

    @Override
    boolean advanceTo(byte[] group) throws IOException {
      if (lastGroup != null && Arrays.compareUnsigned(lastGroup, group) < 0) {
        do {
          if (!nextHeader()) {
            next = endOfRecords;
            return false;
          }
        } while (Arrays.compareUnsigned(lastGroup, group) < 0);
        readBlock();
      }
      stepTo(group);
      return super.advanceTo(group);
    }

    /** Goes to the last record that is looked at first and whose group is before one. */
    private void stepTo(byte[] group) {
      int low = 0;
      int high = (block.length - endOfRecords) / Integer.BYTES - 2;
      while (low <= high) {
        int middle = (low + high) >>> 1;
        int at = endOfRecords + middle * Integer.BYTES;
        int place = reader.reset(block, at, block.length).getInt();
        standOn(block, place, reader);
        if (compareGroup(group) < 0) {
          next = Math.max(next, place);
          low = middle + 1;
        } else {
          high = middle - 1;
        }
      }
    }

    /** Takes the next block of the index; false where there is none any more. */
    private boolean nextHeader() {
      if (!index.hasMore()) {
        return false;
      }
      lastGroup = index.getBlob();
      // Before each block stands its length, which the index has, too.
      start = end + Integer.BYTES;
      end = start + index.getVarInt();
      high = index.getLong();
      low = index.getLong();
      return true;
    }

    private void readBlock() throws IOException {
      in.skipNBytes(start - place);
      byte[] packed = KeptRun.read(in, (int) (end - start));
      place = end;
      if (!isOf(packed, high, low)) {
        throw new KeptBucket.NotAsKeptException("a block of a run is damaged");
      }
      block = BlockCompressor.decompress(packed, zstd);
      endOfRecords = endOfRecords(block, reader);
      next = 0;
    }

    @Override
    public void close() throws IOException {
      zstd.close();
      in.close();
    }
  }
}
