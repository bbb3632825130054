package org.copydesk.topic;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command {@code evaluate topics}: a model against labelled files. */
public final class EvaluateTopics {
  private EvaluateTopics() {}

  /**
   * Evaluates, prints, and writes the figures as JSON.
   *
   * @param gold labelled files, plain or gzipped
   * @param vocabulary rolls codes up to their top; null: codes are taken as they are
   * @param json file for the figures; null: not written
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
    List<LabelledText> texts = new ArrayList<>();
    for (Path file : gold) {
      texts.addAll(reader.read(file));
    }
    TopicsEvaluation evaluation = TopicsEvaluation.of(model, texts);
    out.print(evaluation.text());
    if (json != null) {
      Files.write(
          json,
          new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(evaluation.json()));
    }
    return evaluation;
  }
}
