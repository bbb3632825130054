package org.copydesk.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.copydesk.text.ContentHash;

/** Repeats every check of a finished generation, from its files alone. */
public final class Verification {
  private Verification() {}

  /** All checks, those of the build and those against the manifest. */
  public static List<Check> of(Storage generation) throws IOException, Failure {
    Manifest manifest = Manifest.read(generation);
    TreeMap<String, GenerationFile> listed = new TreeMap<>();
    manifest.files().forEach(file -> listed.put(file.path(), file));
    List<Check> checks = new ArrayList<>();
    TreeSet<String> there = new TreeSet<>();
    for (String file : generation.files()) {
      if (file.endsWith(".parquet") || isDocuments(file)) {
        there.add(file);
      }
    }
    TreeSet<String> absent = new TreeSet<>(listed.keySet());
    absent.removeAll(there);
    TreeSet<String> unlisted = new TreeSet<>(there);
    unlisted.removeAll(listed.keySet());
    checks.add(Check.of("files of the manifest that are absent: none", absent, List.of()));
    checks.add(Check.of("files that the manifest does not list: none", unlisted, List.of()));
    List<GenerationFile> files = List.copyOf(listed.values());
    InOrder.run(
        InOrder.processors(),
        files.size(),
        i -> {
          GenerationFile file = files.get((int) i);
          String sha256 =
              there.contains(file.path())
                  ? GenerationAudit.sha256(generation, file.path())
                  : "absent";
          return Check.of("sha256 of " + file.path(), file.sha256(), sha256);
        },
        checks::add);
    if (!checks.stream().allMatch(Check::holds)) {
      return checks;
    }
    GenerationAudit audit = GenerationAudit.readAll(generation);
    long documents = rows(listed, true);
    if (listed.keySet().stream().anyMatch(Verification::isDocuments)) {
      checks.add(
          Check.of("rows of documents = count of articles", documents, manifest.count("articles")));
    }
    Map<String, Long> rows = new TreeMap<>();
    for (GenerationFile file : listed.values()) {
      if (!isDocuments(file.path())) {
        rows.merge(file.path().substring(0, file.path().indexOf('/')), file.rows(), Long::sum);
      }
    }
    checks.addAll(audit.checks(manifest.filesMatched(), rows));
    Map<String, ContentHash> digests = audit.digests();
    for (Map.Entry<String, ContentHash> digest : digests.entrySet()) {
      checks.add(
          Check.of(
              "digest of " + digest.getKey(),
              manifest.digest(digest.getKey()),
              digest.getValue().hex()));
    }
    for (Map.Entry<String, Long> table : audit.rows().entrySet()) {
      checks.add(
          Check.of(
              "rows of " + table.getKey() + " = count of the manifest",
              table.getValue(),
              manifest.count(table.getKey())));
    }
    return checks;
  }

  /** A part of the export, which is no table. */
  private static boolean isDocuments(String file) {
    return file.startsWith(DocumentExport.FOLDER + "/");
  }

  private static long rows(Map<String, GenerationFile> files, boolean ofDocuments) {
    return files.values().stream()
        .filter(file -> isDocuments(file.path()) == ofDocuments)
        .mapToLong(GenerationFile::rows)
        .sum();
  }
}
