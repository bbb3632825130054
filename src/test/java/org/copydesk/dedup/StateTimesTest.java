package org.copydesk.dedup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateTimesTest {
  private static final String HERE = "https://elm.test/a";

  /** A page of a text: published on one day, changed on another, crawled on a third; 0 unknown. */
  private record Seen(String url, Instant publishedAt, Instant modifiedAt, Instant fetchedAt)
      implements DatedPage {}

  private record Text(String name, List<Seen> pages) {}

  private static Instant day(int day) {
    return day == 0 ? null : Instant.parse("2026-03-01T00:00:00Z").plusSeconds(86_400L * day);
  }

  private static Seen seen(String url, int published, int modified, int fetched) {
    return new Seen(url, day(published), day(modified), day(fetched));
  }

  private static Text text(String name, Seen... pages) {
    return new Text(name, List.of(pages));
  }

  /** Names from the oldest to the newest, whatever order the texts come in. */
  private static String order(Text... texts) {
    String first = null;
    List<Text> all = new ArrayList<>(List.of(texts));
    for (int turn = 0; turn < all.size(); turn++) {
      Collections.rotate(all, 1);
      List<Text> sorted = new ArrayList<>(all);
      sorted.sort(StateTimes.of(all, Text::pages).order());
      String names = String.join("", sorted.stream().map(Text::name).toList());
      first = first == null ? names : first;
      assertEquals(first, names);
    }
    return first;
  }

  @Test
  void ofAnAddressThatSaysSoTheTextsGoByTheirChange() {
    assertEquals("AB", order(text("A", seen(HERE, 1, 2, 9)), text("B", seen(HERE, 1, 3, 8))));
  }

  @Test
  void whereOnePageDoesNotSayItTheyGoByTheCrawl() {
    assertEquals("BA", order(text("A", seen(HERE, 1, 2, 9)), text("B", seen(HERE, 0, 0, 8))));
  }

  @Test
  void aTextThatComesBackIsTheNewest() {
    assertEquals(
        "BA",
        order(text("A", seen(HERE, 0, 0, 1), seen(HERE, 0, 0, 3)), text("B", seen(HERE, 0, 0, 2))));
    assertEquals(
        "AB",
        order(text("A", seen(HERE, 0, 0, 1), seen(HERE, 0, 0, 2)), text("B", seen(HERE, 0, 0, 3))));
  }

  @Test
  void anotherSitesDateSaysNothingOfATextThatThisAddressHad() {
    assertEquals(
        "BA",
        order(
            text("A", seen(HERE, 0, 0, 5), seen("https://oak.test/a", 1, 0, 1)),
            text("B", seen(HERE, 0, 0, 4))));
  }

  @Test
  void textsOfDifferentAddressesGoByTheirEarliestTimeAndUnknownOnesFirst() {
    assertEquals(
        "CAB",
        order(
            text("A", seen("https://oak.test/a", 2, 0, 9)),
            text("B", seen("https://elm.test/b", 0, 0, 3)),
            text("C", seen(null, 0, 0, 0))));
  }
}
