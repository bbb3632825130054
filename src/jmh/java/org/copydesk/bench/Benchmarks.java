package org.copydesk.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.dedup.DuplicatesBenchmark;
import org.copydesk.dump.ReadingBenchmark;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs benchmarks: those of the parts under JMH, and grouping in a process of its own with the heap
 * each case is about. An argument names those to run; {@code grouping}, {@code reading}, {@code
 * duplicates}, {@code cost} and {@code decontamination} are no JMH.
 */
public final class Benchmarks {
  /** Heap, then the arguments of GroupingBenchmark. */
  private static final List<String> GROUPINGS =
      List.of(
          // Two records: what a run costs before the first, to be taken off the rest.
          "2g direct 2 1 buckets 16",
          "2g flink 2 1 buckets 16",
          "2g flink 2 1 keys 0",
          "2g direct 2000000 400000 buckets 16",
          "2g flink 2000000 400000 buckets 16",
          "2g flink 2000000 400000 keys 0",
          "1g direct 30000000 6000000 buckets 128",
          "1g flink 30000000 6000000 buckets 128",
          "1g direct 10000000 1 buckets 16",
          "1g flink 10000000 1 buckets 16");

  private static final List<String> WHOLE =
      List.of("grouping", "reading", "duplicates", "cost", "decontamination");

  private Benchmarks() {}

  /** Runs what the first argument names; everything without one. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, RunnerException {
    String which = arguments.length == 0 ? "." : arguments[0];
    if (which.equals(".") || which.equals("grouping")) {
      for (String grouping : GROUPINGS) {
        group(grouping);
      }
    }
    if (which.equals(".") || which.equals("reading")) {
      ReadingBenchmark.main(new String[0]);
    }
    if (which.equals(".") || which.equals("duplicates")) {
      DuplicatesBenchmark.main(new String[0]);
    }
    if (which.equals(".") || which.equals("cost")) {
      CostBenchmark.main(new String[0]);
    }
    if (which.equals(".") || which.equals("decontamination")) {
      DecontaminationBenchmark.main(new String[0]);
    }
    if (!WHOLE.contains(which)) {
      new Runner(
              new OptionsBuilder()
                  .include(which)
                  .forks(1)
                  .warmupIterations(2)
                  .measurementIterations(3)
                  .build())
          .run();
    }
  }

  private static void group(String line) throws IOException, InterruptedException {
    List<String> words = List.of(line.split(" "));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-Xmx" + words.get(0));
    command.add("-XX:+UseParallelGC");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add(
        "-Djava.util.logging.config.file=" + Path.of("src/test/resources/logging.properties"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("org.copydesk.pipeline.grouping.GroupingBenchmark");
    command.addAll(words.subList(1, words.size()));
    System.out.print("heap " + words.get(0) + "  ");
    System.out.flush();
    int exitCode = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exitCode != 0) {
      System.out.println("ended with " + exitCode);
    }
  }
}
