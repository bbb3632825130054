package org.copydesk.dedup.opening;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberPhrasesTest {
  private static String read(String text, String language) {
    return Opening.of(text, language).tokens.stream()
        .map(Opening.Token::form)
        .collect(Collectors.joining(" "));
  }

  /** What CLDR's rules spell is read back as the value, glued or in several words. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "nb", "fi", "pl", "ru", "uk", "cs",
        "tr", "el", "ro", "hu", "id", "ar", "he", "hi", "fa", "vi", "ko"
      })
  void spelledNumbersAreReadBack(String language) {
    RuleBasedNumberFormat format =
        new RuleBasedNumberFormat(new ULocale(language), RuleBasedNumberFormat.SPELLOUT);
    List<String> wrong = new ArrayList<>();
    int all = 0;
    for (long value :
        LongStream.concat(
                IntStream.rangeClosed(2, 130).asLongStream(),
                LongStream.of(
                    145,
                    199,
                    200,
                    212,
                    256,
                    345,
                    500,
                    678,
                    999,
                    1000,
                    1200,
                    1234,
                    1985,
                    2000,
                    2025,
                    3500,
                    12_000,
                    25_300,
                    100_000,
                    120_000,
                    250_000,
                    345_678,
                    1_000_000,
                    1_500_000,
                    2_000_000,
                    25_000_000,
                    3_000_000_000L))
            .toArray()) {
      String spelt = format.format(value, format.getDefaultRuleSetName()).toLowerCase(Locale.ROOT);
      all++;
      if (!read(spelt, language).equals("number " + value)) {
        wrong.add(value + " " + spelt + " = " + read(spelt, language));
      }
    }
    // Vietnamese spells the empty hundreds of 2025, "không trăm", which is also "no hundred".
    assertThat(wrong.toString(), wrong.size() <= (language.equals("vi") ? 1 : 0), is(true));
    assertThat(all > 150, is(true));
  }

  @ParameterizedTest
  @CsvSource({
    "de, hundertzwanzig Seiten, number 120 seiten",
    "de, zwanzig Seiten, number 20 seiten",
    "nl, eenentwintig boten, number 21 boten",
    "nl, honderdtwintig boten, number 120 boten",
    "sv, etthundratjugo båtar, number 120 batar",
    "fi, satakaksikymmentä venettä, number 120 venetta",
    "hu, százhúsz hajó, number 120 hajo",
    "it, centoventi barche, number 120 barche",
    "tr, yüzyirmi tekne, number 120 tekne",
    "ko, 백이십 척, number 120 척",
    "da, hundrede og tyve både, number 120 bade",
  })
  void numbersWrittenAsOneWordAreOneNumber(String language, String text, String tokens) {
    assertThat(read(text, language), is(WordForms.fold(tokens)));
  }

  @ParameterizedTest
  @CsvSource({
    "en, half a point, number 0.5 point",
    "en, a quarter point, number 0.25 point",
    "en, three quarters, number 0.75",
    "en, one and a half million, number 1500000",
    "en, half a million, number 500000",
    "en, a million and a half, number 1500000",
    "de, anderthalb Millionen, number 1500000",
    "de, ein viertel Punkt, number 0.25 punkt",
    "fr, un demi point, number 0.5 point",
    "fr, trois quarts, number 0.75",
    "fr, un million et demi, number 1500000",
    "es, un millón y medio, number 1500000",
    "es, medio punto, number 0.5 punto",
    "pt, um milhão e meio, number 1500000",
    "pt, meio ponto, number 0.5 ponto",
    "it, un milione e mezzo, number 1500000",
    "it, mezzo punto, number 0.5 punto",
    "nl, anderhalf miljoen, number 1500000",
    "pl, półtora miliona, number 1500000",
    "ru, полтора миллиона, number 1500000",
    "ru, полмиллиона, number 500000",
    "ru, четверть, number 0.25",
    "tr, bir buçuk milyon, number 1500000",
    "tr, üç çeyrek, number 0.75",
    "tr, yarım puan, number 0.5 puan",
    "el, ενάμισι εκατομμύριο, number 1500000",
    "el, μισό εκατομμύριο, number 500000",
    "ar, مليون ونصف, number 1500000",
    "ar, مليون ونصف مليون, number 1500000",
    "ar, نصف مليون, number 500000",
    "fa, یک و نیم میلیون, number 1500000",
    "fa, نیم میلیون, number 500000",
    "hi, डेढ़ लाख, number 150000",
    "hi, ढाई लाख, number 250000",
    "hi, साढ़े तीन करोड़, number 35000000",
    "hi, आधा, number 0.5",
    "hu, másfél millió, number 1500000",
    "cs, půl milionu, number 500000",
    "id, satu setengah juta, number 1500000",
    "vi, một triệu rưỡi, number 1500000",
    "sv, en och en halv miljon, number 1500000",
    "fi, puolitoista miljoonaa, number 1500000",
    "he, מיליון וחצי, number 1500000",
  })
  void partsOfOneAreRead(String language, String text, String tokens) {
    assertThat(read(text, language), is(WordForms.fold(tokens)));
  }

  @ParameterizedTest
  @CsvSource({
    "en, 25 basis points, number 0.25 point",
    "en, 0.25 percentage points, number 0.25 point",
    "de, 25 Basispunkte, number 0.25 point",
    "de, '0,25 Prozentpunkte', number 0.25 point",
    "fr, 25 points de base, number 0.25 point",
    "es, 25 puntos básicos, number 0.25 point",
    "pt, 25 pontos base, number 0.25 point",
    "it, 25 punti base, number 0.25 point",
    "ru, 25 базисных пунктов, number 0.25 point",
    "tr, 25 baz puan, number 0.25 point",
    "zh, 25个基点, number 0.25 point",
    "zh, 0.25个百分点, number 0.25 个 point",
    "ja, 25ベーシスポイント, number 0.25 point",
    "ar, 25 نقطة أساس, number 0.25 point",
    "hi, 25 आधार अंक, number 0.25 point",
  })
  void basisPointsAreHundredthsOfPoints(String language, String text, String tokens) {
    assertThat(read(text, language), is(tokens));
  }
}
