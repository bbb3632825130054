package org.copydesk.segment.words;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copydesk.text.Normaliser;

/** Names of months and of days of the week. */
public final class CalendarWords {
  /** Those that come with the program. */
  public static final CalendarWords SHIPPED =
      new CalendarWords(
          WordLists.rows(CalendarWords.class, "months.txt"),
          WordLists.rows(CalendarWords.class, "weekdays.txt"));

  private final Map<String, Integer> months = new HashMap<>();

  /** Names of months of two words, or with a stop inside. */
  private final PhraseIndex longMonths = new PhraseIndex();

  private final Set<String> weekdays = new HashSet<>();

  CalendarWords(List<String[]> monthRows, List<String[]> weekdayRows) {
    for (String[] row : monthRows) {
      for (int i = 1; i < row.length; i++) {
        String month = Normaliser.normalise(row[i]);
        months.put(month, Integer.valueOf(row[0]));
        if (month.indexOf(' ') > 0 || month.indexOf('.') > 0) {
          longMonths.add(month);
        }
      }
    }
    for (String[] row : weekdayRows) {
      weekdays.add(Normaliser.normalise(row[0]));
    }
  }

  /** Characters of the month of two words, or with a stop inside, that stands at a place: "ก.ค". */
  public int longMonth(String normalised, int from) {
    return longMonths.prefixOf(normalised, from);
  }

  /** Month, 1 to 12, that a normalised word names; 0 when none. */
  public int month(String normalisedWord) {
    Integer month = months.get(normalisedWord);
    if (month == null && normalisedWord.startsWith("ב")) {
      // Hebrew writes "in" as part of the month.
      month = months.get(normalisedWord.substring(1));
    }
    return month == null ? 0 : month;
  }

  /** Whether a normalised word is a day of the week. */
  public boolean isWeekday(String normalisedWord) {
    return weekdays.contains(normalisedWord);
  }
}
