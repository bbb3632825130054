package org.copydesk.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.copydesk.model.DatePrecision;
import org.junit.jupiter.api.Test;

class OriginPolicyTest {
  private static final String NOBODY = "nobody";

  /** "elm.test by canonical", the same in any order of the pages. */
  private static String origin(SomePages... pages) {
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
    return OriginPolicy.of(pages)
        .map(origin -> origin.page().site() + " by " + origin.evidence().stored())
        .orElse(NOBODY);
  }

  private static SomePages elm() {
    return SomePages.on("elm.test").published("2024-03-05T08:00:00Z");
  }

  private static SomePages oak() {
    return SomePages.on("oak.test").published("2024-03-05T07:30:00Z");
  }

  private static SomePages ash() {
    return SomePages.on("ash.test").published("2024-03-05T07:00:00Z");
  }

  @Test
  void theAddressThatCopiesSayTheyLiveAtIsTheOrigin() {
    assertEquals(
        "elm.test by canonical",
        origin(elm(), oak().livesAt("https://elm.test/story?utm_source=x")));
  }

  @Test
  void aChainOfLinksIsFollowedToItsEnd() {
    assertEquals(
        "elm.test by canonical",
        origin(
            elm(),
            oak().livesAt("https://elm.test/story"),
            ash().livesAt("https://oak.test/story")));
  }

  @Test
  void linksToTwoPagesOrInACircleAreNoEvidence() {
    assertEquals(
        NOBODY,
        origin(
            elm(),
            oak(),
            ash().livesAt("https://elm.test/story"),
            SomePages.on("fir.test").livesAt("https://oak.test/story")));
    assertEquals(
        NOBODY,
        origin(elm().livesAt("https://oak.test/story"), oak().livesAt("https://elm.test/story")));
  }

  @Test
  void aLinkToWhatIsNotInTheCorpusSaysThatItIsNobodyHere() {
    assertEquals(NOBODY, origin(elm().livesAt("https://wire.test/9"), oak()));
  }

  @Test
  void aLinkWithinTheSiteSaysNothingOfOthers() {
    assertEquals("ash.test by published", origin(elm().livesAt("https://elm.test/print"), ash()));
  }

  @Test
  void aCreditThatNamesASiteOfTheStoryIsBelieved() {
    assertEquals("elm.test by credit", origin(elm(), oak().credits("Provided by elm.test")));
    assertEquals(
        "elmgazette.example by credit",
        origin(
            SomePages.on("elmgazette.example").published("2024-03-05T08:00:00Z"),
            oak().credits("(c) The Elm Gazette")));
    assertEquals(
        "news-12.example by credit",
        origin(
            SomePages.on("news-12.example").called("The Port Herald"),
            oak().credits("Source: Port Herald")));
    assertEquals(
        "apnews.example by credit",
        origin(SomePages.on("apnews.example"), oak().credits("Source: AP")));
  }

  @Test
  void whatASiteCallsItselfIsNoCreditToAnother() {
    assertEquals("ash.test by published", origin(ash(), elm().called("Elm").credits("© elm.test")));
  }

  @Test
  void creditsAreFollowedToTheOneThatCreditsNobody() {
    assertEquals(
        "elm.test by credit",
        origin(
            elm(), oak().credits("Provided by elm.test"), ash().credits("Provided by oak.test")));
  }

  @Test
  void aCreditToAHouseThatIsNotThereSaysThatItIsNobodyHere() {
    assertEquals(NOBODY, origin(ash().credits("Provided by Harbour Wire Service"), elm()));
  }

  @Test
  void whereLinksAndCreditsDisagreeNobodyIsNamed() {
    assertEquals(
        NOBODY,
        origin(
            elm(), oak().credits("Provided by elm.test"), ash().livesAt("https://oak.test/story")));
  }

  @Test
  void anOriginThatIsADayYoungerThanItsCopyIsNone() {
    assertEquals(
        NOBODY,
        origin(elm().published("2024-03-07T08:00:00Z"), oak().livesAt("https://elm.test/story")));
    assertEquals(
        NOBODY,
        origin(elm().published("2024-03-07T08:00:00Z"), oak().credits("Provided by elm.test")));
  }

  @Test
  void theEarliestPublicationComesNext() {
    assertEquals("ash.test by published", origin(elm(), oak(), ash()));
  }

  @Test
  void aDayIsAnyTimeOfIt() {
    assertEquals(NOBODY, origin(elm().on("2024-03-05T00:00:00Z", DatePrecision.DAY), ash()));
    assertEquals(
        NOBODY,
        origin(
            elm().on("2024-03-05T00:00:00Z", DatePrecision.DAY),
            ash().on("2024-03-05T00:00:00Z", null)));
    assertEquals(
        "elm.test by published",
        origin(
            elm().on("2024-03-05T00:00:00Z", DatePrecision.DAY),
            ash().on("2024-03-06T00:00:00Z", DatePrecision.DAY)));
  }

  @Test
  void aPageWithoutADateMayBeOlderThanItsCrawl() {
    SomePages undated = SomePages.on("fir.test").fetched("2024-03-05T09:00:00Z");
    assertEquals(NOBODY, origin(elm(), undated));
  }

  @Test
  void theFirstCrawlCountsWhereTheNextIsLongAfterIt() {
    SomePages first = SomePages.on("fir.test").fetched("2024-03-05T01:00:00Z");
    SomePages night = SomePages.on("yew.test").fetched("2024-03-06T01:00:00Z");
    SomePages sameNight = SomePages.on("yew.test").fetched("2024-03-05T03:00:00Z");
    assertEquals("fir.test by crawled", origin(first, night));
    assertEquals(NOBODY, origin(first, sameNight));
  }

  @Test
  void ofOneSitesPagesTheFirstStateIsTheOrigin() {
    SomePages first = elm().text("a").lostTo("b", "version").fetched("2024-03-05T23:00:00Z");
    SomePages later = elm().text("b").fetched("2024-03-06T23:00:00Z").record(1);
    SomePages copy =
        SomePages.on("fir.test").text("b").lostTo("b", "exact").published("2024-03-06T11:00:00Z");
    List<StoryPage> pages = List.of(later.page(), first.page(), copy.page());
    Origin origin = OriginPolicy.of(pages).orElseThrow();
    assertEquals(first.page().id(), origin.page().id());
    assertEquals(OriginEvidence.PUBLISHED, origin.evidence());
  }

  @Test
  void ofPagesOfUnknownSitesThatCameOnOneDayNobodyIsNamed() {
    SomePages one = SomePages.on((String) null).on("2024-03-05T00:00:00Z", DatePrecision.DAY);
    SomePages two =
        SomePages.on((String) null).text("two").on("2024-03-05T00:00:00Z", DatePrecision.DAY);
    SomePages next =
        SomePages.on((String) null).text("two").on("2024-03-06T00:00:00Z", DatePrecision.DAY);
    assertEquals(NOBODY, origin(one, two.record(1)));
    assertEquals("null by published", origin(one, next.record(1)));
  }
}
