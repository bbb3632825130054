package org.copydesk.pipeline;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.copydesk.corpus.Storage;

/**
 * Blocks that wait for their grouping in a file of the work folder: only its name leaves the step
 * that packed them. Flink gives each output of a step a copy of all of them, so nine outputs that
 * carry blocks are written nine times; names cost nothing, and {@link Fetch} brings the blocks on
 * the way into the one grouping they are for. A file is one element's, read once, from its start.
 *
 * <p>Memory: a buffer and one block.
 */
final class ParkedBlocks implements Closeable {
  /** In place of a bucket's number: what follows is the name of a file. */
  private static final int PLACE = -1;

  private static final int BUFFER_BYTES = 1 << 16;

  private final Storage work;
  private final String name = "blocks-" + UUID.randomUUID();
  private final DataOutputStream out;

  ParkedBlocks(Storage work) throws IOException {
    this.work = work;
    this.out = new DataOutputStream(new BufferedOutputStream(work.create(name), BUFFER_BYTES));
  }

  /** Adds what travels for a block. */
  void add(int bucket, byte[] shipped) throws IOException {
    out.writeInt(bucket);
    out.writeInt(shipped.length);
    out.write(shipped);
  }

  /** Closes the file; gives what travels for it. */
  KV<Integer, byte[]> finish() throws IOException {
    out.writeInt(PLACE);
    out.close();
    return KV.of(PLACE, name.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /** Puts the blocks of a file in its place, and {@link SpreadKeys keys} in that of buckets. */
  static final class Fetch extends DoFn<KV<Integer, byte[]>, KV<Integer, byte[]>> {
    private static final long serialVersionUID = 1;

    private final BlockShipper.Route route;
    private final int buckets;
    private transient SpreadKeys keys;

    Fetch(BlockShipper.Route route, int buckets) {
      this.route = route;
      this.buckets = buckets;
    }

    @Setup
    public void setUp() {
      keys = route.keys(buckets);
    }

    @ProcessElement
    public void fetch(
        @Element KV<Integer, byte[]> travelled, OutputReceiver<KV<Integer, byte[]>> out)
        throws IOException {
      if (travelled.getKey() != PLACE) {
        out.output(KV.of(keys.keyOf(travelled.getKey()), travelled.getValue()));
        return;
      }
      String name = new String(travelled.getValue(), StandardCharsets.US_ASCII);
      try (DataInputStream in =
          new DataInputStream(new BufferedInputStream(route.work().open(name), BUFFER_BYTES))) {
        for (int bucket = in.readInt(); bucket != PLACE; bucket = in.readInt()) {
          byte[] shipped = new byte[in.readInt()];
          in.readFully(shipped);
          out.output(KV.of(keys.keyOf(bucket), shipped));
        }
      } catch (EOFException e) {
        throw new IOException("parked blocks end early: " + route.work().location(name), e);
      }
    }
  }
}
