package org.copydesk.dedup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import org.copydesk.dedup.NearDuplicatePolicy.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rule tells two sentences apart that have all other words in common. */
class OpeningDifferenceTest {
  private static final double ALIKE = .9;

  private static Rule rule(String language, String one, String other) {
    OpeningSide a = side(language, one);
    OpeningSide b = side(language, other);
    return new OpeningDifference(a, b, ALIKE).rule(Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  private static OpeningSide side(String language, String text) {
    Opening body = Opening.of(text, language);
    return new OpeningSide(
        Opening.of("", language), body, form -> false, form -> true, Fingerprint.UNDATED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | The jury found Venn guilty today | The jury found Venn not guilty today",
        "ja | 市は計画を認めた。 | 市は計画を認めなかった。",
        "ja | 市は計画を認めた。議長が述べた。 | 市は計画を認めず。議長が述べた。",
        "ko | 시는 계획을 승인했다 오늘 | 시는 계획을 승인하지 않았다 오늘",
        "fi | Kaupunki hyväksyi suunnitelman tänään | Kaupunki ei hyväksynyt suunnitelman tänään",
        "hu | A város elfogadta a tervet ma | A város nem fogadta el a tervet ma",
        "hi | नगर ने योजना मानी है आज | नगर ने योजना नहीं मानी है आज",
        "ar | وقد قبلت المدينة الخطة اليوم | ولم تقبل المدينة الخطة اليوم",
        "he | העיר אישרה את התוכנית היום | העיר לא אישרה את התוכנית היום",
        "id | Kota menerima rencana itu hari ini | Kota tidak menerima rencana itu hari ini",
      })
  void oneDeniesTheOther(String language, String one, String other) {
    assertThat(rule(language, one, other), is(Rule.NEGATION));
    assertThat(rule(language, other, one), is(Rule.NEGATION));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tr | Mahkeme onu suçlu buldu bugün | Mahkeme onu suçlu bulmadı bugün",
        "tr | Meclis planı kabul etti bugün | Meclis planı kabul etmedi bugün",
        "tr | Köprü yarın açılacak dedi | Köprü yarın açılmayacak dedi",
        "tr | Şirket borcu ödüyor dedi | Şirket borcu ödemiyor dedi",
        "fa | شهر طرح را پذیرفت امروز | شهر طرح را نپذیرفت امروز",
        "cs | Město plán schválilo dnes | Město plán neschválilo dnes",
        "en | The water was harmful here | The water was harmless here",
        "ko | 시는 출입을 허용 오늘 | 시는 출입을 불허용 오늘",
        "hi | अदालत ने वैध कहा आज | अदालत ने अवैध कहा आज",
      })
  void aSyllableTurnsTheWord(String language, String one, String other) {
    assertThat(rule(language, one, other), is(Rule.OPPOSITE));
    assertThat(rule(language, other, one), is(Rule.OPPOSITE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Rates rose by half a point today | Rates rose by a quarter point today",
        "de | Ein Gutachten von zwanzig Seiten heute | Ein Gutachten von hundertzwanzig Seiten heute",
        "nl | Er zijn eenentwintig boten vandaag | Er zijn eenendertig boten vandaag",
        "tr | Faiz yarım puan arttı | Faiz çeyrek puan arttı",
        "ko | 배 백이십 척이 왔다 | 배 이십 척이 왔다",
        "ar | قتل عشرون شخصا اليوم | قتل ثلاثون شخصا اليوم",
        "vi | Có hai mươi người hôm nay | Có ba mươi người hôm nay",
        "id | Ada dua belas orang hari ini | Ada dua puluh orang hari ini",
      })
  void anotherQuantityStandsInItsPlace(String language, String one, String other) {
    assertThat(rule(language, one, other), is(Rule.QUANTITY));
    assertThat(rule(language, other, one), is(Rule.QUANTITY));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | He met the crew on 5 March | He met the crew on March 5",
        "en | It rose 25 basis points today | It rose 0.25 percentage points today",
        "en | It cost $1.5m last year | It cost a million and a half dollars last year",
        "ar | كلف مليون ونصف مليون دينار | كلف 1,500,000 دينار",
        "ar | يفتح الساعة 15:00 يوم الجمعة | يفتح الساعة 3 بعد الظهر يوم الجمعة",
        "nl | De uitspraak staat vanaf 12-05 op het bord | De uitspraak staat vanaf 12 mei op het bord",
        "pt | Saltam um metro e oitenta de altura | Saltam 1,80 metro de altura",
        "ja | まもなく市は計画を決める。 | 市は計画を決める。",
        "ru | Рост 12 процентов за год | Рост 12 % за год",
        "zh | 利率上调25个基点，这是今年第一次。 | 利率上调0.25个百分点，这是今年第一次。",
      })
  void anotherStyleIsNoOtherStory(String language, String one, String other) {
    assertThat(rule(language, one, other), is(nullValue()));
    assertThat(rule(language, other, one), is(nullValue()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | The crew was welcomed by dozens at the dock | The crew was ridiculed by dozens at the dock",
        "pl | Załogę powitano na brzegu wczoraj rano | Załogę wyśmiano na brzegu wczoraj rano",
      })
  void aWordForAnotherIsAnotherStoryWhereNothingElseDiffers(
      String language, String one, String other) {
    assertThat(rule(language, one, other), is(Rule.SUBJECT));
  }
}
