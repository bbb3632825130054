package org.copydesk.pipeline;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.copydesk.corpus.BuildResults;
import org.copydesk.corpus.Storage;
import org.copydesk.dump.DumpSettings;
import org.copydesk.dump.InputListing.Input;

/**
 * Reads a sample of a unit's dumps, as {@link SiteSampler} bounds it, into a file of the work
 * folder.
 */
final class SampleSites extends DoFn<KV<Integer, Iterable<Long>>, byte[]> {
  private static final long serialVersionUID = 1;

  private final Storage work;
  private final Locations locations;
  private final BuildSettings settings;

  SampleSites(Storage work, Locations locations, BuildSettings settings) {
    this.work = work;
    this.locations = locations;
    this.settings = settings;
  }

  @ProcessElement
  public void sample(@Element KV<Integer, Iterable<Long>> units, OutputReceiver<byte[]> out)
      throws IOException {
    StageClock clock = new StageClock("LearnSites");
    SiteSampler sampler =
        new SiteSampler(locations, DumpSettings.defaults().withSegment(settings.segment()));
    for (long place : units.getValue()) {
      for (Input file : UnitList.unitAt(work, WorkNames.SAMPLE, place).files()) {
        clock.in(1, Math.min(file.bytes(), SiteSampler.FILE_BYTES));
        sampler.add(file);
      }
    }
    String name = "sample-" + UUID.randomUUID();
    try (OutputStream file = work.create(name)) {
      file.write(sampler.sample().toBytes());
    }
    out.output(LearnSites.sample(name, BuildResults.report(List.of(), clock.tally())));
  }
}
