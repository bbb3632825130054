package org.copydesk.dump;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.copydesk.command.Commands;
import org.copydesk.dump.source.DumpFile;
import org.copydesk.dump.source.InputListing;
import org.copydesk.model.Page;
import org.copydesk.model.Rejected;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/**
 * What reading costs, in seconds of processor time of one thread: small files listed and read, JSON
 * Lines in gzip, WARC in gzip beside jwarc and gunzip alone, and finding where to cut a large file.
 * Each is run three times; the best counts. Last, once, a build of one large plain file of JSON
 * Lines: how much of the machine's processors it keeps busy (on a machine that has nothing else to
 * do).
 *
 * <p>Arguments: files of 4 KB, MB of JSON Lines and of WARC, MB of the large file.
 */
public final class ReadingBenchmark {
  private static final double MB = 1e6;
  private static final int WARC_PAGE = 191_000;

  private interface Task {
    long run() throws IOException;
  }

  private ReadingBenchmark() {}

  /** Runs all measurements. */
  public static void main(String[] arguments) throws IOException {
    int files = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    int megabytes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 300;
    int large = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1000;
    Path folder = Files.createTempDirectory("reading-");
    try {
      smallFiles(folder.resolve("small"), files);
      jsonLines(folder.resolve("day.jsonl"), megabytes);
      warc(folder.resolve("crawl.warc.gz"), megabytes);
      processors(folder, large);
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      }
    }
  }

  private static double best(Task task) throws IOException {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      task.run();
      long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
      best = Math.min(best, spent / 1e9);
    }
    return best;
  }

  private static String words(SplittableRandom random, int bytes) {
    StringBuilder text = new StringBuilder(bytes + 16);
    while (text.length() < bytes) {
      int length = 2 + random.nextInt(9);
      for (int i = 0; i < length; i++) {
        text.append((char) ('a' + Math.min(random.nextInt(26), random.nextInt(26))));
      }
      text.append(random.nextInt(90) == 0 ? ".\n" : " ");
    }
    return text.toString();
  }

  private static long read(DumpReader reader, Path file) throws IOException {
    long[] bytes = new long[1];
    DumpSink sink =
        new DumpSink() {
          @Override
          public void page(Page page) {
            bytes[0] += page.payload().length;
          }

          @Override
          public void rejected(Rejected rejected) {}
        };
    DumpFile dump =
        new DumpFile(
            file.getFileName().toString(), Files.size(file), () -> Files.newInputStream(file));
    reader.read(dump, sink);
    return bytes[0];
  }

  private static void smallFiles(Path folder, int count) throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    byte[] page = words(random, 4096).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < count; i++) {
      Path file = folder.resolve("%03d/%05d.txt".formatted(i / 1000, i));
      Files.createDirectories(file.getParent());
      Files.write(file, page);
    }
    DumpReader reader = new DumpReader(DumpSettings.defaults());
    double seconds =
        best(
            () -> {
              long bytes = 0;
              try {
                for (InputListing.Input input : InputListing.list(List.of(folder.toString()))) {
                  bytes += read(reader, Path.of(input.path()));
                }
              } catch (InputListing.BadInput e) {
                throw new IOException(e);
              }
              return bytes;
            });
    tell("files of 4 KB listed and read", "%.3f ms each", 1e3 * seconds / count);
  }

  private static byte[] line(SplittableRandom random, long number) {
    String text = words(random, 3200).replace("\n", "\\n");
    return ("{\"url\":\"https://a.example/" + number + "\",\"text\":\"" + text + "\"}\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void processors(Path folder, int megabytes) throws IOException {
    SplittableRandom random = new SplittableRandom(4);
    Path file = Files.createDirectories(folder.resolve("large")).resolve("day.jsonl");
    long bytes = 0;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      while (bytes < megabytes * MB) {
        byte[] line = line(random, bytes);
        out.write(line);
        bytes += line.length;
      }
    }
    int processors = Runtime.getRuntime().availableProcessors();
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long start = System.nanoTime();
    long before = system.getProcessCpuTime();
    String output = folder.resolve("corpus").toString();
    int exitCode =
        Commands.run(
            "build",
            file.toString(),
            "-o",
            output,
            "--topics=false",
            "--language=false",
            "--quality=false");
    double cpu = (system.getProcessCpuTime() - before) / 1e9;
    double wall = (System.nanoTime() - start) / 1e9;
    if (exitCode != 0) {
      throw new IOException("the build ended with " + exitCode);
    }
    tell("one plain file of " + megabytes + " MB, built", "%.0f CPU-seconds", cpu);
    tell("  in wall seconds", "%.0f", wall);
    tell(
        "  of " + processors + " processors it kept busy",
        "%.0f %%",
        100 * cpu / wall / processors);
  }

  private static void jsonLines(Path plain, int megabytes) throws IOException {
    SplittableRandom random = new SplittableRandom(2);
    Path packed = Path.of(plain + ".gz");
    long bytes = 0;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(plain));
        OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(packed), 1 << 16)) {
      while (bytes < megabytes * MB) {
        byte[] line = line(random, bytes);
        out.write(line);
        gzip.write(line);
        bytes += line.length;
      }
    }
    DumpReader reader = new DumpReader(DumpSettings.defaults());
    double seconds = best(() -> read(reader, packed));
    double alone = best(() -> gunzip(packed));
    tell("JSON Lines in gzip", "%.0f MB of text a CPU-second", bytes / MB / seconds);
    tell("  gunzip alone", "%.0f MB", bytes / MB / alone);
    double cut = best(() -> cut(reader, plain));
    tell("  where to cut plain JSON Lines", "%.2f s a GB", 1e9 * cut / bytes);
  }

  private static long cut(DumpReader reader, Path file) throws IOException {
    DumpFile dump =
        new DumpFile(
            file.getFileName().toString(), Files.size(file), () -> Files.newInputStream(file));
    SplitIndex index = reader.index(dump, 16 << 20);
    if (index.ranges().isEmpty()) {
      throw new IOException(file + " was not cut");
    }
    return index.ranges().size();
  }

  private static long gunzip(Path file) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long bytes = 0;
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        bytes += n;
      }
    }
    return bytes;
  }

  private static void warc(Path file, int megabytes) throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    long bytes = 0;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (int n = 0; bytes < megabytes * MB; n++) {
        bytes += member(out, random, n);
      }
    }
    DumpReader reader = new DumpReader(DumpSettings.defaults());
    double ours = best(() -> read(reader, file));
    double theirs = best(() -> jwarc(file));
    tell("WARC in gzip, pages of 191 KB", "%.0f MB a CPU-second", bytes / MB / ours);
    tell("  jwarc with its gunzip alone", "%.0f MB", bytes / MB / theirs);
    tell("  our share of that speed", "%.0f %%", 100 * theirs / ours);
    double cut = best(() -> cut(reader, file));
    tell("  where to cut it", "%.2f s a GB in gzip", 1e9 * cut / Files.size(file));
  }

  private static long member(OutputStream out, SplittableRandom random, int n) throws IOException {
    String body = "<html><body><p>" + words(random, WARC_PAGE).replace("\n", "</p>\n<p>");
    byte[] content =
        ("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body)
            .getBytes(StandardCharsets.UTF_8);
    String header =
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2026-03-01T06:00:00Z\r\nWARC-Record-ID:"
            + " <urn:uuid:"
            + new java.util.UUID(0, n)
            + ">\r\nWARC-Target-URI: https://a.example/"
            + n
            + "\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
            + content.length
            + "\r\n\r\n";
    GZIPOutputStream gzip = new GZIPOutputStream(out, 1 << 16);
    gzip.write(header.getBytes(StandardCharsets.UTF_8));
    gzip.write(content);
    gzip.write("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    gzip.finish();
    return header.length() + content.length + 4;
  }

  private static long jwarc(Path file) throws IOException {
    long bytes = 0;
    byte[] buffer = new byte[1 << 16];
    try (WarcReader reader = new WarcReader(new BufferedInputStream(Files.newInputStream(file)))) {
      for (WarcRecord record : reader) {
        InputStream in = record.body().stream();
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          bytes += n;
        }
      }
    }
    return bytes;
  }

  private static void tell(String what, String format, double figure) {
    System.out.printf(Locale.ROOT, "%-40s " + format + "%n", what, figure);
  }
}
