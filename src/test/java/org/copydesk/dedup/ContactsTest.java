package org.copydesk.dedup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "call 202-555-0143 for more",
        "write to press@port.example",
        "more at www.port.example",
        "tel. +44 20 7946 0958",
        "tel. 01 23 45 67 89"
      })
  void whereToReachSomebodyIsAContact(String text) {
    assertThat(Contacts.areIn(text, 0, text.length()), is(true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "un budget de 250 000 000 euros",
        "1 250 000 000 kronor",
        "beat him 6-3 3-6 7-6 6-4 7-5",
        "on 2026-12-01 04 boats sank",
        "from 01-12-2026 14 boats",
        "the years 2019-2020 2021"
      })
  void amountsDaysAndScoresAreNone(String text) {
    assertThat(Contacts.areIn(text, 0, text.length()), is(false));
  }
}
