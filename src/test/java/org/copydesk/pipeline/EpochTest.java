package org.copydesk.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.copydesk.corpus.Failure;
import org.copydesk.dump.source.InputListing.Input;
import org.copydesk.endtoend.Corpus;
import org.copydesk.faults.Faults;
import org.copydesk.faults.FaultyStorage;
import org.copydesk.pipeline.read.UnitSize;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpochTest {
  @TempDir static Path folder;
  private static Path generation;

  @BeforeAll
  static void build() throws IOException {
    generation =
        Corpus.build(folder.resolve("out"), "testdata/dumps/gulf-meridian", "--incremental")
            .generation();
  }

  @Test
  void anErrorOfTheDiskWhileItIsReadIsMetByAskingAgain() throws Exception {
    Storage real = Storage.local(generation);
    byte[] bytes = Epoch.read(real).toBytes();
    assertThat(bytes, is(Files.readAllBytes(generation.resolve("epoch"))));
    for (Faults.Fate fate : List.of(Faults.Fate.EIO, Faults.Fate.ESTALE)) {
      for (int at = 1; at <= 2; at++) {
        Storage faulty = FaultyStorage.of(real, "epoch " + fate + at, at, " epoch", fate);
        assertThat(Epoch.read(faulty).toBytes(), is(bytes));
      }
    }
  }

  @Test
  void oneThatIsNotWhatTheManifestSaysIsNone() throws Exception {
    Path copy = folder.resolve("copy");
    Corpus.copyTree(generation, copy);
    byte[] bytes = Files.readAllBytes(copy.resolve("epoch"));
    bytes[bytes.length / 2] ^= 1;
    Files.write(copy.resolve("epoch"), bytes);
    Storage damaged = Storage.local(copy);
    assertThat(
        assertThrows(Failure.class, () -> Epoch.read(damaged)).getMessage(),
        containsString("is damaged or lost"));
  }

  @Test
  void itTellsWhichFoldersWereLargeAndAnOlderOneDoesNot() throws Exception {
    List<Input> files = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      String name = (i < 30 ? "a/" : i < 99 ? "b/c/" : "d/") + i;
      files.add(new Input(name, "/in/" + name, 1000));
    }
    UnitSize size = UnitSize.of(files);
    assertThat(size.largeFolders(), is(Map.of("a", 20, "b", 45, "b/c", 45)));
    ObjectMapper json = new ObjectMapper();
    ObjectNode written = json.valueToTree(size);
    assertThat(json.treeToValue(written, UnitSize.class), is(size));
    written.remove("largeFolders");
    assertThat(json.treeToValue(written, UnitSize.class).largeFolders(), is(nullValue()));
  }
}
