package org.copydesk.dedup.opening;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import org.copydesk.dedup.opening.Opening.Token;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcronymsTest {
  private static List<Token> tokens(String text) {
    return Opening.of(text, "en").tokens;
  }

  @ParameterizedTest
  @CsvSource({
    "WHO, World Health Organization",
    "EZB, Europäische Zentralbank",
    "ECB, European Central Bank"
  })
  void aNameIsItsInitials(String initials, String name) {
    assertThat(Acronyms.isOne(tokens(initials), tokens(name)), is(true));
    assertThat(Acronyms.isOne(tokens(name), tokens(initials)), is(true));
    assertThat(Acronyms.isBeside(tokens(name + " " + initials), 0, tokens(name).size()), is(true));
  }

  @ParameterizedTest
  @CsvSource({
    "WHO, World Trade Organization",
    "who, World Health Organization",
    "ECB, European Council"
  })
  void otherInitialsAreAnotherName(String initials, String name) {
    assertThat(Acronyms.isOne(tokens(initials), tokens(name)), is(false));
  }
}
