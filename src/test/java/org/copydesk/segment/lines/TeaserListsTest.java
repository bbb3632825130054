package org.copydesk.segment.lines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeaserListsTest {
  private static final State T = State.TEASER_TITLE;
  private static final State S = State.TEASER_SNIPPET;
  private static final State A = State.AFTER;
  private static final State B = State.BODY;

  private static final String[] PAIRS = {
    "Harbour reopens after the storm",
    "It had been shut for eleven days.",
    "Mill turns again in the wind",
    "The last of its sails was mended in May.",
    "Ferry looks for a new captain",
    "The old one goes to sea again.",
    "Bees move into the town hall",
    "They came in through the roof."
  };

  private static List<Unit> units(String... lines) {
    List<Unit> units = new ArrayList<>();
    for (String line : lines) {
      byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
      units.add(new UnitScanner(bytes, Markers.LISTED).scan(0, bytes.length));
    }
    return units;
  }

  private static double[] all(int lines, double chance) {
    double[] chances = new double[lines];
    Arrays.fill(chances, chance);
    return chances;
  }

  private static List<State> paired(String[] lines, double[] teaser, State... labels) {
    State[] paired = labels.clone();
    new TeaserLists(units(lines)).pair(teaser, paired);
    return List.of(paired);
  }

  @Test
  void titlesAndSnippetsTakeTurnsAllThroughAList() {
    assertThat(
        paired(PAIRS, all(8, 0.9), T, T, T, S, T, T, S, S), contains(T, S, T, S, T, S, T, S));
  }

  @Test
  void onePairTakenForFurnitureIsOfTheListWhoseOtherPairsAreNot() {
    double[] teaser = {0.9, 0.9, 0.2, 0.2, 0.9, 0.9, 0.9, 0.9};
    assertThat(paired(PAIRS, teaser, T, T, A, A, T, S, T, S), contains(T, S, T, S, T, S, T, S));
    double[] surely = {0.9, 0.9, 0.02, 0.02, 0.9, 0.9, 0.9, 0.9};
    assertThat(paired(PAIRS, surely, T, T, A, A, T, S, T, S).subList(2, 4), contains(A, A));
  }

  @Test
  void titlesOfWhichSomeEndInAStopStayTitles() {
    String[] lines = {
      "Harbour reopens after the storm",
      "It had been shut for eleven days.",
      "Mill turns again in the wind",
      "Ferry looks for a new captain",
      "Bees move into the town hall",
      "Council counts its swans",
      "Swans have been counted by council."
    };
    assertThat(paired(lines, all(7, 0.9), T, T, T, T, T, T, T), contains(T, T, T, T, T, T, T));
  }

  /** A subject above each title is shorter than it, as a title is beside its snippet. */
  @Test
  void theLongestLineOfAnEntryIsItsSnippet() {
    String summary =
        " had been out of use for longer than anybody here can remember, said the mayor.";
    String[] lines = {
      "The harbour", "Harbour reopens after the great storm …", "It" + summary,
      "The mill", "Mill turns again in the autumn wind …", "That" + summary,
      "The ferry", "Ferry looks for a captain who can swim …", "This" + summary
    };
    assertThat(
        paired(lines, all(9, 0.9), A, T, T, A, T, T, A, T, T), contains(A, T, S, A, T, S, A, T, S));
  }

  @Test
  void dateAndAuthorOfATeaserStandBetweenItsLines() {
    String date = "5 March 2024";
    List<Unit> units =
        units(PAIRS[0], date, PAIRS[1], PAIRS[2], date, PAIRS[3], PAIRS[4], date, PAIRS[5]);
    for (int i = 1; i < units.size(); i += 3) {
      units.get(i).isDate = true;
    }
    State[] labels = {T, A, T, T, A, T, T, A, T};
    new TeaserLists(units).pair(all(9, 0.9), labels);
    State meta = State.TEASER_META;
    assertThat(List.of(labels), contains(T, meta, S, T, meta, S, T, meta, S));
  }

  @Test
  void subheadsAndParagraphsOfATextAreNoPairs() {
    assertThat(
        paired(PAIRS, all(8, 0.05), B, B, B, B, B, B, B, B), contains(B, B, B, B, B, B, B, B));
  }

  @Test
  void oneInThePlaceOfOthersIsDrawnToThem() {
    String[] lines = {
      "Harbour reopens after storm", "12:10", "Mill turns again in wind", "11:40",
      "Ferry looks for a captain", "11:15", "Bees move into the hall", "10:55"
    };
    double[] own = {0.9, 0, 0.3, 0, 0.9, 0, 0.9, 0};
    int[] shapes = {1, 2, 3, 2, 1, 2, 1, 2};
    assertThat(new TeaserLists(units(lines)).titles(own, shapes)[2], greaterThan(0.5));
    double[] among = {0.05, 0, 0.7, 0, 0.05, 0, 0.05, 0};
    assertThat(new TeaserLists(units(lines)).titles(among, shapes)[2], lessThan(0.5));
    double[] surely = {0.05, 0, 0.95, 0, 0.05, 0, 0.05, 0};
    assertThat(new TeaserLists(units(lines)).titles(surely, shapes)[2], is(0.95));
  }
}
