package org.copydesk.dedup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineLabelTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UPDATE 2-Port reopens after storm | Port reopens after storm
          CORRECTED: Port reopens | Port reopens
          Hafen wieder offen (aktualisiert) | Hafen wieder offen
          Update on the port of Elmton | Update on the port of Elmton
          Port: ferries run again | Port: ferries run again
          UPDATE 12-year-old boy found | UPDATE 12-year-old boy found
          Lead-free pipes for Elmton | Lead-free pipes for Elmton
          Lead: metal stocks fall | Lead: metal stocks fall
          Flood in Elmton (update 5) | Flood in Elmton (update 5)
          （更新）港が再開 | 港が再開
          港が再開（更新） | 港が再開
          Le port rouvre - mise à jour | Le port rouvre
          """)
  void whatADeskSaysOfAStateIsNoWordOfTheHeadline(String title, String alone) {
    assertThat(HeadlineLabel.without(title), is(alone));
  }
}
