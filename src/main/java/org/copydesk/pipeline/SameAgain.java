package org.copydesk.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.copydesk.corpus.AuditMemo;
import org.copydesk.corpus.Failure;
import org.copydesk.corpus.GenerationAudit;
import org.copydesk.corpus.Generations;
import org.copydesk.corpus.Manifest;
import org.copydesk.corpus.TableScan;
import org.copydesk.corpus.Tables;
import org.copydesk.dump.source.InputListing.Input;
import org.copydesk.pipeline.read.DumpUnit;
import org.copydesk.pipeline.read.UnitChanges;
import org.copydesk.pipeline.read.UnitSize;
import org.copydesk.storage.Storage;

/**
 * Whether a build would give what is published: the same files byte by byte, settings, lists,
 * versions and epoch. Then nothing but the files is read.
 *
 * @param made what the published generation was made from
 * @param plan of this build
 * @param files as they were listed
 */
record SameAgain(
    Generations generations, String published, MadeFrom made, BuildPlan plan, List<Input> files) {
  /** Compares units with those of a generation: reads all files. */
  interface Compared {
    UnitChanges changes(Storage generation) throws IOException;
  }

  private record Read(String sourceFile, Long bytes, String sha256) {}

  /**
   * What was read back of the published generation; null where this build must run.
   *
   * @param epoch in which this build would run; null where it begins one
   * @param workers files read at a time
   */
  GenerationAudit audit(Epoch epoch, Compared compared, int workers) throws IOException, Failure {
    boolean isAsked =
        epoch != null
            && made.units() != null
            && plan.madeBy().equals(made.by())
            && Objects.equals(made.listedSha256(), plan.suppressedSha256());
    if (!isAsked) {
      return null;
    }
    Storage generation = generations.generation(published);
    // Names and sizes first: most nights have new files, and then none is read for this.
    if (!areAlike(generation)) {
      return null;
    }
    AuditMemo memo = AuditMemo.of(made.audit(), plan.suppressedSha256());
    String whole = generations.reference(published, plan.buildId(), memo, workers).name();
    if (!published.equals(whole)) {
      return null;
    }
    Manifest manifest = Manifest.read(generation);
    if (!epoch.isOf(manifest) || !compared.changes(generation).areNone()) {
      return null;
    }
    return GenerationAudit.recalled(generation, manifest, memo);
  }

  /** Hashes of the files of a generation, by their names. */
  static Map<String, String> files(Storage generation) throws IOException {
    Map<String, String> files = new TreeMap<>();
    ledger(generation).forEach((name, row) -> files.put(name, row.sha256()));
    return files;
  }

  /** Numbers of the parts of a generation's units, by the names of their first files. */
  static Map<String, List<Integer>> parts(Storage generation, UnitSize size) throws IOException {
    List<Input> files = new ArrayList<>();
    ledger(generation)
        .forEach(
            (name, row) -> files.add(new Input(name, name, row.bytes() == null ? 0 : row.bytes())));
    Map<String, List<Integer>> parts = new TreeMap<>();
    for (DumpUnit unit : DumpUnit.cut(files, size)) {
      parts.put(unit.files().get(0).sourceFile(), unit.partNumbers());
    }
    return parts;
  }

  private static Map<String, Read> ledger(Storage generation) throws IOException {
    Map<String, Read> all = new TreeMap<>();
    try (var rows = new TableScan<>(generation, Tables.LEDGER.view(Read.class))) {
      for (Read row = rows.next(); row != null; row = rows.next()) {
        all.put(row.sourceFile(), row);
      }
    }
    return all;
  }

  private boolean areAlike(Storage generation) throws IOException {
    Map<String, Read> before = ledger(generation);
    return before.size() == files.size() && files.stream().allMatch(file -> isAlike(file, before));
  }

  private static boolean isAlike(Input file, Map<String, Read> before) {
    Read read = before.get(file.sourceFile());
    return file.trouble() == null
        && read != null
        && read.sha256() != null
        && read.bytes() != null
        && read.bytes() == file.bytes();
  }
}
