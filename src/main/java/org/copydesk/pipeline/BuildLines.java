package org.copydesk.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.copydesk.corpus.CapTally;
import org.copydesk.corpus.RejectedFiles;

/** What is told of a build in the same words by its log and by its summary. */
public final class BuildLines {
  private BuildLines() {}

  /**
   * Files that were rejected, a line each: {@code day.jsonl.gz: compression_damaged, ...}; the last
   * one counts those that are not named.
   */
  public static List<String> rejected(RejectedFiles rejected) {
    List<String> lines = new ArrayList<>();
    for (RejectedFiles.One file : rejected.files()) {
      String message = file.message() == null ? "" : ", " + file.message();
      lines.add("rejected: " + file.sourceFile() + ": " + file.reason() + message);
    }
    long more = rejected.count() - lines.size();
    if (more > 0) {
      lines.add(
          String.format(
              Locale.ROOT, "rejected: and %,d more files: see ledger, status rejected", more));
    }
    return lines;
  }

  /** What caps left out, in one line: those that left out anything, or that none did. */
  public static String forgotten(List<CapTally> tallies) {
    List<String> lines = new ArrayList<>();
    for (CapTally tally : tallies) {
      if (tally.forgotten() > 0) {
        lines.add(tally.toString());
      }
    }
    return lines.isEmpty() ? "nothing: no cap was passed" : String.join("; ", lines);
  }
}
