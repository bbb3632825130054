package org.copydesk.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.copydesk.language.LanguageIdentifier;
import org.copydesk.quality.PersonalData;
import org.copydesk.quality.QualityMeter;
import org.copydesk.text.Normaliser;
import org.copydesk.text.Tokens;
import org.copydesk.topic.TopicModel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What is measured on an article, in one thread: topics (documents of 250 words, teasers of 30),
 * languages (texts of 200 characters), signals and personal data (MB of UTF-8). Texts are the
 * English articles of testdata/dumps, their paragraphs joined until they are long enough. The lines
 * {@code perCpuSecond} of the iterations are the figures to read: they do not count the time other
 * processes took. The summary at the end adds the iterations up.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(time = 3)
@Measurement(time = 3)
public class ArticleBenchmark {
  private static final int DOCUMENTS = 512;
  private static final int MEGABYTE = 1_000_000;

  private final TopicModel topics = TopicModel.shipped();
  private final LanguageIdentifier languages = LanguageIdentifier.shared();
  private final QualityMeter meter = new QualityMeter();
  private final List<String> documents = new ArrayList<>();
  private final List<Tokens> documentTokens = new ArrayList<>();
  private final List<String> teasers = new ArrayList<>();
  private final List<String> titles = new ArrayList<>();
  private final List<String> shortTexts = new ArrayList<>();
  private final List<String> megabyte = new ArrayList<>();
  private final List<Tokens> megabyteTokens = new ArrayList<>();

  /** Makes the texts. */
  @Setup
  public void setUp() throws IOException {
    List<String> paragraphs = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("testdata/dumps.truth.jsonl"))) {
      JsonNode article = new ObjectMapper().readTree(line).path("article");
      boolean isEnglish = article.path("text").asText().contains(" the ");
      if (isEnglish) {
        titles.add(article.path("title").asText());
        paragraphs.addAll(List.of(article.path("text").asText().split("\n\n")));
      }
    }
    int next = 0;
    long bytes = 0;
    for (int d = 0; bytes < MEGABYTE || d < DOCUMENTS; d++) {
      StringBuilder text = new StringBuilder();
      // Another step a round, so that no two texts are the same.
      int step = 1 + 2 * (d / paragraphs.size());
      while (text.toString().split(" ").length < 250) {
        next = (next + step) % paragraphs.size();
        text.append(text.isEmpty() ? "" : "\n\n").append(paragraphs.get(next));
      }
      String[] words = text.toString().split(" ");
      String document = String.join(" ", Arrays.copyOf(words, 250));
      if (d < DOCUMENTS) {
        documents.add(document);
        documentTokens.add(Tokens.of(Normaliser.normalise(document)));
        teasers.add(String.join(" ", Arrays.copyOf(words, 24)));
        shortTexts.add(document.substring(0, 200));
      }
      if (bytes < MEGABYTE) {
        bytes += document.getBytes(StandardCharsets.UTF_8).length;
        megabyte.add(document);
        megabyteTokens.add(Tokens.of(Normaliser.normalise(document)));
      }
    }
  }

  /** Documents of 250 words, tokens shared. */
  @Benchmark
  public void topicsOfTokens(Blackhole out, ThreadCpu cpu) {
    cpu.done(DOCUMENTS);
    for (Tokens document : documentTokens) {
      out.consume(topics.classify(null, document));
    }
  }

  /** Documents of 250 words from their text. */
  @Benchmark
  public void topics(Blackhole out, ThreadCpu cpu) {
    cpu.done(DOCUMENTS);
    for (String document : documents) {
      out.consume(topics.classify(null, Tokens.of(Normaliser.normalise(document), 250)));
    }
  }

  /** Teasers of a title and 24 words, from their text. */
  @Benchmark
  public void topicsOfTeasers(Blackhole out, ThreadCpu cpu) {
    cpu.done(DOCUMENTS);
    for (int i = 0; i < DOCUMENTS; i++) {
      Tokens title = Tokens.of(Normaliser.normalise(titles.get(i % titles.size())));
      out.consume(topics.classify(title, Tokens.of(Normaliser.normalise(teasers.get(i)))));
    }
  }

  /** Texts of 200 characters. */
  @Benchmark
  public void languages(Blackhole out, ThreadCpu cpu) {
    cpu.done(DOCUMENTS);
    for (String text : shortTexts) {
      out.consume(languages.identify(text));
    }
  }

  /** A MB of articles, tokens shared: an operation is a MB. */
  @Benchmark
  public void signals(Blackhole out, ThreadCpu cpu) {
    cpu.done(1);
    for (int i = 0; i < megabyte.size(); i++) {
      out.consume(meter.measure(megabyte.get(i), megabyteTokens.get(i)));
    }
  }

  /** A MB of articles: an operation is a MB. */
  @Benchmark
  public void personalData(Blackhole out, ThreadCpu cpu) {
    cpu.done(1);
    for (String text : megabyte) {
      out.consume(PersonalData.count(text));
    }
  }

  /** Normalising and tokenising a MB: an operation is a MB. */
  @Benchmark
  public void tokens(Blackhole out, ThreadCpu cpu) {
    cpu.done(1);
    for (String text : megabyte) {
      out.consume(Tokens.of(Normaliser.normalise(text)));
    }
  }
}
