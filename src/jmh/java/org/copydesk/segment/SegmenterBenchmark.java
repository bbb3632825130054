package org.copydesk.segment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.copydesk.generate.DumpGenerator;
import org.copydesk.generate.GenerateSettings;
import org.copydesk.model.Page;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Page text in characters of one megabyte an operation: operations a second are MB a second of one
 * thread. {@code lines} cuts and scans lines only; {@code pages} does all, with learned sites.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class SegmenterBenchmark {
  private static final int MEGABYTE = 1_000_000;

  private final List<Page> pages = new ArrayList<>();
  private final Segmenter segmenter = new Segmenter(SegmentSettings.defaults());
  private SiteModels sites;

  /** Writes pages of twenty sites and learns them. */
  @Setup
  public void read() throws IOException {
    Path folder = Files.createTempDirectory("pages");
    Path dumps =
        new DumpGenerator(GenerateSettings.of(400, 3)).write(folder.resolve("out")).dumps();
    SiteSample sample = new SiteSample();
    int bytes = 0;
    try (Stream<Path> files = Files.walk(dumps)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
        Page page = Page.text(file.toString(), 0, Files.readAllBytes(file));
        sample.add(page);
        if (bytes < MEGABYTE) {
          pages.add(page);
          bytes += page.payload().length;
        }
      }
    }
    sites = SiteModels.learn(sample);
  }

  /** Lines alone. */
  @Benchmark
  public int lines() {
    int units = 0;
    for (Page page : pages) {
      units += new UnitReader(page.payload(), Markers.LISTED).read().size();
    }
    return units;
  }

  /** Everything. */
  @Benchmark
  public int pages() {
    int spans = 0;
    for (Page page : pages) {
      spans += segmenter.segment(page, sites).spans().size();
    }
    return spans;
  }
}
