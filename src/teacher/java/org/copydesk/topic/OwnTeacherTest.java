package org.copydesk.topic;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.copydesk.text.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model of somebody's own, as files of ONNX, teaches texts that nobody labelled. */
class OwnTeacherTest {
  private static final Path TEXTS = Path.of("testdata/topic/four-classes.jsonl");
  private static final Path VOCABULARY = Path.of("testdata/topic/vocabulary.json");

  @TempDir Path folder;

  private Path unpacked(String resource) throws IOException {
    Path file = folder.resolve(resource);
    try (InputStream in = OwnTeacherTest.class.getResourceAsStream("/" + resource)) {
      Files.copy(in, file);
    }
    return file;
  }

  private Path recipe(String pooling) throws IOException {
    Path file = folder.resolve(pooling + ".yaml");
    Files.write(
        file,
        List.of(
            "vocabulary: " + VOCABULARY,
            "language: de",
            "teacher: " + folder.resolve("labels.tsv.gz"),
            "embeddings:",
            "  - model: " + folder.resolve("bge-small-en-v1.5-q.onnx"),
            "    tokenizer: " + folder.resolve("bge-small-en-v1.5-q-tokenizer.json"),
            "    pooling: " + pooling,
            "sources:",
            "  - {file: "
                + TEXTS
                + ", name: seeds, labels: false, teach: 1000, held-back: false}"));
    return file;
  }

  @Test
  void aModelOfOnesOwnTeaches() throws IOException {
    unpacked("bge-small-en-v1.5-q.onnx");
    unpacked("bge-small-en-v1.5-q-tokenizer.json");
    Path recipe = recipe("cls");
    TeachTopics.main(
        new String[] {
          recipe.toString(),
          folder.resolve("embeddings").toString(),
          folder.resolve("labels.tsv.gz").toString()
        });
    PrintStream silent = new PrintStream(OutputStream.nullOutputStream());
    TopicModel model =
        TrainTopics.train(
            TrainingRecipe.read(recipe), TrainingSettings.standard().withBits(12), "", silent);
    List<TopicExample> texts = LabelledTexts.anyCodes().read(TEXTS);
    assertThat(TopicsEvaluation.of(model, texts).accuracy(), is(greaterThanOrEqualTo(.9)));
    assertThat(model.isFor("de"), is(true));
    assertThat(model.isFor("en"), is(false));
    Tokens body = Tokens.of("the team won the match after a late goal by the striker");
    assertThat(model.classify(null, body).topics().get(0).code(), is("medtop:15000000"));
  }

  @Test
  void poolingIsOneOfTwo() throws IOException {
    Path recipe = recipe("most");
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> TrainingRecipe.read(recipe));
    assertThat(refused.getMessage().contains("pooling is mean or cls, not most"), is(true));
  }
}
