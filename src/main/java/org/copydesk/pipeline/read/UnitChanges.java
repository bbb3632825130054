package org.copydesk.pipeline.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.copydesk.corpus.InOrder;
import org.copydesk.dump.SplitIndex;
import org.copydesk.dump.source.InputListing.Input;
import org.copydesk.pipeline.storage.Locations;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.pipeline.work.SideFile;
import org.copydesk.pipeline.work.WorkNames;
import org.copydesk.storage.Storage;

/**
 * What is to be done about units, where the build before read most of them.
 *
 * @param toRead units that are new or not what they were, numbered anew
 * @param known parts of units that are as they were, and of those that are gone
 * @param toCheck some of those that are as they were, with their keys in the cache
 */
public record UnitChanges(
    List<DumpUnit> toRead, List<UnitWord.Known> known, Map<DumpUnit, String> toCheck) {
  /**
   * What the build before read.
   *
   * @param units keys of what units came to, by the numbers of their parts
   * @param files SHA-256 of its files, by their names
   * @param parts numbers of the parts of its units, by the name of a unit's first file: other files
   *     that come or go may move them
   */
  public record Before(
      Map<Integer, String> units, Map<String, String> files, Map<String, List<Integer>> parts) {}

  /** Where nothing was read before. */
  public static UnitChanges allOf(List<DumpUnit> units) {
    return new UnitChanges(units, List.of(), Map.of());
  }

  /**
   * Reads every file for its hash.
   *
   * @param models what was learned of the sites; null for nothing
   * @param workers files read at a time
   */
  public static UnitChanges of(
      List<DumpUnit> units,
      Before before,
      UnitCache cache,
      SideFile models,
      BuildSettings settings,
      Locations locations,
      int workers)
      throws IOException {
    List<DumpUnit> toRead = new ArrayList<>();
    List<UnitWord.Known> known = new ArrayList<>();
    Map<DumpUnit, String> toCheck = new LinkedHashMap<>();
    Map<Integer, String> gone = new TreeMap<>(before.units());
    int[] parts = {0};
    Iterator<DumpUnit> each = units.iterator();
    InOrder.run(
        workers,
        units.size(),
        i -> isAsBefore(units.get((int) i), before, cache, models, settings, locations),
        isAsBefore -> {
          DumpUnit unit = each.next();
          if (isAsBefore) {
            String key = before.units().get(unit.partNumbers().get(0));
            // A large file is read in ranges that are known later.
            if (unit.parts() == 1 && cache.isChecked(key)) {
              toCheck.put(unit, key);
            }
            known.addAll(take(unit, gone));
          } else {
            toRead.add(new DumpUnit(parts[0], unit.files(), unit.partNumbers()));
            parts[0] += unit.parts();
          }
        });
    gone.forEach((part, key) -> known.add(new UnitWord.Known(part, key, false, 0, 0)));
    return new UnitChanges(toRead, known, toCheck);
  }

  /** Whether nothing came, changed or went. */
  public boolean areNone() {
    return toRead.isEmpty() && known.stream().allMatch(UnitWord.Known::isThere);
  }

  /** All words about what was read before; lists of the units to check are written for them. */
  public List<UnitWord> words(Storage work) throws IOException {
    List<UnitWord> words = new ArrayList<>(known);
    if (!toCheck.isEmpty()) {
      List<DumpUnit> units = List.copyOf(toCheck.keySet());
      List<Long> places = UnitList.write(units, work, WorkNames.CHECKED);
      for (int i = 0; i < units.size(); i++) {
        DumpUnit unit = units.get(i);
        words.add(new UnitWord.Check(places.get(i), unit.partNumbers().get(0), toCheck.get(unit)));
      }
    }
    return words;
  }

  private static boolean isAsBefore(
      DumpUnit unit,
      Before before,
      UnitCache cache,
      SideFile models,
      BuildSettings settings,
      Locations locations) {
    int part = unit.partNumbers().get(0);
    String key = before.units().get(part);
    if (key == null) {
      return false;
    }
    if (unit.parts() == 1) {
      List<UnitCache.Content> contents = UnitCache.contents(unit, locations);
      return contents != null
          && cache.key(part, contents, SplitIndex.NONE, 0, models, settings).equals(key);
    }
    // Where a file is cut follows from its bytes.
    Input file = unit.files().get(0);
    String sha256 = before.files().get(file.sourceFile());
    return unit.partNumbers().equals(before.parts().get(file.sourceFile()))
        && file.trouble() == null
        && sha256 != null
        && sha256.equals(UnitCache.sha256(locations.file(file)));
  }

  private static List<UnitWord.Known> take(DumpUnit unit, Map<Integer, String> gone) {
    List<UnitWord.Known> parts = new ArrayList<>();
    long bytes = unit.files().stream().mapToLong(Input::bytes).sum() / unit.parts();
    for (int part : unit.partNumbers()) {
      // A large file may be cut into fewer ranges than it was given numbers.
      String key = gone.remove(part);
      if (key != null) {
        int files = parts.isEmpty() ? unit.files().size() : 0;
        parts.add(new UnitWord.Known(part, key, true, files, bytes));
      }
    }
    return parts;
  }
}
