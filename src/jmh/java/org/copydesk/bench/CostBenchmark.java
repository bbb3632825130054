package org.copydesk.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a whole build costs: generated page text, JSON Lines and HTML in two sizes each, everything
 * on, direct runner, a heap of 2 GB. Prints CPU seconds of all processes and of each stage, the
 * part that does not grow with the input and the part a MB, beside {@link PlainCalls} on the same
 * files, and adds a line to the history in {@code docs/performance.md}.
 *
 * <p>Arguments: formats ({@code text.gz}, {@code jsonl.gz}, {@code html.gz}; default all), then two
 * numbers of pages in place of each format's own.
 */
public final class CostBenchmark {
  private static final Path HISTORY = Path.of("docs/performance.md");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Processor time outside the stages: compiling, collecting, the runner, checks and report. */
  private static final String ELSE = "outside the stages";

  private CostBenchmark() {}

  /** A form of dumps, with the sizes it is measured at. */
  private enum Form {
    // So large that both builds are compiled by the optimising compiler: smaller ones are not.
    TEXT("text.gz", PlainCalls.Kind.TEXT, 50_000, 150_000),
    JSON_LINES("jsonl.gz", PlainCalls.Kind.JSON, 50_000, 150_000),
    HTML("html.gz", PlainCalls.Kind.HTML, 2_000, 6_000);

    private final String format;
    private final PlainCalls.Kind kind;
    private final int few;
    private final int many;

    Form(String format, PlainCalls.Kind kind, int few, int many) {
      this.format = format;
      this.kind = kind;
      this.few = few;
      this.many = many;
    }
  }

  /** A build: CPU seconds of all processes and of its stages, in MB of unpacked input. */
  private record Built(double megabytes, double seconds, Map<String, Double> stages) {}

  /** Runs the builds and adds a line to the history. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<Integer> sizes = new ArrayList<>();
    List<String> formats = new ArrayList<>();
    for (String argument : arguments) {
      if (Character.isDigit(argument.charAt(0))) {
        sizes.add(Integer.valueOf(argument));
      } else {
        formats.add(argument);
      }
    }
    StringBuilder line = new StringBuilder("| ").append(commit());
    if (arguments.length > 0) {
      line.append(" (").append(String.join(" ", arguments)).append(')');
    }
    for (Form form : Form.values()) {
      boolean isAsked = formats.isEmpty() || formats.contains(form.format);
      int few = sizes.isEmpty() ? form.few : sizes.get(0);
      int many = sizes.size() < 2 ? form.many : sizes.get(1);
      line.append(isAsked ? measure(form, few, many) : " | | | ");
    }
    Files.writeString(HISTORY, line + " |\n", StandardOpenOption.APPEND);
  }

  private static String measure(Form form, int few, int many)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("cost-");
    try {
      Built small = build(folder.resolve("few"), form, few);
      Built large = build(folder.resolve("many"), form, many);
      double grown = large.megabytes - small.megabytes;
      double aMegabyte = (large.seconds - small.seconds) / grown;
      double fixed = small.seconds - aMegabyte * small.megabytes;
      PlainCalls.Parts plain = PlainCalls.of(folder.resolve("few/dumps"), form.kind);
      System.out.printf(
          Locale.ROOT,
          "%n%s: %.1f MB %.1f CPU s, %.1f MB %.1f CPU s: %.1f and %.4f a MB; plain calls of"
              + " libraries %.4f a MB%n",
          form.format,
          small.megabytes,
          small.seconds,
          large.megabytes,
          large.seconds,
          fixed,
          aMegabyte,
          plain.aMegabyte());
      TreeSet<String> names = new TreeSet<>(small.stages.keySet());
      names.addAll(large.stages.keySet());
      for (String name : names) {
        double before = small.stages.getOrDefault(name, 0.0);
        double rate = (large.stages.getOrDefault(name, 0.0) - before) / grown;
        double start = before - rate * small.megabytes;
        System.out.printf(Locale.ROOT, "  %-24s %6.1f  %.4f a MB%n", name, start, rate);
      }
      plain
          .seconds()
          .forEach(
              (part, seconds) ->
                  System.out.printf(
                      Locale.ROOT,
                      "  plain: %-17s         %.4f a MB%n",
                      part,
                      seconds / (plain.bytes() / 1e6)));
      return String.format(
          Locale.ROOT, " | %.1f | %.3f | %.3f", fixed, aMegabyte, plain.aMegabyte());
    } finally {
      Program.remove(folder);
    }
  }

  private static Built build(Path folder, Form form, int pages)
      throws IOException, InterruptedException {
    List<String> generate =
        new ArrayList<>(
            List.of("generate", "-o", folder.toString(), "--pages=" + pages, "--no-truth"));
    generate.add("--format=" + form.format);
    if (form == Form.TEXT) {
      generate.add("--pages-per-file=500");
    }
    Program.run(generate.toArray(String[]::new));
    Path output = folder.resolve("corpus");
    double seconds =
        Program.run("build", folder.resolve("dumps").toString(), "-o", output.toString());
    JsonNode manifest = JSON.readTree(output.resolve("current/manifest.json").toFile());
    Map<String, Double> stages = new LinkedHashMap<>();
    double inStages = 0;
    for (JsonNode stage : manifest.path("stages")) {
      double spent = stage.path("cpu_seconds").asDouble();
      if (spent > 0) {
        stages.put(stage.path("name").asText(), spent);
        inStages += spent;
      }
    }
    stages.put(ELSE, seconds - inStages);
    return new Built(Program.unpacked(folder.resolve("dumps")) / 1e6, seconds, stages);
  }

  private static String commit() throws IOException, InterruptedException {
    Process git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD").start();
    String commit = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return git.waitFor() == 0 ? commit : "unknown";
  }
}
