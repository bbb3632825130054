package org.copydesk.dedup.opening;

import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.AbsoluteUnit;
import com.ibm.icu.text.RelativeDateTimeFormatter.Direction;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** "Yesterday", "today", "tomorrow" in the language of a text, as CLDR gives them through ICU. */
final class RelativeDays {
  private static final Map<String, Set<String>> BY_LANGUAGE = new ConcurrentHashMap<>();

  private RelativeDays() {}

  /** Whether a word, in the form {@link WordMeanings#form} gives, is one or of one. */
  static boolean has(String language, String form) {
    return BY_LANGUAGE.computeIfAbsent(language, RelativeDays::words).contains(form);
  }

  private static Set<String> words(String language) {
    RelativeDateTimeFormatter days = RelativeDateTimeFormatter.getInstance(new ULocale(language));
    Set<String> words = new HashSet<>();
    for (Direction direction : List.of(Direction.LAST, Direction.THIS, Direction.NEXT)) {
      String form = WordMeanings.form(days.format(direction, AbsoluteUnit.DAY));
      words.addAll(Arrays.asList(form.split("[ -]")));
    }
    return words;
  }
}
