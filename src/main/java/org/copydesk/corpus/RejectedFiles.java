package org.copydesk.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.copydesk.storage.Storage;

/**
 * The first files of a generation that were rejected whole, in the order of their names, each with
 * its reason. Where a file has several, the one furthest to its front is told.
 *
 * @param files the first {@link #MOST}
 * @param count how many there are
 */
public record RejectedFiles(List<One> files, long count) {
  /** Files that are named. */
  static final int MOST = 5;

  /**
   * A file that was rejected.
   *
   * @param reason from the closed list; {@code unknown} where no row of rejects names the file
   * @param message for a person; null when the reason says it all
   */
  public record One(String sourceFile, String reason, String message) {}

  /** Looks them up; reads the rejects only where a file was rejected. */
  static RejectedFiles of(Storage generation, TreeSet<String> names, long count)
      throws IOException {
    Map<String, Object[]> found = new TreeMap<>();
    if (!names.isEmpty()) {
      try (TableScan rows =
          new TableScan(
              generation,
              Tables.REJECTS,
              "source_file",
              "outcome",
              "span_start",
              "reason",
              "message")) {
        for (Object[] row = rows.next(); row != null; row = rows.next()) {
          if (names.contains((String) row[0]) && "rejected".equals(row[1])) {
            found.merge((String) row[0], row, (a, b) -> place(b) < place(a) ? b : a);
          }
        }
      }
    }
    List<One> files = new ArrayList<>();
    for (String name : names) {
      Object[] row = found.get(name);
      files.add(
          row == null
              ? new One(name, "unknown", null)
              : new One(name, (String) row[3], (String) row[4]));
    }
    return new RejectedFiles(files, count);
  }

  private static long place(Object[] row) {
    return row[2] == null ? 0 : (Long) row[2];
  }
}
