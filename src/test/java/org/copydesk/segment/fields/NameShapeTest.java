package org.copydesk.segment.fields;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameShapeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ann Lee",
        "Ann Lee · Correspondent",
        "Ann Lee and Bo Ek",
        "\u00A0Ann Lee",
        "Ann\u00A0Lee\u00A0",
        " \u00A0 Ann Lee | Correspondent"
      })
  void namesAreNamesWhateverSpacesStandAroundThem(String line) {
    assertThat(NameShape.isName(line), is(true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "\u00A0", "\u00A0 | \u00A0", "\u00A0Ann", "Wind and Rain", "| Ann"})
  void othersAreNone(String line) {
    assertThat(NameShape.isName(line), is(false));
  }
}
