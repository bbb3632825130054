package org.copydesk.pipeline.scratch;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;
import org.copydesk.corpus.Tables;
import org.copydesk.faults.Faults;
import org.copydesk.faults.FaultyStorage;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.pipeline.work.PartSpool;
import org.copydesk.row.SiteRow;
import org.copydesk.row.SpanRow;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Temporary files that processes leave, and who clears them away. */
class ScratchTest {
  @TempDir Path folder;
  private Path place;
  private Path outside;
  private String before;

  @BeforeEach
  void makePlace() throws IOException {
    place = Files.createDirectories(folder.resolve("place"));
    outside = Files.createDirectories(folder.resolve("outside/below"));
    Files.writeString(outside.resolve("kept"), "kept");
    before = System.getProperty("java.io.tmpdir");
    System.setProperty("java.io.tmpdir", place.toString());
  }

  @AfterEach
  void putBack() throws IOException {
    System.setProperty("java.io.tmpdir", before);
    assertThat(Files.readString(outside.resolve("kept")), is("kept"));
  }

  /** What a killed process leaves: the lock of its file is gone with it. */
  private Path dead(String name) throws IOException {
    Path dead = Files.createDirectories(place.resolve("copydesk-build-" + name));
    Files.writeString(dead.resolve(".alive"), "");
    Files.writeString(Files.createDirectories(dead.resolve("a/b")).resolve("run-1.zst"), "x");
    return dead;
  }

  private static boolean isThere(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  @Test
  void whatDeadOnesLeftIsClearedAwayAndLinksAreNotFollowed() throws IOException {
    Path dead = dead("1");
    Files.createSymbolicLink(dead.resolve("link"), outside);
    Files.createSymbolicLink(dead.resolve("a/file"), outside.resolve("kept"));
    try (Scratch scratch = Scratch.make()) {
      assertThat(isThere(dead), is(false));
      assertThat(isThere(scratch.folder()), is(true));
      try (Scratch other = Scratch.make()) {
        assertThat("one that lives stays", isThere(scratch.folder()), is(true));
        assertThat(other.folder().equals(scratch.folder()), is(false));
      }
    }
    assertThat(Storage.local(place).list(""), is(java.util.List.of()));
  }

  @Test
  void aFolderOrALockThatIsALinkIsLeftAlone() throws IOException {
    Files.writeString(outside.resolve(".alive"), "");
    Files.createSymbolicLink(place.resolve("copydesk-build-2"), outside);
    Path strange = dead("3");
    Files.delete(strange.resolve(".alive"));
    Files.createSymbolicLink(strange.resolve(".alive"), outside.resolve(".alive"));
    Scratch.make().close();
    assertThat(isThere(place.resolve("copydesk-build-2")), is(true));
    assertThat(isThere(strange), is(true));
    assertThat(isThere(outside.resolve(".alive")), is(true));
  }

  @Test
  void aFolderOfAnotherUserIsLeftAlone() throws IOException {
    Path dead = dead("4");
    UserPrincipal nobody = null;
    try {
      nobody = dead.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
      Files.setOwner(dead, nobody);
    } catch (IOException e) {
      assumeTrue(false, "this user cannot give files away");
    }
    Scratch.make().close();
    assertThat(isThere(dead.resolve("a/b/run-1.zst")), is(true));
  }

  @Test
  void aFolderThatIsBeingMadeIsLeftAloneForADay() throws IOException {
    Path fresh = dead("5");
    Path old = dead("6");
    Files.delete(fresh.resolve(".alive"));
    Files.delete(old.resolve(".alive"));
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    Scratch.make().close();
    assertThat(isThere(fresh), is(true));
    assertThat(isThere(old), is(false));
  }

  @Test
  void theWorkersOfAProcessShareAFolderWhileTheyUseIt() throws IOException {
    Path shared;
    try (SpillFolder one = SpillFolder.open(null)) {
      shared = one.path();
      assertThat(shared.getParent(), is(place));
      try (SpillFolder other = SpillFolder.open(null)) {
        assertThat(other.path(), is(shared));
      }
      assertThat(isThere(shared), is(true));
    }
    assertThat(isThere(shared), is(false));
    try (SpillFolder ofBuild = SpillFolder.open(place.resolve("given").toString())) {
      assertThat(isThere(ofBuild.path()), is(true));
    }
    assertThat(isThere(place.resolve("given")), is(true));
  }

  @Test
  void filesOfPartsAreClosedWhenAnElementThrows() throws Exception {
    Storage work =
        FaultyStorage.of(
            Storage.local(folder.resolve("work")),
            "part spool",
            0,
            "close parts/",
            Faults.Fate.FAIL_BEFORE);
    BuildSettings settings = org.copydesk.command.ParsedBuild.settings("x", "-o", "y");
    try (PartSpool spool = new PartSpool(work, settings, 0)) {
      spool.write(Tables.SITES, new SiteRow("a.test", 1L, 1L, 0L, null, "a.test", null));
      spool.write(Tables.SPANS, new SpanRow("f", 0L, 0L, 1L, "body", "rule"));
      assertThat(FaultyStorage.operations("part spool"), is(0L));
    }
    assertThat(FaultyStorage.operations("part spool") >= 2, is(true));
  }
}
