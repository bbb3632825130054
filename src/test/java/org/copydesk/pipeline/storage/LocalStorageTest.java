package org.copydesk.pipeline.storage;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStorageTest extends StorageContract {
  @TempDir Path folder;

  @Override
  Storage fresh() {
    return new Locations(Map.of()).storage(folder.resolve("not/there yet").toString());
  }

  @Test
  void aLinkIsToldAndGoesWithoutWhatItLeadsTo() throws IOException {
    Storage storage = fresh();
    storage.createText("folder/kept", "kept");
    Path root = Path.of(storage.location());
    Files.createSymbolicLink(root.resolve("link"), root.resolve("folder"));
    Files.createSymbolicLink(root.resolve("dangling"), root.resolve("none"));
    for (String link : List.of("link", "dangling")) {
      assertThat(storage.isLink(link), is(true));
      storage.delete(link);
      assertThat(storage.isLink(link), is(false));
    }
    assertThat(storage.isLink("folder"), is(false));
    assertThat(storage.readText("folder/kept"), is("kept"));
  }

  @Test
  void whatIsSharedTakesNoRoom() throws IOException {
    Storage storage = fresh();
    storage.createText("old/part", "whole");
    Path root = Path.of(storage.location());
    storage.share("old/part", storage.in("new"), "part");
    assertThat(Files.isSameFile(root.resolve("old/part"), root.resolve("new/part")), is(true));
    // A link to a link would go with it.
    Files.createSymbolicLink(root.resolve("link"), root.resolve("old/part"));
    storage.share("link", storage, "of-link");
    assertThat(Files.isSameFile(root.resolve("old/part"), root.resolve("of-link")), is(true));
    assertThat(storage.isLink("of-link"), is(false));
    assertThat(storage.isSame("old/part", storage.in("new"), "part"), is(true));
    storage.createText("another", "whole");
    assertThat(storage.isSame("old/part", storage, "another"), is(false));
    // What cannot be told is not the same, and ends nothing.
    assertThat(storage.isSame("old/part", storage, "absent"), is(false));
  }

  @Test
  void aLineIsReadAndNotAFileOfAnySize() throws IOException {
    Storage storage = fresh();
    storage.replaceText("long", "x".repeat(1 << 20));
    assertThat(storage.readLine("long").length(), is(Storage.LINE_BYTES));
    assertThat(storage.readLine("none"), is(nullValue()));
    storage.createText("folder/file", "");
    IOException told = assertThrows(IOException.class, () -> storage.readLine("folder"));
    assertThat(told.getMessage(), containsString(storage.location("folder")));
  }
}
