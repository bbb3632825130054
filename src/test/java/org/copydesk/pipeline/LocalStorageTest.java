package org.copydesk.pipeline;

import java.nio.file.Path;
import java.util.Map;
import org.copydesk.corpus.Storage;
import org.junit.jupiter.api.io.TempDir;

class LocalStorageTest extends StorageContract {
  @TempDir Path folder;

  @Override
  Storage fresh() {
    return new Locations(Map.of()).storage(folder.resolve("not/there yet").toString());
  }
}
