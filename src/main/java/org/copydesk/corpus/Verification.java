package org.copydesk.corpus;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.copydesk.storage.Storage;
import org.copydesk.text.ContentHash;

/**
 * Repeats every check of a finished generation, from its files alone, and holds every figure of the
 * manifest that they give against them. Files that are not those of the manifest are not parsed.
 */
public final class Verification {
  private final Storage generation;
  private final Manifest manifest;
  private final List<Check> checks = new ArrayList<>();

  private Verification(Storage generation, Manifest manifest) {
    this.generation = generation;
    this.manifest = manifest;
  }

  /** All checks, those of the build and those against the manifest. */
  public static List<Check> of(Storage generation) throws IOException, Failure {
    Verification verification = new Verification(generation, Manifest.read(generation));
    verification.run();
    return verification.checks;
  }

  private void run() throws IOException {
    checks.add(manifest.asWritten());
    checks.add(manifest.settings());
    checks.addAll(GenerationFiles.check(generation, manifest, InOrder.processors()));
    Set<String> wanted = wantedTables();
    List<GenerationFile> parts = new ArrayList<>();
    for (GenerationFile file : manifest.files()) {
      if (!GenerationFiles.isDocuments(file.path())) {
        parts.add(file);
        wanted.remove(tableOf(file));
      }
    }
    checks.add(Check.of("tables without a file: none", wanted, List.of()));
    TreeSet<String> unknown = new TreeSet<>();
    parts.forEach(part -> unknown.add(tableOf(part)));
    Tables.ALL.forEach(table -> unknown.remove(table.name()));
    checks.add(Check.of("folders that are no tables: none", unknown, List.of()));
    if (!checks.stream().allMatch(Check::holds)) {
      return;
    }
    GenerationAudit audit;
    try {
      audit = GenerationAudit.readRows(generation, InOrder.processors());
    } catch (IOException e) {
      // Their SHA-256 was read without trouble: it is what they hold.
      checks.add(Check.of("parts that cannot be read: none", e.getMessage(), ""));
      return;
    }
    compareFiles(parts, audit);
    compareChecks(parts, audit);
    compareFigures(audit);
    countDocuments();
  }

  private static String tableOf(GenerationFile file) {
    int slash = file.path().indexOf('/');
    return slash < 0 ? file.path() : file.path().substring(0, slash);
  }

  /** Tables that the schema has, or had when an older generation was written. */
  private Set<String> wantedTables() {
    TreeSet<String> wanted = new TreeSet<>(manifest.tables());
    if (manifest.schemaVersion() >= Tables.SCHEMA_VERSION) {
      Tables.ALL.forEach(table -> wanted.add(table.name()));
    }
    boolean hasSpans = manifest.digests().containsKey(Tables.SPANS.name());
    if (!hasSpans) {
      wanted.remove(Tables.SPANS.name());
    }
    return wanted;
  }

  private void compareFiles(List<GenerationFile> parts, GenerationAudit audit) {
    Map<String, Long> footers = new HashMap<>();
    audit.files().forEach(file -> footers.put(file.path(), file.rows()));
    List<String> otherwise = new ArrayList<>();
    for (GenerationFile part : parts) {
      if (part.rows() != footers.getOrDefault(part.path(), -1L)) {
        otherwise.add(part.path());
      }
    }
    checks.add(
        Check.of("files whose rows are not those of their footer: none", otherwise, List.of()));
    checks.add(
        Check.of(
            "schema version of the footers",
            audit.schemaVersions(),
            List.of(manifest.schemaVersion())));
  }

  /** What always holds, now and as the manifest says it was found. */
  private void compareChecks(List<GenerationFile> parts, GenerationAudit audit) {
    Map<String, Long> rows = new TreeMap<>();
    parts.forEach(part -> rows.merge(tableOf(part), part.rows(), Long::sum));
    List<Check> found = audit.checks(manifest.filesMatched(), rows);
    checks.addAll(found);
    Map<String, Check> stated = new HashMap<>();
    manifest.checks().forEach(check -> stated.put(check.name(), check));
    List<String> otherwise = new ArrayList<>(manifest.failedChecks());
    for (Check check : found) {
      // A check that is younger than the generation is not in it.
      if (!check.equals(stated.getOrDefault(check.name(), check))) {
        otherwise.add(check.name());
      }
    }
    checks.add(Check.of("checks that the manifest states otherwise: none", otherwise, List.of()));
    checks.add(Check.of("whether the manifest states checks", !stated.isEmpty(), true));
  }

  private void compareFigures(GenerationAudit audit) {
    Map<String, ContentHash> digests = audit.digests();
    TreeSet<String> tables = new TreeSet<>(manifest.tables());
    tables.addAll(digests.keySet());
    for (String table : tables) {
      boolean isCounted = manifest.counts().containsKey(table);
      if (digests.containsKey(table) || manifest.digests().containsKey(table)) {
        checks.add(
            Check.of(
                "digest of " + table,
                manifest.digest(table),
                digests.containsKey(table) ? digests.get(table).hex() : "no rows were read"));
      }
      checks.add(
          Check.of(
              "rows of " + table + " = count of the manifest",
              audit.rows().getOrDefault(table, 0L),
              isCounted ? manifest.count(table) : "not counted"));
    }
    count("records", audit.records());
    count("articles_segmented", audit.articlesSegmented());
    count("teasers_seen", audit.occurrences());
    // Of a file that was cut or could not be read the ledger has what came through.
    long bytes = audit.isAllOk() ? audit.fileBytes() : manifest.bytesMatched();
    checks.add(Check.of("bytes of the inputs", bytes, manifest.bytesMatched()));
  }

  private void count(String name, long found) {
    checks.add(Check.of(name + " = count of the manifest", found, manifest.count(name)));
  }

  private void countDocuments() throws IOException {
    long stated = 0;
    long found = 0;
    boolean isExported = false;
    for (GenerationFile file : manifest.files()) {
      if (GenerationFiles.isDocuments(file.path())) {
        isExported = true;
        stated += file.rows();
        found += lines(file.path());
      }
    }
    if (isExported) {
      checks.add(Check.of("rows of documents", found, stated));
      checks.add(
          Check.of("rows of documents = count of articles", found, manifest.count("articles")));
    }
  }

  private long lines(String file) throws IOException {
    long lines = 0;
    try (InputStream in =
        new BufferedInputStream(
            new ZstdInputStream(new BufferedInputStream(generation.open(file))), 1 << 16)) {
      for (int b = in.read(); b >= 0; b = in.read()) {
        lines += b == '\n' ? 1 : 0;
      }
    }
    return lines;
  }
}
