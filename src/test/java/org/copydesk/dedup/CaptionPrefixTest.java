package org.copydesk.dedup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptionPrefixTest {
  @ParameterizedTest
  @CsvSource({
    "'watch: bridge opens', bridge opens", "'video | live: bridge opens', bridge opens",
    "'photos - bridge opens', bridge opens", "'breaking news: bridge opens', bridge opens",
    "'in pictures: a: b', a: b"
  })
  void wordsThatSayWhatStandsBehindAreTakenOff(String title, String rest) {
    assertEquals(rest, CaptionPrefix.strip(title));
  }

  @ParameterizedTest
  @CsvSource({
    "harbour: bridge opens",
    "watch bridge opens",
    "watch:",
    "video-taped bridge",
    "'video: photo: watch: it'",
    "opinion: watch: bridge",
    "x"
  })
  void aThirdOneOtherWordsAndWordsAloneStay(String title) {
    String expected = title.startsWith("video:") ? "watch: it" : title;
    assertEquals(expected, CaptionPrefix.strip(title));
  }
}
