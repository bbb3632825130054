package org.copydesk.dedup.opening;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayPartsTest {
  private static boolean differ(String language, String one, String other) {
    return DayParts.differ(
        Opening.of(one, language).tokens, Opening.of(other, language).tokens, language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | afternoon | dawn",
        "en | in the morning | in the evening",
        "en | at 3 pm | in the morning",
        "de | mittags | nachts",
        "fr | matin | soir",
        "es | de la mañana | por la noche",
        "it | mattina | sera",
        "pl | rano | wieczorem",
        "ru | утром | вечером",
        "uk | вранці | ввечері",
        "sv | på morgonen | på kvällen",
        "fi | aamulla | illalla",
        "hu | reggel | délután",
        "tr | sabah | akşam",
        "el | πρωί | βράδυ",
        "ar | صباحا | مساء",
        "he | בבוקר | בערב",
        "hi | सुबह | शाम",
        "ko | 아침에 | 저녁에",
        "ja | 早朝 | 夕方",
        "zh | 上午 | 傍晚",
      })
  void partsWithoutAnHourInCommonDiffer(String language, String one, String other) {
    assertThat(differ(language, one, other), is(true));
    assertThat(differ(language, other, one), is(true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | before dawn | in the night",
        "en | before dawn | early in the morning",
        "en | in the afternoon | at 3 pm",
        "en | in the afternoon | at 3:30",
        "en | in the evening | at night",
        "en | around midnight | at night",
        "en | in the morning | then",
        "en | at 3 pm | at 9 am",
        "de | am Morgen | im Morgengrauen",
        "es | será | mañana",
        "el | το μεσημέρι | 15:00",
        "ru | ночью | на рассвете",
      })
  void partsThatMeetAreOne(String language, String one, String other) {
    assertThat(differ(language, one, other), is(false));
    assertThat(differ(language, other, one), is(false));
  }
}
