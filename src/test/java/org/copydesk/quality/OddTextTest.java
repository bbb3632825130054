package org.copydesk.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OddTextTest {
  private static double of(Signal signal, String text) {
    double[] values = new double[Signal.values().length];
    new WordPass().read(text.toCharArray(), text.length(), 0).fill(values);
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

  /** Text, the charset its bytes are in, and the one they are read as. */
  @ParameterizedTest
  @CsvSource({
    "Zażółć gęślą jaźń w mieście, UTF-8, windows-1250",
    "Η βουλή ψήφισε τον νόμο, UTF-8, windows-1253",
    "وافق البرلمان على القانون, UTF-8, windows-1256",
    "El niño comió piñas allá, UTF-8, IBM437",
    "Мост через реку открыли, UTF-8, IBM866",
    "橋は来年開通する見通しだ, UTF-8, Shift_JIS",
    "Мост через реку открыли, windows-1251, windows-1252",
    "Η βουλή ψήφισε τον νόμο, ISO-8859-7, ISO-8859-1",
    "国会通过了新的法律, GBK, ISO-8859-1",
    "다리가 내년에 열린다, EUC-KR, ISO-8859-1",
  })
  void bytesReadAsAnotherCharsetAreBrokenCharacters(String text, String of, String as) {
    assertEquals(0, of(Signal.MOJIBAKE, text), text);
    String broken = new String(text.getBytes(Charset.forName(of)), Charset.forName(as));
    assertTrue(of(Signal.MOJIBAKE, broken) > .1, broken);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "M?nchen gr??t K?ln",
        "?????? ???? ?????",
        "L&eacute;on est all&eacute; &agrave; la f&ecirc;te",
        "El ni\\u00F1o comi\\u00F3",
        "El ni=C3=B1o comi=C3=B3",
      })
  void lettersThatWereLostOrEscapedAreBroken(String text) {
    assertTrue(of(Signal.MOJIBAKE, text) > .05, text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Váš pas musí byť platný, káže úrad, a lúč svetla",
        "물가가 오르자 전문가가 대가를 말했고 국가가 나섰다",
        "ارتفعت أسعار النفط، وزاد الضغط، وقال فقط، حفظ‌شده",
        "dans le «café», “réglé” et „Café“ … “está” »Müsli«, VÝŠIVA A VÝŽIVA",
        "С.С.Роев открыл Vкусно, а PRщики прислали SMSки",
        "北京──上海の列車、東京――",
        "Dziwo \u0192o\u0192u le \u0192e",
        "example.com?x=y and example.org?id=7&lang=de of gov.uk?page=fac",
        "Why? Who knows? See example.org/page?id=3 for more",
        "Málaga, l\u2019été à la plage, 25 °C, n° 5, l·lusió",
        "用iPhone手机拍摄",
      })
  void accentsAndSignsOfManyLanguagesAreNotBroken(String text) {
    assertEquals(0, of(Signal.MOJIBAKE, text), text);
  }

  @Test
  void lettersTypedByChanceAreOddWhereNoCommonWordStands() {
    assertTrue(of(Signal.ODD_WORDS, "asdkjh qwpoei zmxncb lkjhgf poiuyt") > .6);
    assertTrue(of(Signal.ODD_WORDS, "йфкцщ ъыждл щхзгн цукщшг") > .6);
    assertEquals(0, of(Signal.ODD_WORDS, "Vesnice pečlivě střeží tajemství"));
    assertEquals(0, of(Signal.ODD_WORDS, "Мост через реку открыли"));
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
    assertTrue(of(Signal.QUOTE_WORDS, "DAX: 17.716,45 -0,12 % | Gold 2.034,50 $ ▲ 0,5 %") > .8);
    assertTrue(of(Signal.QUOTE_WORDS, "Roe ABC 15.766 14.500 13.966") < .45);
    assertTrue(of(Signal.QUOTE_WORDS, "CDU 30,5 % Gr\u00FCne 16,4 % Linke 8,8%") < .45);
    assertEquals(0, of(Signal.QUOTE_WORDS, "Ashby 2 Oakhaven 1 Northport 0"));
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
