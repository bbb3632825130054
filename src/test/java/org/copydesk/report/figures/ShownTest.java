package org.copydesk.report.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts, addresses and figures as a report shows them. */
class ShownTest {
  @ParameterizedTest
  @CsvSource({
    "'\u001b[31m', ␛[31m",
    "'\u0000', ␀",
    "'\u007f', ␡",
    "'\u202e', [U+202E]",
    "'\u0085', [U+85]",
    "'\ufeff', [U+FEFF]",
    "'\ud800', �",
    "'\ufdd0', �"
  })
  void whatCannotBeSeenIsShown(String text, String shown) {
    assertEquals(shown, Shown.text(text, 20));
  }

  @Test
  void whatIsTooLongIsCutBetweenCharacters() {
    assertEquals("ab\n\tc", Shown.text("ab\n\tc", 5));
    assertEquals("ab …", Shown.text("abc", 2));
    assertEquals("😀 …", Shown.text("😀😀", 1));
    assertNull(Shown.text(null, 2));
    assertEquals("a.txt #3", Shown.place("a.txt", 3L));
    assertEquals("a.txt", Shown.place("a.txt", null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "ftp://elm.test/a",
        "https://elm.test/a b",
        "https://elm.test/\"x",
        "/a",
        "https://elm.test/é"
      })
  void onlyPlainAddressesOfTheWebAreLinks(String url) {
    assertNull(Shown.link(url));
    assertEquals("HTTPS://elm.test/a", Shown.link("HTTPS://elm.test/a"));
    assertNull(Shown.link("https://elm.test/" + "a".repeat(2000)));
  }

  @ParameterizedTest
  @CsvSource({"100, 112, up, +12.0 %", "100, 50, down, -50.0 %", "0, 5, up, new", "7, 7, same, ''"})
  void aFigureSaysWhichWayItWentAndHowFar(long before, long now, String way, String share) {
    FigureChange change = new FigureChange("languages", "en", before, now);
    assertEquals(way, change.direction());
    assertEquals(share, change.share());
  }

  @Test
  void wordsThatOnlyOneTextHasAreItsOwn() {
    TextDifference difference = TextDifference.of("the old bridge is closed", "the bridge is shut");
    assertEquals("the| +old| bridge is| +closed", told(difference.left()));
    assertEquals("the bridge is| +shut", told(difference.right()).replace("the|", "the"));
    TextDifference same = TextDifference.of("a b", "a  b");
    assertEquals("a b", told(same.left()));
    assertEquals(told(same.left()), told(same.right()));
  }

  private static String told(List<TextDifference.Run> runs) {
    return runs.stream()
        .map(run -> (run.isOwn() ? "+" : "") + run.text())
        .collect(Collectors.joining("| "));
  }

  @Test
  void whyAnArticleHasNoTopicIsSaidByWhatTheModelKnows() {
    assertEquals(Untold.OTHER_LANGUAGE, Untold.of(false, 5));
    assertEquals(Untold.TOO_SHORT, Untold.of(true, 59));
    assertEquals(Untold.UNSURE, Untold.of(true, 60));
  }
}
