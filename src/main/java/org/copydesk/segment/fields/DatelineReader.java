package org.copydesk.segment.fields;

import java.util.regex.Pattern;
import org.copydesk.segment.lines.Unit;
import org.copydesk.segment.lines.UnitScanner;
import org.copydesk.segment.words.CalendarWords;
import org.copydesk.segment.words.CharClass;
import org.copydesk.segment.words.CreditWords;
import org.copydesk.text.Normaliser;

/**
 * Reads place and date before the first paragraph: "AMMAN, March 3 (Wire) — The council …" has the
 * dateline "AMMAN, March 3".
 */
public final class DatelineReader {
  /** Bytes at the beginning of a paragraph in which a dateline ends. */
  public static final int LONGEST = 160;

  private static final int MOST_CHARS = 90;
  private static final int MOST_WORDS = 12;
  private static final Pattern SPACES = Pattern.compile("[ \u00A0\n]+");
  private static final Pattern PARTS = Pattern.compile("[ ,\n]+");

  /** Words of a dateline that may be in lower case. */
  private static final String SMALL =
      " de la del las los el al do da dos van der am an im of and the le les du sur upon und y e en a ob bei di d'la ";

  /**
   * A dateline at the beginning of a text.
   *
   * @param text place and date as printed
   * @param length characters up to where the paragraph proper begins
   */
  public record Dateline(String text, int length) {}

  private DatelineReader() {}

  static boolean isAlone(Unit unit, UnitScanner scanner) {
    if (unit.chars > 50 || unit.words > 7 || unit.folded == null || unit.letters == 0) {
      return false;
    }
    if (!scanner.mayEndInDash(unit)) {
      return false;
    }
    String text = scanner.text(unit.start, unit.end);
    char last = text.charAt(text.length() - 1);
    boolean endsInDash = last == '-' || last == '—' || last == '–';
    String head = endsInDash ? text.substring(0, text.length() - 1).strip() : text;
    return !head.isEmpty() && endsInDash && isPlace(head, true);
  }

  /** Whether a line begins with a dateline that could hardly be anything else: it has a date. */
  public static boolean isSure(Unit unit, UnitScanner scanner) {
    int end = Math.min(unit.end, unit.start + LONGEST);
    if (!scanner.hasDash(unit.start, end)) {
      return false;
    }
    String text = scanner.text(unit.start, end);
    Dateline found = read(text);
    if (found == null) {
      return false;
    }
    String head = text.substring(0, found.length());
    return hasMonth(found.text())
        || head.indexOf('(') > 0 && head.indexOf(')') > 0
        // In capitals and with a dash headlines are written, too: "SPOTLIGHT - FARMS IN DEBT".
        || (isCapitalPlace(found.text())
            && head.indexOf(':') < 0
            && (unit.endsTerminal || unit.size() >= 18));
  }

  /** A dateline on a line of its own, without its dash. */
  public static String withoutDash(String line) {
    String head = line;
    while (!head.isEmpty() && "-—– ".indexOf(head.charAt(head.length() - 1)) >= 0) {
      head = head.substring(0, head.length() - 1);
    }
    return withoutAgency(head);
  }

  /** The dateline a paragraph begins with; null when it begins with none. */
  public static Dateline read(String text) {
    if (text.isEmpty()) {
      return null;
    }
    int first = text.codePointAt(0);
    if (first == '（' || first == '【' || first == '［' || CharClass.of(first) == CharClass.UNSPACED) {
      return readUnspaced(text);
    }
    int limit = Math.min(text.length(), MOST_CHARS);
    for (int i = 1; i < limit; i++) {
      char c = text.charAt(i);
      int width = dashAt(text, i);
      boolean isColon = c == ':' && i + 1 < text.length() && text.charAt(i + 1) == ' ';
      if (width == 0 && !isColon) {
        continue;
      }
      String head = text.substring(0, i).strip();
      boolean isStrong =
          width > 0 && (c == '—' || c == '–' || c == '―' || width > 1 || text.charAt(i - 1) == ' ');
      if (isColon ? isCapitalPlace(head) : isPlace(head, isStrong)) {
        int end = i + Math.max(1, width);
        while (end < text.length()
            && (text.charAt(end) == ' '
                || text.charAt(end) == '\u00A0'
                || text.charAt(end) == '\n')) {
          end++;
        }
        String place = withoutAgency(head);
        return place.isEmpty() || end >= text.length() ? null : new Dateline(place, end);
      }
      if (isColon) {
        return null;
      }
    }
    return null;
  }

  /** Width of the dash that parts a dateline from the text at {@code i}; 0 when none is there. */
  private static int dashAt(String text, int i) {
    char c = text.charAt(i);
    if (c == '—' || c == '–' || c == '―' || c == '‒') {
      return 1;
    }
    if (c != '-' && c != '−') {
      return 0;
    }
    int width = 1;
    while (i + width < text.length() && text.charAt(i + width) == c) {
      width++;
    }
    char before = text.charAt(i - 1);
    char after = i + width < text.length() ? text.charAt(i + width) : ' ';
    boolean isSpaced =
        (before == ' ' || before == ')' || before == '\u00A0') && (after == ' ' || after == '\n');
    boolean isAfterDay =
        Character.isDigit(before)
            && after == ' '
            && i + width + 1 < text.length()
            && Character.isUpperCase(text.charAt(i + width + 1))
            && hasMonth(text.substring(0, i));
    boolean isBeforeText = before == ' ' && Character.isUpperCase(after);
    return isSpaced || width > 1 || isBeforeText || isAfterDay ? width : 0;
  }

  private static boolean isCapitalPlace(String head) {
    int letters = 0;
    for (int i = 0; i < head.length(); i++) {
      char c = head.charAt(i);
      if (Character.isLowerCase(c)) {
        return false;
      }
      letters += Character.isUpperCase(c) ? 1 : 0;
    }
    return letters >= 4 && isPlace(head, true);
  }

  /** Whether words before a dash name places, months, days and agencies only. */
  private static boolean isPlace(String head, boolean isStrong) {
    String[] words = SPACES.split(head);
    if (words.length == 0 || words.length > MOST_WORDS) {
      return false;
    }
    if (isStrong && isLowered(words)) {
      return true;
    }
    boolean isInBrackets = false;
    boolean hasCapitals = false;
    boolean hasDate = false;
    boolean hasAgency = false;
    boolean isCaseless = false;
    int places = 0;
    for (int i = 0; i < words.length; i++) {
      String word = words[i];
      if (word.startsWith("(")) {
        isInBrackets = true;
        hasAgency = true;
      }
      if (isInBrackets) {
        isInBrackets = !word.endsWith(")") && !word.endsWith("),");
        continue;
      }
      String bare = strip(word);
      if (bare.isEmpty()) {
        continue;
      }
      String folded = Normaliser.normalise(bare);
      int c = bare.codePointAt(0);
      if (Character.isDigit(c)) {
        if (i == 0 || bare.length() > 5) {
          return false;
        }
        hasDate |= bare.length() <= 2 && i > 0;
        continue;
      }
      if (i > 0 && isMonth(words, i)) {
        hasDate = true;
        continue;
      }
      if (CreditWords.SHIPPED.isAgency(folded) && i > 0 && bare.length() > 1) {
        hasAgency = true;
        continue;
      }
      if (!Character.isLetter(c)) {
        return false;
      }
      if (Character.isLowerCase(c)) {
        if (!SMALL.contains(" " + folded + " ") || i == 0) {
          return false;
        }
        continue;
      }
      if (!Character.isUpperCase(c)) {
        isCaseless = true;
      }
      hasCapitals |= isAllCapitals(bare);
      places++;
    }
    if (places == 0 || places > 6) {
      return false;
    }
    if (isCaseless) {
      return isStrong && (hasAgency || hasDate || words.length <= 3);
    }
    return hasDate || hasAgency || hasCapitals || (isStrong && places <= 3 && words.length <= 4);
  }

  private static boolean hasMonth(String head) {
    String[] words = PARTS.split(head);
    boolean hasMonth = false;
    for (int i = 0; i < words.length; i++) {
      hasMonth |= isMonth(words, i);
    }
    return hasMonth;
  }

  /** Whether a word names a month: with a number near by, since "may" and "set" are words too. */
  private static boolean isMonth(String[] words, int i) {
    if (CalendarWords.SHIPPED.month(Normaliser.normalise(strip(words[i]))) == 0) {
      return false;
    }
    for (int k = Math.max(0, i - 2); k < Math.min(words.length, i + 3); k++) {
      String word = strip(words[k]);
      if (!word.isEmpty() && Character.isDigit(word.codePointAt(0))) {
        return true;
      }
    }
    return false;
  }

  /** "joliet, april 7": where capitals were lost, a comma, a month and its day tell as much. */
  private static boolean isLowered(String[] words) {
    int n = words.length;
    if (n < 3 || n > 6 || !words[n - 3].endsWith(",") || !isMonth(words, n - 2)) {
      return false;
    }
    String day = strip(words[n - 1]);
    boolean isDay = !day.isEmpty() && day.length() <= 2 && Character.isDigit(day.charAt(0));
    for (int i = 0; i < n - 2; i++) {
      isDay &= !words[i].isEmpty() && Character.isLetter(words[i].codePointAt(0));
    }
    return isDay;
  }

  private static boolean isAllCapitals(String word) {
    int upper = 0;
    for (int i = 0; i < word.length(); i++) {
      if (Character.isLowerCase(word.charAt(i))) {
        return false;
      }
      upper += Character.isUpperCase(word.charAt(i)) ? 1 : 0;
    }
    return upper >= 2;
  }

  private static String strip(String word) {
    int start = 0;
    int end = word.length();
    while (start < end && ",.;'\"/<>+،*".indexOf(word.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && ",.;'\"/<>+،".indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    return word.substring(start, end);
  }

  private static String withoutAgency(String head) {
    String place = head.strip();
    while (place.startsWith("*")) {
      place = place.substring(1);
    }
    if (place.endsWith(")")) {
      int open = place.lastIndexOf('(');
      place = open >= 0 ? place.substring(0, open).strip() : place;
    }
    int slash = place.indexOf('/');
    if (slash > 0
        && CreditWords.SHIPPED.isAgency(Normaliser.normalise(strip(place.substring(slash + 1))))) {
      place = place.substring(0, slash);
    }
    while (!place.isEmpty() && ",;:".indexOf(place.charAt(place.length() - 1)) >= 0) {
      place = place.substring(0, place.length() - 1).strip();
    }
    return place;
  }

  /** （新华社北京3月5日电）, 【北京＝通信】, 新华社北京3月5日电: brackets, or up to the word for "wire". */
  private static Dateline readUnspaced(String text) {
    int limit = Math.min(text.length(), 32);
    char first = text.charAt(0);
    char close = first == '（' ? '）' : first == '【' ? '】' : first == '［' ? '］' : 0;
    if (close != 0) {
      int end = text.indexOf(close);
      if (end < 2 || end >= limit) {
        return null;
      }
      String inner = text.substring(1, end);
      char last = inner.charAt(inner.length() - 1);
      boolean isWire =
          "电電讯訊".indexOf(last) >= 0
              || inner.indexOf('＝') > 0
              || inner.contains("共同")
              || inner.contains("時事")
              || first == '【';
      return isWire ? new Dateline(inner, end + 1) : null;
    }
    for (int i = 3; i < limit; i++) {
      char c = text.charAt(i);
      if ("。，、「".indexOf(c) >= 0) {
        return null;
      }
      boolean isWire =
          "电電讯訊".indexOf(c) >= 0 && (text.startsWith("新华社") || hasDigitBefore(text, i));
      if (isWire) {
        int end = i + 1;
        while (end < text.length() && " 　）)：:".indexOf(text.charAt(end)) >= 0) {
          end++;
        }
        return end >= text.length() ? null : new Dateline(text.substring(0, i + 1), end);
      }
    }
    return null;
  }

  private static boolean hasDigitBefore(String text, int end) {
    for (int i = 0; i < end; i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
