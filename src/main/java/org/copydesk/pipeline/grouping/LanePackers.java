package org.copydesk.pipeline.grouping;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.transforms.DoFn.MultiOutputReceiver;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.copydesk.bucket.BlockPacker;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.Lane;
import org.copydesk.corpus.BuildResults;
import org.copydesk.corpus.StageTally;
import org.copydesk.pipeline.work.StageClock;

/**
 * Packs what a worker sends, a packer a lane, and counts what leaves: records, their bytes, and the
 * bytes of blocks. Memory: the packing bounds of the lanes.
 *
 * <p>All is flushed at the end of an element, so blocks depend on the element alone. Those that the
 * {@link BlockRoute} does not let travel by themselves are {@link ParkedBlocks parked}.
 */
public final class LanePackers implements Closeable {
  private final BlockRoute route;
  private final Map<String, Packing<?>> packings = new LinkedHashMap<>();

  private static final class Packing<T> {
    final Lane<T> lane;
    final BlockPacker<T> packer;
    long records;
    long shippedBytes;
    ParkedBlocks parked;

    Packing(Lane<T> lane) {
      this.lane = lane;
      this.packer = new BlockPacker<>(lane.codec(), lane.buckets(), lane.packingBytes());
    }
  }

  public LanePackers(BlockRoute route, List<Lane<?>> lanes) {
    this.route = route;
    for (Lane<?> lane : lanes) {
      packings.put(lane.name(), new Packing<>(lane));
    }
  }

  /** The output on which a lane's blocks leave. */
  public static TupleTag<KV<Integer, byte[]>> tag(Lane<?> lane) {
    return new TupleTag<>(lane.name());
  }

  /** The outputs of several lanes. */
  public static TupleTagList tags(List<Lane<?>> lanes) {
    TupleTagList tags = TupleTagList.empty();
    for (Lane<?> lane : lanes) {
      tags = tags.and(tag(lane));
    }
    return tags;
  }

  /** Packs a record; what cannot be written is an {@link UncheckedIOException}. */
  public <T> void send(Lane<T> lane, T record, MultiOutputReceiver out) {
    send(lane, record, false, out);
  }

  /**
   * The same.
   *
   * @param isMinus whether the record takes an equal one away
   */
  public <T> void send(Lane<T> lane, T record, boolean isMinus, MultiOutputReceiver out) {
    // Lanes have names of their own, so the packer of the name packs this type.
    @SuppressWarnings("unchecked")
    Packing<T> packing = (Packing<T>) packings.get(lane.name());
    packing.records++;
    try {
      packing.packer.add(record, isMinus, sink(packing, out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A record as it travels, for {@link #sendFramed}; appended to {@code framed}. */
  public <T> void frame(Lane<T> lane, T record, ByteWriter framed) {
    @SuppressWarnings("unchecked")
    Packing<T> packing = (Packing<T>) packings.get(lane.name());
    packing.packer.frame(record, framed);
  }

  /** The same as {@link #send} for what {@link #frame} wrote. */
  public void sendFramed(
      Lane<?> lane, byte[] framed, int length, boolean isMinus, MultiOutputReceiver out)
      throws IOException {
    Packing<?> packing = packings.get(lane.name());
    packing.records++;
    packing.packer.addFramed(framed, length, isMinus, sink(packing, out));
  }

  /** Sends what is held; gives a report with a tally a lane that was used. */
  public byte[] flush(MultiOutputReceiver out) throws IOException {
    List<StageTally> tallies = new ArrayList<>();
    for (Packing<?> packing : packings.values()) {
      packing.packer.flush(sink(packing, out));
      if (packing.parked != null) {
        out.get(tag(packing.lane)).output(packing.parked.finish());
        packing.parked = null;
      }
      if (packing.records > 0) {
        tallies.add(
            new StageTally(
                StageClock.SHUFFLE + packing.lane.name(),
                packing.records,
                packing.packer.takeBytes(),
                packing.records,
                packing.shippedBytes,
                0,
                0));
      }
      packing.records = 0;
      packing.shippedBytes = 0;
    }
    return new BuildResults(List.of(), tallies).encode();
  }

  private BlockPacker.BlockSink sink(Packing<?> packing, MultiOutputReceiver out) {
    return (bucket, block) -> {
      boolean isInline = route.isInline(packing.shippedBytes, block.length);
      packing.shippedBytes += block.length;
      if (isInline) {
        out.get(tag(packing.lane)).output(KV.of(bucket, BlockMessage.itself(block)));
      } else {
        if (packing.parked == null) {
          packing.parked = new ParkedBlocks(route.parking());
        }
        packing.parked.add(bucket, block);
      }
    };
  }

  @Override
  public void close() throws IOException {
    for (Packing<?> packing : packings.values()) {
      if (packing.parked != null) {
        packing.parked.close();
      }
    }
  }
}
