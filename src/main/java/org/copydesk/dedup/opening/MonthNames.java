package org.copydesk.dedup.opening;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.DateTimePatternGenerator;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Months by name. A short one counts in its own language only: "out" is October in Portuguese,
 * "set" September in Italian, "des" December in Norwegian.
 */
final class MonthNames {
  /** Longer names are those of months whatever the language. */
  private static final int MOST_SHORT = 3;

  private static final Map<String, Map<String, Integer>> BY_LANGUAGE = new ConcurrentHashMap<>();

  private MonthNames() {}

  /** The month that a word names, 1 to 12; null where it names none. */
  static Integer month(String language, String form) {
    Integer month = WordMeanings.SHIPPED.months.get(form);
    if (month == null || form.length() > MOST_SHORT || language.isEmpty()) {
      return month;
    }
    return BY_LANGUAGE.computeIfAbsent(language, MonthNames::names).get(form);
  }

  /**
   * Whether a day may follow a month: a short one only where dates are written so, for Polish "się
   * 5 maja" has no August in it.
   */
  static boolean mayStandFirst(String language, String form) {
    if (form.length() > MOST_SHORT || language.isEmpty()) {
      return true;
    }
    String pattern =
        DateTimePatternGenerator.getInstance(new ULocale(language)).getBestPattern("MMMd");
    return pattern.indexOf('M') < pattern.indexOf('d');
  }

  private static Map<String, Integer> names(String language) {
    Map<String, Integer> names = new HashMap<>();
    DateFormatSymbols symbols = new DateFormatSymbols(new ULocale(language));
    for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
      for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
        String[] months = symbols.getMonths(context, width);
        for (int i = 0; i < months.length; i++) {
          names.putIfAbsent(WordMeanings.form(months[i]).replace(".", ""), i + 1);
        }
      }
    }
    return names;
  }
}
