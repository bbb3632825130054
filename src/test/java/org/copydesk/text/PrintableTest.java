package org.copydesk.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001b", "\n", "\r", "\t", "\0", "\u202e", "\u2066", "\u200b", "\u2028", "\ud800"
      })
  void whatSteersATerminalOrTurnsWritingIsAQuestionMark(String sign) {
    assertEquals("a?b", Printable.of("a" + sign + "b", 9));
  }

  @Test
  void aLongTextIsCutBetweenWholeCharacters() {
    assertEquals("abc", Printable.of("abc", 3));
    assertEquals("ab…", Printable.of("abc", 2));
    assertEquals("😀…", Printable.of("😀😀", 1));
    assertEquals("-", Printable.of(null, 1));
  }

  @Test
  void linesKeepTheirEndsAndTabs() {
    assertEquals("a\n\tb", Printable.lines("a\r\n\tb"));
    assertEquals("a?b?c", Printable.lines("a\rb\u001bc"));
    assertEquals("-", Printable.lines(null));
  }
}
