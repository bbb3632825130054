package org.copydesk.quality;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SignalMeaningsTest {
  @Test
  void eachSignalHasAPhraseOfItsOwnThatIsMoreThanItsName() {
    Set<String> seen = new HashSet<>();
    for (Signal signal : Signal.values()) {
      String meaning = SignalMeanings.of(signal);
      assertThat(signal.key(), meaning, is(not(signal.key())));
      assertThat(signal.key(), meaning.length(), greaterThan(9));
      assertThat(signal.key(), seen.add(meaning), is(true));
    }
  }
}
