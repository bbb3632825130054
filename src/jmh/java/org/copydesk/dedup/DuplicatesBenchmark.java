package org.copydesk.dedup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.copydesk.bench.PlainCalls;
import org.copydesk.bench.Program;

/**
 * Whole builds that look for duplicates, in MB of JSON Lines a CPU-second of the whole process
 * tree, beside what {@linkplain PlainCalls plain calls of libraries} make of the same files in one
 * thread. What a build of 20 documents takes is subtracted.
 *
 * <p>Arguments: documents, one number for each build; runners after them (default: direct).
 */
public final class DuplicatesBenchmark {
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
      Program.remove(folder);
    }
  }

  private static void measure(Path dumps, String count, String runner, double start)
      throws IOException, InterruptedException {
    if (!Files.exists(dumps)) {
      generate(dumps, count);
    }
    double seconds = build(dumps, runner);
    PlainCalls.Parts parts = PlainCalls.of(dumps.resolve("dumps"), PlainCalls.Kind.JSON);
    double megabytes = parts.bytes() / 1e6;
    double plain = 1 / parts.aMegabyte();
    double net = megabytes / (seconds - start);
    System.out.printf(
        Locale.ROOT,
        "%s, %s documents, %.1f MB: %.1f CPU s, %.2f MB a CPU-second net; plain calls of libraries"
            + " in one thread %.1f: %.0f %%%n",
        runner,
        count,
        megabytes,
        seconds,
        net,
        plain,
        100 * net / plain);
  }

  private static void generate(Path folder, String count) throws IOException, InterruptedException {
    Program.run("generate", "-o", folder.toString(), "--pages=" + count, "--format=jsonl.gz");
  }

  private static double build(Path folder, String runner) throws IOException, InterruptedException {
    Path output = folder.resolve("corpus");
    double seconds =
        Program.run(
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
    Program.remove(output);
    return seconds;
  }
}
