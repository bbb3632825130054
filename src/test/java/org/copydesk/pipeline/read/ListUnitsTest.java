package org.copydesk.pipeline.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListUnitsTest {
  private static int numbers(List<Integer> large, int known, int shared) {
    UnitWord word = new UnitWord.Known(100_007, "key", true, 3, 100);
    List<UnitWord> words = Collections.nCopies(known, word);
    return ListUnits.at(List.of(0L, 40L, 40L), large, words, shared, null, null, null).numbers();
  }

  @Test
  void unitsThatAreReadHaveNumbersOfTheirOwnUnlessTheyShareThem() {
    assertThat(numbers(List.of(), 0, 0), is(3));
    assertThat(numbers(List.of(), 5, 0), is(3 + 5));
    assertThat("few for those that are known", numbers(List.of(), 1000, 0), is(3 + 32));
    assertThat(numbers(List.of(), 1000, 6), is(6));
    assertThat("a range is read by its number", numbers(List.of(1, 2), 1000, 6), is(3 + 6));
  }
}
