package org.copydesk.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.copydesk.storage.Storage;
import org.copydesk.table.Unknown;

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

  private record Loss(
      String sourceFile, String outcome, Long spanStart, String reason, String message) {
    long place() {
      return Unknown.asZero(spanStart);
    }
  }

  /** Looks them up; reads the rejects only where a file was rejected. */
  static RejectedFiles of(Storage generation, TreeSet<String> names, long count)
      throws IOException {
    Map<String, Loss> found = new TreeMap<>();
    if (!names.isEmpty()) {
      try (var rows = new TableScan<>(generation, Tables.REJECTS.view(Loss.class))) {
        for (Loss row = rows.next(); row != null; row = rows.next()) {
          if (names.contains(row.sourceFile()) && "rejected".equals(row.outcome())) {
            found.merge(row.sourceFile(), row, (a, b) -> b.place() < a.place() ? b : a);
          }
        }
      }
    }
    List<One> files = new ArrayList<>();
    for (String name : names) {
      Loss row = found.get(name);
      files.add(
          row == null
              ? new One(name, "unknown", null)
              : new One(name, row.reason(), row.message()));
    }
    return new RejectedFiles(files, count);
  }
}
