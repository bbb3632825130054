package org.copydesk.pipeline.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.copydesk.dump.source.FileState;
import org.copydesk.dump.source.InputListing.Input;
import org.junit.jupiter.api.Test;

class DumpUnitTest {
  private static Input file(String name, long bytes) {
    return new Input(name, "/in/" + name, new FileState(bytes, 5), null);
  }

  private static List<Input> listing(int files, long bytes) {
    List<Input> listing = new ArrayList<>();
    Random random = new Random(files);
    for (int i = 0; i < files; i++) {
      listing.add(
          file(String.format("day-%05d.jsonl", i), bytes / 2 + random.nextInt((int) bytes)));
    }
    return listing;
  }

  /** Names of the files of each unit, by the numbers of its parts. */
  private static Map<List<Integer>, List<String>> byParts(List<DumpUnit> units) {
    return units.stream()
        .collect(
            Collectors.toMap(
                DumpUnit::partNumbers,
                unit -> unit.files().stream().map(Input::sourceFile).toList()));
  }

  @Test
  void everyFileIsInOneUnitAndEveryPartHasANumberOfItsOwn() {
    List<Input> files = listing(3000, 300_000);
    files.add(file("z-large", 1L << 30));
    List<DumpUnit> units = DumpUnit.cut(files);
    List<Input> all = new ArrayList<>();
    Set<Integer> parts = new HashSet<>();
    int next = 0;
    for (DumpUnit unit : units) {
      assertThat(unit.number(), is(next));
      next += unit.parts();
      all.addAll(unit.files());
      parts.addAll(unit.partNumbers());
    }
    assertThat(all, is(files));
    assertThat(parts.size(), is(next));
    DumpUnit large = units.get(units.size() - 1);
    assertThat(large.files().size(), is(1));
    assertThat(large.parts(), greaterThan(1));
    assertThat(DumpUnit.decode(large.encode()), is(large));
  }

  @Test
  void aFileThatComesOrGoesLeavesUnitsElsewhereWithTheirNumbers() {
    List<Input> files = listing(4000, 100_000);
    UnitSize size = UnitSize.of(files);
    Map<List<Integer>, List<String>> before = byParts(DumpUnit.cut(files, size));
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      List<Input> changed = new ArrayList<>(files);
      if (round % 2 == 0) {
        changed.remove(random.nextInt(changed.size()));
      } else {
        int at = random.nextInt(changed.size());
        changed.add(at, file(changed.get(at).sourceFile() + "-", random.nextInt(400_000)));
        changed.sort(java.util.Comparator.comparing(Input::sourceFile));
      }
      Map<List<Integer>, List<String>> after = byParts(DumpUnit.cut(changed, size));
      long others =
          before.entrySet().stream()
              .filter(unit -> !unit.getValue().equals(after.get(unit.getKey())))
              .count();
      assertThat("units that are others of " + before.size(), others, lessThanOrEqualTo(6L));
    }
  }

  @Test
  void ofLittleInputUnitsAreSmallAndRangesOfAFileAreNot() {
    List<Input> files = listing(200, 50_000);
    long ofUnits = DumpUnit.cut(files).size();
    assertThat("units of 200 files", ofUnits, greaterThan(20L));
    files.add(file("z-large", 10L << 20));
    List<DumpUnit> units = DumpUnit.cut(files);
    assertThat(units.get(units.size() - 1).parts(), is(11));
    files.set(files.size() - 1, file("z-large", 1L << 20));
    units = DumpUnit.cut(files);
    assertThat(units.get(units.size() - 1).parts(), is(1));
  }

  @Test
  void unitsHoldSomeTimesWhatIsWantedAtMost() {
    List<Input> files = listing(4000, 100_000);
    UnitSize size = UnitSize.of(files);
    for (DumpUnit unit : DumpUnit.cut(files, size)) {
      long bytes = unit.files().stream().mapToLong(Input::bytes).sum();
      assertThat(bytes, lessThanOrEqualTo(2 * size.bytes()));
    }
  }
}
