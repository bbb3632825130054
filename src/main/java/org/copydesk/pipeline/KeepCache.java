package org.copydesk.pipeline;

import java.io.IOException;
import java.util.TreeSet;
import org.copydesk.cache.CacheStore;
import org.copydesk.cache.CacheUse;
import org.copydesk.corpus.AuditMemo;
import org.copydesk.corpus.BuildResults;
import org.copydesk.corpus.Generations;
import org.copydesk.pipeline.work.BuildLog;

/**
 * The cache at the end of a build: what it was made from is noted, what nothing needs goes. Trouble
 * with it ends nothing.
 */
record KeepCache(Generations generations, BuildPlan plan, BuildLog told) {
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

  /** Notes what a generation was made from, and what reading it back gave. */
  void note(String generation, BuildResults results, AuditMemo memo) {
    if (!plan.incremental()) {
      return;
    }
    try {
      TreeSet<String> keys = new TreeSet<>(results.cached());
      keys.add(new MadeFrom(plan.madeBy(), memo.toBytes()).keep(store(), generation));
      new CacheUse(store()).note(generation, keys);
    } catch (IOException | RuntimeException e) {
      warn(e);
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
