package org.copydesk.dedup.opening;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Weekdays by name, each in its own language only: "man" is Monday in Danish and nobody in Dutch.
 */
final class WeekdayNames {
  private static final int WEEK = 7;

  private static final Map<String, Map<String, Integer>> BY_LANGUAGE = new ConcurrentHashMap<>();

  private WeekdayNames() {}

  /** The day that a word names, 1 for Sunday to 7; null where it names none. */
  static Integer day(String language, String form) {
    return BY_LANGUAGE.computeIfAbsent(language, WeekdayNames::names).get(form);
  }

  /** How many days lie between two of a week, 0 to 3: desks of two time zones differ by one. */
  static int apart(int one, int other) {
    int days = Math.abs(one - other);
    return Math.min(days, WEEK - days);
  }

  private static Map<String, Integer> names(String language) {
    Map<String, Integer> names = new HashMap<>();
    DateFormatSymbols symbols = new DateFormatSymbols(new ULocale(language));
    for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
      // Short forms are other words without their accents: Swedish "mån" and "man".
      String[] days = symbols.getWeekdays(context, DateFormatSymbols.WIDE);
      for (int day = 1; day <= WEEK; day++) {
        names.putIfAbsent(WordMeanings.form(days[day]), day);
      }
    }
    return names;
  }
}
