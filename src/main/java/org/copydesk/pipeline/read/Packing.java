package org.copydesk.pipeline.read;

import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn.MultiOutputReceiver;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.Lane;
import org.copydesk.pipeline.grouping.LanePackers;

/**
 * Packs what a unit gives, on its way to later steps.
 *
 * @param out null where what a unit gives is only held against its log: then it is framed for that,
 *     and sent nowhere
 */
record Packing(LanePackers packers, MultiOutputReceiver out) implements UnitOut.Packers {
  @Override
  public <T> void send(Lane<T> lane, T record) {
    if (out == null) {
      throw new IllegalStateException("what is only held against the cache has a log");
    }
    packers.send(lane, record, out);
  }

  @Override
  public <T> void frame(Lane<T> lane, T record, ByteWriter framed) {
    packers.frame(lane, record, framed);
  }

  @Override
  public void sendFramed(Lane<?> lane, byte[] framed, int length, boolean isMinus)
      throws IOException {
    if (out != null) {
      packers.sendFramed(lane, framed, length, isMinus, out);
    }
  }
}
