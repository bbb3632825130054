package org.copydesk.text;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
  @ParameterizedTest
  @CsvSource({
    "https://Elm.test/a/b, elm.test",
    "http://www.elm.test, elm.test",
    "https://news.elm.test:8080?a=b, news.elm.test",
    "https://me:pw@elm.test:80/, elm.test",
    "https://elm.test#top, elm.test",
    "https://elm.test/a|b c%zz, elm.test",
    "https://elm_1.test/a, elm_1.test",
    "http://[::1]:80/a, [::1]",
    "https://ELM.TEST/İ, elm.test"
  })
  void ofAnAddressTheHostIsRead(String address, String host) {
    assertThat(WebAddress.host(address), is(host));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "elm.test/a", "https:///a", "https://", "mailto:a@elm.test", "/a/b"})
  void whatHasNoneHasNone(String address) {
    assertThat(WebAddress.host(address), is(nullValue()));
  }

  @Test
  void thereIsNoHostOfNothing() {
    assertThat(WebAddress.host(null), is(nullValue()));
  }
}
