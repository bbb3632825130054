package org.copydesk.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.copydesk.bucket.BlockPacker;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.corpus.Storage;

/**
 * How blocks get from the worker that packs to the worker that groups.
 *
 * <p>The direct runner keeps all that a GroupByKey holds on the heap (3.2 GB of blocks want a 4 GB
 * heap), so there a block goes to a spill file on local disk and only its place travels. Flink
 * moves bytes to disk by itself; only a block too large for its sort buffer goes to the work folder
 * here, and what {@link ParkedBlocks} hold.
 */
final class BlockShipper implements Closeable {
  /** Flink refuses a record larger than its sort buffer (apache/beam#20655). */
  private static final int MOST_INLINE_BYTES = 1 << 20;

  private static final int INLINE = 0;
  private static final int SPILLED = 1;
  private static final int STORED = 2;

  /**
   * Where blocks may go.
   *
   * @param workers how many work side by side
   * @param spillFolder local folder for spill files; null where blocks travel themselves
   * @param work folder that every worker sees
   */
  record Route(String spillFolder, Storage work, int workers) implements Serializable {
    BlockShipper open() {
      return new BlockShipper(this);
    }

    /**
     * Keys for {@code count} numbers from 0; the numbers themselves where spill files are used: the
     * direct runner gives the next key to whoever is free.
     */
    SpreadKeys keys(int count) {
      return new SpreadKeys(count, parks() ? workers : 1);
    }

    /** Whether blocks of a step with several outputs wait in files of the work folder. */
    boolean parks() {
      return spillFolder == null;
    }
  }

  private final Route route;
  private final Map<String, FileChannel> reading = new HashMap<>();
  private FileChannel spill;
  private String spillName;

  private BlockShipper(Route route) {
    this.route = route;
  }

  /** What travels for a block without records: it says that something has come, and no more. */
  static byte[] nothing() {
    byte[] block = BlockPacker.emptyBlock();
    return new ByteWriter(block.length + 1)
        .putByte(INLINE)
        .putBytes(block, 0, block.length)
        .toByteArray();
  }

  /** What travels for a block. */
  byte[] ship(byte[] block) throws IOException {
    if (route.spillFolder() != null) {
      return spill(block);
    }
    if (block.length <= MOST_INLINE_BYTES) {
      return new ByteWriter(block.length + 1)
          .putByte(INLINE)
          .putBytes(block, 0, block.length)
          .toByteArray();
    }
    String name = "block-" + UUID.randomUUID();
    try (OutputStream out = route.work().create(name)) {
      out.write(block);
    }
    return new ByteWriter().putByte(STORED).putText(name).toByteArray();
  }

  private byte[] spill(byte[] block) throws IOException {
    if (spill == null) {
      Path file = Files.createTempFile(Path.of(route.spillFolder()), "spill-", null);
      spillName = file.getFileName().toString();
      spill = FileChannel.open(file, StandardOpenOption.WRITE);
    }
    long offset = spill.position();
    ByteBuffer bytes = ByteBuffer.wrap(block);
    while (bytes.hasRemaining()) {
      spill.write(bytes);
    }
    return new ByteWriter(48)
        .putByte(SPILLED)
        .putText(spillName)
        .putVarLong(offset)
        .putVarLong(block.length)
        .toByteArray();
  }

  /** The block that {@link #ship} sent. */
  byte[] receive(byte[] shipped) throws IOException {
    ByteReader in = new ByteReader(shipped);
    switch (in.getByte()) {
      case INLINE:
        return java.util.Arrays.copyOfRange(shipped, 1, shipped.length);
      case SPILLED:
        return readSpill(in.getText(), in.getVarLong(), in.getVarInt());
      default:
        try (InputStream stored = route.work().open(in.getText())) {
          return stored.readAllBytes();
        }
    }
  }

  private byte[] readSpill(String name, long offset, int length) throws IOException {
    FileChannel channel = reading.get(name);
    if (channel == null) {
      channel = FileChannel.open(Path.of(route.spillFolder(), name));
      reading.put(name, channel);
    }
    ByteBuffer block = ByteBuffer.allocate(length);
    while (block.hasRemaining()) {
      if (channel.read(block, offset + block.position()) < 0) {
        throw new IOException("spill file " + name + " ends early");
      }
    }
    return block.array();
  }

  @Override
  public void close() throws IOException {
    if (spill != null) {
      spill.close();
      spill = null;
    }
    for (FileChannel channel : reading.values()) {
      channel.close();
    }
    reading.clear();
  }
}
