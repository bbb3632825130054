package org.copydesk.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutletNamesTest {
  @ParameterizedTest
  @CsvSource({
    "elmgazette.example, , Provided by The Elm Gazette", "www.elm-gazette.co.uk, , (Elm Gazette)",
    "elmnews.example, , ELM", "papers/tri-county-post, , Tri-County Post",
    "x.example, The Elm Gazette, from Elm Gazette.", "news.elmgazette.example, , elmgazette.example"
  })
  void aCreditLineSaysASitesNameAsWholeWords(String site, String name, String line) {
    assertEquals(true, OutletNames.of(site, name).areIn(line));
  }

  @ParameterizedTest
  @CsvSource({
    "elmgazette.example, , Provided by The Oak Gazette",
    "elmgazette.example, , Elm Gazettes",
    "news.elmgazette.example, , the news",
    "x.example, A, a credit",
    "x.example, The Elm, over the moon"
  })
  void otherWordsPartsOfWordsAndCommonOnesDoNot(String site, String name, String line) {
    assertEquals(false, OutletNames.of(site, name).areIn(line));
  }

  @Test
  void aSiteIsCalledByWhatAnyOfItsPagesCallIt() {
    OutletNames names = OutletNames.of(null, null);
    assertEquals(false, names.areIn("Harbour Ledger"));
    names.addName("Harbour Ledger");
    assertEquals(true, names.areIn("Source: Harbour Ledger"));
  }
}
