package org.copydesk.dedup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.copydesk.dedup.NearDuplicatePolicy.Verdict;
import org.copydesk.dedup.opening.CopyRule;
import org.copydesk.text.ContentHash;
import org.junit.jupiter.api.Test;

class StatesOfAddressTest {
  private static final StatesOfAddress STATES = StatesOfAddress.OF_COPIES;
  private static final Instant MORNING = Instant.parse("2024-03-05T08:00:00Z");

  private static CopyGroup at(String url, Instant fetched, Instant modified) {
    return CopyGroup.of(
        new byte[] {1}, new CopyPlace("a", 0, url, "elm.test", fetched, MORNING, modified, null));
  }

  private static Instant night(int night) {
    return MORNING.plusSeconds(86_400L * night);
  }

  @Test
  void anAddressIsOneHoweverItIsWritten() {
    assertEquals(
        StatesOfAddress.key("https://www.elm.test/a/?utm_source=x"),
        StatesOfAddress.key("http://elm.test/a"));
    assertNotEquals(
        StatesOfAddress.key("https://elm.test/b"), StatesOfAddress.key("http://elm.test/a"));
    assertEquals(0, StatesOfAddress.key(null));
    assertEquals(0, StatesOfAddress.key("https://elm.test/"));
    assertFalse(CandidateBucket.isPassage(StatesOfAddress.key("https://elm.test/b")));
  }

  private static int order(CopyGroup a, CopyGroup b) {
    return STATES.byChange(List.of(a, b)).compare(a, b);
  }

  @Test
  void whatThePageSaysOfItsChangeGoesBeforeTheCrawl() {
    String url = "https://elm.test/a";
    assertTrue(order(at(url, night(1), null), at(url, night(2), null)) < 0);
    assertTrue(order(at(url, night(1), night(1)), at(url, night(2), null)) > 0);
    assertEquals(0, order(at(url, night(1), null), at(url, night(1), null)));
  }

  /** A copy elsewhere of the first text has a date; the page itself has none. */
  @Test
  void whereOneSaysNothingTheCrawlGoesFirst() {
    CopyPlace undated =
        new CopyPlace("a", 0, "https://elm.test/a", "elm.test", night(1), null, null, null);
    CopyGroup first =
        CopyGroup.of(new byte[] {1}, undated)
            .plus(
                new CopyPlace("b", 0, "https://oak.test/b", "oak", night(1), MORNING, null, null));
    CopyGroup later =
        CopyGroup.of(
            new byte[] {1},
            new CopyPlace("a", 1, "https://elm.test/a", "elm.test", night(2), null, null, null));
    assertTrue(order(first, later) < 0);
  }

  private static CopyGroup and(CopyGroup group, CopyGroup more) {
    CopyGroup all = group;
    for (CopyPlace place : more.places()) {
      all = all.plus(place);
    }
    return all;
  }

  @Test
  void aTextThatComesBackIsTheNewest() {
    String url = "https://elm.test/a";
    CopyGroup back = and(at(url, night(1), null), at(url, night(3), null));
    CopyGroup between = at(url, night(2), null);
    assertTrue(order(back, between) > 0);
    assertTrue(order(between, back) < 0);
    CopyGroup told = and(at(url, night(1), null), at(url, night(3), night(3)));
    assertTrue(order(told, at(url, night(2), night(2))) > 0);
    CopyGroup again = and(between, at(url, night(4), null));
    assertTrue(order(back, again) < 0);
  }

  /** The crawl met an old answer: the page itself says that it is the older text. */
  @Test
  void aTextThatIsServedLateThoughThePageSaysItIsOlderIsNoNewState() {
    String url = "https://elm.test/a";
    CopyGroup stale = and(at(url, night(1), night(1)), at(url, night(3), night(1)));
    assertTrue(order(stale, at(url, night(2), night(2))) < 0);
  }

  @Test
  void aCopyThatAnotherSiteRunsLateBringsNoTextBack() {
    String url = "https://elm.test/a";
    CopyGroup copied = and(at(url, night(1), null), at("https://oak.test/b", night(3), night(3)));
    assertTrue(order(copied, at(url, night(2), null)) < 0);
    CopyGroup there = at("https://oak.test/b", night(4), night(4));
    CopyGroup here = at(url, night(2), null);
    Comparator<CopyGroup> order = STATES.byChange(List.of(copied, here, there));
    assertTrue(order.compare(copied, here) < 0);
    assertTrue(order.compare(copied, there) < 0);
  }

  @Test
  void textsOfOneAddressTellOneStoryWhereTheyShareSomething() {
    CopyGroup a = at("https://elm.test/a", night(1), null);
    CopyGroup later = at("https://elm.test/a", night(2), null);
    CopyGroup elsewhere = at("https://elm.test/b", night(2), null);
    assertTrue(StatesOfAddress.mayBeOneStory(Verdict.none(.5, CopyRule.SHINGLES)));
    assertFalse(StatesOfAddress.mayBeOneStory(Verdict.none(.05, CopyRule.SHINGLES)));
    assertTrue(STATES.isOneAddress(a, later));
    assertFalse(STATES.isOneAddress(a, elsewhere));
  }

  /** The longest is kept of copies elsewhere; of one address it is the latest, however short. */
  @Test
  void ofTwoStatesTheLaterOneIsKeptThoughItIsShorter() {
    List<String> words = new MadeStories(3).words(300);
    Fingerprint longer = print(words);
    Fingerprint shorter = print(words.subList(0, 285));
    assertEquals(
        List.of("near " + shorter.id().hex() + " to " + longer.id().hex()),
        decided(longer, "https://elm.test/a", shorter, "https://oak.test/b"));
    assertEquals(
        List.of("version " + longer.id().hex() + " to " + shorter.id().hex()),
        decided(longer, "https://elm.test/a", shorter, "https://elm.test/a"));
  }

  @Test
  void ofTextsThatGoAndComeBackTheOneThatIsThereIsKept() {
    List<String> words = new MadeStories(3).words(300);
    Fingerprint longer = print(words);
    Fingerprint shorter = print(words.subList(0, 285));
    String url = "https://elm.test/a";
    CopyGroup back = and(at(url, night(1), null), at(url, night(3), null));
    CopyGroup between = at(url, night(2), null);
    assertEquals(
        List.of("version " + shorter.id().hex() + " to " + longer.id().hex()),
        decided(longer, back, shorter, between));
    assertEquals(
        List.of("version " + longer.id().hex() + " to " + shorter.id().hex()),
        decided(longer, between, shorter, back));
  }

  private static Fingerprint print(List<String> words) {
    return new ArticleFingerprinter()
        .fingerprint(MadeStories.article("Crane falls", MadeStories.text(words)));
  }

  private static List<String> decided(
      Fingerprint first, String url, Fingerprint second, String secondUrl) {
    return decided(first, at(url, night(1), null), second, at(secondUrl, night(2), null));
  }

  private static List<String> decided(
      Fingerprint first, CopyGroup places, Fingerprint second, CopyGroup secondPlaces) {
    List<String> decided = new ArrayList<>();
    StarClusters<CopyGroup> clusters =
        new StarClusters<>(
            NearDuplicatePolicy.DEFAULT,
            1 << 20,
            false,
            STATES,
            new StarClusters.Out<>() {
              @Override
              public void decided(CopyDecision decision, CopyGroup copies) {
                if (!decision.isKept()) {
                  decided.add(
                      decision.verdict().kind().stored()
                          + " "
                          + decision.id().hex()
                          + " to "
                          + decision.keptId().hex());
                }
              }

              @Override
              public void version(ContentHash earlier, ContentHash later, Verdict verdict) {}
            });
    clusters.accept(ContentHash.of("story"), first, places);
    clusters.accept(ContentHash.of("story"), second, secondPlaces);
    clusters.finish();
    return decided;
  }
}
