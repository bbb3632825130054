package org.copydesk.corpus;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.copydesk.storage.Storage;
import org.copydesk.text.Printable;

/**
 * Whether the files of a generation are those that its manifest lists: their names, sizes and
 * SHA-256. Reads each once and understands none, so that damaged ones do no harm.
 */
final class GenerationFiles {
  private static final Pattern PART =
      Pattern.compile("[a-z_]+/part-\\d{5,9}\\.(parquet|jsonl\\.zst)");

  /** A size and the first digits of a SHA-256. */
  private static final int TOLD_CHARACTERS = 40;

  private GenerationFiles() {}

  /**
   * The first thing that is wrong with a finished generation's files; null when they are whole.
   *
   * @param fresh a generation whose files have just been hashed for its manifest: what the two
   *     share is not hashed once more; null for none
   * @param memo by which bytes that were seen before are known again; null for none
   */
  static String damage(Storage generation, Storage fresh, AuditMemo memo, int workers)
      throws IOException {
    Manifest manifest;
    try {
      manifest = Manifest.read(generation);
    } catch (Failure e) {
      return e.getMessage();
    }
    List<Check> checks = new ArrayList<>();
    checks.add(manifest.asWritten());
    checks.addAll(check(generation, manifest, hashed(fresh), fresh, memo, workers));
    for (Check check : checks) {
      if (!check.holds()) {
        return check.name()
            + ": "
            + Printable.of(check.left(), TOLD_CHARACTERS)
            + " and "
            + Printable.of(check.right(), TOLD_CHARACTERS);
      }
    }
    List<String> failed = manifest.failedChecks();
    return failed.isEmpty() ? null : "it failed a check: " + failed.get(0);
  }

  /** SHA-256 of files by their names; none where there is no manifest yet. */
  private static Map<String, String> hashed(Storage fresh) throws IOException {
    try {
      return fresh != null && Manifest.isIn(fresh) ? Manifest.read(fresh).partDigests() : Map.of();
    } catch (Failure damaged) {
      return Map.of();
    }
  }

  /** A check for the names, and one for each file. */
  static List<Check> check(Storage generation, Manifest manifest, int workers) throws IOException {
    return check(generation, manifest, Map.of(), null, null, workers);
  }

  private static List<Check> check(
      Storage generation,
      Manifest manifest,
      Map<String, String> hashed,
      Storage fresh,
      AuditMemo memo,
      int workers)
      throws IOException {
    TreeMap<String, GenerationFile> listed = new TreeMap<>();
    TreeSet<String> strange = new TreeSet<>();
    for (GenerationFile file : manifest.files()) {
      boolean isPart = PART.matcher(file.path()).matches() && listed.put(file.path(), file) == null;
      if (!isPart) {
        strange.add(file.path());
      }
    }
    Map<String, Long> there = new HashMap<>();
    for (Storage.Entry entry : generation.entries()) {
      if (entry.name().endsWith(".parquet") || isDocuments(entry.name())) {
        there.put(entry.name(), entry.bytes());
      }
    }
    TreeSet<String> absent = new TreeSet<>(listed.keySet());
    absent.removeAll(there.keySet());
    TreeSet<String> unlisted = new TreeSet<>(there.keySet());
    unlisted.removeAll(listed.keySet());
    List<Check> checks = new ArrayList<>();
    checks.add(Check.of("files that are no parts, or listed twice: none", strange, List.of()));
    checks.add(Check.of("files of the manifest that are absent: none", absent, List.of()));
    checks.add(Check.of("files that the manifest does not list: none", unlisted, List.of()));
    List<GenerationFile> files = List.copyOf(listed.values());
    InOrder.run(
        workers,
        files.size(),
        i -> {
          GenerationFile file = files.get((int) i);
          boolean isHashed =
              there.containsKey(file.path())
                  && file.sha256().equals(hashed.get(file.path()))
                  && generation.isSame(file.path(), fresh, file.path());
          if (isHashed) {
            return Check.of(file.path() + " is a file of the new generation, too", "", "");
          }
          return Check.of(
              "bytes and sha256 of " + file.path(),
              file.bytes() + " " + file.sha256(),
              found(generation, file, there.get(file.path()), memo));
        },
        checks::add);
    return checks;
  }

  /** Bytes and SHA-256 of a file as it lies; of another size it is not read. */
  private static String found(Storage generation, GenerationFile file, Long bytes, AuditMemo memo)
      throws IOException {
    if (bytes == null) {
      return "absent";
    }
    if (bytes != file.bytes()) {
      return bytes + " bytes";
    }
    try {
      return bytes
          + " "
          + (memo == null
              ? Sha256.of(generation, file.path(), bytes)
              : memo.sha256(generation, file.path(), bytes));
    } catch (NoSuchFileException e) {
      return "absent";
    }
  }

  /** A part of the export, which is no table. */
  static boolean isDocuments(String file) {
    return file.startsWith(DocumentExport.FOLDER + "/");
  }
}
