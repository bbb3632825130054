package org.copydesk.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenOutEmailTest {
  private static String first(String text) {
    List<PersonalData.Found> found = PersonalData.find(text);
    return found.isEmpty() ? null : text.substring(found.get(0).start(), found.get(0).end());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jane [at] example.org", "jane (at) example (dot) org", "jane.roe at example dot org",
        "jane.roe AT example.org", "jane arroba example punto es", "jane(a)example.org"
      })
  void anAtWordInBracketsOrWithADotWordMakesAnAddress(String address) {
    assertEquals(address, first(address));
    assertEquals(address, first("Write to " + address + ", please."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Look at example.org for more",
        "At some point in the day",
        "We met at noon dot com was young",
        "jane [and] example.org",
        "the plan (a) and the plan (b)"
      })
  void wordsAloneAreSpeech(String text) {
    assertEquals(null, first(text));
  }
}
