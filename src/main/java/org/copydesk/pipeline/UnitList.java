package org.copydesk.pipeline;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.copydesk.corpus.Storage;

/**
 * The lists of files of all units, in one file of the work folder: what travels for a unit is where
 * its list begins.
 */
final class UnitList {
  /** Stands for no unit: it comes when the sites are learned. */
  static final long LEARNED = -1;

  private UnitList() {}

  /**
   * Writes the units, each behind its length; gives by number where each begins, that of a large
   * file for each of its parts.
   */
  static List<Long> write(List<DumpUnit> units, Storage work, String name) throws IOException {
    List<Long> places = new ArrayList<>();
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(work.create(name), 1 << 16))) {
      long place = 0;
      for (DumpUnit unit : units) {
        byte[] bytes = unit.encode();
        out.writeInt(bytes.length);
        out.write(bytes);
        places.addAll(Collections.nCopies(unit.parts(), place));
        place += 4 + bytes.length;
      }
    }
    return places;
  }

  /** The unit whose list begins at {@code place} of the list of all. */
  static DumpUnit unitAt(Storage work, long place) throws IOException {
    return unitAt(work, WorkNames.INPUTS, place);
  }

  static DumpUnit unitAt(Storage work, String name, long place) throws IOException {
    try (DataInputStream in = new DataInputStream(work.open(name))) {
      in.skipNBytes(place);
      return DumpUnit.decode(in.readNBytes(in.readInt()));
    }
  }
}
