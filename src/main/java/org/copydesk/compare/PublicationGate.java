package org.copydesk.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.copydesk.corpus.Failure;
import org.copydesk.corpus.GenerationAudit;
import org.copydesk.corpus.Generations;
import org.copydesk.corpus.Manifest;
import org.copydesk.corpus.Storage;

/**
 * Decides what becomes of a generation whose checks hold: it is published, it is what is published
 * already, or it fails a limit (65).
 *
 * @param maxRejectedFiles share of files, 0 to 1
 * @param maxRejectedBytes share of decompressed bytes, 0 to 1
 * @param drift how far it may be from the published one
 * @param acceptsDrift whether drift is told and let pass
 */
public record PublicationGate(
    double maxRejectedFiles, double maxRejectedBytes, DriftGate drift, boolean acceptsDrift) {
  /** Builds of fewer files are only told when much is rejected. */
  private static final int GATED_FILES = 100;

  /**
   * What is to be done.
   *
   * @param isUnchanged whether the published generation holds the same rows
   * @param told lines for the user: warnings, and a table of what moved
   */
  public record Decision(boolean isUnchanged, List<String> told) {
    /** The same with lines before its own. */
    public Decision after(List<String> lines) {
      List<String> all = new ArrayList<>(lines);
      all.addAll(told);
      return new Decision(isUnchanged, all);
    }
  }

  /**
   * Decides, and writes what moved into the generation.
   *
   * @param published name of the generation it is to follow; null for none
   * @param files files the inputs matched
   */
  public Decision decide(
      Generations generations,
      String published,
      Storage generation,
      GenerationAudit audit,
      long files)
      throws IOException, Failure {
    List<String> told = new ArrayList<>();
    checkRejected(audit, files, told);
    if (audit.rows().getOrDefault("articles", 0L) == 0) {
      throw Failure.ofData("empty", "no articles at all: nothing is published");
    }
    if (published == null) {
      return new Decision(false, told);
    }
    Storage before = generations.generation(published);
    GenerationProfile old;
    try {
      if (Manifest.read(before).digests().equals(Manifest.read(generation).digests())) {
        return new Decision(true, told);
      }
      old = GenerationProfile.of(before);
    } catch (IOException | Failure e) {
      if (!acceptsDrift) {
        throw Failure.ofData(
            "drift",
            "the published generation "
                + published
                + " cannot be read to compare with ("
                + e.getMessage()
                + "); --accept-drift publishes without");
      }
      told.add("not compared with " + published + ", which cannot be read: " + e.getMessage());
      return new Decision(false, told);
    }
    Drift moved = drift.compare(old, GenerationProfile.after(old, generation));
    generation.replaceText(Drift.NAME, moved.json(published));
    if (moved.isBroken() && !acceptsDrift) {
      throw Failure.ofData(
          "drift",
          "drift against "
              + published
              + ": "
              + moved.reason()
              + " (--accept-drift publishes it)\n"
              + String.join("\n", moved.table()));
    }
    told.add("compared with " + published);
    told.addAll(moved.table());
    return new Decision(false, told);
  }

  private void checkRejected(GenerationAudit audit, long files, List<String> told) throws Failure {
    double fileShare = files == 0 ? 0 : (double) audit.rejectedFiles() / files;
    double byteShare =
        audit.decompressedBytes() == 0
            ? 0
            : (double) audit.rejectedBytes() / audit.decompressedBytes();
    if (fileShare <= maxRejectedFiles && byteShare <= maxRejectedBytes) {
      return;
    }
    boolean isFiles = fileShare > maxRejectedFiles;
    String message =
        String.format(
            Locale.ROOT,
            "%.1f %% of %s were rejected; the limit is %.1f %%",
            100 * (isFiles ? fileShare : byteShare),
            isFiles ? "files" : "bytes",
            100 * (isFiles ? maxRejectedFiles : maxRejectedBytes));
    if (files >= GATED_FILES) {
      throw Failure.ofData("rejected", message);
    }
    told.add("warning: " + message);
  }
}
