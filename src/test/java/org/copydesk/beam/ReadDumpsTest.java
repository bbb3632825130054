package org.copydesk.beam;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.copydesk.dump.DumpReader;
import org.copydesk.dump.DumpSettings;
import org.copydesk.dump.DumpSink;
import org.copydesk.dump.source.InputListing.Input;
import org.copydesk.model.Page;
import org.copydesk.model.Rejected;
import org.copydesk.pipeline.storage.Locations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadDumpsTest {
  private static final String DUMPS = "testdata/dumps";

  @TempDir Path folder;

  /** Where each page stands, read by a loop. */
  private static List<String> pagesByALoop() throws Exception {
    List<String> places = new ArrayList<>();
    Locations locations = new Locations(Map.of());
    for (Input file : locations.list(List.of(DUMPS))) {
      new DumpReader(DumpSettings.defaults())
          .read(
              locations.file(file),
              new DumpSink() {
                @Override
                public void page(Page page) {
                  places.add(place(page));
                }

                @Override
                public void rejected(Rejected rejected) {}
              });
    }
    return places;
  }

  private static String place(Page page) {
    return page.sourceRecord()
        + " "
        + page.kind()
        + " "
        + new String(page.payload(), StandardCharsets.UTF_8);
  }

  private static PCollection<String> places(PCollection<Page> pages) {
    return pages.apply(MapElements.into(TypeDescriptors.strings()).via(ReadDumpsTest::place));
  }

  @Test
  void thePagesAreThoseThatALoopReads() throws Exception {
    Pipeline pipeline = Pipeline.create(PipelineOptionsFactory.create());
    ReadDumps.Dumps dumps = pipeline.apply(ReadDumps.from(DUMPS));
    List<String> expected = pagesByALoop();
    PAssert.that(places(dumps.pages())).containsInAnyOrder(expected);
    PipelineResult result = pipeline.run();
    result.waitUntilFinish();
    long counted =
        result
            .metrics()
            .queryMetrics(
                MetricsFilter.builder()
                    .addNameFilter(MetricNameFilter.named(ReadDumps.class, "pages"))
                    .build())
            .getCounters()
            .iterator()
            .next()
            .getAttempted();
    assertThat(counted, is((long) expected.size()));
  }

  @Test
  void damageComesOutWithItsPlaceAndItsNeighboursAsPages() throws Exception {
    Path dump =
        Files.writeString(
            folder.resolve("a.jsonl"),
            "{\"text\":\"One page.\"}\n{\"text\n{\"text\":\"Another.\"}\n");
    Pipeline pipeline = Pipeline.create(PipelineOptionsFactory.create());
    ReadDumps.Dumps dumps = pipeline.apply(Create.of(dump.toString())).apply(ReadDumps.paths());
    PAssert.that(places(dumps.pages())).containsInAnyOrder("0 TEXT One page.", "2 TEXT Another.");
    PAssert.that(
            dumps
                .rejected()
                .apply(
                    MapElements.into(TypeDescriptors.strings())
                        .via(rejected -> rejected.sourceFile() + "#" + rejected.sourceRecord())))
        .containsInAnyOrder("a.jsonl#1");
    pipeline.run().waitUntilFinish();
  }
}
