package org.copydesk.segment.dates;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.util.List;
import org.copydesk.segment.dates.DateReader.Meaning;
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
        "Thứ ba, ngày 5 tháng 3 năm 2024 ~ 2024-03-05T00:00:00Z",
        "2024. gada 5. marts ~ 2024-03-05T00:00:00Z",
        "1709632800 ~ 2024-03-05T10:00:00Z",
        "۱ فروردین ۱۴۰۳ ~ 2024-03-20T00:00:00Z",
        "Aktualisiert am 8. Juli 2023 - Veröffentlicht am 7. Juli 2023, 10:15 ~ 2023-07-07T10:15:00Z",
        "Mis à jour le 8 juillet 2023 à 11h20, publié le 7 juillet 2023 à 10h15 ~ 2023-07-07T10:15:00Z",
        "Обновлено: 08.07.2023 Опубликовано: 07.07.2023 ~ 2023-07-07T00:00:00Z",
        "更新日 2023年7月8日 公開日 2023年7月7日 ~ 2023-07-07T00:00:00Z",
        "2023年7月8日更新 2023年7月7日公開 ~ 2023-07-07T00:00:00Z",
        "تم التحديث 8 يوليو 2023 نشر في 7 يوليو 2023 ~ 2023-07-07T00:00:00Z",
        "Cập nhật 08/07/2023, đăng lúc 07/07/2023 ~ 2023-07-07T00:00:00Z",
        "अपडेट 8 जुलाई 2023 | प्रकाशित 7 जुलाई 2023 ~ 2023-07-07T00:00:00Z",
        "Received 1 March 2022, accepted 2 May 2022, published 7 July 2023 ~ 2023-07-07T00:00:00Z",
        "2023年7月7日 下午4:05 ~ 2023-07-07T16:05:00Z",
        "2023/07/07 上午12:05 ~ 2023-07-07T00:05:00Z",
        "2023年7月7日 午後4時5分 ~ 2023-07-07T16:05:00Z",
        "2023. 7. 7. 오후 4:05 ~ 2023-07-07T16:05:00Z",
        "2023.07.07 오후4:05 ~ 2023-07-07T16:05:00Z",
        "7 يوليو 2023 4:05 م ~ 2023-07-07T16:05:00Z",
        "7 يوليو 2023، الساعة 4:05 مساءً ~ 2023-07-07T16:05:00Z",
        "7 Ιουλίου 2023 4:05 μ.μ. ~ 2023-07-07T16:05:00Z",
        "7 जुलाई 2023 अपराह्न 4:05 ~ 2023-07-07T16:05:00Z",
        "7/7/2023 4:05 chiều ~ 2023-07-07T16:05:00Z",
        "7 Temmuz 2023 ÖS 4:05 ~ 2023-07-07T16:05:00Z",
        "۱۶ تیر ۱۴۰۲ ۴:۰۵ ب.ظ ~ 2023-07-07T16:05:00Z",
        "7. Juli 2023 um 16:05 Uhr, am Freitag ~ 2023-07-07T16:05:00Z",
        "7 de julio de 2023, 4:05 p. m. ~ 2023-07-07T16:05:00Z",
        "7 ก.ย. 2566 ~ 2023-09-07T00:00:00Z",
        "เผยแพร่ 7 พ.ย. 2566 16:05 ~ 2023-11-07T16:05:00Z",
        "7 كانون الثاني 2023 ~ 2023-01-07T00:00:00Z",
        "الجمعة 7 تموز 2023 ~ 2023-07-07T00:00:00Z",
        "7 يوليو/ تموز 2023 ~ 2023-07-07T00:00:00Z",
        "7 نونبر 2023 ~ 2023-11-07T00:00:00Z",
        "7 جويلية 2023 ~ 2023-07-07T00:00:00Z",
        "民國112年7月7日 ~ 2023-07-07T00:00:00Z",
        "中華民國 112 年 7 月 7 日 ~ 2023-07-07T00:00:00Z",
        "中華民國一百一十二年七月七日 ~ 2023-07-07T00:00:00Z",
        "令和5年7月7日 ~ 2023-07-07T00:00:00Z",
        "令和元年7月7日 ~ 2019-07-07T00:00:00Z",
        "平成三十年七月七日 ~ 2018-07-07T00:00:00Z",
        "昭和64年1月7日 ~ 1989-01-07T00:00:00Z",
        "2023（令和5）年7月7日 ~ 2023-07-07T00:00:00Z",
        "令和5年（2023年）7月7日 ~ 2023-07-07T00:00:00Z",
        "二〇二三年七月七日 ~ 2023-07-07T00:00:00Z",
        "R5.7.7 ~ 2023-07-07T00:00:00Z",
        "H30/7/7 ~ 2018-07-07T00:00:00Z",
        "Fri, 07 Jul 2023 16:05:09 +0200 ~ 2023-07-07T14:05:09Z",
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

  @Test
  void everyDateOfALineHasItsMeaning() {
    List<Meaning> meanings =
        DateReader.readAll("First published 4 July 2023. Last updated 5 July 2023, 16:20", false)
            .stream()
            .map(DateReader.Dated::meaning)
            .toList();
    assertThat(meanings, is(List.of(Meaning.PUBLISHED, Meaning.MODIFIED)));
    assertThat(
        DateReader.readAll("4 July 2023 (updated 5 July 2023 at 16:20)", false).get(1).read(),
        is(new DateReader.Read(at("2023-07-05T16:20:00Z"), true, false, false)));
    assertThat(
        DateReader.readAll("Received: 1 March 2022", false).get(0).meaning(), is(Meaning.OTHER));
    assertThat(
        DateReader.readAll("Updates from 4 July 2023", false).get(0).meaning(), is(Meaning.UNSAID));
  }

  private static Instant at(String instant) {
    return Instant.parse(instant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "3/4/2025 ~ true",
        "Yucy 3/4/2025 ~ true",
        "Updated on 09/11/25 ~ true",
        "3/24/2025 ~ false",
        "24/3/2025 ~ false",
        "3/4/2025, 9 pm ~ false",
        "03.04.2025 ~ false",
        "3-24-2025 ~ true",
        "3.24.2025 ~ true",
        "3／4／2025 ~ true",
        "3 April 2025 ~ false",
        "no day at all ~ false"
      })
  void aDayIsOpenWhereItsMonthMayComeFirst(String line, boolean isOpen) {
    assertThat(DateReader.hasOpenOrder(line), is(isOpen));
  }
}
