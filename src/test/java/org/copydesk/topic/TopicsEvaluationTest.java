package org.copydesk.topic;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import java.util.List;
import org.junit.jupiter.api.Test;

class TopicsEvaluationTest {
  private static TopicsEvaluation three() {
    TopicsEvaluation evaluation =
        new TopicsEvaluation(List.of("a", "b", "c"), List.of("A", "B", "C"));
    evaluation.add(new double[] {.9, .05, .05}, new int[] {0}, null);
    evaluation.add(new double[] {.6, .3, .1}, new int[] {1, 0}, null);
    evaluation.add(new double[] {.2, .5, .3}, new int[] {1}, null);
    evaluation.add(new double[] {.4, .3, .3}, new int[] {0}, null);
    return evaluation;
  }

  @Test
  void figuresEqualThoseComputedByHand() {
    TopicsEvaluation evaluation = three();
    assertThat(evaluation.accuracy(), is(.75));
    assertThat(evaluation.anyHit(), is(1.0));
    assertThat(evaluation.classes().get(0).precision(), closeTo(2 / 3.0, 1e-12));
    assertThat(evaluation.classes().get(0).recall(), is(1.0));
    assertThat(evaluation.classes().get(1).recall(), is(.5));
    // F1 of a: 4/5; of b: 2/3; c never occurs and does not count.
    assertThat(evaluation.macroF1(), closeTo((.8 + 2 / 3.0) / 2, 1e-12));
    // Each answer is in a bin of its own: (.1 + .6 + .5 + .6) / 4.
    assertThat(evaluation.calibrationError(), closeTo(.45, 1e-12));
    assertThat(evaluation.coverage(.5), is(.75));
    assertThat(evaluation.accuracyFrom(.5), closeTo(2 / 3.0, 1e-12));
  }

  @Test
  void onlyCompetingClassesAreAnswered() {
    TopicsEvaluation evaluation = new TopicsEvaluation(List.of("a", "b"), List.of("A", "B"));
    evaluation.add(new double[] {.7, .3}, new int[] {1}, new boolean[] {false, true});
    assertThat(evaluation.accuracy(), is(1.0));
  }

  @Test
  void theReportNamesClassesAndThresholds() {
    assertThat(three().text(), containsString("4 texts · accuracy 0.7500"));
  }

  /** Scripts read it: names and their order stay. */
  @Test
  void figuresAreWrittenAsTheyEverWere() {
    TopicsEvaluation two = new TopicsEvaluation(List.of("a", "b"), List.of("A", "B"));
    two.add(new double[] {.75, .25}, new int[] {0}, null);
    two.add(new double[] {.75, .25}, new int[] {1}, null);
    String json = two.json();
    assertThat(
        json,
        startsWith(
            """
            {
              "texts" : 2,
              "accuracy" : 0.5,
              "any_hit" : 0.5,
              "macro_f1" : 0.3333333333333333,
              "calibration_error" : 0.25,
              "classes" : [ {
                "code" : "a",
                "label" : "A",
                "texts" : 1,
                "precision" : 0.5,
                "recall" : 1.0,
                "f1" : 0.6666666666666666
              }, {
                "code" : "b",
                "label" : "B",
                "texts" : 1,
                "precision" : 0.0,
                "recall" : 0.0,
                "f1" : 0.0
              } ],
              "coverage" : [ {
                "from" : 0.0,
                "coverage" : 1.0,
                "accuracy" : 0.5
              }, {
            """));
    assertThat(json, endsWith("\"confusion\" : [ [ 1, 0 ], [ 1, 0 ] ]\n}"));
  }
}
