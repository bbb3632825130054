package org.copydesk.quality;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import org.copydesk.text.Normaliser;
import org.copydesk.text.Tokens;
import org.junit.jupiter.api.Test;

class FigureCellsTest {
  private static double share(String text) {
    return FigureCells.share(text.toCharArray(), text.length());
  }

  @Test
  void boardsAreCells() {
    assertThat(share("Mon 14°/6° 20% SW 12mph\nTue 11°/4° 70% W 21mph"), is(1.0));
    assertThat(share("Harlow 2-1 Denby\nTolby 0-0 Ripley"), is(1.0));
    assertThat(share("青石 102:97 海港\n北山 88:110 云江"), is(1.0));
  }

  @Test
  void resultsUnderAHeadingAndSentencesAreNone() {
    assertThat(share("Second division\nHarlow 2-1 Denby\nTolby 0-0 Ripley"), is(0.0));
    assertThat(share("Harlow 2 Denby 1\nTolby 0 Ripley 0"), is(0.0));
    assertThat(share("The bank said on Monday that it had 2 offices left"), lessThan(0.75));
  }

  @Test
  void wordsSaidAgainAtOnceCountUnlessMarksPartThem() {
    Tokens stuck =
        Tokens.of(Normaliser.normalise("the council said the council said on on Monday"));
    assertThat(NearRepeats.share(stuck), greaterThan(0.2));
    assertThat(NearRepeats.share(Tokens.of(Normaliser.normalise("No, no, no, he said"))), is(0.0));
    assertThat(NearRepeats.share(Tokens.of(Normaliser.normalise("sık sık hasta"))), is(0.0));
  }

  @Test
  void rowsOfAKeyboardAreTyped() {
    for (String word : new String[] {"asdfg", "йцукен", "hhhhh", "qwertz"}) {
      assertThat(word, TypedWords.isTyped(word.toCharArray(), 0, word.length()), is(true));
    }
    for (String word :
        new String[] {"were", "power", "property", "Wetter", "Смит", "Wert", "пророк"}) {
      assertThat(word, TypedWords.isTyped(word.toCharArray(), 0, word.length()), is(false));
    }
  }
}
