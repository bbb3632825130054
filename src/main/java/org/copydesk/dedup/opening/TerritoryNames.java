package org.copydesk.dedup.opening;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Names of countries and territories in the languages of {@code notations.txt}, as CLDR gives them
 * through ICU: "Gambia" is no slip of "Zambia".
 */
final class TerritoryNames {
  private TerritoryNames() {}

  /** Read when the first two words that may be one are compared, not before. */
  private static final class Codes {
    static final Map<String, Set<String>> OF_NAME = read();

    private static Map<String, Set<String>> read() {
      Map<String, Set<String>> codes = new HashMap<>();
      for (String language : WordMeanings.SHIPPED.notations.languages()) {
        LocaleDisplayNames names = LocaleDisplayNames.getInstance(new ULocale(language));
        for (String code : ULocale.getISOCountries()) {
          String form = WordMeanings.form(names.regionDisplayName(code));
          codes.computeIfAbsent(form, name -> new HashSet<>()).add(code);
        }
      }
      return codes;
    }
  }

  /** Whether two words, in the form {@link WordForms#fold} gives, name two territories. */
  static boolean areTwo(String a, String b) {
    if (a.equals(b)) {
      return false;
    }
    Set<String> of = Codes.OF_NAME.get(a);
    Set<String> other = of == null ? null : Codes.OF_NAME.get(b);
    return other != null && Collections.disjoint(of, other);
  }
}
