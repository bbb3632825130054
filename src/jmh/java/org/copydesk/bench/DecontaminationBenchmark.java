package org.copydesk.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.copydesk.corpus.TableScan;
import org.copydesk.corpus.Tables;
import org.copydesk.evaluate.BenchmarkTexts;
import org.copydesk.evaluate.Contamination;
import org.copydesk.evaluate.ContaminationInGeneration;
import org.copydesk.storage.Storage;
import org.copydesk.text.ArticleWords;

/**
 * What {@code --decontaminate} with 100,000 texts adds to a build, a MB of input and once. Whole
 * builds scatter by more than it is, so the added work is measured by itself, in this process and
 * against what a MB costs between builds of two sizes: looking for the texts in words that are
 * there already (articles with them are removed), in turn with making these words; and reading a
 * generation's articles again (hits are written down). Processor time of the whole process, so what
 * is compiled and collected for it counts.
 *
 * <p>Arguments: pages of the smaller and of the larger build (default 10,000 and 30,000), pairs of
 * whole builds with and without to run as well (0).
 */
public final class DecontaminationBenchmark {
  private static final int TEXTS = 100_000;
  private static final int FEWEST_WORDS = 30;
  private static final int MORE_WORDS = 60;

  /** Of the texts one in so many is a passage of an article. */
  private static final int PASSAGES = 500;

  /** Articles that are looked at with and without in turn. */
  private static final int BATCH = 500;

  private static final int ROUNDS = 12;
  private static final int ROUNDS_OF_READING = 8;

  /** Rounds before the code is compiled. */
  private static final int WARM_UP = 2;

  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private record Text(String id, String site, String title, String text) {}

  private DecontaminationBenchmark() {}

  /** Runs it and prints. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int few = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
    int many = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 30_000;
    int pairs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 0;
    Path folder = Files.createTempDirectory("decontamination-");
    try {
      double small = generate(folder.resolve("few"), few);
      double large = generate(folder.resolve("many"), many);
      List<Double> rates = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        double less = build(folder.resolve("few"));
        rates.add((build(folder.resolve("many")) - less) / (large - small));
      }
      double rate = median(rates);
      System.out.printf(Locale.ROOT, "a MB of a build: %.4f CPU s (%s)%n", rate, rates);
      Path generation = folder.resolve("many/corpus/current").toRealPath();
      List<Text> articles = articles(generation);
      Path file = folder.resolve("texts.jsonl");
      write(file, articles);
      BenchmarkTexts texts = tellFixed(file);
      tellLooking(texts, articles, large, rate);
      tellReading(texts, generation, large, rate);
      if (pairs > 0) {
        tellPairs(folder.resolve("many"), file, pairs);
      }
    } finally {
      Program.remove(folder);
    }
  }

  private static double generate(Path folder, int pages) throws IOException, InterruptedException {
    Program.run(
        "generate",
        "-o",
        folder.toString(),
        "--pages=" + pages,
        "--pages-per-file=500",
        "--format=text.gz",
        "--no-truth");
    return Program.unpacked(folder.resolve("dumps")) / 1e6;
  }

  private static double build(Path folder, String... more)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "build",
                folder.resolve("dumps").toString(),
                "-o",
                folder.resolve("corpus").toString()));
    command.addAll(List.of(more));
    return Program.run(command.toArray(String[]::new));
  }

  private static List<Text> articles(Path generation) throws IOException {
    List<Text> articles = new ArrayList<>();
    try (TableScan<Text> rows =
        new TableScan<>(Storage.local(generation), Tables.ARTICLES.view(Text.class))) {
      for (Text row = rows.next(); row != null; row = rows.next()) {
        articles.add(row);
      }
    }
    return articles;
  }

  /** Texts of words as frequent as they are in the articles, and a few passages of these. */
  private static void write(Path file, List<Text> articles) throws IOException {
    SplittableRandom random = new SplittableRandom(27);
    List<String[]> words = articles.stream().map(row -> row.text().split("\\s+")).toList();
    ObjectMapper json = new ObjectMapper();
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < TEXTS; i++) {
        int length = FEWEST_WORDS + random.nextInt(MORE_WORDS + 1);
        StringBuilder text = new StringBuilder();
        String[] from = words.get(random.nextInt(words.size()));
        boolean isPassage = i % PASSAGES == 0 && from.length > length;
        int start = isPassage ? random.nextInt(from.length - length) : 0;
        for (int k = 0; k < length; k++) {
          String[] other = words.get(random.nextInt(words.size()));
          text.append(isPassage ? from[start + k] : other[random.nextInt(other.length)])
              .append(' ');
        }
        out.write(json.createObjectNode().put("question", text.toString()) + "\n");
      }
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static double seconds(Work work) throws IOException {
    long before = PROCESS.getProcessCpuTime();
    work.run();
    return (PROCESS.getProcessCpuTime() - before) / 1e9;
  }

  /** What does not grow with the input. */
  private static BenchmarkTexts tellFixed(Path file) throws IOException {
    BenchmarkTexts[] texts = new BenchmarkTexts[1];
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    double taken =
        seconds(() -> texts[0] = ContaminationInGeneration.texts(List.of(file), List.of()));
    double written = seconds(() -> texts[0].write(bytes));
    double read = seconds(() -> BenchmarkTexts.read(new ByteArrayInputStream(bytes.toByteArray())));
    System.out.printf(
        Locale.ROOT,
        "once: taking %d texts in %.2f, writing them for the workers %.2f, reading them there %.2f"
            + " CPU s (cold)%n",
        TEXTS,
        taken,
        written,
        read);
    return texts[0];
  }

  /** Articles that hold a text are removed: their words are there already. */
  private static void tellLooking(
      BenchmarkTexts texts, List<Text> articles, double megabytes, double rate) throws IOException {
    List<Double> without = new ArrayList<>();
    List<Double> with = new ArrayList<>();
    long[] found = new long[2];
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      for (int from = 0; from < articles.size(); from += BATCH) {
        List<Text> batch = articles.subList(from, Math.min(from + BATCH, articles.size()));
        boolean isFirst = (round + from / BATCH) % 2 == 0;
        for (boolean looks : new boolean[] {isFirst, !isFirst}) {
          double spent = seconds(() -> found[looks ? 1 : 0] += look(looks ? texts : null, batch));
          if (round >= WARM_UP) {
            (looks ? with : without).add(spent);
          }
        }
      }
    }
    double added = (sum(with) - sum(without)) / ROUNDS;
    System.out.printf(
        Locale.ROOT,
        "removed: %d alternations over %d articles, of which %d are suspects; words %.3f, words and"
            + " texts %.3f CPU s: %.5f more a MB, %.2f %% of a build's%n",
        with.size(),
        articles.size(),
        found[1] / (WARM_UP + ROUNDS),
        sum(without) / ROUNDS,
        sum(with) / ROUNDS,
        added / megabytes,
        100 * added / megabytes / rate);
  }

  private static int look(BenchmarkTexts texts, List<Text> batch) {
    int found = 0;
    for (Text row : batch) {
      ArticleWords words = ArticleWords.of(row.title(), row.text());
      boolean isSuspect =
          texts != null && Contamination.suspicion(texts, row.site(), words.tokens()) != null;
      found += isSuspect ? 1 : 0;
    }
    return found;
  }

  /** Hits are written down: the articles of the generation are read again. */
  private static void tellReading(
      BenchmarkTexts texts, Path generation, double megabytes, double rate) throws IOException {
    List<Double> spent = new ArrayList<>();
    long[] hits = new long[1];
    for (int round = 0; round < WARM_UP + ROUNDS_OF_READING; round++) {
      Work work =
          () ->
              hits[0] =
                  ContaminationInGeneration.find(
                          Storage.local(generation), texts, Writer.nullWriter(), new StringWriter())
                      .hits();
      double seconds = seconds(work);
      if (round == 0) {
        System.out.printf(Locale.ROOT, "marked, first time: %.3f CPU s%n", seconds);
      } else if (round >= WARM_UP) {
        spent.add(seconds);
      }
    }
    double added = median(spent);
    System.out.printf(
        Locale.ROOT,
        "marked: %d hits, %.3f CPU s (%.3f to %.3f): %.5f more a MB, %.2f %% of a build's%n",
        hits[0],
        added,
        spent.stream().mapToDouble(d -> d).min().orElse(0),
        spent.stream().mapToDouble(d -> d).max().orElse(0),
        added / megabytes,
        100 * added / megabytes / rate);
  }

  private static void tellPairs(Path folder, Path file, int pairs)
      throws IOException, InterruptedException {
    List<String> kinds = List.of("without", "mark", "remove");
    List<List<Double>> spent = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int pair = 0; pair < pairs; pair++) {
      for (int k = 0; k < kinds.size(); k++) {
        int kind = (pair + k) % kinds.size();
        spent
            .get(kind)
            .add(
                kind == 0
                    ? build(folder)
                    : build(
                        folder,
                        "--decontaminate=" + file,
                        "--decontaminate-action=" + kinds.get(kind)));
      }
    }
    for (int kind = 0; kind < kinds.size(); kind++) {
      System.out.printf(
          Locale.ROOT,
          "whole builds, %s: median %.1f CPU s %s%n",
          kinds.get(kind),
          median(spent.get(kind)),
          spent.get(kind));
    }
  }

  private static double sum(List<Double> values) {
    return values.stream().mapToDouble(value -> value).sum();
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
