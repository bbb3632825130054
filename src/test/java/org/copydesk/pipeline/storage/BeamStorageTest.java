package org.copydesk.pipeline.storage;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import org.copydesk.corpus.Failure;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BeamStorageTest extends StorageContract {
  @TempDir Path folder;

  @Override
  Storage fresh() {
    return new BeamStorage(folder.resolve("not/there yet").toString());
  }

  @Test
  void aSchemeNobodyKnowsIsToldByName() throws Failure {
    Storage nowhere = Locations.withFlags().storage("gopher://host/corpus");
    IOException failure = assertThrows(IOException.class, () -> nowhere.open("x").close());
    assertThat(failure.getMessage(), containsString("gopher"));
  }
}
