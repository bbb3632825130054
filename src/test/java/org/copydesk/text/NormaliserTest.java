package org.copydesk.text;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormaliserTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "“Örtliche  WAHL”…| \"örtliche wahl\"...",
        "It’s 3 – 2| it's 3 - 2",
        "ﬁnal\u00A0score| final score",
        "zero\u200Bwidth\u00ADhyphen\u200F| zerowidthhyphen",
        "ＦＵＬＬ width| full width",
        "plain already| plain already",
      })
  void typographyCaseAndWhiteSpaceAreFolded(String raw, String expected) {
    assertThat(Normaliser.normalise(raw), is(expected));
  }

  @Test
  void numbersAreKept() {
    assertThat(
        Normaliser.normalise("30 killed").equals(Normaliser.normalise("3 killed")), is(false));
  }

  @Test
  void twiceIsTheSameAsOnce() {
    Random random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 12; i++) {
        text.appendCodePoint(
            random.nextInt(4) == 0 ? random.nextInt(0x110000) : random.nextInt(0x2200));
      }
      String once = Normaliser.normalise(text);
      assertThat(Normaliser.normalise(once), is(once));
    }
  }

  @Test
  void whatIsTakenForSettledIsLeftAloneByNfkc() {
    for (int c = 0x20; c < 0x3000; c++) {
      String raw = "a" + (char) c + "b" + (char) c;
      String byNfkc = java.text.Normalizer.normalize(raw, java.text.Normalizer.Form.NFKC);
      assertThat(
          Integer.toHexString(c), Normaliser.normalise(raw), is(Normaliser.normalise(byNfkc)));
    }
  }

  @Test
  void theTableAgreesWithTheRule() {
    for (int c = 0; c < 0x3000; c++) {
      for (String raw : new String[] {"a" + (char) c, (char) c + " b ", "A  " + (char) c + "É."}) {
        assertThat(Integer.toHexString(c), Normaliser.normalise(raw), is(Normaliser.byRule(raw)));
      }
    }
    Random random = new Random(8);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 20; i++) {
        text.append((char) (random.nextInt(3) == 0 ? random.nextInt(0x2C00) : random.nextInt(128)));
      }
      assertThat(Normaliser.normalise(text), is(Normaliser.byRule(text)));
    }
  }

  @Test
  void theDefaultLocaleDoesNotMatter() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(Normaliser.normalise("INDIA ISTANBUL"), is("india istanbul"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void bytesGiveWhatTheirTextGives() {
    String[] texts = {
      "", " ", "  A\tline\u0000 of  TEXT \n", "“Örtliche WAHL”…", "ﬁn 新聞", "x\u007Fy", "\r\n"
    };
    for (String text : texts) {
      byte[] utf8 = ("<" + text + ">").getBytes(java.nio.charset.StandardCharsets.UTF_8);
      assertThat(
          text, Normaliser.normalise(utf8, 1, utf8.length - 1), is(Normaliser.normalise(text)));
    }
  }

  /** The table knows no neighbours, so whatever stands beside a character must not matter to it. */
  @Test
  void tableAndRuleAgreeInEveryScript() {
    int[][] blocks = {
      {0x20, 0x17F}, {0x300, 0x36F}, {0x370, 0x52F}, {0x590, 0x6FF}, {0x900, 0xDFF},
      {0xE00, 0x11FF}, {0x1E00, 0x21FF}, {0x3000, 0x318F}, {0x4E00, 0x4EFF}, {0xA960, 0xAAFF},
      {0xAC00, 0xAC40}, {0xD7A0, 0xD7FF}, {0xF900, 0xFFFF}
    };
    java.util.Random random = new java.util.Random(11);
    for (int round = 0; round < 60_000; round++) {
      int[] block = blocks[random.nextInt(blocks.length)];
      StringBuilder text = new StringBuilder();
      for (int i = 1 + random.nextInt(6); i > 0; i--) {
        int[] from = random.nextInt(5) == 0 ? blocks[random.nextInt(blocks.length)] : block;
        text.append((char) (from[0] + random.nextInt(from[1] - from[0] + 1)));
      }
      String escaped =
          text.chars()
              .mapToObj(Integer::toHexString)
              .collect(java.util.stream.Collectors.joining(" "));
      assertThat(escaped, Normaliser.normalise(text), is(Normaliser.byRule(text)));
    }
  }
}
