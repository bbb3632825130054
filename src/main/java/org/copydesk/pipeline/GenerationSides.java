package org.copydesk.pipeline;

import java.io.IOException;
import java.io.InputStream;
import org.copydesk.corpus.BuildResults;
import org.copydesk.corpus.Sha256;
import org.copydesk.pipeline.work.WorkNames;
import org.copydesk.storage.Storage;

/**
 * What a generation has besides its tables: hashes of the lists and models that it was made with,
 * its epoch, and what was erased from it.
 *
 * @param work folder in which the steps found these
 */
record GenerationSides(Storage generation, Storage work, BuildPlan plan) {
  /** Puts there what later builds need; gives the results with the hashes of all. */
  BuildResults place(BuildResults results) throws IOException {
    return withEpoch(withSides(results));
  }

  private BuildResults withSides(BuildResults results) throws IOException {
    BuildResults all = results;
    if (plan.sides().suppressed() != null) {
      all = all.withSide(WorkNames.SUPPRESSED, plan.sides().suppressed().sha256());
    }
    if (plan.sides().erased() != null) {
      byte[] lines = plan.sides().erased().read(work);
      generation.replace(WorkNames.ERASED, lines);
      all = all.withSide(WorkNames.ERASED, plan.sides().erased().sha256());
    }
    if (plan.sides().topicModel() != null) {
      all = all.withSide(WorkNames.TOPIC_MODEL, plan.sides().topicModel().sha256());
    }
    if (plan.sides().benchmark() != null) {
      all = all.withSide(WorkNames.BENCHMARK, plan.sides().benchmark().sha256());
    }
    return all;
  }

  /** Puts what stands still for the nights to come into the generation. */
  private BuildResults withEpoch(BuildResults results) throws IOException {
    if (plan.epoch() == null) {
      return results;
    }
    byte[] bytes = new Epoch(plan.epoch(), siteModels(results)).toBytes();
    generation.replace(Epoch.NAME, bytes);
    return results.withSide(Epoch.NAME, Sha256.of(bytes));
  }

  /** The models that the pages were read with; null where there were none. */
  private byte[] siteModels(BuildResults results) throws IOException {
    String sha256 = results.sides().get(WorkNames.SITE_MODELS);
    if (sha256 == null) {
      return null;
    }
    for (String name : work.list("")) {
      if (name.startsWith(WorkNames.SITE_MODELS)) {
        // A run that was repeated wrote the same again, or was cut off.
        try (InputStream in = work.open(name)) {
          byte[] models = in.readAllBytes();
          if (Sha256.of(models).equals(sha256)) {
            return models;
          }
        }
      }
    }
    throw new IOException("no models of sites in " + work + " are those that were read with");
  }
}
