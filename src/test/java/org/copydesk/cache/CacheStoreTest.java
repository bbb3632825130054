package org.copydesk.cache;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.copydesk.faults.Faults;
import org.copydesk.faults.FaultyStorage;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheStoreTest {
  private static final String KEY = "ab" + "0".repeat(62);
  private static final String OTHER = "cd" + "1".repeat(62);

  @TempDir Path folder;

  private CacheStore store() {
    return CacheStore.of(Storage.local(folder));
  }

  private Path file(String key) {
    return folder.resolve("cache").resolve(CacheStore.name(key));
  }

  private void write(String key, byte[] content) throws IOException {
    try (CacheStore.Draft draft = store().draft()) {
      draft.content().write(content);
      draft.commit(key);
    }
  }

  private byte[] read(String key) throws IOException {
    CacheStore.Found found = store().find(key);
    if (found == null) {
      return null;
    }
    try (InputStream in = found.open()) {
      return in.readAllBytes();
    }
  }

  private static byte[] content(int length) {
    byte[] content = new byte[length];
    new Random(length).nextBytes(content);
    Arrays.fill(content, 0, length / 2, (byte) 7);
    return content;
  }

  @Test
  void whatWasWrittenIsFoundUnderItsKeyAndNoOther() throws IOException {
    for (int length : new int[] {0, 1, 100_000, 3_000_000}) {
      String key = String.format("%064x", length);
      write(key, content(length));
      assertThat(read(key), is(content(length)));
    }
    assertThat(read(KEY), is(nullValue()));
    assertThat(Files.list(folder.resolve("cache/new")).count(), is(0L));
  }

  @Test
  void anErrorOfTheDiskWhileAnEntryIsReadIsMetByAskingAgain() throws IOException {
    byte[] content = content(3_000_000);
    write(KEY, content);
    Storage cache = Storage.local(folder.resolve("cache"));
    for (Faults.Fate fate : List.of(Faults.Fate.EIO, Faults.Fate.ESTALE, Faults.Fate.SHORT)) {
      FaultyStorage none = FaultyStorage.of(cache, "whole " + fate, 0, CacheStore.name(KEY), fate);
      assertThat(read(none), is(content));
      long operations = FaultyStorage.operations("whole " + fate);
      assertThat(operations > 10, is(true));
      for (long at = 1; at <= operations; at++) {
        String plan = fate + " " + at;
        Storage faulty = FaultyStorage.of(cache, plan, at, CacheStore.name(KEY), fate);
        byte[] read = read(faulty);
        // What seems cut when it is looked at is no entry, and is removed: the page is read again.
        assertThat(plan, read == null || Arrays.equals(read, content), is(true));
        if (read == null) {
          assertThat(plan, fate, is(Faults.Fate.SHORT));
          write(KEY, content);
        }
      }
    }
  }

  private static byte[] read(Storage cache) throws IOException {
    CacheStore.Found found = new CacheStore(cache).find(KEY);
    if (found == null) {
      return null;
    }
    try (InputStream in = found.open()) {
      return in.readAllBytes();
    }
  }

  @Test
  void whatIsNotEndedLeavesNothing() throws IOException {
    try (CacheStore.Draft draft = store().draft()) {
      draft.content().write(content(100));
    }
    assertThat(Files.list(folder.resolve("cache/new")).count(), is(0L));
  }

  @Test
  void theFirstOfTwoThatWriteTheSameStays() throws IOException {
    try (CacheStore.Draft first = store().draft();
        CacheStore.Draft second = store().draft()) {
      first.content().write(content(50));
      second.content().write(content(50));
      first.commit(KEY);
      second.commit(KEY);
    }
    assertThat(read(KEY), is(content(50)));
    assertThat(Files.list(folder.resolve("cache/new")).count(), is(0L));
  }

  @Test
  void anEntryThatIsDamagedAnywhereIsNoneAndCanBeWrittenAgain() throws IOException {
    write(KEY, content(400));
    byte[] whole = Files.readAllBytes(file(KEY));
    Random random = new Random(1);
    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file(KEY), damaged);
      assertThat("byte " + at, read(KEY), is(nullValue()));
      Files.write(file(KEY), Arrays.copyOf(whole, at));
      assertThat("cut at " + at, read(KEY), is(nullValue()));
    }
    Files.write(file(KEY), Arrays.copyOf(whole, whole.length + 1));
    assertThat("longer", read(KEY), is(nullValue()));
    write(KEY, content(400));
    assertThat(read(KEY), is(content(400)));
  }

  @Test
  void piecesAreReadWithoutTheRest() throws IOException {
    byte[] content = content(3_000_000);
    try (CacheStore.Draft draft = store().packedDraft()) {
      draft.content().write(content);
      draft.commit(KEY);
    }
    byte[] whole = Files.readAllBytes(file(KEY));
    whole[100]++;
    Files.write(file(KEY), whole);
    CacheStore.Found found = store().findInPieces(KEY);
    assertThat(found.packedBytes(), is(3_000_000L));
    try (InputStream in = found.openPacked(2_000_000)) {
      assertThat(in.readNBytes(10), is(Arrays.copyOfRange(content, 2_000_000, 2_000_010)));
      in.skipNBytes(100);
      assertThat(in.readNBytes(10), is(Arrays.copyOfRange(content, 2_000_110, 2_000_120)));
      in.skipNBytes(700_000);
      assertThat(in.readAllBytes(), is(Arrays.copyOfRange(content, 2_700_120, 3_000_000)));
    }
    Files.createDirectories(file(OTHER).getParent());
    Files.copy(file(KEY), file(OTHER));
    assertThat(store().findInPieces(OTHER), is(nullValue()));
    Files.write(file(KEY), Arrays.copyOf(whole, whole.length - 1));
    assertThat(store().findInPieces(KEY), is(nullValue()));
    assertThat(store().findInPieces(KEY), is(nullValue()));
  }

  @Test
  void anEntryUnderAnothersNameIsNone() throws IOException {
    write(KEY, content(400));
    Files.createDirectories(file(OTHER).getParent());
    Files.copy(file(KEY), file(OTHER));
    assertThat(read(OTHER), is(nullValue()));
    assertThat(read(KEY), is(notNullValue()));
  }

  @Test
  void whatNoKeptGenerationWasMadeFromIsCleanedAway() throws IOException {
    write(KEY, content(400));
    write(OTHER, content(500));
    CacheUse use = new CacheUse(store());
    use.note("g1", new TreeSet<>(List.of(KEY)));
    use.note("g2", new TreeSet<>(List.of(KEY, OTHER)));
    assertThat(use.survey(List.of("g1", "g2")).all().entries(), is(2L));
    assertThat(use.survey(List.of("g1")).unused().entries(), is(1L));
    assertThat(use.clean(List.of("g1", "g2")).entries(), is(0L));
    assertThat(use.clean(List.of("g1")).entries(), is(1L));
    assertThat(read(OTHER), is(nullValue()));
    assertThat(read(KEY), is(content(400)));
    assertThat(Files.exists(folder.resolve("cache/used/g2")), is(false));
    assertThat(use.clean(List.of()).entries(), is(1L));
  }
}
