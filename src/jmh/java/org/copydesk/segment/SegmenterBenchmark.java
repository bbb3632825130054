package org.copydesk.segment;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.copydesk.generate.DumpGenerator;
import org.copydesk.generate.GenerateSettings;
import org.copydesk.model.Page;
import org.copydesk.segment.fields.UnitReader;
import org.copydesk.segment.lines.Markers;
import org.copydesk.segment.lines.UnitScanner;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * A megabyte of page text an operation, after a minute of warming up. The figure to read is the
 * line "MB per CPU-second" of each benchmark: what a second of the thread's processor time does,
 * while others use the machine too. {@code lines} cuts and scans lines only; {@code pages} does
 * all, with learned sites and a segmenter that has seen no page before; {@code manyLanguages} the
 * same on pages of twelve languages.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(time = 25)
@Measurement(time = 5)
public class SegmenterBenchmark {
  private static final int MEGABYTE = 1_000_000;

  private static final List<String> LANGUAGES =
      List.of("ar", "de", "en", "es", "fr", "he", "hi", "ja", "pt", "ru", "tr", "zh");
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Pages english;
  private Pages mixed;

  /** Pages of a megabyte in all, and what their sites taught. */
  private record Pages(List<Page> list, SiteModels sites) {
    static Pages of(GenerateSettings settings) throws IOException {
      Path folder = Files.createTempDirectory("pages");
      Path dumps = new DumpGenerator(settings).write(folder.resolve("out")).dumps();
      List<Page> list = new ArrayList<>();
      SiteSample sample = new SiteSample();
      int bytes = 0;
      try (Stream<Path> files = Files.walk(dumps)) {
        for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
          Page page = Page.text(file.toString(), 0, Files.readAllBytes(file));
          sample.add(page);
          if (bytes < MEGABYTE) {
            list.add(page);
            bytes += page.payload().length;
          }
        }
      }
      return new Pages(list, SiteModels.learn(sample));
    }

    long bytes() {
      return list.stream().mapToLong(page -> page.payload().length).sum();
    }
  }

  /** Bytes read and processor time of this thread in the iterations that are measured. */
  @State(Scope.Thread)
  public static class Cpu {
    private long bytes;
    private long nanos;

    /** Forgets what warming up took. */
    @Setup(Level.Iteration)
    public void begin(IterationParams iteration) {
      if (iteration.getType() == IterationType.WARMUP) {
        bytes = 0;
        nanos = 0;
      }
    }

    @TearDown
    public void print() {
      System.out.printf(Locale.ROOT, "%n%.1f MB per CPU-second%n", bytes * 1e3 / nanos);
    }
  }

  /** Writes pages of twenty sites, and of twelve languages, and learns them. */
  @Setup
  public void read() throws IOException {
    english = Pages.of(GenerateSettings.of(400, 3));
    mixed = Pages.of(GenerateSettings.of(400, 3).withSites(24).withLanguages(LANGUAGES));
  }

  /** Lines alone. */
  @Benchmark
  public int lines(Cpu cpu) {
    long begin = THREADS.getCurrentThreadCpuTime();
    int units = 0;
    for (Page page : english.list()) {
      byte[] payload = page.payload();
      units +=
          new UnitReader(payload, new UnitScanner(payload, Markers.LISTED, null)).read().size();
    }
    cpu.nanos += THREADS.getCurrentThreadCpuTime() - begin;
    cpu.bytes += english.bytes();
    return units;
  }

  /** Everything. */
  @Benchmark
  public int pages(Cpu cpu) {
    return segment(english, cpu);
  }

  /** Everything, in scripts of two and three bytes a character too. */
  @Benchmark
  public int manyLanguages(Cpu cpu) {
    return segment(mixed, cpu);
  }

  private static int segment(Pages pages, Cpu cpu) {
    long begin = THREADS.getCurrentThreadCpuTime();
    Segmenter segmenter = new Segmenter(SegmentSettings.defaults());
    int spans = 0;
    for (Page page : pages.list()) {
      spans += segmenter.segment(page, pages.sites()).spans().size();
    }
    cpu.nanos += THREADS.getCurrentThreadCpuTime() - begin;
    cpu.bytes += pages.bytes();
    return spans;
  }
}
