package org.copydesk.compare;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.copydesk.corpus.CapTally;
import org.copydesk.corpus.Failure;
import org.copydesk.corpus.GenerationAudit;
import org.copydesk.corpus.GenerationFinish.PartStore;
import org.copydesk.corpus.Generations;
import org.copydesk.corpus.Manifest;
import org.copydesk.storage.Storage;

/**
 * Decides what becomes of a generation whose checks hold: it is published, it is what is published
 * already, or it fails a limit (65).
 *
 * @param maxRejectedFiles share of files, 0 to 1
 * @param maxRejectedBytes share of decompressed bytes, 0 to 1
 * @param maxForgotten share of what was compared that a cap may have left out, 0 to 1
 * @param drift how far it may be from the published one
 * @param acceptsDrift whether drift is told and let pass
 */
public record PublicationGate(
    double maxRejectedFiles,
    double maxRejectedBytes,
    double maxForgotten,
    DriftGate drift,
    boolean acceptsDrift) {
  /** Builds of fewer files are only told when much is rejected. */
  private static final int GATED_FILES = 100;

  /**
   * What is to be done.
   *
   * @param isUnchanged whether the published generation holds the same rows, and is whole
   * @param comparedWith name of the generation it was held against; null for none
   * @param told lines for the user: warnings, and a table of what moved
   */
  public record Decision(boolean isUnchanged, String comparedWith, List<String> told) {
    /** The same with lines before its own. */
    public Decision after(List<String> lines) {
      List<String> all = new ArrayList<>(lines);
      all.addAll(told);
      return new Decision(isUnchanged, comparedWith, all);
    }
  }

  /** The same that lets drift pass. */
  public PublicationGate acceptingDrift() {
    return new PublicationGate(maxRejectedFiles, maxRejectedBytes, maxForgotten, drift, true);
  }

  /**
   * Decides, and writes what moved into the generation.
   *
   * @param published name of the generation it is to follow; null for none
   * @param fresh name of the new one
   * @param files files the inputs matched
   * @param workers files read at a time
   * @param store keeps what is read of parts
   */
  public Decision decide(
      Generations generations,
      String published,
      String fresh,
      GenerationAudit audit,
      long files,
      int workers,
      PartStore store)
      throws IOException, Failure {
    List<String> told = new ArrayList<>();
    checkRejected(audit, files, told);
    checkForgotten(Manifest.read(generations.generation(fresh)).forgotten());
    if (audit.rows().getOrDefault("articles", 0L) == 0) {
      throw Failure.ofData("empty", "no articles at all: nothing is published");
    }
    Generations.Reference known = generations.reference(published, fresh, audit.memo(), workers);
    if (known.isFirst()) {
      return new Decision(false, null, told);
    }
    known.told().forEach(line -> told.add("warning: " + line));
    Storage generation = generations.generation(fresh);
    Manifest made = Manifest.read(generation);
    Map<String, String> digests = made.digests();
    if (known.name() == null) {
      return decideAlone(generations, published, digests, known, told);
    }
    Storage before = generations.generation(known.name());
    GenerationProfile old;
    try {
      Manifest stated = Manifest.read(before);
      // Counts follow from the rows: others were put there by hand.
      boolean isSame = stated.digests().equals(digests) && stated.counts().equals(made.counts());
      if (isSame) {
        return new Decision(known.name().equals(published), known.name(), told);
      }
      old = GenerationProfile.of(before, store);
    } catch (IOException | Failure e) {
      // Its files are those of its manifest: it cannot be reached.
      return decideAlone(
          generations,
          null,
          digests,
          new Generations.Reference(
              null, false, List.of(known.name() + " cannot be read: " + e.getMessage())),
          told);
    }
    Drift moved = drift.compare(old, GenerationProfile.after(old, generation, store));
    generation.replaceText(Drift.NAME, moved.json(known.name()));
    if (moved.isBroken() && !acceptsDrift) {
      throw Failure.ofData(
          "drift",
          "drift against "
              + known.name()
              + ": "
              + moved.reason()
              + " (--accept-drift publishes it)\n"
              + String.join("\n", moved.table()));
    }
    told.add("compared with " + known.name());
    told.addAll(moved.table());
    return new Decision(false, known.name(), told);
  }

  /**
   * The same for a build that would give what is published, which is whole.
   *
   * @param manifest of the published generation
   */
  public Decision decideUnchanged(
      String published, Manifest manifest, GenerationAudit audit, long files) throws Failure {
    List<String> told = new ArrayList<>();
    checkRejected(audit, files, told);
    checkForgotten(manifest.forgotten());
    return new Decision(true, published, told);
  }

  /** Of a generation that can be held against none: the rows it replaces, or as it was told to. */
  private Decision decideAlone(
      Generations generations,
      String published,
      Map<String, String> digests,
      Generations.Reference known,
      List<String> told)
      throws Failure {
    if (published != null && digests.equals(statedDigests(generations.generation(published)))) {
      told.add("this build has the rows that " + published + " had, and replaces it");
      return new Decision(false, null, told);
    }
    if (!acceptsDrift) {
      throw Failure.ofData(
          "drift",
          "there is no whole generation to compare with: "
              + String.join("; ", known.told())
              + "; --accept-drift publishes without");
    }
    told.add("compared with no generation");
    return new Decision(false, null, told);
  }

  /** What a damaged generation's manifest says, if that can be read. */
  private static Map<String, String> statedDigests(Storage generation) {
    try {
      return Manifest.read(generation).digests();
    } catch (IOException | Failure e) {
      return Map.of();
    }
  }

  private void checkForgotten(List<CapTally> tallies) throws Failure {
    List<String> over = new ArrayList<>();
    for (CapTally tally : tallies) {
      if (tally.cap().isLimited() && tally.share() > maxForgotten) {
        over.add(tally + ": " + tally.cap().meaning());
      }
    }
    if (!over.isEmpty()) {
      throw Failure.ofData(
          "forgotten",
          String.format(
              Locale.ROOT,
              "a cap left out more than %s %% of what was compared (--max-forgotten): %s",
              BigDecimal.valueOf(100 * maxForgotten).stripTrailingZeros().toPlainString(),
              String.join("; ", over)));
    }
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
