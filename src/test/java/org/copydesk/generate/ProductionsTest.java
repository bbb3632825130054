package org.copydesk.generate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copydesk.text.Normaliser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionsTest {
  @Test
  void theHalvesShareNoOrderAndNoListForm() {
    Productions develop = Productions.of(GenerateSettings.Half.DEVELOP, "en");
    Productions judge = Productions.of(GenerateSettings.Half.JUDGE, "en");
    assertThat(shared(develop.orders(), judge.orders()), is(empty()));
    assertThat(shared(develop.lists(), judge.lists()), is(empty()));
  }

  private static <T> Set<T> shared(List<T> of, List<T> other) {
    Set<T> shared = new HashSet<>(of);
    shared.retainAll(other);
    return shared;
  }

  /** Names of sites and sections are no evidence, so both halves have them; nothing else. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "headings",
        "markers",
        "footers",
        "credits",
        "bylines",
        "dates",
        "navigation",
        "shares",
        "notices",
        "promotions",
        "tags",
        "captions",
        "newsletters"
      })
  void theHalvesShareNoWords(String kind) {
    Set<String> develop = lines(GenerateSettings.Half.DEVELOP, kind);
    Set<String> judge = lines(GenerateSettings.Half.JUDGE, kind);
    develop.retainAll(judge);
    assertThat(develop, is(empty()));
  }

  private static Set<String> lines(GenerateSettings.Half half, String kind) {
    return Productions.languages().stream()
        .flatMap(language -> Productions.of(half, language).words(kind).stream())
        .flatMap(production -> kind.equals("dates") ? Stream.of(production) : lines(production))
        .map(production -> kind.equals("dates") ? production : Normaliser.normalise(production))
        .collect(Collectors.toSet());
  }

  private static Stream<String> lines(String production) {
    return Arrays.stream(production.split("/"));
  }
}
