package org.copydesk.pipeline.grouping;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.storage.Storage;

/**
 * Blocks that wait for their grouping in a file: only its name leaves the step that packed them.
 * Flink gives each output of a step a copy of all of them, so nine outputs that carry blocks are
 * written nine times; names cost nothing, and {@link Fetch} puts in their place what the one
 * grouping needs that they are for. A file is one element's and one lane's.
 *
 * <p>The file: {@code [bucket, length, block]} for each, {@code [-1]}, the places of each bucket's
 * blocks, and where those begin. It can be read from its start, and by pieces.
 *
 * <p>Memory: a buffer, one block, two to six bytes a block for its place and some 150 a bucket.
 */
final class ParkedBlocks implements Closeable {
  /** In place of a bucket's number: the name of a file follows; in a file, its index. */
  private static final int NO_BUCKET = -1;

  private static final int HEADER_BYTES = 2 * Integer.BYTES;
  private static final int BUFFER_BYTES = 1 << 16;

  private final String name = "blocks-" + UUID.randomUUID();
  private final Map<Integer, BlockMessage.Places> places = new TreeMap<>();
  private final DataOutputStream out;
  private long position;

  /**
   * @param parking folder that all who group see
   */
  ParkedBlocks(Storage parking) throws IOException {
    this.out = new DataOutputStream(new BufferedOutputStream(parking.create(name), BUFFER_BYTES));
  }

  void add(int bucket, byte[] block) throws IOException {
    out.writeInt(bucket);
    out.writeInt(block.length);
    out.write(block);
    position += HEADER_BYTES;
    places.computeIfAbsent(bucket, any -> new BlockMessage.Places()).add(position, block.length);
    position += block.length;
  }

  /** Closes the file; gives what travels for it. */
  KV<Integer, byte[]> finish() throws IOException {
    out.writeInt(NO_BUCKET);
    position += Integer.BYTES;
    ByteWriter index = new ByteWriter().putVarLong(places.size());
    places.forEach((bucket, its) -> index.putVarLong(bucket).putBlob(its.bytes()));
    out.write(index.array(), 0, index.length());
    out.writeLong(position);
    out.close();
    return KV.of(NO_BUCKET, name.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /**
   * Puts the blocks of a file in its place, or where they lie, and keys in that of buckets: {@link
   * SpreadKeys} or, where buckets share elements, those of {@link SharedElements}. Memory: a buffer
   * and one block, or all places of a file.
   */
  static final class Fetch extends DoFn<KV<Integer, byte[]>, KV<Integer, byte[]>> {
    private static final long serialVersionUID = 1;

    private final BlockRoute route;
    private final int buckets;
    private transient SharedElements elements;

    Fetch(BlockRoute route, int buckets) {
      this.route = route;
      this.buckets = buckets;
    }

    @Setup
    public void setUp() {
      elements = new SharedElements(route, buckets);
    }

    @ProcessElement
    public void fetch(
        @Element KV<Integer, byte[]> travelled, OutputReceiver<KV<Integer, byte[]>> out)
        throws IOException {
      if (travelled.getKey() != NO_BUCKET) {
        out.output(elements.message(travelled.getKey(), travelled.getValue()));
        return;
      }
      String name = new String(travelled.getValue(), StandardCharsets.US_ASCII);
      if (!tellPlaces(name, out)) {
        carry(name, out);
      }
    }

    /** Tells every bucket where its blocks lie, unless they are better carried. */
    private boolean tellPlaces(String name, OutputReceiver<KV<Integer, byte[]>> out)
        throws IOException {
      if (!route.readsInPlace()) {
        return false;
      }
      String location = route.parking().location(name);
      try (SeekableByteChannel file = route.parking().openSeekable(name)) {
        long end = file.size() - Long.BYTES;
        long start = end < Integer.BYTES ? -1 : reader(file, end, Long.BYTES, location).getLong();
        // The mark before the index: a file may be as long as it should and end in zeros.
        if (start < Integer.BYTES
            || start >= end
            || reader(file, start - Integer.BYTES, Integer.BYTES, location).getInt() != NO_BUCKET) {
          throw new EOFException("parked blocks end early: " + location);
        }
        ByteReader index = reader(file, start, Math.toIntExact(end - start), location);
        long used = index.getVarLong();
        if (used > 0 && !route.readsInPlace(start / used)) {
          return false;
        }
        for (long i = 0; i < used; i++) {
          int bucket = index.getVarInt();
          out.output(elements.message(bucket, BlockMessage.inFile(name, index.getBlob())));
        }
        return true;
      }
    }

    private static ByteReader reader(
        SeekableByteChannel file, long start, int length, String location) throws IOException {
      return new ByteReader(BlockMessage.read(file, start, length, location));
    }

    /** Sends every block on, but for one so large that it has to be read where it lies. */
    private void carry(String name, OutputReceiver<KV<Integer, byte[]>> out) throws IOException {
      try (DataInputStream in =
          new DataInputStream(new BufferedInputStream(route.parking().open(name), BUFFER_BYTES))) {
        long position = HEADER_BYTES;
        for (int bucket = in.readInt(); bucket != NO_BUCKET; bucket = in.readInt()) {
          byte[] block = new byte[in.readInt()];
          in.readFully(block);
          byte[] shipped =
              route.carries(block.length)
                  ? BlockMessage.itself(block)
                  : BlockMessage.inFile(
                      name, new BlockMessage.Places().add(position, block.length).bytes());
          out.output(elements.message(bucket, shipped));
          position += block.length + HEADER_BYTES;
        }
      } catch (EOFException e) {
        throw new IOException("parked blocks end early: " + route.parking().location(name), e);
      }
    }
  }
}
