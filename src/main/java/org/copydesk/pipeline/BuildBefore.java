package org.copydesk.pipeline;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.copydesk.cache.CacheStore;
import org.copydesk.corpus.Algorithms;
import org.copydesk.corpus.DocumentExport;
import org.copydesk.corpus.Failure;
import org.copydesk.corpus.FilesToReadAgain;
import org.copydesk.corpus.GenerationAudit;
import org.copydesk.corpus.Generations;
import org.copydesk.corpus.InOrder;
import org.copydesk.corpus.Sha256;
import org.copydesk.dump.source.InputListing.Input;
import org.copydesk.pipeline.grouping.BucketMemory;
import org.copydesk.pipeline.read.DumpUnit;
import org.copydesk.pipeline.read.UnitCache;
import org.copydesk.pipeline.read.UnitChanges;
import org.copydesk.pipeline.storage.Locations;
import org.copydesk.pipeline.work.BuildLog;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.pipeline.work.SideFile;
import org.copydesk.pipeline.work.SideFiles;
import org.copydesk.pipeline.work.WorkNames;
import org.copydesk.storage.Storage;

/** What a build takes over from those before it: their epoch, and what they read. */
final class BuildBefore {
  private final Generations generations;
  private final String published;
  private final Night night;
  private final BuildLog told;

  /**
   * @param published name of the published generation; null for none
   */
  BuildBefore(Generations generations, String published, Night night, BuildLog told) {
    this.generations = generations;
    this.published = published;
    this.night = night;
    this.told = told;
  }

  /** The epoch to build in; null where this build begins one. */
  Epoch epoch(Locations locations, List<Input> files, BuildSettings settings)
      throws IOException, Failure {
    if (night.epochOf() != null) {
      Epoch given = Epoch.read(locations.storage(night.epochOf()));
      if (given == null) {
        throw new Failure(Failure.USAGE, night.epochOf() + " is older than epochs are");
      }
      return given;
    }
    if (!night.incremental() && !night.proves()) {
      return null;
    }
    if (night.proves() && published == null) {
      throw new Failure(Failure.USAGE, "nothing is published that could be proved");
    }
    Epoch known = null;
    String why = night.newEpoch() ? "as asked for" : "nothing is published";
    if (published != null && !night.newEpoch()) {
      try {
        known = Epoch.read(generations.generation(published));
        why = known == null ? published + " has none" : known.misfit(files, settings);
      } catch (Failure e) {
        why = e.getMessage();
      }
    }
    if (known != null && why == null) {
      return known;
    }
    if (night.proves()) {
      throw new Failure(Failure.USAGE, "cannot prove in the epoch of " + published + ": " + why);
    }
    told.line("a new epoch: %s; everything is read", why);
    return null;
  }

  /**
   * What units came to before; null where that is not asked for.
   *
   * @param version of the program
   * @param topicModel hash of the model by which articles are classified; null where none is
   * @param sides what else articles are looked at by
   * @param isKnownEpoch whether there can be something, the sites being those of before
   */
  UnitCache cache(String version, String topicModel, SideFiles sides, boolean isKnownEpoch)
      throws IOException {
    if (!night.incremental()) {
      return null;
    }
    Map<String, String> versions = new TreeMap<>(Algorithms.ofReading());
    versions.put("copydesk", version);
    versions.put("topic_model", String.valueOf(topicModel));
    if (sides.benchmark() != null) {
      versions.put("benchmark", sides.benchmark().sha256());
    }
    if (sides.erased() != null) {
      versions.put("erased", sides.erased().sha256());
    }
    Storage before = published == null ? null : generations.generation(published);
    Set<String> again = FilesToReadAgain.of(before, night.again());
    if (!night.again().isEmpty()) {
      told.line("%,d files are read again", again.size());
    }
    return new UnitCache(
        CacheStore.of(generations.output()),
        versions,
        isKnownEpoch,
        again,
        String.valueOf(published),
        night.recheck());
  }

  /**
   * What was read back of the published generation, where this build would give the same; null
   * where it must run.
   *
   * @param cache of units; null where none is kept
   * @param epoch in which it would run; null where it begins one
   */
  GenerationAudit same(
      List<DumpUnit> units,
      UnitCache cache,
      BuildPlan plan,
      SideFiles sides,
      Epoch epoch,
      Locations locations,
      BuildSettings settings)
      throws IOException, Failure {
    boolean isAsked = cache != null && night.again().isEmpty() && !night.proves();
    if (!isAsked || plan.namesBenchmarks()) {
      return null;
    }
    MadeFrom made = MadeFrom.find(cache.store(), published);
    if (made == null
        || plan.exportsDocuments() && !DocumentExport.isIn(generations.generation(published))) {
      return null;
    }
    int workers = Math.min(plan.parallelism(), InOrder.processors());
    List<Input> files = units.stream().flatMap(unit -> unit.files().stream()).toList();
    return new SameAgain(generations, published, made, plan, files)
        .audit(
            epoch,
            generation ->
                compared(
                    units, made, generation, cache, sides, epoch, locations, settings, workers),
            workers);
  }

  private static UnitChanges compared(
      List<DumpUnit> units,
      MadeFrom made,
      Storage generation,
      UnitCache cache,
      SideFiles sides,
      Epoch epoch,
      Locations locations,
      BuildSettings settings,
      int workers)
      throws IOException {
    return UnitChanges.of(
        units,
        new UnitChanges.Before(
            made.units(),
            SameAgain.files(generation),
            SameAgain.parts(generation, epoch.shape().units())),
        cache,
        sides.siteModels(),
        settings,
        locations,
        workers);
  }

  /**
   * What there is to do.
   *
   * @param cache of units; null where none is kept
   * @param epoch in which the build runs; null where it begins one
   * @param isDetached whether it goes on by itself on a cluster, and nobody can begin it again
   */
  Changes changes(
      List<DumpUnit> units,
      UnitCache cache,
      BuildPlan plan,
      SideFiles sides,
      Epoch epoch,
      Locations locations,
      BuildSettings settings,
      boolean isDetached)
      throws IOException, Failure {
    // Which texts of a benchmark an article holds hangs on what all share: no bucket can tell.
    if (cache == null || isDetached || sides.benchmark() != null) {
      return Changes.all(null, units, sides);
    }
    BucketMemory memory = new BucketMemory(cache.store(), null, null, plan.buildId());
    MadeFrom made = MadeFrom.find(cache.store(), published);
    boolean goesOn =
        made != null
            && made.units() != null
            && made.build() != null
            && plan.madeBy().equals(made.by())
            && night.again().isEmpty()
            && epoch != null
            && Sha256.of(epoch.toBytes()).equals(made.epoch());
    if (!goesOn) {
      return Changes.all(memory, units, sides);
    }
    Storage generation = generations.generation(published);
    UnitChanges changes =
        compared(
            units,
            made,
            generation,
            cache,
            sides,
            epoch,
            locations,
            settings,
            Math.min(plan.parallelism(), InOrder.processors()));
    Storage work = generations.generation(plan.buildId()).in(WorkNames.FOLDER);
    SideFile listed = sides.suppressed();
    if (!Objects.equals(made.listedSha256(), plan.suppressedSha256())) {
      listed =
          made.listed() == null
              ? null
              : SideFile.write(work, WorkNames.SUPPRESSED + "-before", made.listed());
    }
    return new Changes(
        new BucketMemory(cache.store(), made.build(), generation, plan.buildId()),
        changes,
        sides.withBefore(listed));
  }

  /** Puts the models of an epoch where every worker sees them; null where there are none. */
  static SideFile writeSiteModels(Storage work, Epoch epoch) throws IOException {
    return epoch == null || epoch.siteModels() == null
        ? null
        : SideFile.write(work, WorkNames.SITE_MODELS + "-before", epoch.siteModels());
  }
}
