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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

  private static List<Integer> numbers(List<Input> units, UnitSize epoch) {
    PartNumbers numbers = new PartNumbers(epoch);
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
    Set<Integer> numbers = new HashSet<>(numbers(files, UnitSize.of(files)));
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
    List<Integer> all = numbers(files, UnitSize.of(files));
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
    List<Integer> all = numbers(files, UnitSize.of(files));
    for (int day = 0; day < 100; day++) {
      assertThat(ranges(all.subList(day * 10, day * 10 + 10)).size(), lessThanOrEqualTo(3));
    }
  }

  @Test
  void aFileMoreMovesNoOther() {
    List<Input> files = folder("a", 500);
    files.addAll(folder("b", 30));
    UnitSize epoch = UnitSize.of(files);
    List<Input> more = new ArrayList<>(folder("c", 7));
    more.add(new Input("a/zzz.txt", "/in/a/zzz.txt", 1000));
    List<Integer> before = numbers(files, epoch);
    more.addAll(0, files);
    assertThat(numbers(more, epoch).subList(0, files.size()), is(before));
  }

  @Test
  void ofFoldersOfLikeSizeAFileMoreOrLessMovesNoOtherUnit() {
    for (int folders : new int[] {2, 4, 8, 16, 64, 128}) {
      List<Input> files = new ArrayList<>();
      for (int i = 0; i < folders; i++) {
        files.addAll(folder(String.format("%03d", i), 1280 / folders));
      }
      // Units of one file each: whatever moves has another number.
      UnitSize epoch = new UnitSize(1, 1 << 20, 1, UnitSize.of(files).largeFolders());
      Map<String, List<Integer>> before = parts(files, epoch);
      for (int at : new int[] {0, files.size() / 2, files.size() - 1}) {
        List<Input> less = new ArrayList<>(files);
        String gone = less.remove(at).sourceFile();
        Map<String, List<Integer>> others = new TreeMap<>(before);
        others.remove(gone);
        assertThat(parts(less, epoch), is(others));
        List<Input> more = new ArrayList<>(files);
        String come = files.get(at).sourceFile() + "-";
        more.add(at + 1, new Input(come, "/in/" + come, 1000));
        Map<String, List<Integer>> after = parts(more, epoch);
        assertThat(after.remove(come), hasSize(1));
        assertThat(after, is(before));
      }
    }
  }

  private static Map<String, List<Integer>> parts(List<Input> files, UnitSize size) {
    Map<String, List<Integer>> parts = new TreeMap<>();
    for (DumpUnit unit : DumpUnit.cut(files, size)) {
      assertThat(unit.files(), hasSize(1));
      parts.put(unit.files().get(0).sourceFile(), unit.partNumbers());
    }
    return parts;
  }

  @Test
  void aFolderThatIsNewInTheEpochHasItsUnitsTogetherHoweverItGrows() {
    List<Input> files = folder("a", 500);
    UnitSize epoch = UnitSize.of(files);
    List<Input> fresh = folder("2026/12", 1);
    List<Integer> first = numbers(fresh, epoch);
    fresh.addAll(folder("2026/13", 400));
    List<Integer> all = numbers(fresh, epoch);
    assertThat(all.get(0), is(first.get(0)));
    assertThat(ranges(all).size(), lessThanOrEqualTo(2));
  }

  @Test
  void whereTheEpochDoesNotTellFoldersDoNotCount() {
    List<Input> files = folder("night", 200);
    files.add(new Input("alone.txt", "/in/alone.txt", 1000));
    UnitSize size = UnitSize.of(files);
    UnitSize older = new UnitSize(size.bytes(), size.large(), size.files(), null);
    assertThat(ranges(numbers(files, older)).size(), greaterThanOrEqualTo(50));
  }
}
