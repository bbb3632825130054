package org.copydesk.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.copydesk.cache.CacheStore;
import org.copydesk.cache.CacheUse;
import org.copydesk.corpus.AuditMemo;
import org.copydesk.corpus.BuildResults;
import org.copydesk.corpus.Failure;
import org.copydesk.corpus.GenerationFinish.PartStore;
import org.copydesk.corpus.Generations;
import org.copydesk.corpus.lines.ArticleLines;
import org.copydesk.dump.source.Retry;
import org.copydesk.pipeline.read.UnitCache;
import org.copydesk.pipeline.work.BuildLog;
import org.copydesk.storage.Storage;

/**
 * The cache at the end of a build: parts and lines of articles are kept, what it was made from is
 * noted, what nothing needs goes. Trouble with keeping, noting and removing ends nothing.
 */
final class KeepCache implements PartStore {
  private final Generations generations;
  private final BuildPlan plan;
  private final BuildLog told;
  private final Set<String> keptParts = ConcurrentHashMap.newKeySet();

  KeepCache(Generations generations, BuildPlan plan, BuildLog told) {
    this.generations = generations;
    this.plan = plan;
    this.told = told;
  }

  /**
   * Where parts that were put together and lines of articles are kept; a build that stands alone
   * keeps none.
   */
  PartStore parts() {
    return plan.incremental() ? this : PartStore.NONE;
  }

  @Override
  public InputStream find(String key) throws IOException {
    keptParts.add(key);
    return look(key);
  }

  @Override
  public InputStream look(String key) throws IOException {
    CacheStore.Found found = store().find(key);
    return found == null ? null : found.open();
  }

  @Override
  public void keep(String key, InputStream part) {
    try (CacheStore.Draft draft = store().draft()) {
      part.transferTo(draft.content());
      draft.commit(key);
    } catch (IOException | RuntimeException e) {
      told.line("warning: a part could not be kept in the cache: %s", e);
    }
  }

  /** Holds on to the lines that are kept of a published generation, since that stays. */
  void holdLines(Storage published) {
    try {
      keptParts.addAll(ArticleLines.keys(published));
    } catch (IOException | Failure | RuntimeException e) {
      warn(e);
    }
  }

  private CacheStore store() {
    return CacheStore.of(generations.output());
  }

  /** What reading parts gave before; a build that stands alone reads all of them. */
  AuditMemo memo(String published) {
    MadeFrom made = plan.incremental() ? MadeFrom.find(store(), published) : null;
    return made == null
        ? AuditMemo.empty(plan.suppressedSha256())
        : AuditMemo.of(made.audit(), plan.suppressedSha256());
  }

  /**
   * Notes what a generation was made from, and what reading it back gave.
   *
   * @param generation that has the rows of this build, made by it or before
   * @param buckets name under which its buckets are kept; null where they are not
   * @param listed what must not be in it; null for nothing
   */
  void note(
      String generation, BuildResults results, String buckets, byte[] listed, AuditMemo memo) {
    if (!plan.incremental() || plan.madeBy() == null) {
      return; // a plan of a version that noted nothing tells too little
    }
    try {
      TreeMap<Integer, String> units = new TreeMap<>(results.units());
      units.values().removeIf(BuildResults.NOT_KEPT::equals);
      boolean areAllKept = units.size() == results.units().size();
      MadeFrom made =
          new MadeFrom(
              plan.madeBy(),
              listed,
              areAllKept ? units : null,
              buckets,
              results.sides().get(Epoch.NAME),
              memo.toBytes());
      TreeSet<String> keys = new TreeSet<>(results.cached());
      units.values().forEach(unit -> keys.addAll(UnitCache.entries(unit)));
      keys.addAll(keptParts);
      keys.add(Retry.DEFAULT.run(() -> made.keep(store(), generation)));
      Retry.DEFAULT.run(
          () -> {
            new CacheUse(store()).note(generation, keys);
            return null;
          });
    } catch (IOException | RuntimeException e) {
      warn(e);
      return; // what was kept is not named, and would go
    }
    clean();
  }

  /** Removes what no kept generation was made from. */
  void clean() {
    try {
      CacheUse.Size removed = new CacheUse(store()).clean(generations.finished());
      if (removed.entries() > 0) {
        told.line(
            "removed %,d entries of the cache, %,d bytes, that no kept generation was made from",
            removed.entries(), removed.bytes());
      }
    } catch (IOException | RuntimeException e) {
      warn(e);
    }
  }

  private void warn(Exception e) {
    told.line("warning: the cache could not be put in order: %s", e);
  }
}
