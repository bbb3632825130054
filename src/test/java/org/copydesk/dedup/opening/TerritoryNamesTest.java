package org.copydesk.dedup.opening;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two countries whose names are much alike are two. */
class TerritoryNamesTest {
  @ParameterizedTest
  @CsvSource({
    "gambia, zambia, true",
    "niger, nigeria, true",
    "iran, irak, true",
    "irland, island, true",
    "irak, iraq, false",
    "malta, malte, false",
    "gambia, gambian, false",
    "venn, zenn, false",
  })
  void namesOfTwoTerritoriesAreTwo(String one, String other, boolean areTwo) {
    assertThat(TerritoryNames.areTwo(WordMeanings.form(one), WordMeanings.form(other)), is(areTwo));
    assertThat(TerritoryNames.areTwo(WordMeanings.form(other), WordMeanings.form(one)), is(areTwo));
  }

  @ParameterizedTest
  @CsvSource({"gambia, zambia", "niger, nigeria", "iran, iraq"})
  void theyAreNoSlipOfEachOther(String one, String other) {
    assertThat(WordForms.isSlip(one, other), is(false));
  }
}
