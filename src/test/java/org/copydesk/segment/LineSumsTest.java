package org.copydesk.segment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** However lines are added up, a unit has its bias and its weight of each row of the line. */
class LineSumsTest {
  private static int[] oneByOne(LineModel model, int[] rows) {
    HiddenLayer hidden = model.hidden();
    int[] sums = model.sums().room();
    for (int unit = 0; unit < hidden.units(); unit++) {
      sums[unit] = hidden.bias(unit);
      for (int row : rows) {
        sums[unit] += hidden.weight(row, unit);
      }
    }
    return sums;
  }

  @Test
  void usualRowsNeedNotBeGiven() {
    LineModel model = LineModelTest.random(5);
    Random random = new Random(6);
    for (int trial = 0; trial < 50; trial++) {
      int[] rows = LineSlots.USUAL.clone();
      for (int slot = 0; slot < rows.length; slot++) {
        int values = LineSlots.last(slot) - LineSlots.FIRST[slot];
        boolean isUsual = random.nextBoolean();
        rows[slot] = isUsual ? rows[slot] : LineSlots.FIRST[slot] + random.nextInt(values);
      }
      int[] others =
          Arrays.stream(rows)
              .filter(row -> Arrays.binarySearch(LineSlots.USUAL, row) < 0)
              .toArray();
      int[] all = model.sums().room();
      int[] some = model.sums().room();
      model.sums().of(rows, all);
      model.sums().of(others, some);
      assertThat(all, is(oneByOne(model, rows)));
      assertThat(some, is(all));
    }
  }

  /** Pages of some lines and of none, of numbers that stay and numbers that change. */
  @Test
  void linesOfAPageHaveTheSumsOfTheirRows() {
    LineModel model = LineModelTest.random(7);
    Random random = new Random(8);
    for (int lines = 0; lines < 40; lines++) {
      assertPage(model, numbers(random, lines));
    }
  }

  private static char[][] numbers(Random random, int lines) {
    char[][] numbers = new char[lines][LineSlots.TRAITS.length];
    for (int line = 0; line < lines; line++) {
      for (LineTrait trait : LineSlots.TRAITS) {
        int kind = random.nextInt(4);
        int number =
            kind == 0 || line == 0 && kind == 1
                ? LineSlots.usual(trait)
                : kind == 1 ? numbers[line - 1][trait.ordinal()] : random.nextInt(trait.values);
        numbers[line][trait.ordinal()] = (char) number;
      }
    }
    return numbers;
  }

  private static void assertPage(LineModel model, char[][] numbers) {
    LineSums.Page page = model.sums().page();
    int[] sums = model.sums().room();
    for (int read = 0; read < numbers.length + LineSlots.REACH; read++) {
      if (read < numbers.length) {
        page.take(numbers[read]);
      } else {
        page.takeEdge();
      }
      int line = read - LineSlots.REACH;
      if (line >= 0) {
        int[] rows = new int[LineSlots.COUNT];
        int title = 0;
        for (int slot = 0; slot < rows.length; slot++) {
          int at = line + LineSlots.OFFSET[slot];
          rows[slot] = LineSlots.row(slot, at < 0 || at >= numbers.length ? null : numbers[at]);
          title += model.title(rows[slot]);
        }
        page.sums(sums);
        int units = model.hidden().units();
        assertThat(Arrays.copyOf(sums, units), is(Arrays.copyOf(oneByOne(model, rows), units)));
        assertThat(page.title(), is(title));
      }
    }
  }
}
