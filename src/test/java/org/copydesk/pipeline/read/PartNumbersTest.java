package org.copydesk.pipeline.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.copydesk.corpus.PartResult;
import org.copydesk.dump.source.InputListing.Input;
import org.junit.jupiter.api.Test;

class PartNumbersTest {
  private static final long RANGES = 64;

  private static List<Input> folder(String name, int files) {
    List<Input> all = new ArrayList<>();
    for (int i = 0; i < files; i++) {
      String file = String.format("%s/%05d.txt", name, i);
      all.add(new Input(file, "/in/" + file, 1000));
    }
    return all;
  }

  private static List<Integer> numbers(List<Input> units, List<Input> listing, long all) {
    PartNumbers numbers = new PartNumbers(listing, all);
    return units.stream().map(unit -> numbers.of(unit.sourceFile(), 0)).toList();
  }

  /** The ranges in which parts of tables hold them. */
  private static Set<Long> ranges(List<Integer> numbers) {
    Set<Long> ranges = new HashSet<>();
    numbers.forEach(number -> ranges.add(number * RANGES / PartResult.NUMBERS));
    return ranges;
  }

  @Test
  void allAreOthersAndThoseOfUnits() {
    List<Input> files = folder("a", 3000);
    files.addAll(folder("b/c", 40));
    Set<Integer> numbers = new HashSet<>(numbers(files, files, 3_040_000));
    assertThat(numbers, hasSize(files.size()));
    for (int number : numbers) {
      assertThat(number, greaterThanOrEqualTo(PartResult.FIRST_OF_UNITS));
      assertThat(number, lessThan(PartResult.NUMBERS));
    }
  }

  @Test
  void aFolderIsSpreadOverItsShareOfTheRange() {
    List<Input> files = folder("a", 3000);
    files.addAll(folder("night/of/one", 15));
    files.addAll(folder("night/of/two", 15));
    List<Integer> all = numbers(files, files, 3_030_000);
    assertThat(ranges(all.subList(0, 3000)), hasSize((int) RANGES));
    assertThat(ranges(all.subList(3000, 3030)).size(), lessThanOrEqualTo(2));
  }

  @Test
  void ofFoldersInFoldersTheOutermostSmallOneCounts() {
    List<Input> files = new ArrayList<>();
    for (int day = 0; day < 100; day++) {
      for (int site = 0; site < 5; site++) {
        files.addAll(folder("archive/" + day + "/" + site, 2));
      }
    }
    List<Integer> all = numbers(files, files, 1_000_000);
    for (int day = 0; day < 100; day++) {
      assertThat(ranges(all.subList(day * 10, day * 10 + 10)).size(), lessThanOrEqualTo(3));
    }
  }

  @Test
  void aFileMoreMovesNoOther() {
    List<Input> files = folder("a", 500);
    files.addAll(folder("b", 30));
    List<Input> more = new ArrayList<>(files);
    more.addAll(folder("c", 7));
    more.add(new Input("a/zzz.txt", "/in/a/zzz.txt", 1000));
    assertThat(numbers(files, more, 530_000), is(numbers(files, files, 530_000)));
  }

  @Test
  void whereItIsNotKnownHowMuchThereIsFoldersDoNotCount() {
    List<Input> files = folder("night", 200);
    files.add(new Input("alone.txt", "/in/alone.txt", 1000));
    assertThat(ranges(numbers(files, files, 0)).size(), greaterThanOrEqualTo(50));
  }
}
