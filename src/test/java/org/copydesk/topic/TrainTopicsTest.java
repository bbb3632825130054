package org.copydesk.topic;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.copydesk.QualityFloors;
import org.copydesk.text.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainTopicsTest {
  private static final Path TEXTS = Path.of("testdata/topic/four-classes.jsonl");
  private static final Path VOCABULARY = Path.of("testdata/topic/vocabulary.json");
  private static final PrintStream SILENT = new PrintStream(OutputStream.nullOutputStream());
  private static final TrainingSettings SMALL = TrainingSettings.standard().withBits(12);

  @TempDir Path folder;

  private byte[] train(Path texts, String name) throws IOException {
    Path file = folder.resolve(name);
    TrainTopics.run(List.of(texts), null, SMALL, file, SILENT);
    return Files.readAllBytes(file);
  }

  @Test
  void theSameTextsGiveTheSameFileInAnyOrder() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(TEXTS));
    Collections.shuffle(lines, new Random(3));
    Path shuffled = folder.resolve("four-classes.jsonl");
    Files.write(shuffled, lines);
    assertThat(train(shuffled, "a.model"), is(train(TEXTS, "b.model")));
  }

  @Test
  void aModelReadBackAnswersAsTheTrainedOne() throws IOException {
    Path file = folder.resolve("x.model.gz");
    TopicModel trained = TrainTopics.run(List.of(TEXTS), null, SMALL, file, SILENT);
    TopicModel read = TopicModel.load(Files.newInputStream(file));
    Tokens body = Tokens.of("the striker scored a goal in the match and the team won");
    assertThat(read.classify(null, body), is(trained.classify(null, body)));
    assertThat(read.classify(null, body).topic(), is("medtop:15000000"));
    assertThat(read.classify(null, body).topics().get(0).code(), is("medtop:15000000"));
  }

  @Test
  void wordsNeverMetGiveNoTopic() throws IOException {
    TopicModel model =
        TrainTopics.train(TrainingRecipe.of(List.of(TEXTS), null), SMALL, "", SILENT);
    TopicGuess guess = model.classify(null, Tokens.of("zyx wvu tsr"));
    assertThat(guess.topic(), is(nullValue()));
    assertThat(guess.confidence(), is(nullValue()));
    assertThat(guess.topics(), is(empty()));
    assertThat(model.classify(null, null), is(TopicGuess.NONE));
  }

  @Test
  void repeatedTextsTrainOnce() throws IOException {
    List<String> twice = new ArrayList<>(Files.readAllLines(TEXTS));
    twice.addAll(Files.readAllLines(TEXTS));
    Path doubled = folder.resolve("four-classes.jsonl");
    Files.write(doubled, twice);
    assertThat(train(doubled, "a.model"), is(train(TEXTS, "b.model")));
  }

  @Test
  void aVocabularyNamesTheClassesAndRollsCodesUp() throws IOException {
    Path texts = folder.resolve("t.jsonl");
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(TEXTS)) {
      lines.add(line.replace("medtop:15000000", "medtop:20000001"));
    }
    Files.write(texts, lines);
    TopicModel model =
        TrainTopics.run(List.of(texts), VOCABULARY, SMALL, folder.resolve("m"), SILENT);
    assertThat(
        model.header().codes(),
        is(List.of("medtop:04000000", "medtop:12000000", "medtop:15000000", "medtop:17000000")));
    assertThat(model.header().labels().get(0), is("economy, business and finance"));
    // Four tops and one narrower concept; the retired one is left out.
    assertThat(model.header().sources().get(1).texts(), is(5));
  }

  @Test
  void aTaxonomyOfOnesOwnIsAList() throws IOException {
    String list =
        "[{\"code\":\"farm\",\"label\":\"Farming\"},{\"code\":\"cattle\",\"broader\":\"farm\"}]";
    Taxonomy taxonomy = Taxonomy.read(stream(list));
    assertThat(taxonomy.tops(), is(List.of("farm")));
    assertThat(taxonomy.top("cattle"), is("farm"));
    assertThat(taxonomy.label("farm"), is("Farming"));
    for (String bad :
        List.of("[{\"label\":\"x\"}]", "[{\"code\":\"a\",\"broader\":\"b\"}]", "{}")) {
      assertThrows(IllegalArgumentException.class, () -> Taxonomy.read(stream(bad)), bad);
    }
  }

  /** The articles were written to judge it and have never trained it. */
  @Test
  void theShippedModelFilesArticlesWrittenForIt() throws IOException {
    TopicsEvaluation evaluation =
        TopicsEvaluation.of(
            TopicModel.shipped(),
            LabelledTexts.anyCodes().read(Path.of("testdata/topic/articles.jsonl")));
    System.out.println("written articles: " + evaluation.accuracy());
    assertThat(evaluation.texts(), is(102));
    assertThat(
        evaluation.accuracy(), is(greaterThanOrEqualTo(QualityFloors.WRITTEN_ARTICLES_FILED)));
  }

  @Test
  void anUnknownCodeIsRefusedWithItsLine() throws IOException {
    Taxonomy taxonomy = Taxonomy.read(Files.newInputStream(VOCABULARY));
    String lines = "{\"text\":\"a\",\"topics\":[]}\n{\"text\":\"b\",\"topics\":[\"medtop:9\"]}\n";
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> LabelledTexts.of(taxonomy).read(stream(lines), "x.jsonl"));
    assertThat(refused.getMessage(), is("x.jsonl, line 2: unknown code medtop:9"));
  }

  /** A model without a source of its recipe would not be the recipe's. */
  @Test
  void aSourceWithoutTextsIsRefused() throws IOException {
    Path none = Files.writeString(folder.resolve("none.jsonl"), "");
    Path file = folder.resolve("x.model");
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> TrainTopics.run(List.of(TEXTS, none), null, SMALL, file, SILENT));
    assertThat(
        refused.getMessage(),
        is(none + " has no labelled texts: a model would be trained without it"));
  }

  @Test
  void aLineThatIsNoJsonIsRefusedWithItsLine() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> LabelledTexts.anyCodes().read(stream("\n{\"text\":\n"), "x.jsonl"));
    assertThat(refused.getMessage(), containsString("x.jsonl, line 2: no JSON object"));
  }

  @Test
  void aDamagedModelIsRefused() throws IOException {
    byte[] bytes = train(TEXTS, "a.model");
    for (int at : new int[] {0, 5, 40, bytes.length / 2, bytes.length - 1}) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 1;
      assertThrows(
          IllegalArgumentException.class,
          () -> TopicModel.load(new ByteArrayInputStream(damaged)),
          "byte " + at);
    }
    byte[] cut = java.util.Arrays.copyOf(bytes, bytes.length - 100);
    assertThrows(
        IllegalArgumentException.class, () -> TopicModel.load(new ByteArrayInputStream(cut)));
  }

  @Test
  void theSplitNeverMoves() {
    // Stored in nobody's file, but figures of years are compared: these parts are fixed for good.
    assertThat(TopicExample.part(TopicExample.of("A", "b", List.of()).hash()), is(3));
    assertThat(TopicExample.part(TopicExample.of(" a ", "B", List.of()).hash()), is(3));
  }

  @Test
  void theShippedModelIsSmallAndHasAnOpinion() throws IOException {
    TopicModel model = TopicModel.shipped();
    assertThat(model.header().codes().size(), is(17));
    assertThat(
        TopicModel.class.getResourceAsStream(TopicModel.SHIPPED).readAllBytes().length,
        is(both(greaterThan(10_000)).and(lessThan(3 << 20))));
    Tokens title = Tokens.of("parliament votes on the new election law");
    Tokens body =
        Tokens.of(
            "the president and the opposition leader met before the vote in parliament,"
                + " where the government has a small majority after the election");
    assertThat(model.classify(title, body).topic(), is("medtop:11000000"));
    assertThat(model.isFor("en"), is(true));
    assertThat(model.isFor("de"), is(false));
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
