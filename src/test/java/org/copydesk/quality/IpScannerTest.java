package org.copydesk.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpScannerTest {
  private static String four(String text) {
    PersonalData.Found found = IpScanner.fourAt(text, 0);
    return found == null ? null : text.substring(found.start(), found.end());
  }

  private static String six(String text) {
    PersonalData.Found found = IpScanner.sixAt(text, 0);
    return found == null ? null : text.substring(found.start(), found.end());
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1", "0.0.0.0", "255.255.255.255", "10.20.30.40"})
  void fourNumbersTo255AreAnAddress(String address) {
    assertEquals(address, four(address));
    assertEquals(address, four(address + ", seen twice"));
    assertEquals(address, four(address + "."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.2",
        "192.0.2.256",
        "192.0.2.1.7",
        "192.0.02.1",
        "1234.0.2.1",
        "192.0.2.1b",
        "192.0..1"
      })
  void whatHasMoreFewerOrLargerNumbersIsNone(String text) {
    assertNull(four(text));
  }

  @Test
  void theNumberOfAReleaseIsNoAddress() {
    String text = "since Version 10.0.19.1 of it";
    assertNull(IpScanner.fourAt(text, text.indexOf("10")));
    String end = "Version 10.0.19.1";
    assertNull(IpScanner.fourAt(end, end.indexOf("10")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2001:db8:0:0:8:800:200c:417a",
        "2001:db8::8:800:200c:417a",
        "fe80::1",
        "::ffff:192.0.2.1"
      })
  void groupsOfVersionSixAreAnAddressWholeOrShortened(String address) {
    assertEquals(address, six(address));
    assertEquals(address, six(address + " was seen"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2001:db8::1::2", "12:30", "2001:db8:1:2:3:4:5", "abcde::1", "1:2:3:4:5:6:7:8:9"})
  void timesAndOtherRunsOfColonsAreNone(String text) {
    assertNull(six(text));
  }

  @Test
  void theColonBehindAnAddressIsTheSentences() {
    assertEquals("2001:db8:0:0:8:800:200c:417a", six("2001:db8:0:0:8:800:200c:417a: blocked"));
  }

  @Test
  void aWordWithoutAColonNearItsBeginningIsNotLookedAt() {
    assertEquals(true, IpScanner.hasColonSoon("fe80::1", 0));
    assertEquals(true, IpScanner.hasColonSoon("::1", 0));
    assertEquals(false, IpScanner.hasColonSoon("decade", 0));
    assertEquals(false, IpScanner.hasColonSoon("bread: fresh", 0));
  }
}
