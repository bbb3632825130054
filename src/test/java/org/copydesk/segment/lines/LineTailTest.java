package org.copydesk.segment.lines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.nio.charset.StandardCharsets;
import org.copydesk.segment.words.WordLists;
import org.copydesk.text.Normaliser;
import org.junit.jupiter.api.Test;

class LineTailTest {
  private static Unit scan(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return new UnitScanner(bytes, Markers.LISTED).scan(0, bytes.length);
  }

  /** A look at the last letters decides whether a line's end is read at all. */
  @Test
  void everyListedMarkerIsFoundAloneAndAfterASign() {
    for (String[] row : WordLists.rows(WordLists.class, "markers.txt")) {
      for (String phrase : row) {
        boolean isWeak = phrase.startsWith("?");
        String marker = isWeak ? phrase.substring(1) : phrase;
        if (Normaliser.normalise(marker).isEmpty()) {
          continue;
        }
        assertThat(marker, scan("The council met ... " + marker).marker, is(Unit.SURE_MARKER));
        assertThat(marker, scan("The council met. … " + marker).isTruncated, is(true));
        if (!isWeak) {
          assertThat(marker, scan(marker).isMarkerAlone, is(true));
          assertThat(marker, scan(marker + " »").isMarkerAlone, is(true));
        }
      }
    }
  }

  @Test
  void signsOfEveryKindEndALine() {
    for (String sign : new String[] {"...", "…", ". . .", "[...]", "(…)", "&hellip;", "⋯", "‥‥"}) {
      assertThat(sign, scan("The council met on Monday " + sign).isTruncated, is(true));
    }
    assertThat(scan("The council met on Monday").isTruncated, is(false));
    assertThat(scan("The council met on Monday.").isTruncated, is(false));
  }
}
