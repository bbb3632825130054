package org.copydesk.segment.fields;

import java.util.ArrayList;
import java.util.List;
import org.copydesk.segment.dates.DateReader;

/**
 * Parts a line on which a site prints author and date together: "Ann Lee | 3 March 2024, 14:30" is
 * the byline "Ann Lee" and a date.
 */
public final class FieldParts {
  private FieldParts() {}

  /**
   * What a line says beside its date.
   *
   * @return null where it prints no date as a part of its own, or nothing else
   */
  public static String withoutDate(String line) {
    List<String> parts = parts(line);
    if (parts.size() < 2) {
      String after = BylineOpening.afterDate(line);
      return after.equals(line) ? null : after;
    }
    List<String> rest = new ArrayList<>();
    boolean isAny = false;
    for (String part : parts) {
      boolean isDate = DateReader.read(part) != null || isTime(part);
      String behind = isDate ? BylineOpening.afterDate(part.strip()) : part;
      boolean isSigned = isDate && !behind.equals(part.strip());
      isAny |= isDate;
      if ((!isDate || isSigned) && !part.isBlank()) {
        rest.add(behind.strip());
      }
    }
    boolean isMixed = !rest.isEmpty() && (isAny || rest.size() < parts.size());
    return isMixed ? String.join(" | ", rest) : null;
  }

  private static boolean isTime(String part) {
    boolean hasDigit = false;
    for (int i = 0; i < part.length() && !hasDigit; i++) {
      hasDigit = Character.isDigit(part.charAt(i));
    }
    return hasDigit && part.indexOf(':') > 0 && part.strip().length() <= 12;
  }

  private static List<String> parts(String line) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int i = 1; i + 1 < line.length(); i++) {
      char c = line.charAt(i);
      boolean isSpaced = line.charAt(i - 1) == ' ' && line.charAt(i + 1) == ' ';
      boolean isBar = "|•·｜⋅∙●◦▪".indexOf(c) >= 0;
      if (isBar || (isSpaced && (c == '-' || c == '–' || c == '—' || c == '/'))) {
        parts.add(line.substring(from, i));
        from = i + 1;
      }
    }
    parts.add(line.substring(from));
    return parts;
  }
}
