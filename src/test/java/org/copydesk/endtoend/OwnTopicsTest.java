package org.copydesk.endtoend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.command.Commands;
import org.copydesk.topic.TopicModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnTopicsTest {
  private static final String[] FARM = {"cows", "barn", "wheat", "tractor", "harvest", "milk"};
  private static final String[] SEA = {"boat", "harbour", "nets", "tide", "cod", "lighthouse"};

  @TempDir Path folder;

  @Test
  void aTaxonomyOfOnesOwnIsTrainedMeasuredAndUsedInABuild() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      boolean isFarm = i % 2 == 0;
      String[] words = isFarm ? FARM : SEA;
      String text =
          String.format(
              "The %s and the %s were seen near the %s on day %d.",
              words[i % 6], words[(i / 6) % 6], words[(i / 3) % 6], i);
      // Cattle is narrower than farm.
      String code = isFarm ? (i % 4 == 0 ? "cattle" : "farm") : "sea";
      lines.add("{\"text\":\"" + text + "\",\"topics\":[\"" + code + "\"]}");
    }
    Path labelled = Files.write(folder.resolve("labelled.jsonl"), lines);
    Path taxonomy =
        Files.writeString(
            folder.resolve("taxonomy.json"),
            "[{\"code\":\"farm\",\"label\":\"Farming\"},{\"code\":\"cattle\",\"broader\":\"farm\"},"
                + "{\"code\":\"sea\",\"label\":\"The sea\"}]");
    Path model = folder.resolve("own.model");
    Path figures = folder.resolve("figures.json");
    String vocabulary = "--vocabulary=" + taxonomy;
    assertThat(
        Commands.run("train", "topics", "--input=" + labelled, vocabulary, "--model=" + model),
        is(0));
    assertThat(
        Commands.run(
            "evaluate",
            "topics",
            "--gold=" + labelled,
            vocabulary,
            "--model=" + model,
            "--json=" + figures),
        is(0));
    assertThat(Files.readString(figures), containsString("\"accuracy\" : 1.0"));

    Path input =
        Files.writeString(
            folder.resolve("news.jsonl"),
            "{\"text\":\"The boat left the harbour with the tide, its nets full of cod.\"}\n"
                + "{\"text\":\"The tractor pulled the harvest of wheat into the barn by the cows.\"}\n");
    Corpus corpus =
        Corpus.build(
            folder.resolve("out"),
            input.toString(),
            "--segment=false",
            "--language=false",
            "--topic-model=" + model);
    assertThat(
        corpus.query("select topic, topic_label from {articles} order by topic"),
        is(List.of(List.of("farm", "Farming"), List.of("sea", "The sea"))));
  }

  /** Sections label the texts; sites that the model never saw judge it. */
  @Test
  void aCorpusTrainsAModelForItsLanguagesFromTheSectionsOfItsSites() throws IOException {
    Path made = folder.resolve("made");
    assertThat(
        Commands.run(
            "generate",
            "-o",
            made.toString(),
            "--pages=700",
            "--sites=25",
            "--format=html",
            "--languages=de,fr,es,ru,pt"),
        is(0));
    String dumps = made.resolve("dumps").toString();
    Path output = folder.resolve("corpus");
    assertThat(Corpus.run(output, dumps), is(0));
    Path model = folder.resolve("sections.model");
    assertThat(
        Commands.run("train", "topics", "--from-corpus=" + output, "--model=" + model), is(0));
    TopicModel trained = TopicModel.load(Files.newInputStream(model));
    double f1 = trained.header().figures().get("held_back_macro_f1");
    System.out.println("macro-F1 on sites left out: " + f1);
    assertThat(f1, is(greaterThanOrEqualTo(.8)));
    Corpus corpus = Corpus.build(folder.resolve("out"), dumps, "--topic-model=" + model);
    assertThat(
        corpus.query(
            "select language from {articles} group by language having count(topic) > .8 * count(*)"
                + " order by language"),
        is(List.of(List.of("de"), List.of("es"), List.of("fr"), List.of("pt"), List.of("ru"))));
  }

  @Test
  void aModelThatIsNoneEndsWithTwo() throws IOException {
    Path model = Files.writeString(folder.resolve("no.model"), "not a model");
    assertThat(
        Corpus.run(folder.resolve("out"), "testdata/dumps", "--topic-model=" + model), is(2));
    assertThat(
        Corpus.run(
            folder.resolve("out"), "testdata/dumps", "--topic-model=" + folder.resolve("none")),
        is(2));
  }
}
