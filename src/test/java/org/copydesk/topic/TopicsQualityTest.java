package org.copydesk.topic;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.copydesk.QualityFloors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The trainer on AG News and Reuters-21578, the shipped model on Wikipedia's current events. */
@Tag("quality")
class TopicsQualityTest {

  private static final Path DATA = Path.of("../shared/data");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final PrintStream SILENT = new PrintStream(OutputStream.nullOutputStream());

  @TempDir Path folder;

  private static void lines(String file, Consumer<JsonNode> to) throws IOException {
    Path path = DATA.resolve(file);
    assumeTrue(Files.exists(path));
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        to.accept(JSON.readTree(line));
      }
    }
  }

  private static TopicExample text(JsonNode node, String topic) {
    return TopicExample.of(
        node.path("title").asText(null), node.path("text").asText(""), List.of(topic));
  }

  private TopicsEvaluation trainAndTest(
      String name, List<TopicExample> train, List<TopicExample> test, TrainingSettings settings)
      throws IOException {
    Path file = folder.resolve(name + ".jsonl");
    try (var out = Files.newBufferedWriter(file)) {
      for (TopicExample text : train) {
        var node = JSON.createObjectNode().put("title", text.title()).put("text", text.text());
        node.putArray("topics").add(text.topics().get(0));
        out.write(node + "\n");
      }
    }
    TopicModel model =
        TrainTopics.train(TrainingRecipe.of(List.of(file), null), settings, name, SILENT);
    TopicsEvaluation evaluation = TopicsEvaluation.of(model, test);
    System.out.printf(
        Locale.ROOT,
        "%s: %d to %d texts, accuracy %.4f, macro-F1 %.4f, ECE %.4f, held back %s%n",
        name,
        train.size(),
        test.size(),
        evaluation.accuracy(),
        evaluation.macroF1(),
        evaluation.calibrationError(),
        model.header().figures());
    double lost =
        model.header().figures().get("held_back_accuracy_float")
            - model.header().figures().get("held_back_accuracy");
    assertThat(lost, is(lessThanOrEqualTo(QualityFloors.LOST_TO_BYTES)));
    assertThat(
        evaluation.calibrationError(), is(lessThanOrEqualTo(QualityFloors.CALIBRATION_ERROR)));
    return evaluation;
  }

  @Test
  void agNewsIsLearned() throws IOException {
    List<TopicExample> train = new ArrayList<>();
    List<TopicExample> test = new ArrayList<>();
    lines(
        "topics/evaluation-only/agnews.jsonl.gz",
        node ->
            (node.path("split").asText().equals("test") ? test : train)
                .add(text(node, node.path("category").asText())));
    assertThat(
        trainAndTest("AG News", train, test, TrainingSettings.standard()).accuracy(),
        is(greaterThanOrEqualTo(QualityFloors.AG_NEWS_ACCURACY)));
  }

  @Test
  void theEightLargestClassesOfReutersAreLearned() throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    List<JsonNode> single = new ArrayList<>();
    lines(
        "topics/evaluation-only/reuters21578.jsonl.gz",
        node -> {
          if (node.path("categories").size() == 1 && !node.path("text").asText("").isBlank()) {
            single.add(node);
            counts.merge(node.path("categories").path(0).asText(), 1, Integer::sum);
          }
        });
    Set<String> largest =
        counts.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .limit(8)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    List<TopicExample> train = new ArrayList<>();
    List<TopicExample> test = new ArrayList<>();
    for (JsonNode node : single) {
      String category = node.path("categories").path(0).asText();
      if (largest.contains(category)) {
        String split = node.path("split").asText();
        if (split.equals("TRAIN") || split.equals("TEST")) {
          (split.equals("TEST") ? test : train).add(text(node, category));
        }
      }
    }
    assertThat(
        trainAndTest("Reuters", train, test, TrainingSettings.standard()).accuracy(),
        is(greaterThanOrEqualTo(QualityFloors.REUTERS_ACCURACY)));
  }

  private static final Set<String> JUDGED =
      Set.of("02", "03", "04", "11", "15", "16").stream()
          .map(code -> "medtop:" + code + "000000")
          .collect(Collectors.toSet());

  /** Items of 2018-2022 in six classes; those of a day and section joined, or each by itself. */
  private static List<TopicExample> currentEvents(boolean areJoined) throws IOException {
    Map<String, String> labels = new TreeMap<>();
    Map<String, StringBuilder> texts = new TreeMap<>();
    lines(
        "news/current-events.jsonl.gz",
        node -> {
          String day = node.path("published_at").asText("");
          String topic = node.path("topics").path(0).asText("");
          boolean isJudged = node.path("topics").size() == 1 && JUDGED.contains(topic);
          if (isJudged && day.compareTo("2018") >= 0 && day.compareTo("2023") < 0) {
            String key =
                areJoined
                    ? day + " " + node.path("categories").path(0).asText() + " " + topic
                    : node.path("id").asText();
            labels.put(key, topic);
            texts
                .computeIfAbsent(key, any -> new StringBuilder())
                .append(node.path("text").asText())
                .append('\n');
          }
        });
    List<TopicExample> all = new ArrayList<>();
    texts.forEach(
        (key, text) -> all.add(TopicExample.of(null, text.toString(), List.of(labels.get(key)))));
    return all;
  }

  @Test
  void theShippedModelKnowsCurrentEvents() throws IOException {
    TopicsEvaluation evaluation = TopicsEvaluation.of(TopicModel.shipped(), currentEvents(true));
    System.out.println("current events: " + evaluation.text());
    assertThat(
        evaluation.macroF1(), is(greaterThanOrEqualTo(QualityFloors.CURRENT_EVENTS_MACRO_F1)));
    assertThat(
        evaluation.calibrationError(), is(lessThanOrEqualTo(QualityFloors.CALIBRATION_ERROR)));
  }

  /** One by one and joined, so that there are short texts and long ones of one kind. */
  @Test
  void probabilitiesHoldAtEachLength() throws IOException {
    List<TopicExample> texts = new ArrayList<>(currentEvents(false));
    texts.addAll(currentEvents(true));
    TreeMap<Integer, List<TopicExample>> byWords = new TreeMap<>();
    for (TopicExample text : texts) {
      int words = text.textTokens(TrainingSettings.standard().words()).count();
      int band = Arrays.stream(LENGTHS).filter(from -> words >= from).max().orElse(0);
      byWords.computeIfAbsent(band, from -> new ArrayList<>()).add(text);
    }
    TopicModel model = TopicModel.shipped();
    byWords.forEach(
        (from, some) -> {
          TopicsEvaluation evaluation = TopicsEvaluation.of(model, some);
          System.out.printf(
              Locale.ROOT,
              "from %d words: %d texts, accuracy %.4f, ECE %.4f%n",
              from,
              some.size(),
              evaluation.accuracy(),
              evaluation.calibrationError());
          assertThat(
              "from " + from + " words",
              evaluation.calibrationError(),
              is(
                  lessThanOrEqualTo(
                      from == 0
                          ? QualityFloors.CALIBRATION_ERROR_OF_HEADLINES
                          : QualityFloors.CALIBRATION_ERROR_BY_LENGTH)));
        });
  }

  private static final int[] LENGTHS = {0, 15, 30, 60, 120};

  /**
   * What a source is worth that training never saw: 1,500 of its labelled texts, judged by a model
   * that is trained without it; of the first source, or of all with {@code
   * -Dcopydesk.sources=true}.
   */
  @Test
  void aSourceNeverSeenIsFiled() throws IOException {
    TrainingRecipe recipe = TrainingRecipe.read(Path.of("pipelines/topics/default.yaml"));
    assumeTrue(Files.exists(recipe.vocabulary()));
    LabelledTexts reader;
    try (InputStream in = Files.newInputStream(recipe.vocabulary())) {
      reader = LabelledTexts.of(Taxonomy.read(in));
    }
    WordNetGlosses.writeFor(recipe, reader);
    boolean areAll = Boolean.getBoolean("copydesk.sources");
    for (String name : LEFT_OUT) {
      TopicModel model =
          TrainTopics.train(
              without(recipe, name), TrainingSettings.standard(), "without " + name, SILENT);
      double right = rightOf(model, reader, Path.of(name));
      if (name.equals(LEFT_OUT.get(0))) {
        assertThat(right, is(greaterThanOrEqualTo(QualityFloors.SOURCE_LEFT_OUT)));
      }
      if (!areAll) {
        return;
      }
    }
    rightOf(TopicModel.shipped(), reader, DATA.resolve("news/whitehouse-2017.jsonl.gz"));
  }

  private static final List<String> LEFT_OUT =
      List.of(
          "../shared/data/topics/huffpost.jsonl.gz",
          "../shared/data/news/doj-press.jsonl.gz",
          "../shared/data/news/state-human-rights.jsonl.gz",
          "../shared/data/news/digital-gov-news.jsonl.gz");

  /** Nothing of what is left is held back: only the source that is left out judges. */
  private static TrainingRecipe without(TrainingRecipe recipe, String file) {
    return recipe.withSources(
        recipe.sources().stream()
            .filter(one -> !one.file().equals(Path.of(file)))
            .map(
                one ->
                    new TrainingRecipe.Source(
                        one.file(),
                        one.name(),
                        one.licence(),
                        one.perClass(),
                        one.weight(),
                        one.labels(),
                        false,
                        one.teach(),
                        one.paragraphs()))
            .toList());
  }

  private static double rightOf(TopicModel model, LabelledTexts reader, Path file)
      throws IOException {
    List<TopicExample> texts = new ArrayList<>(reader.read(file));
    texts.removeIf(text -> text.topics().isEmpty());
    texts.sort(Comparator.comparing(TopicExample::hash));
    TopicsEvaluation evaluation =
        TopicsEvaluation.of(model, texts.subList(0, Math.min(1_500, texts.size())));
    System.out.printf(
        Locale.ROOT,
        "never seen %s: %d texts, first right %.4f, any %.4f, ECE %.4f%n",
        file.getFileName(),
        evaluation.texts(),
        evaluation.accuracy(),
        evaluation.anyHit(),
        evaluation.calibrationError());
    return evaluation.accuracy();
  }

  /** Same labels, same file: both models are what their recipes train, byte for byte. */
  @ParameterizedTest
  @CsvSource({
    "default,src/main/resources/org/copydesk/topic/topics.model.gz",
    "share-alike,pipelines/topics/share-alike.model.gz"
  })
  void theFrozenLabelsTrainTheModelOfARecipe(String name, Path shipped) throws IOException {
    Path file = Path.of("pipelines/topics/" + name + ".yaml");
    TrainingRecipe recipe = TrainingRecipe.read(file);
    assumeTrue(Files.exists(recipe.vocabulary()));
    try (InputStream in = Files.newInputStream(recipe.vocabulary())) {
      WordNetGlosses.writeFor(recipe, LabelledTexts.of(Taxonomy.read(in)));
    }
    ByteArrayOutputStream trained = new ByteArrayOutputStream();
    TrainTopics.train(recipe, TrainingSettings.standard(), "train topics --recipe=" + file, SILENT)
        .write(trained);
    try (InputStream in = new GZIPInputStream(Files.newInputStream(shipped))) {
      assertThat(Arrays.equals(trained.toByteArray(), in.readAllBytes()), is(true));
    }
  }

  /**
   * What current events add where they may teach: those before 2018, judged by those after. The
   * model that is given away learns from all of them.
   */
  @Test
  void currentEventsTeachCurrentEvents() throws IOException {
    Path until = folder.resolve("current-events.jsonl");
    try (var out = Files.newBufferedWriter(until)) {
      lines(
          "news/current-events.jsonl.gz",
          node -> {
            if (node.path("published_at").asText("").compareTo("2018") < 0) {
              write(out, node + "\n");
            }
          });
    }
    TrainingRecipe recipe = TrainingRecipe.read(Path.of("pipelines/topics/share-alike.yaml"));
    List<TrainingRecipe.Source> sources = new ArrayList<>(recipe.sources());
    TrainingRecipe.Source last = sources.remove(sources.size() - 1);
    sources.add(
        new TrainingRecipe.Source(
            until, last.name(), last.licence(), last.perClass(), 1, true, true, 0, 0));
    TopicModel model =
        TrainTopics.train(recipe.withSources(sources), TrainingSettings.standard(), "", SILENT);
    TopicsEvaluation evaluation = TopicsEvaluation.of(model, currentEvents(true));
    System.out.println("current events, taught by those before: " + evaluation.text());
    assertThat(
        evaluation.macroF1(),
        is(greaterThanOrEqualTo(QualityFloors.CURRENT_EVENTS_TAUGHT_MACRO_F1)));
    TopicsEvaluation written =
        TopicsEvaluation.of(
            model, LabelledTexts.anyCodes().read(Path.of("testdata/topic/articles.jsonl")));
    System.out.println("written articles, taught by current events: " + written.accuracy());
  }

  private static void write(Writer out, String line) {
    try {
      out.write(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theSeedIsAboutConflictOrPolitics() throws IOException {
    Path seed = Path.of("../shared/seed/000_26e186b7eb494bec.txt");
    assumeTrue(Files.exists(seed));
    String[] titleAndText = Files.readString(seed).split("Provided by")[0].split("\n", 2);
    TopicExample text = TopicExample.of(titleAndText[0], titleAndText[1], List.of());
    TopicGuess guess = TopicModel.shipped().classify(text.titleTokens(), text.textTokens(250));
    assertThat(guess.topic(), is(oneOf("medtop:11000000", "medtop:16000000")));
  }
}
