package org.copydesk.segment.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CreditWordsTest {
  private static final CreditWords WORDS =
      new CreditWords(
          List.of(
              new String[] {"first", "provided by"},
              new String[] {"then", "editing by"},
              new String[] {"end", "提供"},
              new String[] {"copyright", "copyright"},
              new String[] {"agency", "harbour press"}));

  @Test
  void whoSuppliedATextIsNotWhoWorkedOnIt() {
    assertEquals(11, WORDS.creditOfHouse("provided by harbour press"));
    assertEquals(0, WORDS.creditOfHouse("editing by ada moss"));
    assertEquals(10, WORDS.creditOfWork("editing by ada moss"));
    assertEquals(0, WORDS.creditOfWork("provided by harbour press"));
  }

  @Test
  void aCreditAtTheEndNeedsAHouseBeforeIt() {
    assertTrue(WORDS.endsLikeCredit("新華社提供"));
    assertFalse(WORDS.endsLikeCredit("提供"));
    assertFalse(WORDS.endsLikeCredit("提供新華社"));
  }

  @Test
  void copyrightStandsFirst() {
    assertTrue(WORDS.saysCopyright("copyright 2020 harbour press"));
    assertFalse(WORDS.saysCopyright("the copyright is theirs"));
    assertFalse(WORDS.saysCopyright("copyrighted"));
  }

  @Test
  void anAgencyIsNamedByItsWholeName() {
    assertTrue(WORDS.isAgency("harbour press"));
    assertFalse(WORDS.isAgency("harbour"));
  }
}
