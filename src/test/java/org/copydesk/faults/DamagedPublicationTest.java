package org.copydesk.faults;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.copydesk.command.Commands;
import org.copydesk.corpus.Failure;
import org.copydesk.faults.Faults.Fate;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A published generation one of whose files is damaged, and then a build of the same and of another
 * input: readers have a sound generation afterwards, or 65 says what to do. The builds were ended
 * when their tables were written, and are finished by {@code publish}, which is what a build does
 * from there on.
 */
class DamagedPublicationTest {
  /** What comes over a file. */
  private enum Damage {
    BYTE,
    CUT,
    GONE
  }

  /** A file, what comes over it, whether the build has the same input, and whether it may drift. */
  private record Night(String file, Damage damage, boolean isSame, boolean acceptsDrift) {}

  @TempDir static Path folder;
  private static TwoNights nights;
  private static Path same;
  private static Path other;

  /** Both nights are published, and the build has lost the second one's site. */
  private static Path smaller;

  private static int copies;

  @BeforeAll
  static void buildAndEndTwoMore() throws Exception {
    nights = new TwoNights(folder);
    same = endedBuild(nights.copy(), nights.firstArguments());
    other = endedBuild(nights.copy(), nights.arguments());
    smaller = endedBuild(nights.copyAfterBoth(), nights.firstArguments());
  }

  /** The output with a build whose tables are written. */
  private static Path endedBuild(Path output, String[] given) throws Exception {
    String[] arguments =
        Arrays.stream(given).filter(each -> !each.startsWith("--accept")).toArray(String[]::new);
    Process build =
        ChildBuild.startUntil("rename articles/part", Fate.HALT_BEFORE, output, arguments);
    assertThat(ChildBuild.end(build), is(137));
    Files.deleteIfExists(output.resolve(".lock"));
    return output;
  }

  @Test
  void someOfThem() throws IOException {
    List<Night> all = all();
    Collections.shuffle(all, new Random(18));
    for (Night night : all.subList(0, 12)) {
      check(night);
    }
  }

  @Test
  @Tag("faults")
  void eachFileInTurn() throws IOException {
    for (Night night : all()) {
      check(night);
    }
  }

  private static List<Night> all() throws IOException {
    List<Night> all = new ArrayList<>();
    Storage generation = Storage.local(published(same));
    for (String file : generation.files()) {
      for (Damage damage : Damage.values()) {
        for (boolean isSame : new boolean[] {true, false}) {
          all.add(new Night(file, damage, isSame, false));
          all.add(new Night(file, damage, isSame, true));
        }
      }
    }
    return all;
  }

  private static Path published(Path output) throws IOException {
    return output.resolve("generations").resolve(TwoNights.current(output));
  }

  private static void check(Night night) throws IOException {
    Path output = folder.resolve("damaged-" + copies++);
    TwoNights.copyTree(night.isSame() ? same : other, output);
    Path before = published(output);
    damage(before.resolve(night.file()), night.damage());
    boolean wasWhole = Commands.run("verify", before.toString()) == 0;
    List<String> command = new ArrayList<>(List.of("publish", newest(output).toString()));
    if (night.acceptsDrift()) {
      command.add("--accept-drift");
    }
    int exitCode = Commands.run(command.toArray(String[]::new));
    // A manifest that cannot be read does not say that the rows are the same.
    boolean isTold = night.isSame() && !night.file().equals("manifest.json");
    boolean mayFail = !isTold && !night.acceptsDrift() && !wasWhole;
    assertThat(night.toString(), exitCode, mayFail ? anyOf(is(0), is(Failure.DATA)) : is(0));
    if (exitCode == 0) {
      assertThat(night.toString(), Commands.run("verify", output.toString()), is(0));
      boolean isReplaced = !published(output).equals(before);
      assertThat(night.toString(), isReplaced, is(!night.isSame() || !wasWhole));
    } else {
      String mark = Files.readString(newest(output).resolve("_FAILED"));
      assertThat(mark, mark.contains("--accept-drift"), is(true));
    }
    TwoNights.remove(output);
  }

  private static void damage(Path file, Damage damage) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    switch (damage) {
      case BYTE -> {
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
      }
      case CUT -> Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
      default -> Files.delete(file);
    }
  }

  private static Path newest(Path output) throws IOException {
    try (Stream<Path> all = Files.list(output.resolve("generations"))) {
      return all.max(java.util.Comparator.naturalOrder()).orElseThrow();
    }
  }

  private static String partOfArticles(Path output) throws IOException {
    try (Stream<Path> parts = Files.list(published(output).resolve("articles"))) {
      return parts.sorted().findFirst().orElseThrow().getFileName().toString();
    }
  }

  /** The footer of a part rots, and no generation is left to compare with. */
  @Test
  void whatCannotBeComparedIsToldAndAcceptedAsDrift() throws IOException {
    for (String rotten : List.of("articles/" + partOfArticles(other), "manifest.json")) {
      check(new Night(rotten, Damage.CUT, false, true));
      check(new Night(rotten, Damage.CUT, false, false));
    }
    Path output = folder.resolve("damaged-" + copies++);
    TwoNights.copyTree(other, output);
    TwoNights.remove(published(output));
    String fresh = newest(output).toString();
    assertThat("CURRENT names a folder that is gone", Commands.run("publish", fresh), is(65));
    assertThat(Commands.run("publish", fresh, "--accept-drift"), is(0));
    assertThat(Commands.run("verify", output.toString()), is(0));
  }

  /** An output in a folder of its own, beside which others have theirs. */
  private static Path copy(Path output) throws IOException {
    Path copy = folder.resolve("lot-" + copies++).resolve("out");
    TwoNights.copyTree(output, copy);
    return copy;
  }

  private static void isRefusedForDriftAndThenPublished(Path output) throws IOException {
    String fresh = newest(output).toString();
    assertThat("the limit on drift holds", Commands.run("publish", fresh), is(Failure.DATA));
    assertThat(Commands.run("publish", fresh, "--accept-drift"), is(0));
    assertThat(Commands.run("verify", output.toString()), is(0));
    assertThat(published(output), is(newest(output)));
  }

  @Test
  void aLostPointerSwitchesTheLimitsOnDriftNotOff() throws IOException {
    Path output = copy(smaller);
    Files.delete(output.resolve("CURRENT"));
    isRefusedForDriftAndThenPublished(output);

    Path claimless = copy(smaller);
    Files.delete(claimless.resolve("CURRENT"));
    TwoNights.remove(claimless.resolve(".published"));
    isRefusedForDriftAndThenPublished(claimless);
  }

  @Test
  void aDamagedGenerationIsComparedByTheOneBefore() throws IOException {
    Path output = copy(smaller);
    damage(published(output).resolve("articles/" + partOfArticles(output)), Damage.BYTE);
    // The build has what the first night had.
    assertThat(Commands.run("publish", newest(output).toString()), is(0));
    assertThat(Commands.run("verify", output.toString()), is(0));
  }

  @Test
  void countsEditedByHandAreReplaced() throws IOException {
    Path output = copy(same);
    Path before = published(output);
    String manifest = Files.readString(before.resolve("manifest.json"));
    // As an older program wrote it, which put no hash there.
    String older = manifest.replaceFirst(",\\s*\"manifest_hash\"[^,}]*", "");
    assertThat(older.equals(manifest), is(false));
    String edited = older.replaceFirst("\"records\" : \\d+", "\"records\" : 77");
    assertThat(edited.equals(older), is(false));
    Files.writeString(before.resolve("manifest.json"), edited);
    assertThat(Commands.run("publish", newest(output).toString()), is(0));
    assertThat(published(output).equals(before), is(false));
    assertThat(Commands.run("verify", output.toString()), is(0));
  }

  @Test
  void aPointerToAnotherPlaceIsNotFollowed() throws IOException {
    for (String words :
        List.of("../../elsewhere/generations", "/etc", "\u001b[31m\u0000", "x".repeat(99_999))) {
      Path output = copy(smaller);
      Path elsewhere = output.resolveSibling("elsewhere/generations");
      Files.createDirectories(elsewhere.resolve(".work"));
      Files.writeString(elsewhere.resolve(".work/kept"), "kept");
      Files.writeString(output.resolve("CURRENT"), words + "\n");
      for (String command : List.of("path", "verify", "report")) {
        assertThat(command, Commands.run(command, output.toString()), is(Failure.OTHER));
      }
      isRefusedForDriftAndThenPublished(output);
      assertThat(Files.readString(elsewhere.resolve(".work/kept")), is("kept"));
    }
  }

  @Test
  void aPointerThatIsALinkIsNotFollowedAndNotWrittenThrough() throws IOException {
    Path output = copy(smaller);
    Path target = Files.move(output.resolve("CURRENT"), output.resolveSibling("pointer"));
    Files.createSymbolicLink(output.resolve("CURRENT"), target);
    String words = Files.readString(target);
    assertThat(Commands.run("path", output.toString()), is(Failure.OTHER));
    isRefusedForDriftAndThenPublished(output);
    assertThat(Files.readString(target), is(words));
    assertThat(Files.isSymbolicLink(output.resolve("CURRENT")), is(false));
  }

  @Test
  void aLockThatIsALinkHarmsNotWhatItLeadsTo() throws IOException {
    Path output = copy(other);
    Path victim = Files.writeString(output.resolveSibling("victim"), "words of another");
    Files.createSymbolicLink(output.resolve(".lock"), victim);
    String fresh = newest(output).toString();
    assertThat(Commands.run("publish", fresh), is(Failure.OTHER));
    assertThat(Files.readString(victim), is("words of another"));
    Files.delete(output.resolve(".lock"));
    Files.createLink(output.resolve(".lock"), victim);
    assertThat(Commands.run("publish", fresh), is(0));
    assertThat(Files.readString(victim), is("words of another"));
  }

  @Test
  void claimsThatAreALinkHarmNotWhatItLeadsTo() throws IOException {
    Path output = copy(other);
    Path elsewhere = Files.move(output.resolve(".published"), output.resolveSibling("elsewhere"));
    Files.createSymbolicLink(output.resolve(".published"), elsewhere);
    List<String> before = Storage.local(elsewhere).files();
    assertThat(Commands.run("publish", newest(output).toString()), is(Failure.OTHER));
    assertThat(Storage.local(elsewhere).files(), is(before));
  }

  @Test
  void aClaimOfNobodyIsNotObeyed() throws IOException {
    Path output = copy(other);
    Files.writeString(output.resolve(".published/999999999999"), "x\n");
    Files.createSymbolicLink(
        output.resolve(".published/000000000007"), Files.writeString(folder.resolve("x"), "x"));
    assertThat(Commands.run("publish", newest(output).toString()), is(0));
    assertThat("and again", Commands.run("publish", newest(output).toString()), is(0));
    assertThat(published(output), is(newest(output)));
  }

  @Test
  void aGenerationThatIsALinkIsLeftAlone() throws IOException {
    Path output = copy(other);
    Path elsewhere = output.resolveSibling("elsewhere");
    Files.createDirectories(elsewhere.resolve(".work"));
    Files.writeString(elsewhere.resolve(".work/kept"), "kept");
    Files.writeString(elsewhere.resolve("manifest.json"), "{}");
    for (String name : List.of("20200101-000000-aaaaaa", "notes", "20990101-000000-aaaaaa")) {
      Files.createSymbolicLink(output.resolve("generations/" + name), elsewhere);
    }
    Path fresh = output.resolve("generations").resolve(name(newestMade(output)));
    assertThat(Commands.run("publish", fresh.toString()), is(0));
    assertThat(Storage.local(elsewhere).files(), is(List.of(".work/kept", "manifest.json")));
  }

  @Test
  void whatNoReaderWouldFollowIsNotPublished() throws IOException {
    Path output = copy(other);
    Path current = published(output);
    Path renamed = Files.move(newest(output), output.resolve("generations/renamed"));
    assertThat(Commands.run("publish", renamed.toString()), is(Failure.USAGE));
    String name = "20300101-000000-aaaaaa";
    Files.createSymbolicLink(output.resolve("generations/" + name), current);
    Path link = output.resolve("generations/" + name);
    assertThat(Commands.run("publish", link.toString()), is(Failure.USAGE));
    assertThat(published(output), is(current));
  }

  private static String name(Path generation) {
    return generation.getFileName().toString();
  }

  private static Path newestMade(Path output) throws IOException {
    try (Stream<Path> all = Files.list(output.resolve("generations"))) {
      return all.filter(each -> !Files.isSymbolicLink(each) && name(each).startsWith("202"))
          .max(java.util.Comparator.naturalOrder())
          .orElseThrow();
    }
  }
}
