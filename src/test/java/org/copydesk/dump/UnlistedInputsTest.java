package org.copydesk.dump;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copydesk.dump.source.DumpFile;
import org.copydesk.dump.source.FileTree;
import org.copydesk.dump.source.InputListing;
import org.copydesk.dump.source.LocalFiles;
import org.copydesk.model.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that cannot be listed is told of, and its neighbours are listed. */
class UnlistedInputsTest {
  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    for (String name : List.of("a/1.txt", "locked/2.txt", "locked/x/3.txt", "z/4.txt", "z/5.txt")) {
      Path path = folder.resolve(name);
      Files.createDirectories(path.getParent());
      Files.writeString(path, name);
    }
  }

  /** The files of this machine, with an error for what a place is asked, so many times. */
  private final class Troubled implements FileTree {
    private final Map<String, IOException> errors = new HashMap<>();
    private final Map<String, Integer> times = new HashMap<>();
    private Path removed;

    Troubled with(String name, int count, IOException error) {
      errors.put(folder.resolve(name).toString(), error);
      times.put(folder.resolve(name).toString(), count);
      return this;
    }

    private void meet(String place) throws IOException {
      if (times.merge(place, -1, Integer::sum) >= 0) {
        throw errors.get(place);
      }
    }

    @Override
    public String absolute(String location) {
      return LocalFiles.TREE.absolute(location);
    }

    @Override
    public Kind kind(String location) throws IOException {
      meet(location);
      return LocalFiles.TREE.kind(location);
    }

    @Override
    public Entry file(String location) throws IOException {
      meet(location);
      return LocalFiles.TREE.file(location);
    }

    @Override
    public List<Entry> list(String place) throws IOException {
      if (errors.containsKey(place) && !place.equals(folder.toString())) {
        meet(place);
      }
      List<Entry> entries = LocalFiles.TREE.list(place);
      if (removed != null && place.equals(folder.toString())) {
        Files.delete(removed.resolve("1.txt"));
        Files.delete(removed);
      }
      return entries;
    }
  }

  private List<InputListing.Input> list(FileTree tree, String input) throws Exception {
    return InputListing.list(List.of(folder.resolve(input).toString()), tree, List.of()).files();
  }

  private static List<String> names(List<InputListing.Input> inputs) {
    return inputs.stream().map(InputListing.Input::sourceFile).toList();
  }

  private static InputListing.Trouble trouble(List<InputListing.Input> inputs, String name) {
    return inputs.stream()
        .filter(input -> input.sourceFile().equals(name))
        .findFirst()
        .orElseThrow()
        .trouble();
  }

  @Test
  void anUnreadableFolderIsToldAndItsNeighboursAreListed() throws Exception {
    Troubled tree = new Troubled().with("locked", 99, new AccessDeniedException("locked"));
    List<InputListing.Input> found = list(tree, "");
    assertThat(names(found), contains("a/1.txt", "locked", "z/4.txt", "z/5.txt"));
    assertThat(
        trouble(found, "locked"),
        is(new InputListing.Trouble(Reason.FILE_UNREADABLE, "AccessDeniedException")));
    assertThat(trouble(found, "a/1.txt") == null, is(true));
    DumpFile locked = found.get(1).dump(() -> null);
    ReadDump read = ReadDump.of(new DumpReader(DumpSettings.defaults()), locked);
    assertThat(read.reasons(), contains("-1:file_unreadable"));
  }

  @Test
  void aGlobThatDoesNotReachAFolderDoesNotMindIt() throws Exception {
    AccessDeniedException denied = new AccessDeniedException("locked");
    assertThat(
        names(list(new Troubled().with("locked", 99, denied), "[az]/*.txt")),
        contains("a/1.txt", "z/4.txt", "z/5.txt"));
    assertThat(
        names(list(new Troubled().with("locked/x", 99, denied), "*/*.txt")),
        contains("a/1.txt", "locked/2.txt", "z/4.txt", "z/5.txt"));
    assertThat(
        names(list(new Troubled().with("locked/x", 99, denied), "**.txt")),
        contains("a/1.txt", "locked/2.txt", "locked/x", "z/4.txt", "z/5.txt"));
    assertThat(
        names(list(new Troubled().with("locked/x", 99, denied), "{a,locked/x}/*.txt")),
        contains("a/1.txt", "locked/x"));
  }

  @Test
  void aFolderRemovedWhileListingIsToldAndItsNeighboursAreListed() throws Exception {
    Troubled tree = new Troubled();
    tree.removed = folder.resolve("a");
    List<InputListing.Input> found = list(tree, "");
    assertThat(names(found), contains("a", "locked/2.txt", "locked/x/3.txt", "z/4.txt", "z/5.txt"));
    assertThat(trouble(found, "a").reason(), is(Reason.FILE_CHANGED));
  }

  @Test
  void anErrorThatPassesChangesNothing() throws Exception {
    IOException stale = new FileSystemException("f", null, "Stale file handle");
    List<String> sound = names(list(LocalFiles.TREE, ""));
    assertThat(names(list(new Troubled().with("locked", 1, stale), "")), is(sound));
    assertThat(names(list(new Troubled().with("", 1, stale), "")), is(sound));
    assertThat(names(list(new Troubled().with("z/4.txt", 1, stale), "z/4.txt")), contains("4.txt"));
  }

  @Test
  void anInputThatCannotBeLookedAtIsAnInputWithTrouble() throws Exception {
    IOException denied = new AccessDeniedException("f");
    for (String input : List.of("locked", "z/4.txt")) {
      List<InputListing.Input> found = list(new Troubled().with(input, 99, denied), input);
      assertThat(found.size(), is(1));
      assertThat(found.get(0).trouble().reason(), is(Reason.FILE_UNREADABLE));
    }
  }
}
