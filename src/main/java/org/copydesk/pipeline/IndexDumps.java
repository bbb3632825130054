package org.copydesk.pipeline;

import java.io.IOException;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;
import org.copydesk.corpus.BuildResults;
import org.copydesk.corpus.Storage;
import org.copydesk.dump.DumpFile;
import org.copydesk.dump.DumpReader;
import org.copydesk.dump.DumpSettings;
import org.copydesk.dump.InputListing.Input;
import org.copydesk.dump.SplitIndex;

/**
 * Finds where large files may be cut, and gives a unit a range. What the readers of the ranges must
 * know of the whole goes to the work folder.
 */
final class IndexDumps extends DoFn<KV<Integer, Iterable<Long>>, KV<Integer, Long>> {
  private static final long serialVersionUID = 1;

  static final TupleTag<KV<Integer, Long>> PARTS = new TupleTag<>("parts") {};
  static final TupleTag<byte[]> REPORTS = new TupleTag<>("reports") {};

  private final Storage work;
  private final Locations locations;
  private transient DumpReader dumps;

  IndexDumps(Storage work, Locations locations) {
    this.work = work;
    this.locations = locations;
  }

  @Setup
  public void setUp() {
    dumps = new DumpReader(DumpSettings.defaults());
  }

  @ProcessElement
  public void index(@Element KV<Integer, Iterable<Long>> units, MultiOutputReceiver out)
      throws IOException {
    for (long place : units.getValue()) {
      StageClock clock = new StageClock("IndexDumps");
      DumpUnit unit = UnitList.unitAt(work, place);
      Input file = unit.files().get(0);
      SplitIndex index = index(file, unit.rangeBytes());
      // Written whole, and the same again when this runs again.
      work.replace(name(unit), SplitIndexCodec.encode(index));
      int parts = Math.max(1, index.ranges().size());
      for (int i = 0; i < parts; i++) {
        out.get(PARTS).output(KV.of(unit.number() + i, place));
      }
      clock.in(1, file.bytes());
      clock.out(parts, file.bytes());
      out.get(REPORTS).output(BuildResults.report(List.of(), clock.tally()));
    }
  }

  private SplitIndex index(Input file, long rangeBytes) {
    try {
      return dumps.index(
          new DumpFile(file.sourceFile(), file.bytes(), locations.file(file.path())), rangeBytes);
    } catch (IOException e) {
      // Reading it in one piece will tell.
      return SplitIndex.NONE;
    }
  }

  private static String name(DumpUnit unit) {
    return "index-" + unit.number();
  }

  /** What was found for a unit; nothing to cut for one of whole files. */
  static SplitIndex read(Storage work, DumpUnit unit) throws IOException {
    if (unit.parts() == 1) {
      return SplitIndex.NONE;
    }
    try (var in = work.open(name(unit))) {
      return SplitIndexCodec.decode(in.readAllBytes());
    }
  }
}
