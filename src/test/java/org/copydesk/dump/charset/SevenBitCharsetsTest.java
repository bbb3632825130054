package org.copydesk.dump.charset;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.Charset;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SevenBitCharsetsTest {
  private static SevenBitCharsets.Found find(byte[] bytes, String declared) {
    return SevenBitCharsets.find(bytes, 0, bytes.length, declared);
  }

  private static SevenBitCharsets.Found find(String ascii, String declared) {
    return find(ascii.getBytes(US_ASCII), declared);
  }

  private static String decoded(SevenBitCharsets.Found found) {
    return new String(found.bytes(), found.charset());
  }

  /** HZ (RFC 1843): the pairs of EUC-CN without their high bits, in braces. */
  private static String hz(String chinese) {
    StringBuilder out = new StringBuilder("~{");
    for (byte b : chinese.getBytes(Charset.forName("GB2312"))) {
      out.append((char) (b & 0x7f));
    }
    return out.append("~}").toString();
  }

  /** UTF-7 (RFC 2152): base64 of UTF-16 behind a plus sign. */
  private static String utf7(String text) {
    byte[] wide = text.getBytes(java.nio.charset.StandardCharsets.UTF_16BE);
    return "+" + Base64.getEncoder().withoutPadding().encodeToString(wide) + "-";
  }

  @ParameterizedTest
  @CsvSource({"ISO-2022-JP, 港の町は静かです", "ISO-2022-KR, 항구 도시는 조용하다"})
  void escapesSayInWhichSetATextIs(String set, String text) {
    SevenBitCharsets.Found found = find(text.getBytes(Charset.forName(set)), null);
    assertEquals(Charset.forName(set), found.charset());
    assertEquals(text, decoded(found));
  }

  @Test
  void anEscapeThatOnlyGoesBackToAsciiIsNone() {
    assertNull(find("plain \u001b(B text", null));
    assertNull(find("colour \u001b[31mred\u001b[0m", null));
  }

  @Test
  void bracesWithManyCharactersAreChineseAndWithFewIfThePageSaysSo() {
    String text = "港口城市今天很安静人们在码头上散步";
    assertEquals("Port: " + text, decoded(find("Port: " + hz(text), null)));
    assertNull(find("Port: " + hz("港口"), null));
    assertEquals("港口", decoded(find(hz("港口"), " HZ-GB-2312 ")));
    assertNull(find("a ~{ b }~ c", "hz"));
  }

  @Test
  void aDoubledTildeInHzIsOne() {
    assertEquals("~港口", decoded(find("~~" + hz("港口"), "hz")));
  }

  @Test
  void manyShiftsAreUtf7AndOneIfThePageSaysSo() {
    String word = utf7("é");
    SevenBitCharsets.Found many = find((word + " and ").repeat(9), null);
    assertNotNull(many);
    assertNull(many.charset());
    assertNull(find(word + " and ", null));
    assertNotNull(find(word + " and ", "utf-7"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1+1=2 and 3+4=7", "C+- and +49-30-1234", "a+b+c+d+e+f+g+h+i+j+k", ""})
  void sumsAndTelephoneNumbersAreNoShifts(String text) {
    assertNull(find(text.repeat(20), null));
  }

  @Test
  void aByteBeyondAsciiEndsTheQuestion() {
    byte[] bytes = ("é " + hz("港口城市今天很安静人们在码头上散步")).getBytes(UTF_8);
    assertNull(find(bytes, null));
  }
}
