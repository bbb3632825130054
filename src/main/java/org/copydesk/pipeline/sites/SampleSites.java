package org.copydesk.pipeline.sites;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.copydesk.corpus.BuildResults;
import org.copydesk.corpus.PartResult;
import org.copydesk.corpus.Tables;
import org.copydesk.dump.source.InputListing.Input;
import org.copydesk.dump.source.Unreadable;
import org.copydesk.model.RejectStage;
import org.copydesk.model.Rejected;
import org.copydesk.pipeline.read.DumpUnit;
import org.copydesk.pipeline.read.UnitList;
import org.copydesk.pipeline.storage.Locations;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.pipeline.work.PartSpool;
import org.copydesk.pipeline.work.Progress;
import org.copydesk.pipeline.work.SideFile;
import org.copydesk.pipeline.work.StageClock;
import org.copydesk.pipeline.work.WorkNames;
import org.copydesk.row.RejectRow;
import org.copydesk.storage.Storage;

/**
 * Reads a sample of a unit's dumps, as {@link SiteSampler} bounds it, into a file of the work
 * folder.
 */
final class SampleSites extends DoFn<KV<Integer, Iterable<Long>>, byte[]> {
  private static final long serialVersionUID = 1;

  private final Storage work;
  private final Locations locations;
  private final BuildSettings settings;
  private final Unreadable unreadable;
  private final int units;

  /**
   * @param units of the whole sample
   */
  SampleSites(
      Storage work, Locations locations, BuildSettings settings, Unreadable unreadable, int units) {
    this.units = units;
    this.work = work;
    this.locations = locations;
    this.settings = settings;
    this.unreadable = unreadable;
  }

  @ProcessElement
  public void sample(@Element KV<Integer, Iterable<Long>> places, OutputReceiver<byte[]> out)
      throws IOException {
    StageClock clock = new StageClock("LearnSites");
    SiteSampler sampler = new SiteSampler(locations, settings.dumps(), settings.html(), unreadable);
    List<Rejected> unread = new ArrayList<>();
    List<PartResult> parts = new ArrayList<>();
    for (long place : places.getValue()) {
      DumpUnit unit = UnitList.unitAt(work, WorkNames.SAMPLE, place);
      int most = SiteSampler.filePages(units, unit.files().size());
      for (Input file : unit.files()) {
        clock.in(1, Math.min(file.bytes(), SiteSampler.FILE_BYTES));
        sampler.add(file, most, unread::add);
        Progress.sampled();
      }
      try (PartSpool spool = new PartSpool(work, settings, unit.number())) {
        for (Rejected file : unread) {
          // Its bytes are the ledger's where its pages are read.
          spool.write(
              Tables.REJECTS,
              RejectRow.of(
                  file.at(RejectStage.SAMPLE),
                  settings.siteSource().ofFile(file.sourceFile()),
                  null));
        }
        unread.clear();
        parts.addAll(spool.finish());
      }
    }
    SideFile sample =
        SideFile.write(work, "sample-" + UUID.randomUUID(), sampler.sample().toBytes());
    out.output(LearnSites.sample(sample, BuildResults.report(parts, clock.tally())));
  }
}
