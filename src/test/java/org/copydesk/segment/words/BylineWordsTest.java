package org.copydesk.segment.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class BylineWordsTest {
  private static final BylineWords WORDS =
      new BylineWords(
          List.of(
              new String[] {"by", "by", "written by", "von"},
              new String[] {"after", "記者", "기자"},
              new String[] {"role", "correspondent"},
              new String[] {"about", "about the author"},
              new String[] {"is", "is"},
              new String[] {"job", "author"},
              new String[] {"small", "for"},
              new String[] {"work", "translated"},
              new String[] {"and", "and", "und"}));

  @Test
  void theLongestWordsBeforeANameAreTaken() {
    assertEquals(10, WORDS.byline("written by ada moss"));
    assertEquals(2, WORDS.byline("by ada moss"));
    assertEquals(0, WORDS.byline("byron ada"));
  }

  @Test
  void aWordBehindANameNeedsTheName() {
    assertTrue(WORDS.endsLikeByline("李海 記者"));
    assertFalse(WORDS.endsLikeByline("記者"));
    assertTrue(WORDS.isAfterName("記者"));
    assertFalse(WORDS.isAfterName("李海"));
  }

  @Test
  void eachListAnswersForItself() {
    assertTrue(WORDS.isRole("correspondent") && !WORDS.isJob("correspondent"));
    assertTrue(WORDS.isJob("author") && !WORDS.isRole("author"));
    assertTrue(WORDS.isAboutAuthor("about the author") && !WORDS.isAboutAuthor("author"));
    assertTrue(WORDS.isBetweenNameAndRole("is") && !WORDS.isSmallWord("is"));
    assertTrue(WORDS.isSmallWord("for") && !WORDS.isAnd("for"));
    assertTrue(WORDS.isOtherWork("translated") && !WORDS.isRole("translated"));
    assertTrue(WORDS.isAnd("und") && !WORDS.isSmallWord("und"));
  }
}
