package org.copydesk.corpus;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.copydesk.dedup.Suppression;
import org.copydesk.text.ContentHash;

/**
 * Makes a generation of the parts workers wrote: gives them their names, reads them back, checks
 * what always holds and writes the manifest. Publishing comes after. Cut off, it can be done again.
 */
public final class GenerationFinish {
  private final Storage generation;
  private final Storage work;

  /**
   * @param work folder of the parts, gone when this is done
   */
  public GenerationFinish(Storage generation, Storage work) {
    this.generation = generation;
    this.work = work;
  }

  /**
   * @param build what is known of the build
   * @param wantsSpans whether the spans table belongs to the generation
   * @param listed what must not be in the corpus
   * @param workers parts read at a time
   * @return what was read back
   */
  public GenerationAudit finish(
      Manifest.Build build,
      BuildResults results,
      boolean wantsSpans,
      Suppression listed,
      int workers)
      throws IOException, Failure {
    Set<String> written = new HashSet<>();
    TreeMap<String, RowDigest> digests = new TreeMap<>();
    Map<String, Long> rows = new TreeMap<>();
    for (PartResult part : results.parts()) {
      if (!written.add(part.finalName())) {
        throw new Failure(Failure.ACCOUNTING, "two parts " + part.finalName());
      }
      boolean isMoved = !work.exists(part.file()) && generation.exists(part.finalName());
      if (!isMoved) {
        work.moveTo(part.file(), generation, part.finalName());
      }
      digests.computeIfAbsent(part.table(), table -> new RowDigest()).add(part.digest());
      rows.merge(part.table(), part.rows(), Long::sum);
    }
    for (Table table : Tables.ALL) {
      boolean isWanted = wantsSpans || table != Tables.SPANS;
      if (isWanted && !digests.containsKey(table.name())) {
        digests.put(table.name(), new RowDigest());
        writeEmpty(table);
      }
    }
    GenerationAudit audit = GenerationAudit.read(generation, listed, workers);
    List<Check> checks = audit.checks(build.files(), rows);
    Map<String, ContentHash> sums = new TreeMap<>();
    digests.forEach((table, digest) -> sums.put(table, digest.sum()));
    Manifest.of(build, results, audit, checks, sums).write(generation);
    List<String> failed =
        checks.stream()
            .filter(check -> !check.holds())
            .map(check -> check.name() + ": " + check.left() + " and " + check.right())
            .toList();
    if (!failed.isEmpty()) {
      throw new Failure(Failure.ACCOUNTING, "checks failed: " + String.join("; ", failed));
    }
    return audit;
  }

  /** A table without rows still has a part, so that readers find its columns. */
  private void writeEmpty(Table table) throws IOException {
    new PartWriter(
            table,
            new BufferedOutputStream(generation.create(table.name() + "/part-00000.parquet")))
        .close();
  }
}
