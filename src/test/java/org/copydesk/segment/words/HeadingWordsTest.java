package org.copydesk.segment.words;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeadingWordsTest {
  private static final HeadingWords WORDS =
      new HeadingWords(
          List.of(
              new String[] {"is", "don't miss", "相关新闻"},
              new String[] {"start", "more from"},
              new String[] {"which", "latest", "top"},
              new String[] {"what", "news", "stories"},
              new String[] {"which", "letzte"},
              new String[] {"what", "meldungen"}));

  @Test
  void aPhraseStandsAloneWhateverIsPrintedAroundIt() {
    assertTrue(WORDS.isTeaserHeading("don't miss"));
    assertTrue(WORDS.isTeaserHeading("» don't miss:"));
    assertFalse(WORDS.isTeaserHeading("don't miss the bus"));
    assertFalse(WORDS.isTeaserHeading("»»"));
  }

  @Test
  void aBeginningIsFollowedByFewWords() {
    assertTrue(WORDS.isTeaserHeading("more from the harbour"));
    assertFalse(WORDS.isTeaserHeading("more from"));
    assertFalse(WORDS.isTeaserHeading("more from the harbour and all that lies beyond"));
  }

  @Test
  void whichAndWhatAreOfOneLanguage() {
    assertTrue(WORDS.isTeaserHeading("latest news"));
    assertTrue(WORDS.isTeaserHeading("top local stories today".substring(0, 17)));
    assertFalse(WORDS.isTeaserHeading("latest meldungen"));
    assertFalse(WORDS.isTeaserHeading("latest top"));
    assertFalse(WORDS.isTeaserHeading("news"));
  }

  @Test
  void halfOfTheWordsAreKnown() {
    assertTrue(WORDS.isTeaserHeading("latest news from brno"));
    assertFalse(WORDS.isTeaserHeading("latest news from all towns"));
  }

  @Test
  void aPhraseOfAScriptWithoutSpacesStandsInside() {
    assertTrue(WORDS.isTeaserHeading("更多相关新闻"));
    assertFalse(WORDS.isTeaserHeading("记者在机场发布与航班延误相关新闻的消息"));
  }

  @Test
  void wordsOfHeadingsAreKnownOneByOne() {
    assertTrue(WORDS.isHeadingWord("stories"));
    assertFalse(WORDS.isHeadingWord("miss"));
  }
}
