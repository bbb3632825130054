package org.copydesk.html;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.copydesk.bench.ThreadCpu;
import org.copydesk.model.Page;
import org.jsoup.Jsoup;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * News pages of about 190 KB, one after the other on one thread: parsing alone, the segmenter with
 * parsing, and the other open extractors of the JVM. An operation is a page; the lines {@code
 * perCpuSecond} are the figures to read.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class HtmlBenchmark {
  private static final Path PAGES = Path.of("../shared/data/html-segments/pages");
  private static final int FEWEST_BYTES = 150_000;
  private static final int MOST_BYTES = 240_000;
  private static final int MOST_PAGES = 60;
  private static final String URL = "https://news.example/a";

  private final List<String> pages = new ArrayList<>();
  private final List<byte[]> payloads = new ArrayList<>();
  private final HtmlSegmenter segmenter = new HtmlSegmenter(HtmlSettings.defaults());
  private int at;

  /** Reads the first pages by name that are of the size; they lie beside the checkout. */
  @Setup
  public void read() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      for (Path file : files.sorted().toList()) {
        byte[] raw;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
          raw = in.readAllBytes();
        }
        if (raw.length >= FEWEST_BYTES && raw.length <= MOST_BYTES && pages.size() < MOST_PAGES) {
          pages.add(new String(raw, StandardCharsets.UTF_8));
          payloads.add(raw);
        }
      }
    }
  }

  private int next() {
    at = (at + 1) % pages.size();
    return at;
  }

  @Benchmark
  public Object parseAlone(ThreadCpu cpu) {
    cpu.done(1);
    return Jsoup.parse(pages.get(next()), URL);
  }

  @Benchmark
  public Object segmenter(ThreadCpu cpu) {
    cpu.done(1);
    return segmenter.segment(
        new Page("p", 0, null, null, URL, null, null, null, Page.Kind.HTML, payloads.get(next())));
  }

  @Benchmark
  public Object boilerpipe(ThreadCpu cpu) {
    cpu.done(1);
    return Peers.boilerpipe(pages.get(next()));
  }

  @Benchmark
  public Object readability4j(ThreadCpu cpu) {
    cpu.done(1);
    return Peers.readability4j(pages.get(next()), URL);
  }
}
