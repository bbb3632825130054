package org.copydesk.segment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates as papers print them and as pages state them. */
class DateReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "Published 3 March 2024, 14:30 GMT ~ 2024-03-03T14:30:00Z",
        "2024-03-03T15:30:00.250+01:00 ~ 2024-03-03T14:30:00Z",
        "20240303143000 ~ 2024-03-03T00:00:00Z",
        "Tue Jan 28 15:28:56 CET 2020 ~ 2020-01-28T14:28:56Z",
        "Fri Feb 18 10:27:24 2022 ~ 2022-02-18T10:27:24Z",
        "31 Donnerstag Okt 2019 ~ 2019-10-31T00:00:00Z",
        "Sat 2 Mar 2024 ~ 2024-03-02T00:00:00Z",
        "Dec 28 Sat 2013 00:28 ~ 2013-12-28T00:28:00Z",
        "28. Juni 201914. Januar 2020 ~ 2019-06-28T00:00:00Z",
        "12.11.2021 (valid since: 05.11.2021) ~ 2021-11-12T00:00:00Z",
        "5 mars 2024 à 10h30 et mis à jour ~ 2024-03-05T10:30:00Z",
        "March 5, 2024 10:30 ET ~ 2024-03-05T15:30:00Z",
        "July 5, 2024 10:30 ET ~ 2024-07-05T14:30:00Z",
        "12.11.2021 10:00 - 5 comments ~ 2021-11-12T10:00:00Z",
        "29 בדצמבר 2025 ~ 2025-12-29T00:00:00Z",
        "1709632800 ~ 2024-03-05T10:00:00Z",
        "۱ فروردین ۱۴۰۳ ~ 2024-03-20T00:00:00Z",
      })
  void areRead(String written, Instant instant) {
    assertThat(written, DateReader.read(written), is(instant));
  }

  @Test
  void theOrderOfDayAndMonthIsTheReadersWhereItIsKnown() {
    assertThat(DateReader.read("10/05/2022", true).instant(), is(at("2022-10-05T00:00:00Z")));
    assertThat(DateReader.read("10/05/2022", false).instant(), is(at("2022-05-10T00:00:00Z")));
    assertThat(DateReader.read("10/05/2022 1 pm", false).instant(), is(at("2022-05-10T13:00:00Z")));
    assertThat(DateReader.read("10/05/2022 1 pm"), is(at("2022-10-05T13:00:00Z")));
    assertThat(DateReader.read("25/05/2022", true).instant(), is(at("2022-05-25T00:00:00Z")));
  }

  @Test
  void whatATextDoesNotSayIsNotGuessed() {
    assertThat(DateReader.read("March 2024"), nullValue());
    assertThat(DateReader.read("31/31/2024"), nullValue());
    assertThat(DateReader.read("0000000000"), nullValue());
    assertThat(DateReader.read("3 March 2024", false).hasTime(), is(false));
    assertThat(DateReader.read("3 March 2024 10:00", false).hasZone(), is(false));
    assertThat(DateReader.read("3 March 2024 10:00 UTC", false).hasZone(), is(true));
  }

  private static Instant at(String instant) {
    return Instant.parse(instant);
  }
}
