package org.copydesk.model;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class StoredTimeTest {
  @Test
  void theYearsOneToNineThousandAreStoredAndNoOthers() {
    assertThat(StoredTime.micros(null), is(nullValue()));
    assertThat(StoredTime.micros(Instant.EPOCH.plusNanos(1_999)), is(1L));
    assertThat(
        StoredTime.micros(Instant.parse("0001-01-01T00:00:00Z")), is(-62_135_596_800_000_000L));
    assertThat(
        StoredTime.micros(Instant.parse("9999-12-31T23:59:59.999999Z")),
        is(253_402_300_799_999_999L));
    for (Instant outside :
        new Instant[] {
          Instant.MIN,
          Instant.MAX,
          Instant.parse("0000-12-31T23:59:59Z"),
          Instant.parse("+10000-01-01T00:00:00Z"),
          Instant.parse("+292278994-08-17T00:00:00Z")
        }) {
      assertThat(outside.toString(), StoredTime.micros(outside), is(nullValue()));
    }
  }
}
