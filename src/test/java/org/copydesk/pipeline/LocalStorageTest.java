package org.copydesk.pipeline;

import java.nio.file.Path;
import org.copydesk.corpus.Storage;
import org.junit.jupiter.api.io.TempDir;

class LocalStorageTest extends StorageContract {
  @TempDir Path folder;

  @Override
  Storage fresh() {
    return Locations.withDefaults().storage(folder.resolve("not/there yet").toString());
  }
}
