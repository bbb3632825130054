package org.copydesk.dedup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.copydesk.corpus.PartWriter;
import org.copydesk.corpus.Tables;
import org.copydesk.row.ArticleRow;
import org.copydesk.text.Normaliser;
import org.copydesk.text.Tokens;

/**
 * Whole builds that look for duplicates, in MB of JSON Lines a CPU-second of the whole process
 * tree, beside this machine's ceiling for the same parts in one thread: gunzip, JSON, words, 120
 * min-hashes, Parquet. What a build of 20 documents takes is subtracted.
 *
 * <p>Arguments: documents, one number for each build; runners after them (default: direct).
 */
public final class DuplicatesBenchmark {
  private static final Path JAR = Path.of("target/copydesk.jar");

  private DuplicatesBenchmark() {}

  /** Makes dumps, builds them, measures the ceiling on the same dumps. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> counts = new ArrayList<>();
    List<String> runners = new ArrayList<>();
    for (String argument : arguments.length == 0 ? new String[] {"33000", "100000"} : arguments) {
      (Character.isDigit(argument.charAt(0)) ? counts : runners).add(argument);
    }
    if (runners.isEmpty()) {
      runners.add("direct");
    }
    Path folder = Files.createTempDirectory("duplicates-");
    try {
      generate(folder.resolve("20"), "20");
      for (String runner : runners) {
        double start = build(folder.resolve("20"), runner);
        System.out.printf(Locale.ROOT, "%s, 20 documents: %.1f CPU s%n", runner, start);
        for (String count : counts) {
          measure(folder.resolve(count), count, runner, start);
        }
      }
    } finally {
      remove(folder);
    }
  }

  private static void measure(Path dumps, String count, String runner, double start)
      throws IOException, InterruptedException {
    if (!Files.exists(dumps)) {
      generate(dumps, count);
    }
    double seconds = build(dumps, runner);
    double best = Double.MAX_VALUE;
    long bytes = 0;
    for (int i = 0; i < 2; i++) {
      long from = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      bytes = ceiling(dumps.resolve("dumps"));
      long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - from;
      best = Math.min(best, spent / 1e9);
    }
    double megabytes = bytes / 1e6;
    System.out.printf(
        Locale.ROOT,
        "%s, %s documents, %.1f MB: %.1f CPU s, %.2f MB a CPU-second net; the parts alone in one"
            + " thread %.1f: %.0f %%%n",
        runner,
        count,
        megabytes,
        seconds,
        megabytes / (seconds - start),
        megabytes / best,
        100 * best / (seconds - start));
  }

  private static void generate(Path folder, String count) throws IOException, InterruptedException {
    run("generate", "-o", folder.toString(), "--pages=" + count, "--format=jsonl.gz");
  }

  private static double build(Path folder, String runner) throws IOException, InterruptedException {
    Path output = folder.resolve("corpus");
    double seconds =
        run(
            "build",
            folder.resolve("dumps").toString(),
            "-o",
            output.toString(),
            "--runner=" + runner,
            "--segment=false",
            "--topics=false",
            "--language=false",
            "--quality=false",
            "--spans=false");
    remove(output);
    return seconds;
  }

  /** Runs the program with a heap of 2 GB; gives the user and system seconds of its processes. */
  private static double run(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("sh", "-c", "\"$@\" > /dev/null 2>&1 || exit 1; times", "sh"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx2g", "-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IOException("failed: " + String.join(" ", arguments));
    }
    // The shell's own times, then those of its children: "0m1.20s 0m0.30s".
    double seconds = 0;
    for (String time : printed.lines().toList().get(1).split(" ")) {
      String[] parts = time.split("[ms]");
      seconds += 60 * Double.parseDouble(parts[0]) + Double.parseDouble(parts[1]);
    }
    return seconds;
  }

  private static long ceiling(Path dumps) throws IOException {
    MinHash minHash = new MinHash(Banding.ARTICLES.components());
    Shingles shingles = new Shingles();
    JsonFactory json = new JsonFactory();
    long[] bytes = new long[1];
    long check = 0;
    try (Stream<Path> files = Files.list(dumps);
        var rows = new PartWriter<>(Tables.ARTICLES, OutputStream.nullOutputStream())) {
      for (Path file : files.sorted().toList()) {
        try (InputStream in =
                new Counting(new GZIPInputStream(Files.newInputStream(file), 1 << 16), bytes);
            JsonParser parser = json.createParser(new BufferedInputStream(in, 1 << 16))) {
          Map<String, String> row = null;
          for (JsonToken at = parser.nextToken(); at != null; at = parser.nextToken()) {
            if (at == JsonToken.START_OBJECT && row == null) {
              row = new HashMap<>();
            } else if (at == JsonToken.VALUE_STRING) {
              row.put(parser.currentName(), parser.getText());
            } else if (at == JsonToken.END_OBJECT && parser.getParsingContext().inRoot()) {
              String text = row.get("text");
              Tokens tokens = Tokens.of(Normaliser.normalise(text));
              shingles.of(tokens, 0, tokens.count(), 5);
              check += minHash.sign(shingles.hashes(), shingles.count())[0];
              rows.write(rowOf(row));
              row = null;
            }
          }
        }
      }
    }
    if (check == 0) {
      throw new IOException("no documents in " + dumps);
    }
    return bytes[0];
  }

  /** A row of what a document has; its other columns stay empty. */
  private static ArticleRow rowOf(Map<String, String> document) {
    Object[] values =
        Tables.ARTICLES.columns().stream().map(column -> document.get(column.name())).toArray();
    return Tables.ARTICLES.row().make(values);
  }

  /** Counts what is read. */
  private static final class Counting extends java.io.FilterInputStream {
    private final long[] bytes;

    Counting(InputStream in, long[] bytes) {
      super(in);
      this.bytes = bytes;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = super.read(buffer, offset, length);
      bytes[0] += Math.max(n, 0);
      return n;
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
  }
}
