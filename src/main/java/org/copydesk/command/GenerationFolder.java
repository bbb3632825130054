package org.copydesk.command;

import java.io.IOException;
import org.copydesk.corpus.Failure;
import org.copydesk.corpus.Generations;
import org.copydesk.pipeline.storage.Locations;
import org.copydesk.storage.Storage;

/** Tells a generation: its own folder, or an output's, which stands for the published one. */
final class GenerationFolder {
  private GenerationFolder() {}

  /** The generation; null where the folder is neither. */
  static Storage in(Locations locations, String folder) throws IOException, Failure {
    Storage storage = locations.storage(folder);
    if (storage.exists("manifest.json")) {
      return storage;
    }
    return storage.exists("CURRENT") ? new Generations(storage).publishedGeneration() : null;
  }

  /** The generation; a failure where the folder is neither. */
  static Storage expectedIn(Locations locations, String folder) throws IOException, Failure {
    Storage generation = in(locations, folder);
    if (generation == null) {
      throw new Failure(Failure.OTHER, "no generation and no output: " + folder);
    }
    return generation;
  }
}
