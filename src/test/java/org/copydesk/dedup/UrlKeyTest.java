package org.copydesk.dedup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlKeyTest {
  @ParameterizedTest
  @CsvSource({
    "https://www.Elm.test/a/?utm_source=x#top, elm.test/a",
    "http://elm.test:8080/a, elm.test/a",
    "//elm.test/a, elm.test/a",
    "https://elm.test/a?b=1&utm_medium=y&c=2, elm.test/a?b=1&c=2",
    "https://elm.test/?p=7, elm.test?p=7",
    "https://elm.test/A?B=C, elm.test/A?B=C",
    "https://elm.test/a?fbclid=1&gclid=2&ref=home, elm.test/a"
  })
  void whatDoesNotCountIsGone(String url, String key) {
    assertEquals(key, UrlKey.of(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "elm.test/a",
        "https://",
        "https://elm.test",
        "https://elm.test/?utm_x=1",
        "a//b"
      })
  void aHomePageOrNoAddressHasNone(String url) {
    assertNull(UrlKey.of(url));
  }

  @Test
  void nothingHasNone() {
    assertNull(UrlKey.of(null));
  }
}
