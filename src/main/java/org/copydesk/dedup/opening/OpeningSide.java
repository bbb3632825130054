package org.copydesk.dedup.opening;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.Predicate;
import org.copydesk.dedup.opening.Opening.Token;

/**
 * One of two texts that are held against each other, with what is known of its names.
 *
 * @param hasName whether the text has a word with a capital, as far as is known
 * @param isProper whether it has it never without
 * @param seconds since 1970 of its publication; {@link #UNDATED} when unknown
 */
public record OpeningSide(
    Opening title,
    Opening body,
    Predicate<String> hasName,
    Predicate<String> isProper,
    long seconds) {
  /** Seconds of a text whose publication is unknown. */
  public static final long UNDATED = Long.MIN_VALUE;

  /** What stands for a currency in all languages. */
  private static final Set<String> CURRENCIES =
      Set.of(
          "usd", "eur", "gbp", "yen", "yuan", "won", "ruble", "lira", "rupee", "zloty", "toman",
          "rial", "riyal", "dinar", "dirham", "rupiah", "forint", "hryvnia", "krona", "sek", "nok",
          "dkk", "czk", "aud", "cad", "hkd", "nzd", "sgd", "twd", "franc", "peso", "reais", "dong",
          "shekel", "leu");

  private static final long SECONDS_A_DAY = 24 * 60 * 60;

  /** Whether a date is that of its publication, or the day before or after: "today". */
  boolean isToday(Token date) {
    if (seconds == UNDATED) {
      return false;
    }
    LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(seconds, SECONDS_A_DAY));
    for (int shift = -1; shift <= 1; shift++) {
      LocalDate each = day.plusDays(shift);
      String form = "date " + each.getMonthValue() + "-" + each.getDayOfMonth();
      if (form.equals(date.form())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word stands anywhere in it, as far as is known. */
  boolean mentions(String form) {
    return title.count(form) > 0 || body.count(form) > 0 || hasName.test(form);
  }

  /** Whether headline and text have words with the same beginning. */
  boolean isInBoth(String form) {
    return alike(form, title) > 0 && alike(form, body) > 0;
  }

  /** How many of its words have the same beginning. */
  int alike(String form) {
    return alike(form, title) + alike(form, body);
  }

  public static int alike(String form, Opening each) {
    String stem = form.substring(0, Math.min(form.length(), form.length() <= 4 ? 3 : 4));
    int count = 0;
    for (Token token : each.tokens) {
      boolean isAlike =
          token.isWord()
              && token.form().startsWith(stem)
              && Math.abs(token.form().length() - form.length()) <= 3;
      count += isAlike ? 1 : 0;
    }
    return count;
  }

  int count(String form) {
    return title.count(form) + body.count(form);
  }

  /** Whether a word is a name here. */
  boolean isName(Token token) {
    return token.isWord()
        && token.isCapital()
        && token.form().length() > 1
        && isProper.test(token.form())
        && !body.hasInLowerCase(token.form())
        && !isDay(token.form())
        && !NumberWords.isFrequent(body.language, token.form());
  }

  /** Whether a word is a weekday or a month. */
  boolean isDay(String form) {
    return isDay(form, body.language);
  }

  private static boolean isDay(String form, String language) {
    return WeekdayNames.day(language, form) != null || MonthNames.month(language, form) != null;
  }

  /** Whether a word says anything at all: it is neither an article nor joins others. */
  boolean tells(Token token) {
    return token.isWord()
        && !WordMeanings.SHIPPED.articles.has(token.form())
        && !NumberPhrases.isLink(token.form())
        && !NumberWords.isFrequent(body.language, token.form());
  }

  /** Whether a word beside a number only says what is counted: a currency, a unit, percent. */
  boolean isNotation(String form) {
    WordMeanings words = WordMeanings.SHIPPED;
    return words.measure(body.language, form) != null
        || form.equals("percent")
        || form.equals("point")
        || CURRENCIES.contains(form)
        || "个個年月日号號时時点點分秒円圆约約".contains(form)
        || words.hours.has(form)
        || words.isMorning(body.language, form)
        || words.isAfternoon(body.language, form);
  }

  /** Whether a word says something by itself. */
  boolean isContent(Token token) {
    return isContent(token, body.language);
  }

  /** Whether a word says something by itself in a language. */
  public static boolean isContent(Token token, String language) {
    return token.isWord()
        && !token.isWeak()
        && token.form().length() >= 3
        && !isDay(token.form(), language)
        && !NumberWords.isFrequent(language, token.form());
  }

  /** Whether a word is in a script without capitals. */
  static boolean isUncased(String form) {
    int c = form.codePointAt(0);
    return Character.isLetter(c) && !Character.isLowerCase(c) && !Character.isUpperCase(c);
  }
}
