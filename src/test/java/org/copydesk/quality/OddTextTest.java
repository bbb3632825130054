package org.copydesk.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OddTextTest {
  private static double of(Signal signal, String text) {
    double[] values = new double[Signal.values().length];
    new WordPass().read(text.toCharArray(), text.length()).fill(values);
    return values[signal.ordinal()];
  }

  /** UTF-8 read as another charset. */
  private static String broken(String text, String charset) {
    return new String(text.getBytes(StandardCharsets.UTF_8), Charset.forName(charset));
  }

  @Test
  void bytesOfUtf8ReadAsAnotherCharsetAreBrokenCharacters() {
    for (String text : new String[] {"El niño comió piñas allá", "Über Brücken täglich früher"}) {
      assertEquals(0, of(Signal.MOJIBAKE, text), text);
      assertTrue(of(Signal.MOJIBAKE, broken(text, "windows-1252")) > .1, text);
    }
    String russian = "Мост через реку открыли";
    assertEquals(0, of(Signal.MOJIBAKE, russian));
    assertTrue(of(Signal.MOJIBAKE, broken(russian, "windows-1251")) > .8);
    assertEquals(1, of(Signal.MOJIBAKE, "\uFFFD\uFFFD"));
  }

  @Test
  void wordsThatNobodyCanSayAreOddAndNamesAreNot() {
    assertEquals(0, of(Signal.ODD_WORDS, "The Kingsbridge harbour opened through streets"));
    assertTrue(of(Signal.ODD_WORDS, "xkqwzrt bvnmtrk wqzxplk") > .9);
    assertEquals(.5, of(Signal.ODD_WORDS, "harbour xkqwzrt"));
  }

  @Test
  void aSymbolWithItsPriceIsAQuoteAndASumInASentenceIsNone() {
    assertTrue(of(Signal.QUOTE_WORDS, "ELMX 189.30 +1.2% OAKS 12.10 -0.4%") > .9);
    assertTrue(of(Signal.QUOTE_WORDS, "The repairs cost 189.30 crowns, the mayor said") < .2);
  }

  @Test
  void nothingIsNeither() {
    for (Signal signal : new Signal[] {Signal.MOJIBAKE, Signal.ODD_WORDS, Signal.QUOTE_WORDS}) {
      assertEquals(0, of(signal, ""));
      assertEquals(0, of(signal, " \n "));
    }
  }
}
