package org.copydesk.segment.words;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SiteWordsTest {
  private static final SiteWords WORDS =
      new SiteWords(
          List.of(
              new String[] {"is", "news", "sport", "business", "share this"},
              new String[] {"part", "log in"},
              new String[] {"notice", "all rights reserved"},
              new String[] {"photo", "photo by"},
              new String[] {"ago", "yesterday", "hours", "hr"}));

  @Test
  void aLineOfAMenuStandsAlone() {
    assertTrue(WORDS.isChromeLine("| share this |"));
    assertFalse(WORDS.isChromeLine("share this article"));
    assertFalse(WORDS.isChromeLine("log in"));
  }

  @Test
  void aPartStandsAnywhere() {
    assertTrue(WORDS.hasChromePart("please log in to go on"));
    assertFalse(WORDS.hasChromePart("a catalog in print"));
    assertTrue(WORDS.isNotice("© 2020 all rights reserved."));
    assertFalse(WORDS.isNotice("please log in"));
    assertTrue(WORDS.namesPhotographer("harbour at dawn. photo by ada moss"));
    assertFalse(WORDS.namesPhotographer("photo: harbour"));
  }

  @Test
  void aMenuIsMostlyKnownItems() {
    assertTrue(WORDS.isMenu("news sport business"));
    assertTrue(WORDS.isMenu("news sport weather"));
    assertFalse(WORDS.isMenu("news of sport was rare that year"));
    assertFalse(WORDS.isMenu("news"));
    assertFalse(WORDS.isMenu("the old harbour news sport business"));
  }

  @Test
  void howLongAgoIsFewWordsWithANumber() {
    assertTrue(WORDS.saysHowLongAgo("yesterday"));
    assertTrue(WORDS.saysHowLongAgo("updated 3 hours ago"));
    assertTrue(WORDS.saysHowLongAgo("3hr"));
    assertFalse(WORDS.saysHowLongAgo("hours ago"));
    assertFalse(WORDS.saysHowLongAgo("after 3 hours of waiting they left"));
  }

  @Test
  void howLongAgoStandsBehindTheNameOfAPaperAndNoTitle() {
    assertTrue(WORDS.saysHowLongAgo("harbour post | 3 hours ago"));
    assertTrue(WORDS.saysHowLongAgo("harbour post - yesterday".replace("yesterday", "2 hours")));
    assertFalse(WORDS.saysHowLongAgo("the bridge closes for repair today | 3 hours ago"));
    // A hyphen inside a word parts nothing.
    assertFalse(WORDS.saysHowLongAgo("well-known for some 3 hours of rain"));
  }
}
