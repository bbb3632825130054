package org.copydesk.evaluate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copydesk.QualityFloors;
import org.copydesk.dedup.NearDuplicatePolicy;
import org.copydesk.model.Article;
import org.junit.jupiter.api.Test;

/**
 * Short stories in which one sentence has another word, name, role or quantity, and such in which
 * it has another notation, by {@code sentence-variants.txt}, 28 languages, and by {@code
 * sentence-variants-later.txt}, fourteen, which was counted once before any of it was mended.
 */
class SentenceVariantsTest {
  private static final Pattern SLOT = Pattern.compile("\\[([^|\\]]*)\\|([^\\]]*)\\]");
  private static final Instant DAY = Instant.parse("2025-03-04T00:00:00Z");

  private static List<LabelledPair> pairs(String file) throws IOException {
    List<LabelledPair> pairs = new ArrayList<>();
    String[] story = {};
    int line = 0;
    try (InputStream in = NearDuplicatePolicy.class.getResourceAsStream(file)) {
      for (String each : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        line++;
        String[] row = each.split(" \\| ", 3);
        if (each.startsWith("= ")) {
          story = row;
        } else if (!each.startsWith("#")) {
          Matcher slot = SLOT.matcher(row[2]);
          String language = story[0].substring(2);
          pairs.add(
              new LabelledPair(
                  document(story, slot.replaceAll("$1")),
                  document(story, slot.replaceAll("$2")),
                  row[0],
                  row[1],
                  language,
                  null,
                  row[2],
                  language + " " + line,
                  Double.NaN));
        }
      }
    }
    return pairs;
  }

  private static LabelledPair.Document document(String[] story, String sentence) {
    String text = sentence + "\n" + story[2];
    return new LabelledPair.Document(
        "", "", new Article(story[1], null, List.of(), null, DAY, null, text, null, null));
  }

  @Test
  void anotherWordIsAnotherStoryAndAnotherNotationIsNot() throws IOException {
    List<LabelledPair> pairs = pairs("sentence-variants.txt");
    assertThat(pairs.size(), is(greaterThan(1_000)));
    assertThat(pairs.stream().map(LabelledPair::language).distinct().count(), is(greaterThan(24L)));
    PairsEvaluation evaluation = PairsEvaluation.of(pairs, NearDuplicatePolicy.DEFAULT);
    assertThat(
        evaluation.wrong(),
        evaluation.merged(),
        is(lessThanOrEqualTo(QualityFloors.SENTENCE_VARIANTS_MERGED)));
    assertThat(
        evaluation.wrong(),
        evaluation.keptTwice(),
        is(lessThanOrEqualTo(QualityFloors.SENTENCE_VARIANTS_KEPT_TWICE)));
  }

  @Test
  void soItIsInStoriesThatNoRuleWasMadeFor() throws IOException {
    List<LabelledPair> pairs = pairs("sentence-variants-later.txt");
    assertThat(pairs.size(), is(252));
    PairsEvaluation evaluation = PairsEvaluation.of(pairs, NearDuplicatePolicy.DEFAULT);
    assertThat(evaluation.wrong(), evaluation.merged(), is(0));
    assertThat(
        evaluation.wrong(),
        evaluation.keptTwice(),
        is(lessThanOrEqualTo(QualityFloors.LATER_SENTENCES_KEPT_TWICE)));
  }
}
