package org.copydesk.corpus;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.copydesk.dedup.Suppression;
import org.copydesk.storage.Storage;
import org.copydesk.table.RowDigest;
import org.copydesk.table.Table;
import org.copydesk.text.ContentHash;

/**
 * Makes a generation of the parts workers wrote: gives them their names, reads them back, checks
 * what always holds and writes the manifest. Publishing comes after. Cut off, it can be done again.
 */
public final class GenerationFinish {
  /**
   * Where parts that were put together, and what was read of parts, are kept from build to build.
   * Threads ask side by side. It is a convenience: who finds nothing, or an error, makes it again.
   */
  public interface PartStore {
    /** Keeps nothing. */
    PartStore NONE =
        new PartStore() {
          @Override
          public InputStream find(String key) {
            return null;
          }

          @Override
          public void keep(String key, InputStream part) {}
        };

    /** The bytes that were kept under a key of 64 hex digits; null for none that are whole. */
    InputStream find(String key) throws IOException;

    /** The same, where the generation that is made does not come to hang on it. */
    default InputStream look(String key) throws IOException {
      return find(key);
    }

    /** Keeps the bytes. */
    void keep(String key, InputStream part) throws IOException;
  }

  /** Where a file gets its name by a copy in the store, what is waited for is the store. */
  private static final int COPIES_AT_ONCE = 32;

  private final Storage generation;
  private final Storage work;
  private final PartStore store;

  /**
   * @param work folder of the parts, gone when this is done
   */
  public GenerationFinish(Storage generation, Storage work) {
    this(generation, work, PartStore.NONE);
  }

  /**
   * @param work folder of the parts, gone when this is done
   * @param store knows parts that were put together before
   */
  public GenerationFinish(Storage generation, Storage work, PartStore store) {
    this.generation = generation;
    this.work = work;
    this.store = store;
  }

  /**
   * @param build what is known of the build
   * @param wantsSpans whether the spans table belongs to the generation
   * @param listed what must not be in the corpus
   * @param memo what reading parts back gave before
   * @param workers parts read at a time
   * @return what was read back
   */
  public GenerationAudit finish(
      Manifest.Build build,
      BuildResults results,
      boolean wantsSpans,
      Suppression listed,
      AuditMemo memo,
      int workers)
      throws IOException, Failure {
    Set<String> names = new HashSet<>();
    TreeMap<String, RowDigest> written = new TreeMap<>();
    Map<String, Long> rows = new TreeMap<>();
    for (PartResult part : results.parts()) {
      if (!names.add(part.finalName())) {
        throw new Failure(Failure.ACCOUNTING, "two parts " + part.finalName());
      }
      written.computeIfAbsent(part.table(), table -> new RowDigest()).add(part.digest());
      rows.merge(part.table(), part.rows(), Long::sum);
    }
    giveNames(new MergeParts(work, generation, store).merge(results.parts(), workers));
    for (Table<?> table : Tables.ALL) {
      boolean isWanted = wantsSpans || table != Tables.SPANS;
      if (isWanted && !written.containsKey(table.name())) {
        written.put(table.name(), new RowDigest());
        writeEmpty(table);
      }
    }
    GenerationAudit audit = GenerationAudit.read(generation, listed, memo, workers);
    List<Check> checks = audit.checks(build.files(), rows);
    written.forEach((table, digest) -> checks.add(readBack(table, digest, audit)));
    Manifest.of(build, results, audit, checks).write(generation);
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

  /** An encoder that garbles a value is seen here, and by nothing else. */
  private static Check readBack(String table, RowDigest written, GenerationAudit audit) {
    ContentHash read = audit.digests().get(table);
    return Check.of(
        "digest of the rows of " + table + " written = read back",
        written.sum().hex(),
        read == null ? "nothing was read" : read.hex());
  }

  private void giveNames(List<PartResult> parts) throws IOException {
    boolean atOnce = generation.guarantees().renamesAtOnce();
    InOrder.run(
        atOnce ? 1 : COPIES_AT_ONCE,
        parts.size(),
        i -> {
          PartResult part = parts.get((int) i);
          if (work.exists(part.file())) {
            if (!atOnce) {
              // A copy that a process did not live to end.
              generation.delete(part.finalName());
            }
            work.moveTo(part.file(), generation, part.finalName());
          } else if (!generation.exists(part.finalName())) {
            throw new NoSuchFileException(work.location(part.file()));
          }
          return part;
        },
        part -> {});
  }

  /** A table without rows still has a part, so that readers find its columns. */
  private <R extends Record> void writeEmpty(Table<R> table) throws IOException {
    new PartWriter<>(
            table,
            new BufferedOutputStream(generation.create(table.name() + "/part-00000.parquet")))
        .close();
  }
}
