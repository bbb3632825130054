package org.copydesk.evaluate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Scripts read these: names and their order stay. */
class ResultJsonTest {
  private static final Score SCORE = new Score(.5, .5);

  @Test
  void figuresOfPages() {
    PagesResult result =
        new PagesResult(
            3, 2, 1, 0, .25, .5, .75, Map.of("title", 1.0), SCORE, SCORE, .125, List.of("a.txt#0"));
    assertThat(
        result.json(),
        is(
            "{\"pages\":3,\"articles\":2,\"missed_articles\":1,\"false_articles\":0,"
                + "\"body\":{\"precision\":0.25,\"recall\":0.5,\"f1\":0.75},"
                + "\"exact\":{\"title\":1.0},"
                + "\"teasers\":{\"precision\":0.5,\"recall\":0.5,\"f1\":0.5},"
                + "\"distinct_teasers\":{\"precision\":0.5,\"recall\":0.5,\"f1\":0.5},"
                + "\"leakage\":0.125,\"worst\":[\"a.txt#0\"]}"));
  }

  @Test
  void figuresOfDuplicates() {
    DuplicatesResult result =
        new DuplicatesResult(
            9, SCORE, SCORE, 1, List.of(new DuplicatesResult.Band(.7, 4, 3, 4)), 1, 2);
    assertThat(
        result.json(),
        is(
            "{\"documents\":9,\"pairs\":{\"precision\":0.5,\"recall\":0.5,\"f1\":0.5},"
                + "\"b_cubed\":{\"precision\":0.5,\"recall\":0.5,\"f1\":0.5},"
                + "\"adjusted_rand\":1.0,\"bands\":[{\"from\":0.7,\"pairs\":4,\"hits\":3,"
                + "\"recall\":0.75,\"caught\":4}],\"merged\":1,\"different\":2}"));
  }
}
