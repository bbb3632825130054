package org.copydesk.text;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokensTest {
  private static List<String> words(String text) {
    Tokens tokens = Tokens.of(Normaliser.normalise(text));
    return IntStream.range(0, tokens.count()).mapToObj(tokens::word).toList();
  }

  @Test
  void wordsAreRunsOfLettersAndDigits() {
    assertThat(
        words("3 killed, 2 hurt – don’t go"), contains("3", "killed", "2", "hurt", "don't", "go"));
  }

  @Test
  void aQuoteAroundAWordIsNotPartOfIt() {
    assertThat(words("the 'new' deal"), contains("the", "new", "deal"));
  }

  @Test
  void scriptsWithoutSpacesGiveATokenACharacter() {
    assertThat(words("東京で会議 2024年"), contains("東", "京", "で", "会", "議", "2024", "年"));
  }

  @Test
  void marksStayWithTheirLetters() {
    assertThat(words("हिन्दी में").size(), is(2));
  }

  @Test
  void aCapGivesTheFirstTokens() {
    assertThat(Tokens.of("a b c d", 2).count(), is(2));
    assertThat(Tokens.of("a b c d", 2).hash(1), is(Tokens.of("a b c d").hash(1)));
    assertThat(Tokens.of("a b", 5).count(), is(2));
  }

  @Test
  void contentHashesTellPartsApart() {
    assertThat(ContentHash.of("ab", "c"), is(not(ContentHash.of("a", "bc"))));
    assertThat(ContentHash.of((String) null), is(not(ContentHash.of(""))));
    ContentHash hash = ContentHash.of("x");
    assertThat(ContentHash.parse(hash.hex()), is(hash));
  }
}
