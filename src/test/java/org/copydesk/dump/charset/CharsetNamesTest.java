package org.copydesk.dump.charset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.Charset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetNamesTest {
  @ParameterizedTest
  @CsvSource({
    "iso-8859-1, windows-1252", "ascii, windows-1252", "latin5, windows-1254", "gb2312, GB18030",
    "Shift_JIS, windows-31j", "utf8, UTF-8", "utf-16, UTF-16LE", "koi8-r, KOI8-R"
  })
  void pagesMeanTheLargerSetOfTheName(String name, String meant) {
    assertEquals(Charset.forName(meant), CharsetNames.find(name));
    assertEquals(
        Charset.forName(meant), CharsetNames.find(" " + name.toUpperCase(Locale.ROOT) + " "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "no-such-set", "a b", "{{charset}}", "utf-7", "iso-2022-kr", "iso-2022-cn"})
  void namesThatSayNothingOrHideMarkupAreNone(String name) {
    assertNull(CharsetNames.find(name));
  }

  @Test
  void aNameOfAnyLengthIsAsGoodAsNone() {
    assertNull(CharsetNames.find(null));
    assertNull(CharsetNames.find("x".repeat(100_000)));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`=\"utf-8\"`,utf-8",
        "`= 'utf-8' x`,utf-8",
        "` =utf-8;q=1`,utf-8",
        "`=x_1:2.3+4/`,x_1:2.3+4"
      })
  void theNameBehindASignEndsWithWhatNoNameHas(String text, String name) {
    assertEquals(name, CharsetNames.afterSign(text, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "=", "=\"\"", "utf-8", "=;"})
  void noSignOrNothingBehindItIsNoName(String text) {
    assertNull(CharsetNames.afterSign(text, 0));
  }
}
