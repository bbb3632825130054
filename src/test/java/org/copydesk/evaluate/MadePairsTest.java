package org.copydesk.evaluate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.nio.file.Path;
import java.util.List;
import org.copydesk.QualityFloors;
import org.copydesk.dedup.NearDuplicatePolicy;
import org.junit.jupiter.api.Test;

/**
 * Pairs written to be told apart or to be told for one, in many languages: two stories in nearly
 * the same words, and one story in two styles. None of their words was taken from elsewhere.
 */
class MadePairsTest {
  @Test
  void noContradictionIsMergedAndAStyleIsNoOtherStory() throws Exception {
    Path file = Path.of(NearDuplicatePolicy.class.getResource("made-pairs.jsonl").toURI());
    List<LabelledPair> pairs = LabelledPair.read(file, List.of());
    assertThat(pairs.size(), is(greaterThan(600)));
    long languages = pairs.stream().map(LabelledPair::language).distinct().count();
    assertThat(languages, is(greaterThan(11L)));
    PairsEvaluation evaluation = PairsEvaluation.of(pairs, NearDuplicatePolicy.DEFAULT);
    assertThat(evaluation.wrong(), evaluation.merged(), is(0));
    assertThat(
        evaluation.wrong(),
        evaluation.keptTwice(),
        is(lessThanOrEqualTo(QualityFloors.MADE_PAIRS_KEPT_TWICE)));
  }
}
