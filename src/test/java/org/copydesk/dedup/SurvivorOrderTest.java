package org.copydesk.dedup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThan;

import java.time.Instant;
import java.util.List;
import org.copydesk.text.ContentHash;
import org.junit.jupiter.api.Test;

class SurvivorOrderTest {
  private static final Instant MONDAY = Instant.parse("2024-01-01T00:00:00Z");
  private static final Instant BEFORE_1970 = Instant.parse("1956-01-01T00:00:00Z");

  private static final SurvivorOrder LONGEST =
      SurvivorOrder.by(SurvivorOrder.Preference.LONGEST, List.of());

  private static ArticleHead head(String file, Instant date, int words, boolean stub) {
    return new ArticleHead(new ContentHash(1, 1), file, 0, "a.test", null, date, words, stub);
  }

  @Test
  void aFullArticleGoesBeforeALongerStub() {
    assertThat(
        LONGEST.compare(head("a", null, 100, false), head("a", null, 200, true)), lessThan(0));
  }

  @Test
  void moreWordsGoFirstThenTheEarlierThenTheDated() {
    assertThat(
        LONGEST.compare(head("a", null, 300, false), head("a", MONDAY, 200, false)), lessThan(0));
    assertThat(
        LONGEST.compare(head("a", BEFORE_1970, 200, false), head("a", MONDAY, 200, false)),
        lessThan(0));
    assertThat(
        LONGEST.compare(head("a", MONDAY, 200, false), head("a", null, 200, false)), lessThan(0));
  }

  @Test
  void anUndatedCopyComesLastAlsoWhereTheLatestIsKept() {
    SurvivorOrder latest = SurvivorOrder.by(SurvivorOrder.Preference.LATEST, List.of());
    assertThat(
        latest.compare(head("a", MONDAY, 200, false), head("a", BEFORE_1970, 200, false)),
        lessThan(0));
    assertThat(
        latest.compare(head("a", null, 900, false), head("a", BEFORE_1970, 200, false)),
        greaterThan(0));
  }

  @Test
  void aRankedSiteGoesBeforeALongerCopyElsewhere() {
    SurvivorOrder ranked =
        SurvivorOrder.by(SurvivorOrder.Preference.LONGEST, List.of("wire.test", "A.test"));
    ArticleHead other =
        new ArticleHead(new ContentHash(1, 1), "b", 0, "b.test", null, null, 900, false);
    assertThat(ranked.compare(head("a", null, 200, false), other), lessThan(0));
  }

  @Test
  void exactCopiesAreToldApartByTheirSource() {
    assertThat(
        LONGEST.compare(head("a", null, 200, false), head("a2", null, 200, false)), lessThan(0));
  }
}
