package org.copydesk.dump.source;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class InputListingTest {
  @TempDir Path folder;

  private void write(String... names) throws IOException {
    for (String name : names) {
      Path path = folder.resolve(name);
      Files.createDirectories(path.getParent());
      Files.writeString(path, name);
    }
  }

  private List<String> names(String... inputs) throws Exception {
    return InputListing.list(List.of(inputs)).stream().map(InputListing.Input::sourceFile).toList();
  }

  private String in(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void aSourceFileIsThePathBelowTheFixedPartOfItsGlob() throws Exception {
    write("2024/a/1.txt", "2024/b/2.txt", "2024/b/3.html", "2025/4.txt");
    assertThat(names(in("2024/*/*.txt")), is(List.of("a/1.txt", "b/2.txt")));
    assertThat(names(in("**.txt")), is(List.of("2024/a/1.txt", "2024/b/2.txt", "2025/4.txt")));
    assertThat(names(in("2024")), is(List.of("a/1.txt", "b/2.txt", "b/3.html")));
    assertThat(names(in("2024/") + "/"), is(names(in("2024"))));
    assertThat(names(in("2025/4.txt")), is(List.of("4.txt")));
  }

  @Test
  void severalInputsAreNamedBelowTheirCommonParent() throws Exception {
    write("x/a.txt", "y/a.txt", "y/b.txt");
    assertThat(names(in("x"), in("y/a.txt")), is(List.of("x/a.txt", "y/a.txt")));
    assertThat("a file named twice is read once", names(in("y/*.txt"), in("y")).size(), is(2));
  }

  @Test
  void aNameMayLookLikeAGlob() throws Exception {
    write("page[1].txt", "page1.txt");
    assertThat(names(in("page[1].txt")), is(List.of("page[1].txt")));
  }

  @Test
  @Timeout(value = 30, unit = TimeUnit.SECONDS)
  void loopsPipesLinksAndHiddenFilesAreNotRead() throws Exception {
    write("dumps/a.txt", "dumps/.hidden", "dumps/.git/config", "dumps/sub/b.txt", "other/c.txt");
    Files.createSymbolicLink(folder.resolve("dumps/sub/loop"), folder.resolve("dumps"));
    Files.createSymbolicLink(folder.resolve("dumps/linked.txt"), folder.resolve("other/c.txt"));
    assumeTrue(new ProcessBuilder("mkfifo", in("dumps/pipe")).start().waitFor() == 0);
    assertThat(names(in("dumps")), is(List.of("a.txt", "sub/b.txt")));
    assertThat(names(in("dumps/**")), is(List.of("a.txt", "sub/b.txt")));
    InputListing.BadInput refused =
        assertThrows(InputListing.BadInput.class, () -> names(in("dumps/pipe")));
    assertThat(refused.getMessage(), containsString("not a regular file"));
  }

  @Test
  void aLinkThatIsNamedItselfIsFollowed() throws Exception {
    write("other/c.txt", "other/d.txt");
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("other"));
    Files.createSymbolicLink(folder.resolve("link.txt"), folder.resolve("other/c.txt"));
    assertThat(names(in("link")), is(List.of("c.txt", "d.txt")));
    assertThat(names(in("link.txt")), is(List.of("link.txt")));
  }

  @Test
  void aFileOfTwoNamesIsReadOnce() throws Exception {
    write("dumps/b.txt");
    Files.createLink(folder.resolve("dumps/a.txt"), folder.resolve("dumps/b.txt"));
    assertThat(names(in("dumps")), is(List.of("a.txt")));
  }

  /** A path of these bytes below the folder, which text may not be able to name. */
  private Path raw(String escaped) {
    return Path.of(URI.create(folder.toUri() + escaped));
  }

  @Test
  void aNameWithBytesThatAreNoCharactersIsReadUnderTheNameItIsGiven() throws Exception {
    Files.createDirectories(raw("dumps/f%FE"));
    List<String> written =
        List.of("dumps/a%FF.txt", "dumps/gr%C3%B6%C3.txt", "dumps/f%FE/100%25.txt");
    for (String name : written) {
      try {
        Files.writeString(raw(name), name);
      } catch (IOException e) {
        assumeTrue(false, "no such names here");
      }
    }
    List<InputListing.Input> found = InputListing.list(List.of(in("dumps")));
    assertThat(
        found.stream().map(InputListing.Input::sourceFile).toList(),
        is(List.of("a%FF.txt", "f%FE/100%.txt", "gr\u00f6%C3.txt")));
    for (InputListing.Input input : found) {
      Path path = Path.of(URI.create(input.path()));
      assertThat(Files.readString(path).length(), is((int) input.bytes()));
    }
    write("dumps/a%FF.txt");
    assertThrows(InputListing.BadInput.class, () -> names(in("dumps")));
  }

  @Test
  void anInputWithoutFilesIsRefused() throws Exception {
    Files.createDirectories(folder.resolve("empty"));
    for (String input : List.of(in("empty"), in("none"), in("none/*.txt"), in("empty/*.txt"))) {
      assertThrows(InputListing.BadInput.class, () -> names(input));
    }
  }

  @Test
  void nothingLiesBelowAFile() throws Exception {
    write("dumps/a.txt");
    Files.createSymbolicLink(folder.resolve("link.txt"), folder.resolve("dumps/a.txt"));
    for (String input :
        List.of("dumps/a.txt/x", "dumps/a.txt/x/y.txt", "dumps/a.txt/*.txt", "link.txt/x")) {
      InputListing.BadInput refused =
          assertThrows(InputListing.BadInput.class, () -> names(in(input)), input);
      assertThat(refused.getMessage(), matchesPattern("no file .*" + Pattern.quote(in("")) + ".*"));
    }
    assertThat(LocalFiles.TREE.kind(in("dumps/a.txt/x")), is(FileTree.Kind.NOTHING));
    Files.createSymbolicLink(folder.resolve("loop"), folder.resolve("loop"));
    assertThrows(IOException.class, () -> LocalFiles.TREE.kind(in("loop/x")));
  }

  private InputListing.Listing listing(String output, String... inputs) throws Exception {
    return InputListing.list(List.of(inputs), LocalFiles.TREE, List.of(in(output)));
  }

  private static List<String> names(InputListing.Listing listing) {
    return listing.files().stream().map(InputListing.Input::sourceFile).toList();
  }

  @Test
  void whatABuildWritesIsNotRead() throws Exception {
    write("dumps/a.txt", "dumps/corpus/generations/x/report.html", "dumps/corpus/y", "dumps/c");
    for (String input : List.of("dumps", "dumps/**", "dumps/.")) {
      InputListing.Listing listing = listing("dumps/corpus", in(input));
      assertThat(input, names(listing), is(List.of("a.txt", "c")));
      assertThat(listing.passedOver(), is(Map.of(in("dumps/corpus"), 2)));
      assertThat(listing.told(), containsString("2 files that builds wrote, at"));
    }
    assertThat("a file it writes", names(listing("dumps/c", in("dumps/*"))), is(List.of("a.txt")));
    assertThat(listing("elsewhere", in("dumps/a.txt")).told(), is((String) null));
  }

  @Test
  void noCorpusIsRead() throws Exception {
    write("dumps/a.txt", "dumps/b/generations/x/report.html", "dumps/b/CURRENT", "dumps/b/more");
    write("dumps/d/generations/x/report.html", "dumps/e/CURRENT", "dumps/e/generations.txt");
    assertThat(
        "a folder that has one of the two is none",
        names(listing("out", in("dumps"))),
        is(List.of("a.txt", "d/generations/x/report.html", "e/CURRENT", "e/generations.txt")));
    assertThat(listing("out", in("dumps")).passedOver(), is(Map.of(in("dumps/b"), 3)));
    assertThat(names(in("dumps/*/*.txt")), is(List.of("e/generations.txt")));
    for (String input :
        List.of("dumps/b", "dumps/b/more", "dumps/b/generations/*/*", "dumps/b/generations")) {
      InputListing.BadInput refused =
          assertThrows(InputListing.BadInput.class, () -> names(in(input)));
      assertThat(refused.getMessage(), containsString("dumps/b, which builds wrote"));
    }
    InputListing.BadInput refused =
        assertThrows(InputListing.BadInput.class, () -> names(in("dumps/b*/**/*.html")));
    assertThat(refused.getMessage(), containsString("but what builds wrote"));
  }

  @Test
  void anInputThatIsTheOutputOrInItIsRefused() throws Exception {
    write("out/dumps/a.txt", "out/b.txt");
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("out"));
    Files.createSymbolicLink(folder.resolve("a-link.txt"), folder.resolve("out/b.txt"));
    for (String output : List.of("out", "link", "out/", "out/../out")) {
      for (String input :
          List.of("out", "link", "out/dumps", "link/dumps/*.txt", "out/b.txt", "a-link.txt")) {
        InputListing.BadInput refused =
            assertThrows(InputListing.BadInput.class, () -> listing(output, in(input)));
        assertThat(refused.getMessage(), containsString("the output"));
      }
    }
    assertThrows(InputListing.BadInput.class, () -> listing("out", in("out/none/*.txt")));
  }

  @Test
  void anOutputThatIsNotThereYetIsKnownByWhereItsFolderLies() throws Exception {
    write("dumps/a.txt", "dumps/new/b.txt");
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("dumps"));
    assertThat(names(listing("link/new", in("dumps"))), is(List.of("a.txt")));
    assertThat(names(listing("dumps/new", in("link"))), is(List.of("a.txt")));
    assertThat(names(listing("dumps/ne", in("dumps"))), is(List.of("a.txt", "new/b.txt")));
  }

  @Test
  void strangeNamesAreNames() throws Exception {
    List<String> strange =
        List.of(
            "a\nb.txt",
            "\u001b[31m.txt",
            "<img src=x onerror=alert(1)>.txt",
            "-o.txt",
            "{glob}*[x]?.txt",
            "n\u00fc.txt",
            "nu\u0308.txt",
            "x".repeat(246) + ".txt",
            "x.gz/inside.txt",
            "dir.warc/inside.txt",
            "empty");
    for (String name : strange) {
      try {
        write("dumps/" + name);
      } catch (IOException e) {
        assumeTrue(false, "no such names here: " + name);
      }
    }
    Files.write(folder.resolve("dumps/empty"), new byte[0]);
    Files.createSymbolicLink(folder.resolve("dumps/passwords.txt"), Path.of("/etc/passwd"));
    Files.createSymbolicLink(folder.resolve("dumps/dangling.txt"), folder.resolve("none"));
    assertThat(names(in("dumps")), is(strange.stream().sorted().toList()));
    assertThat(
        "each once", names(in("dumps"), in("dumps"), in("dumps/**")), is(names(in("dumps"))));
    for (String name : strange) {
      assertThat(names(in("dumps/" + name)).size(), is(1));
    }
  }

  @Test
  void devicesAreRefused() {
    for (String device : List.of("/dev/zero", "/dev/null")) {
      assumeTrue(Files.exists(Path.of(device)), "no devices here");
      assertThrows(InputListing.BadInput.class, () -> names(device));
    }
  }
}
