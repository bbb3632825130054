package org.copydesk.pipeline.read;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;
import org.copydesk.corpus.BuildResults;
import org.copydesk.dump.DumpReader;
import org.copydesk.dump.DumpSettings;
import org.copydesk.dump.SplitIndex;
import org.copydesk.dump.source.InputListing.Input;
import org.copydesk.dump.source.Unreadable;
import org.copydesk.pipeline.storage.Locations;
import org.copydesk.pipeline.work.SideFile;
import org.copydesk.pipeline.work.StageClock;
import org.copydesk.storage.Storage;

/**
 * Finds where large files may be cut, and gives a unit a range. What the readers of the ranges must
 * know of the whole goes to the work folder, under a name that travels with the parts.
 */
final class IndexDumps extends DoFn<KV<Integer, Iterable<Long>>, KV<Integer, byte[]>> {
  private static final long serialVersionUID = 1;

  public static final TupleTag<KV<Integer, byte[]>> PARTS = new TupleTag<>("parts") {};
  public static final TupleTag<byte[]> REPORTS = new TupleTag<>("reports") {};

  private final Storage work;
  private final Locations locations;
  private final Unreadable unreadable;
  private transient DumpReader dumps;

  IndexDumps(Storage work, Locations locations, Unreadable unreadable) {
    this.work = work;
    this.locations = locations;
    this.unreadable = unreadable;
  }

  @Setup
  public void setUp() {
    dumps = new DumpReader(DumpSettings.defaults(), unreadable);
  }

  @ProcessElement
  public void index(@Element KV<Integer, Iterable<Long>> units, MultiOutputReceiver out)
      throws IOException {
    for (long place : units.getValue()) {
      StageClock clock = new StageClock("IndexDumps");
      DumpUnit unit = UnitList.unitAt(work, place);
      Input file = unit.files().get(0);
      SplitIndex index = dumps.index(locations.file(file), unit.rangeBytes());
      // An attempt that runs on although it was given up must not touch what others read by.
      SideFile written =
          SideFile.write(
              work,
              "index-" + unit.number() + "-" + UUID.randomUUID(),
              SplitIndexCodec.encode(index));
      byte[] part = new UnitWord.Read(place, written).encode();
      int parts = Math.max(1, index.ranges().size());
      for (int i = 0; i < parts; i++) {
        out.get(PARTS).output(KV.of(unit.number() + i, part));
      }
      clock.in(1, file.bytes());
      clock.out(parts, file.bytes());
      out.get(REPORTS).output(BuildResults.report(List.of(), clock.tally()));
    }
  }

  /** What was found for a unit; nothing to cut for one that is read in one piece. */
  static SplitIndex read(Storage work, UnitWord.Read unit) throws IOException {
    return unit.index() == null ? SplitIndex.NONE : SplitIndexCodec.decode(unit.index().read(work));
  }
}
