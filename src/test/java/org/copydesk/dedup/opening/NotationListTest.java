package org.copydesk.dedup.opening;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.Notation;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.DateTimePatternGenerator;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shipped list of notations is what CLDR gives. */
class NotationListTest {
  private static final List<String> LANGUAGES =
      List.of(
          "en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "nb", "fi", "pl", "ru", "uk", "cs",
          "tr", "el", "ro", "hu", "id", "ar", "he", "hi", "fa", "vi", "ko", "zh", "ja");

  private static final String HEAD =
      "# what languages call units, multiples, currencies and halves of the day, from CLDR through"
          + " ICU; NotationListTest writes it\n"
          + "# language, then: measure, its name, its base, how many of the base it is, words;"
          + " times, value, words; currency, name, words; am or pm, words\n";

  /** Values that take all plural forms. */
  private static final double[] PLURALS = {1, 2, 3, 5, 11, 21, 100, 1.5, 0.4};

  /** Letters that stand for a unit behind a number, and for nothing else. */
  private static final Set<String> SINGLE = Set.of("m", "g", "h", "l", "м", "л");

  private record Unit(MeasureUnit unit, String name, String base, String factor) {}

  private static final List<Unit> UNITS =
      List.of(
          new Unit(MeasureUnit.MILLIMETER, "millimetre", "metres", "0.001"),
          new Unit(MeasureUnit.CENTIMETER, "centimetre", "metres", "0.01"),
          new Unit(MeasureUnit.METER, "metre", "metres", "1"),
          new Unit(MeasureUnit.KILOMETER, "km", "metres", "1000"),
          new Unit(MeasureUnit.GRAM, "gram", "kilograms", "0.001"),
          new Unit(MeasureUnit.KILOGRAM, "kg", "kilograms", "1"),
          new Unit(MeasureUnit.METRIC_TON, "tonne", "kilograms", "1000"),
          new Unit(MeasureUnit.MILLILITER, "millilitre", "litres", "0.001"),
          new Unit(MeasureUnit.LITER, "litre", "litres", "1"),
          new Unit(MeasureUnit.HECTARE, "hectare", "hectares", "1"),
          new Unit(MeasureUnit.SECOND, "second", "seconds", "1"),
          new Unit(MeasureUnit.MINUTE, "minute", "seconds", "60"),
          new Unit(MeasureUnit.HOUR, "hour", "seconds", "3600"),
          new Unit(MeasureUnit.DAY, "day", "seconds", "86400"),
          new Unit(MeasureUnit.WEEK, "week", "seconds", "604800"),
          new Unit(MeasureUnit.MONTH, "month", "months", "1"),
          new Unit(MeasureUnit.YEAR, "year", "months", "12"),
          new Unit(MeasureUnit.SQUARE_METER, "square metre", "square metres", "1"),
          new Unit(MeasureUnit.SQUARE_KILOMETER, "square km", "square metres", "1000000"),
          new Unit(MeasureUnit.CUBIC_METER, "cubic metre", "litres", "1000"),
          new Unit(MeasureUnit.KILOMETER_PER_HOUR, "km/h", "metres", "1000"),
          new Unit(MeasureUnit.METER_PER_SECOND, "m/s", "metres", "1"),
          new Unit(MeasureUnit.CELSIUS, "celsius", "degrees", "1"),
          new Unit(MeasureUnit.KILOWATT, "kilowatt", "watts", "1000"),
          new Unit(MeasureUnit.MEGAWATT, "megawatt", "watts", "1000000"),
          new Unit(MeasureUnit.GIGAWATT, "gigawatt", "watts", "1000000000"),
          new Unit(MeasureUnit.KILOWATT_HOUR, "kilowatt hour", "watt hours", "1000"));

  private static final Map<String, String> CURRENCIES = new LinkedHashMap<>();

  static {
    String[] names = {
      "USD", "usd", "EUR", "eur", "GBP", "gbp", "JPY", "yen", "CNY", "yuan", "KRW", "won", "RUB",
      "ruble", "TRY", "lira", "INR", "rupee", "PLN", "zloty", "IRR", "rial", "SAR", "riyal", "AED",
      "dirham", "IDR", "rupiah", "HUF", "forint", "UAH", "hryvnia", "SEK", "sek", "NOK", "nok",
      "DKK", "dkk", "CZK", "czk", "AUD", "aud", "CAD", "cad", "HKD", "hkd", "NZD", "nzd", "SGD",
      "sgd", "TWD", "twd", "CHF", "franc", "MXN", "peso", "VND", "dong", "ILS", "shekel", "RON",
      "leu"
    };
    for (int i = 0; i < names.length; i += 2) {
      CURRENCIES.put(names[i], names[i + 1]);
    }
  }

  private final StringBuilder out = new StringBuilder(HEAD);

  private static LocalizedNumberFormatter plain(ULocale locale) {
    return NumberFormatter.withLocale(locale).precision(Precision.maxFraction(2));
  }

  /** What stands beside the number, in small letters; "" where it is none that tells. */
  private static String word(String language, String whole, String number) {
    String rest = whole.replace(number, " ").toLowerCase(new Locale(language));
    if (!whole.contains(number) || rest.codePoints().anyMatch(Character::isDigit)) {
      return "";
    }
    String word = rest.replaceAll("\\p{Cf}", "").replaceAll("[^\\p{L}\\p{M}]+", " ").strip();
    boolean isTold =
        word.codePointCount(0, word.length()) > 1 || SINGLE.contains(word) || !hasLetters(word);
    boolean isFrequent = NumberWords.isFrequent(language, WordMeanings.form(word));
    boolean isAround = !whole.startsWith(number) && !whole.endsWith(number);
    boolean isPower = rest.indexOf('²') >= 0 || rest.indexOf('³') >= 0;
    boolean hasLetter =
        word.indexOf(' ') > 0 && Stream.of(word.split(" ")).anyMatch(p -> p.matches("[a-gi-rt-z]"));
    boolean isNone = isAround || isPower || hasLetter;
    return word.isEmpty() || !isTold || isFrequent || isNone ? "" : word;
  }

  /** Whether a script writes words with letters: of the others one character is a word. */
  private static boolean hasLetters(String word) {
    return word.isEmpty() || Character.isLetter(word.codePointAt(0)) && word.charAt(0) < 0x2E80;
  }

  private void row(String head, Set<String> words) {
    words.remove("");
    if (!words.isEmpty()) {
      out.append(head).append(" | ").append(String.join(" | ", words)).append('\n');
    }
  }

  private static void alone(Map<String, Set<String>> rows) {
    Map<String, Integer> times = new LinkedHashMap<>();
    rows.values().forEach(words -> words.forEach(word -> times.merge(word, 1, Integer::sum)));
    rows.values().forEach(words -> words.removeIf(word -> times.get(word) > 1));
  }

  private void measures(String language, ULocale locale) {
    Map<String, Set<String>> rows = new LinkedHashMap<>();
    for (Unit unit : UNITS) {
      Set<String> words = new TreeSet<>();
      for (double value : PLURALS) {
        for (UnitWidth width : List.of(UnitWidth.FULL_NAME, UnitWidth.SHORT)) {
          String whole = plain(locale).unit(unit.unit).unitWidth(width).format(value).toString();
          words.add(word(language, whole, plain(locale).format(value).toString()));
        }
      }
      rows.put(
          language + " | measure | " + unit.name + " | " + unit.base + " | " + unit.factor, words);
    }
    alone(rows);
    rows.forEach(this::row);
  }

  private void multiples(String language, ULocale locale) {
    Map<String, Set<String>> rows = new LinkedHashMap<>();
    for (long value : new long[] {1_000, 1_000_000, 1_000_000_000}) {
      Set<String> words = new TreeSet<>();
      for (double factor : PLURALS) {
        for (Notation notation : List.of(Notation.compactLong(), Notation.compactShort())) {
          String whole = plain(locale).notation(notation).format(value * factor).toString();
          words.add(word(language, whole, plain(locale).format(factor).toString()));
        }
      }
      words.removeIf(word -> SINGLE.contains(word) || word.indexOf(' ') > 0);
      rows.put(language + " | times | " + value, words);
    }
    alone(rows);
    rows.forEach(this::row);
  }

  private void currencies(String language, ULocale locale) {
    Map<String, Set<String>> rows = new LinkedHashMap<>();
    CURRENCIES.forEach(
        (code, name) -> {
          Set<String> words =
              rows.computeIfAbsent(language + " | currency | " + name, key -> new TreeSet<>());
          for (String plural : PluralRules.forLocale(locale).getKeywords()) {
            String word =
                Currency.getInstance(code).getName(locale, Currency.PLURAL_LONG_NAME, plural, null);
            words.add(word(language, word + " 1", "1"));
          }
          boolean isWord = Set.of("TRY", "RUB", "RON", "SAR", "CAD").contains(code);
          words.add(isWord ? "" : code.toLowerCase(Locale.ROOT));
        });
    alone(rows);
    rows.forEach(this::row);
  }

  private void halves(String language, ULocale locale) {
    Map<String, Set<String>> rows = new LinkedHashMap<>();
    rows.put(language + " | am", new TreeSet<>());
    rows.put(language + " | pm", new TreeSet<>());
    for (String time : List.of("06:00", "09:00", "10:00", "15:00", "18:00", "21:00")) {
      Date date = Date.from(Instant.parse("2025-05-23T" + time + ":00Z"));
      String half = time.compareTo("12") < 0 ? "am" : "pm";
      for (String skeleton : List.of("h", "Bh")) {
        SimpleDateFormat format =
            new SimpleDateFormat(
                DateTimePatternGenerator.getInstance(locale).getBestPattern(skeleton), locale);
        format.setTimeZone(TimeZone.GMT_ZONE);
        String rest =
            format.format(date).replaceAll("\\p{Nd}+", " ").toLowerCase(locale.toLocale());
        Set<String> words = rows.get(language + " | " + half);
        words.add(rest.replaceAll("[^\\p{L}\\p{M}]+", " ").strip());
        words.add(rest.replaceAll("[^\\p{L}\\p{M}.]+", " ").strip().replaceAll("\\.$", ""));
      }
    }
    rows.values().forEach(words -> words.removeIf(word -> NumberWords.isFrequent(language, word)));
    alone(rows);
    rows.forEach(this::row);
  }

  private String generated() {
    for (String language : LANGUAGES) {
      ULocale locale = new ULocale(language + "@calendar=gregorian");
      measures(language, locale);
      multiples(language, locale);
      currencies(language, locale);
      halves(language, locale);
    }
    return out.toString();
  }

  /** Writes the list, after an update of ICU. */
  public static void main(String[] file) throws Exception {
    Files.writeString(Path.of(file[0]), new NotationListTest().generated());
  }

  @Test
  void theListIsWhatCldrGives() throws Exception {
    try (var in = Notations.class.getResourceAsStream("notations.txt")) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8), is(generated()));
    }
  }
}
