package org.copydesk.topic;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command {@code evaluate topics}: a model against labelled files. */
public final class EvaluateTopics {
  private static final int SHOWN = 5;

  private EvaluateTopics() {}

  /**
   * Evaluates, prints, and writes the figures as JSON.
   *
   * @param gold labelled files, plain or gzipped
   * @param vocabulary rolls codes up to their top; null: codes are taken as they are
   * @param json file for the figures; null: not written
   * @throws IllegalArgumentException when no text has a label of the model
   */
  public static TopicsEvaluation run(
      TopicModel model, List<Path> gold, Path vocabulary, Path json, PrintStream out)
      throws IOException {
    LabelledTexts reader = LabelledTexts.anyCodes();
    if (vocabulary != null) {
      try (InputStream in = Files.newInputStream(vocabulary)) {
        reader = LabelledTexts.of(Taxonomy.read(in));
      }
    }
    List<TopicExample> texts = new ArrayList<>();
    for (Path file : gold) {
      texts.addAll(reader.read(file));
    }
    TopicsEvaluation evaluation = TopicsEvaluation.of(model, texts);
    int foreign = texts.size() - evaluation.texts();
    if (evaluation.texts() == 0) {
      throw new IllegalArgumentException(
          texts.isEmpty()
              ? "nothing to evaluate: no text in " + gold
              : "nothing to evaluate: "
                  + texts.size()
                  + " texts, none whose first label is one of the model's; theirs are "
                  + some(texts.stream().flatMap(text -> text.topics().stream().limit(1)))
                  + ", the model's "
                  + some(model.header().codes().stream()));
    }
    if (foreign > 0) {
      out.println(foreign + " left out: their first label is none of the model's");
    }
    out.print(evaluation.text());
    if (json != null) {
      Files.writeString(json, evaluation.json());
    }
    return evaluation;
  }

  /** The first labels by name, for a message. */
  private static String some(Stream<String> labels) {
    List<String> all = labels.distinct().sorted().toList();
    String first = all.stream().limit(SHOWN).collect(Collectors.joining(", "));
    return all.isEmpty()
        ? "not there"
        : first + (all.size() > SHOWN ? " and " + (all.size() - SHOWN) + " more" : "");
  }
}
