package org.copydesk.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.copydesk.text.ContentHash;
import org.junit.jupiter.api.Test;

class VersionChainsTest {
  /** "a, b +1 -0 grown", a chain a line; the same in any order of the pages. */
  private static String chains(SomePages... pages) {
    List<StoryPage> all = new ArrayList<>();
    for (SomePages page : pages) {
      all.add(page.page());
    }
    String found = said(all);
    Random random = new Random(7);
    for (int i = 0; i < 5; i++) {
      Collections.shuffle(all, random);
      assertEquals(found, said(all));
    }
    return found;
  }

  private static String said(List<StoryPage> pages) {
    StringBuilder said = new StringBuilder();
    for (StoryState state : VersionChains.of(pages)) {
      said.append(state.n() == 1 && said.length() > 0 ? "\n" : state.n() == 1 ? "" : ", ");
      for (String text : List.of("a", "b", "c", "d")) {
        said.append(state.page().id().equals(ContentHash.of(text)) ? text : "");
      }
      if (state.relation() != null) {
        said.append(" +" + state.added() + " -" + state.removed() + " ");
        said.append(state.relation().name().toLowerCase(java.util.Locale.ROOT));
      }
    }
    return said.toString();
  }

  private static SomePages night(int night, String text) {
    return SomePages.on("elm.test")
        .text(text)
        .published("2024-03-05T08:00:00Z")
        .fetched("2024-03-0" + (5 + night) + "T23:00:00Z")
        .record(night);
  }

  @Test
  void textsThatAnAddressHadOneAfterAnotherAreAChain() {
    assertEquals(
        "a, b +1 -0 grown, c +1 -1 changed",
        chains(
            night(0, "a").lostTo("c", "version").paragraphs(1, 2, 3, 4),
            night(1, "b").lostTo("c", "version").paragraphs(1, 2, 3, 4, 5),
            night(2, "c").paragraphs(1, 2, 3, 4, 6)));
  }

  @Test
  void whatThePageSaysOfItsChangesGoesBeforeTheCrawl() {
    assertEquals(
        "b, a +0 -0 arranged",
        chains(
            night(0, "a").modified("2024-03-05T20:00:00Z"),
            night(1, "b").modified("2024-03-05T10:00:00Z").lostTo("a", "version")));
  }

  /** A copy elsewhere of the first text has a date; the page itself has none. */
  @Test
  void whereAStateSaysNothingOfItsTimeTheCrawlGoesFirst() {
    assertEquals(
        "a, b +0 -0 arranged",
        chains(
            SomePages.on("elm.test")
                .text("a")
                .lostTo("b", "version")
                .fetched("2024-03-05T23:00:00Z"),
            SomePages.on("elm.test").text("b").fetched("2024-03-06T23:00:00Z").record(1),
            SomePages.on("oak.test")
                .text("a")
                .lostTo("b", "version")
                .published("2024-03-05T20:52:00Z")
                .fetched("2024-03-05T23:10:00Z")));
  }

  @Test
  void aVersionAtAnotherAddressIsAStateAndACopyIsNot() {
    assertEquals(
        "a, b +0 -0 arranged",
        chains(
            night(0, "a").lostTo("b", "version"),
            night(1, "b").at("/update"),
            SomePages.on("oak.test").text("c").lostTo("b", "near")));
  }

  @Test
  void whatAnotherSiteRanOfAnEarlierStateIsNoState() {
    assertEquals(
        "a, b +0 -0 arranged",
        chains(
            night(0, "a").lostTo("b", "version"),
            night(1, "b"),
            SomePages.on("oak.test").text("c").lostTo("b", "version")));
  }

  @Test
  void anUnchangedTextIsOneStateSeenTwice() {
    List<StoryState> states =
        VersionChains.of(
            List.of(
                night(0, "a").lostTo("b", "version").page(),
                night(1, "a").lostTo("b", "version").page(),
                night(2, "b").page()));
    assertEquals(2, states.size());
    assertEquals("2024-03-05T23:00:00Z", states.get(0).seenAt().toString());
    assertEquals("2024-03-06T23:00:00Z", states.get(0).lastSeenAt().toString());
  }

  @Test
  void aTextThatComesBackStandsLastAndOnce() {
    assertEquals(
        "b, a +0 -0 arranged",
        chains(night(0, "a"), night(1, "b").lostTo("a", "version"), night(2, "a")));
    assertEquals(
        "b, a +0 -0 arranged, c +0 -0 arranged",
        chains(
            night(0, "a").lostTo("c", "version"),
            night(1, "b").lostTo("c", "version"),
            night(2, "a").lostTo("c", "version"),
            night(3, "c")));
    List<StoryState> states =
        VersionChains.of(
            List.of(
                night(0, "a").page(),
                night(1, "b").lostTo("a", "version").page(),
                night(2, "a").page()));
    assertEquals("2024-03-05T23:00:00Z", states.get(1).seenAt().toString());
    assertEquals("2024-03-07T23:00:00Z", states.get(1).lastSeenAt().toString());
  }

  @Test
  void aTextThatLostToAnOlderStateIsThatStateSeenAgain() {
    assertEquals("", chains(night(0, "a"), night(1, "b").lostTo("a", "near")));
    assertEquals(
        "a, b +0 -0 arranged",
        chains(
            night(0, "a").lostTo("b", "version"),
            night(1, "b"),
            night(2, "c").lostTo("b", "near")));
  }

  @Test
  void statesThatAreAllKeptAreAChainToo() {
    assertEquals("a, b +0 -0 arranged", chains(night(0, "a"), night(1, "b")));
  }

  @Test
  void pagesOfDifferentAddressesThatAreNoVersionsAreNoChain() {
    assertEquals("", chains(night(0, "a"), night(1, "b").at("/other").lostTo("a", "near")));
  }

  @Test
  void aChainEndsInWhatIsKeptAndNamesEachTextOnce() {
    List<StoryState> states =
        VersionChains.of(
            List.of(
                night(0, "a").lostTo("c", "version").page(),
                night(1, "b").lostTo("c", "version").page(),
                night(2, "c").page(),
                night(0, "d").at("/x").lostTo("c", "version").page()));
    assertEquals(4, states.stream().map(state -> state.page().id()).distinct().count());
    assertEquals(ContentHash.of("c"), states.get(3).page().id());
    assertEquals(List.of(1, 2, 3, 4), states.stream().map(StoryState::n).toList());
  }

  @Test
  void aParagraphThatStandsTwiceIsMissedOnceWhereItStandsOnce() {
    assertEquals(1, StoryState.missing(new long[] {7, 7, 3}, new long[] {3, 7}));
    assertEquals(0, StoryState.missing(new long[] {3}, new long[] {3, 7}));
  }
}
