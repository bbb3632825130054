package org.copydesk.corpus;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetentionTest {
  private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
  private static final Retention DEFAULTS = Retention.defaults();

  private static Retention.Kept made(int daysAgo, boolean isGood) {
    return new Retention.Kept(
        (isGood ? "good" : "failed") + daysAgo, NOW.minus(Duration.ofDays(daysAgo)), isGood);
  }

  @Test
  void theLastThreeGoodOnesStay() {
    List<Retention.Kept> all = new ArrayList<>();
    for (int day = 0; day < 6; day++) {
      all.add(made(day, true));
    }
    assertThat(
        DEFAULTS.superfluous(all, "good0", NOW), containsInAnyOrder("good3", "good4", "good5"));
  }

  @Test
  void thePublishedOneStaysHoweverOldItIs() {
    List<Retention.Kept> all = List.of(made(0, true), made(1, true), made(2, true), made(90, true));
    assertThat(DEFAULTS.superfluous(all, "good90", NOW), is(List.of("good2")));
    assertThat(
        new Retention(1, Duration.ZERO).superfluous(List.of(made(90, false)), "failed90", NOW),
        is(empty()));
  }

  @Test
  void failedOnesStaySevenDaysAndTakeNoPlaceAmongTheGood() {
    List<Retention.Kept> all =
        List.of(
            made(0, true),
            made(1, false),
            made(2, true),
            made(6, false),
            made(8, false),
            made(9, true));
    assertThat(DEFAULTS.superfluous(all, "good0", NOW), is(List.of("failed8")));
  }
}
