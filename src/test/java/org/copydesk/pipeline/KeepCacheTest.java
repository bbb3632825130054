package org.copydesk.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.corpus.Generations;
import org.copydesk.pipeline.work.BuildLog;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepCacheTest {
  private static final String KEY = "0123456789abcdef".repeat(4);
  private static final byte[] PART = {1, 2, 3};

  @TempDir Path folder;

  @Test
  void aPartThatIsKeptIsFoundAndOneThatCannotBeIsToldAndEndsNothing() throws Exception {
    List<String> told = new ArrayList<>();
    KeepCache cache =
        new KeepCache(new Generations(Storage.local(folder)), null, new BuildLog(told::add));
    // What lies where the cache is to be is no folder.
    Path place = Files.createFile(folder.resolve("cache"));
    cache.keep(KEY, new ByteArrayInputStream(PART));
    assertThat(told, contains(containsString("warning: a part could not be kept in the cache")));
    assertThat(cache.find(KEY), is(nullValue()));
    Files.delete(place);
    told.clear();
    cache.keep(KEY, new ByteArrayInputStream(PART));
    try (InputStream found = cache.find(KEY)) {
      assertThat(found.readAllBytes(), is(PART));
    }
    assertThat(told, is(empty()));
  }
}
