package org.copydesk.pipeline.read;

import com.dynatrace.hash4j.hashing.Hashing;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.copydesk.dump.source.Retry;
import org.copydesk.pipeline.work.WorkNames;
import org.copydesk.storage.Storage;

/**
 * The lists of files of all units, in one file of the work folder: what travels for a unit is where
 * its list begins.
 */
public final class UnitList {
  private static final int HEADER_BYTES = Integer.BYTES + Long.BYTES;

  private UnitList() {}

  /**
   * Writes the units, each behind its length and a hash of its bytes; gives by number where each
   * begins, that of a large file for each of its parts.
   */
  public static List<Long> write(List<DumpUnit> units, Storage work, String name)
      throws IOException {
    List<Long> places = new ArrayList<>();
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(work.create(name), 1 << 16))) {
      long place = 0;
      for (DumpUnit unit : units) {
        byte[] bytes = unit.encode();
        out.writeInt(bytes.length);
        out.writeLong(hash(bytes));
        out.write(bytes);
        places.addAll(Collections.nCopies(unit.parts(), place));
        place += HEADER_BYTES + bytes.length;
      }
    }
    return places;
  }

  /** The unit whose list begins at {@code place} of the list of all. */
  public static DumpUnit unitAt(Storage work, long place) throws IOException {
    return unitAt(work, WorkNames.INPUTS, place);
  }

  public static DumpUnit unitAt(Storage work, String name, long place) throws IOException {
    return Retry.DEFAULT.run(() -> readOnce(work, name, place));
  }

  private static DumpUnit readOnce(Storage work, String name, long place) throws IOException {
    try (DataInputStream in = new DataInputStream(work.open(name))) {
      in.skipNBytes(place);
      byte[] bytes = new byte[in.readInt()];
      long hash = in.readLong();
      in.readFully(bytes);
      if (hash(bytes) != hash) {
        throw new IOException("not what was written: " + work.location(name));
      }
      return DumpUnit.decode(bytes);
    }
  }

  private static long hash(byte[] bytes) {
    return Hashing.xxh3_64().hashBytesToLong(bytes);
  }
}
