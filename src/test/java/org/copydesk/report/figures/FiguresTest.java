package org.copydesk.report.figures;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-03-04T00:00:00Z");
  private static final Instant MORNING = Instant.parse("2026-03-04T06:05:59Z");

  @Test
  void aDayThatIsKnownAloneIsShownWithoutAnHour() {
    assertThat(Figures.moment(MIDNIGHT, "day"), is("2026-03-04"));
    assertThat(Figures.moment(MORNING, "minute"), is("2026-03-04 06:05 UTC"));
    // A minute past which nothing is said is one, also at midnight.
    assertThat(Figures.moment(MIDNIGHT, "minute"), is("2026-03-04 00:00 UTC"));
  }

  @Test
  void whereThePrecisionIsNotStoredMidnightIsADay() {
    assertThat(Figures.moment(MIDNIGHT, null), is("2026-03-04"));
    assertThat(Figures.moment(MORNING, null), is("2026-03-04 06:05 UTC"));
    assertThat(Figures.moment(Instant.parse("1969-12-31T00:00:00Z"), null), is("1969-12-31"));
  }
}
