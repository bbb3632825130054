package org.copydesk.command;

import java.io.IOException;
import java.nio.file.Path;
import org.copydesk.corpus.Failure;
import org.copydesk.corpus.Generations;
import org.copydesk.corpus.Storage;

/** Tells a generation: its own folder, or an output's, which stands for the published one. */
final class GenerationFolder {
  private GenerationFolder() {}

  /** The generation; null where the folder is neither. */
  static Storage in(Path folder) throws IOException, Failure {
    Storage storage = new Storage(folder);
    if (storage.exists("manifest.json")) {
      return storage;
    }
    return storage.exists("CURRENT") ? new Storage(new Generations(storage).publishedPath()) : null;
  }
}
