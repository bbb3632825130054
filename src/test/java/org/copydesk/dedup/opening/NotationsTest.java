package org.copydesk.dedup.opening;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.Notation;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.DateTimePatternGenerator;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.copydesk.dedup.Fingerprint;
import org.copydesk.text.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The notations that CLDR has of a date, a time, a number or a measure are one value. */
class NotationsTest {
  private static final double ALIKE = .9;
  private static final int LONG = 1_000;

  /** Words that mean two things in one language; a number stands for either. */
  private static final Set<String> AMBIGUOUS =
      Set.of(
          "250.000 / 250 de mii",
          "1,5 năm / 18 tháng",
          "1,8 μέτρα / 180 εκ.",
          "12 εκατοστά / 12 εκ.",
          "1.5 שנים / 18 חודשים",
          "2 hét / 14 nap",
          "2일 / 48시간",
          "35 كيلومتر مربع / 35 كم²",
          "4 minuti / 240 secondi",
          "4 minutos / 240 segundos",
          "昼3:30 / 15:30");

  private final List<String> wrong = new ArrayList<>();

  private static CopyRule rule(String language, String one, String other) {
    return new OpeningDifference(side(language, one), side(language, other), ALIKE, false)
        .rule(LONG, LONG);
  }

  private static OpeningSide side(String language, String value) {
    boolean isUnspaced = language.equals("zh") || language.equals("ja");
    String text = isUnspaced ? "春" + value + "冬。" : "Xavq " + value + " zemq, wulb.";
    return new OpeningSide(
        Opening.of("", language),
        Opening.of(text, language),
        form -> false,
        form -> true,
        Fingerprint.UNDATED);
  }

  private void same(String kind, String language, String one, String other) {
    String letters = other.replaceAll("[^\\p{L}]", "");
    if (letters.length() == 1 && !Tokens.standsAlone(letters.codePointAt(0))) {
      return; // "18 m." is metres, months or millions
    }
    CopyRule rule = rule(language, one, other);
    if (rule != null && !AMBIGUOUS.contains(one + " / " + other)) {
      wrong.add(kind + ": " + one + " / " + other + " " + rule);
    }
  }

  private static String number(ULocale locale, Object unit, UnitWidth width, double value) {
    LocalizedNumberFormatter format =
        NumberFormatter.withLocale(locale).precision(Precision.maxFraction(2)).unitWidth(width);
    format =
        unit instanceof Currency currency ? format.unit(currency) : format.unit((MeasureUnit) unit);
    return format.format(value).toString();
  }

  private void dates(String language, ULocale locale) {
    for (String day : List.of("2025-05-23", "2024-02-17", "2025-10-30")) {
      Date date = Date.from(Instant.parse(day + "T12:00:00Z"));
      List<String> forms = new ArrayList<>();
      for (String skeleton :
          List.of("yMMMMd", "MMMMd", "yMMMd", "MMMd", "yMMMMEEEEd", "MMMMEEEEd", "yMd")) {
        forms.add(format(locale, skeleton, date));
      }
      forms.add(day);
      for (String form : forms) {
        same("dates", language, forms.get(0), form);
      }
    }
  }

  private static String format(ULocale locale, String skeleton, Date date) {
    SimpleDateFormat format =
        new SimpleDateFormat(
            DateTimePatternGenerator.getInstance(locale).getBestPattern(skeleton), locale);
    format.setTimeZone(TimeZone.GMT_ZONE);
    return format.format(date);
  }

  private void times(String language, ULocale locale) {
    for (String time : List.of("15:30", "09:45", "18:00", "21:15", "06:30")) {
      Date date = Date.from(Instant.parse("2025-05-23T" + time + ":00Z"));
      same("times", language, format(locale, "Hm", date), format(locale, "hm", date));
      same("times", language, format(locale, "Hm", date), time);
      same("times", language, format(locale, "Bhm", date), time);
    }
  }

  private void numbers(String language, ULocale locale) {
    LocalizedNumberFormatter plain =
        NumberFormatter.withLocale(locale).precision(Precision.maxFraction(2));
    for (double value : new double[] {1_500_000, 2_000_000, 3_000_000_000L, 15_000, 250_000}) {
      String grouped = plain.format(value).toString();
      same("numbers", language, grouped, Long.toString((long) value));
      for (Notation notation : List.of(Notation.compactLong(), Notation.compactShort())) {
        String compact =
            NumberFormatter.withLocale(locale)
                .notation(notation)
                .precision(Precision.maxFraction(2))
                .format(value)
                .toString();
        same(notation == Notation.compactLong() ? "long" : "short", language, grouped, compact);
      }
    }
    RuleBasedNumberFormat spelt = new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT);
    for (long value : new long[] {3, 7, 12, 15, 20, 25, 40, 68, 90, 100, 300, 340, 1_000, 2_500}) {
      same("spelt", language, Long.toString(value), spelt.format(value));
    }
    RuleBasedNumberFormat digits = new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.ORDINAL);
    for (String rules : spelt.getRuleSetNames()) {
      if (rules.startsWith("%spellout-ordinal")) {
        for (long value : new long[] {2, 3, 5, 7, 10, 12, 20}) {
          same("ordinals", language, digits.format(value), spelt.format(value, rules));
        }
      }
    }
  }

  private void measures(String language, ULocale locale) {
    Object[][] equal = {
      {1.5, MeasureUnit.KILOMETER, 1500.0, MeasureUnit.METER},
      {3.2, MeasureUnit.KILOMETER, 3200.0, MeasureUnit.METER},
      {1.8, MeasureUnit.METER, 180.0, MeasureUnit.CENTIMETER},
      {12.0, MeasureUnit.CENTIMETER, 120.0, MeasureUnit.MILLIMETER},
      {2.5, MeasureUnit.METRIC_TON, 2500.0, MeasureUnit.KILOGRAM},
      {0.4, MeasureUnit.KILOGRAM, 400.0, MeasureUnit.GRAM},
      {1.5, MeasureUnit.HOUR, 90.0, MeasureUnit.MINUTE},
      {2.0, MeasureUnit.WEEK, 14.0, MeasureUnit.DAY},
      {1.5, MeasureUnit.YEAR, 18.0, MeasureUnit.MONTH},
      {2.0, MeasureUnit.DAY, 48.0, MeasureUnit.HOUR},
      {4.0, MeasureUnit.MINUTE, 240.0, MeasureUnit.SECOND},
      {1.5, MeasureUnit.LITER, 1500.0, MeasureUnit.MILLILITER},
      {7.0, MeasureUnit.HECTARE, 7.0, MeasureUnit.HECTARE},
      {21.0, MeasureUnit.CELSIUS, 21.0, MeasureUnit.CELSIUS},
      {60.0, MeasureUnit.KILOMETER_PER_HOUR, 60.0, MeasureUnit.KILOMETER_PER_HOUR},
      {35.0, MeasureUnit.SQUARE_KILOMETER, 35.0, MeasureUnit.SQUARE_KILOMETER},
      {12.5, MeasureUnit.PERCENT, 12.5, MeasureUnit.PERCENT},
    };
    for (Object[] row : equal) {
      String whole = number(locale, row[1], UnitWidth.FULL_NAME, (Double) row[0]);
      same("units", language, whole, number(locale, row[1], UnitWidth.SHORT, (Double) row[0]));
      same("units", language, whole, number(locale, row[3], UnitWidth.FULL_NAME, (Double) row[2]));
      same("units", language, whole, number(locale, row[3], UnitWidth.SHORT, (Double) row[2]));
    }
    for (String code : List.of("USD", "EUR", "GBP", "JPY", "CNY", "RUB", "INR", "CHF", "PLN")) {
      Currency currency = Currency.getInstance(code);
      for (double value : new double[] {35, 21_000_000}) {
        String named = number(locale, currency, UnitWidth.FULL_NAME, value);
        same("currencies", language, named, number(locale, currency, UnitWidth.ISO_CODE, value));
        same("currencies", language, named, number(locale, currency, UnitWidth.SHORT, value));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "nb", "fi", "pl", "ru", "uk", "cs",
        "tr", "el", "ro", "hu", "id", "ar", "he", "hi", "fa", "vi", "ko", "zh", "ja"
      })
  void theNotationsOfAValueAreOne(String language) {
    ULocale locale = new ULocale(language + "@calendar=gregorian");
    dates(language, locale);
    times(language, locale);
    numbers(language, locale);
    measures(language, locale);
    assertThat(wrong, is(empty()));
  }

  /** A text without spaces hardly tells its language. */
  @Test
  void unitsWithoutSpacesAreTheSameInAnyLanguage() {
    for (String text : List.of("面积为300平方米", "面积为300㎡", "広さは300平方メートル")) {
      assertThat(
          Opening.of(text, "en").tokens.get(text.indexOf('3')).form(),
          is("number 300 square metres"));
    }
  }

  @Test
  void aMultipleAndItsCurrencyMayBeOneWord() {
    String plain = Opening.of("40 miljoner kronor", "sv").tokens.toString();
    assertThat(Opening.of("40 Mkr", "sv").tokens.toString(), is(plain));
    assertThat(Opening.of("40 mnkr", "sv").tokens.toString(), is(plain));
  }
}
