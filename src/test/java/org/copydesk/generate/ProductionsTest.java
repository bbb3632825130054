package org.copydesk.generate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.copydesk.text.Normaliser;
import org.junit.jupiter.api.Test;

class ProductionsTest {
  @Test
  void theHalvesShareNoMarkerHeadingFooterOrFieldOrder() {
    shareNothing(Productions::orders);
    shareNothing(Productions::headings);
    shareNothing(Productions::markers);
    shareNothing(Productions::footers);
    shareNothing(Productions::credits);
    shareNothing(Productions::dates);
  }

  private static void shareNothing(Function<Productions, List<String>> of) {
    Set<String> develop = lines(GenerateSettings.Half.DEVELOP, of);
    develop.retainAll(lines(GenerateSettings.Half.JUDGE, of));
    assertThat(develop, is(empty()));
  }

  private static Set<String> lines(
      GenerateSettings.Half half, Function<Productions, List<String>> of) {
    return Productions.languages().stream()
        .flatMap(language -> of.apply(Productions.of(half, language)).stream())
        .flatMap(production -> Arrays.stream(production.split("\\|")))
        .map(Normaliser::normalise)
        .collect(Collectors.toSet());
  }
}
