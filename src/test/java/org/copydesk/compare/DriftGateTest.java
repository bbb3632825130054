package org.copydesk.compare;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DriftGateTest {
  private static final DriftGate GATE = new DriftGate(.1, 50);

  private static Profile articles(int count) {
    Profile profile = new Profile();
    for (int i = 0; i < count; i++) {
      profile.addArticle(
          new Profile.Counted(null, 100L, null, null, null, null, null, null, null, null));
    }
    return profile;
  }

  private static GenerationProfile generation(int articles, int ofSite) {
    return new GenerationProfile(articles(articles), Map.of("elm.test", articles(ofSite)));
  }

  @Test
  void aShareOfTheArticlesLessIsDriftFromTheLimitOn() {
    assertThat(GATE.compare(generation(1000, 60), generation(901, 60)).isBroken(), is(false));
    assertThat(GATE.compare(generation(1000, 60), generation(900, 60)).isBroken(), is(true));
  }

  @Test
  void moreArticlesAreNoDrift() {
    assertThat(GATE.compare(generation(1000, 60), generation(3000, 60)).isBroken(), is(false));
    assertThat(GATE.compare(generation(0, 0), generation(0, 0)).isBroken(), is(false));
  }

  @Test
  void aSiteOfSomeSizeThatIsGoneIsDriftAndIsNamed() {
    Drift lost = GATE.compare(generation(1000, 50), generation(1000, 0));
    assertThat(lost.isBroken(), is(true));
    assertThat(lost.reason(), containsString("elm.test"));
    assertThat(GATE.compare(generation(1000, 49), generation(1000, 0)).isBroken(), is(false));
  }

  @Test
  void mixesAreApartByWhatWouldHaveToChangeItsName() {
    assertThat(DriftGate.distance(Map.of("a", 2L, "b", 2L), Map.of("a", 1L, "b", 3L)), is(.25));
    assertThat(DriftGate.distance(Map.of("a", 1L), Map.of("b", 9L)), is(1.0));
  }
}
