package org.copydesk.segment.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.copydesk.segment.lines.Unit;
import org.copydesk.segment.lines.UnitScanner;
import org.copydesk.segment.words.BylineWords;
import org.copydesk.segment.words.CharClass;
import org.copydesk.segment.words.HeadingWords;
import org.copydesk.text.Normaliser;

/**
 * Tells a line that could be a person's name and, at most, what they are: "Ann de Vries", "Ann Lee
 * · Correspondent", "林国强". Weak by itself: "World News" looks the same.
 */
public final class NameShape {
  private static final int LONGEST = 60;
  private static final int MOST_WORDS = 5;

  /** Words of names that join names as well: "Ramón y Cajal", "Vaz e Sousa", "Ana a Mara". */
  private static final Set<String> PARTICLES = Set.of("y", "e", "a");

  private NameShape() {}

  static boolean isName(Unit unit, UnitScanner scanner) {
    boolean isTooLong = unit.chars > LONGEST || unit.words > 8;
    if (isTooLong || unit.digits > 0 || unit.hasAddress || unit.hasCopyright) {
      return false;
    }
    if (unit.startsUpper && unit.words - unit.upperWords > 3) {
      return false;
    }
    if (unit.endsTerminal || unit.endsColon || unit.marker != Unit.NO_MARKER || unit.isTruncated) {
      return false;
    }
    boolean isOneWord = unit.words < 2 && unit.unspaced == 0 && unit.contentStart == unit.start;
    return !isOneWord && isName(scanner.text(unit.start, unit.end));
  }

  /** The same for a text that is short and holds no digits. */
  public static boolean isName(String line) {
    if (line.isEmpty() || line.length() > LONGEST) {
      return false;
    }
    int end = endOfName(line);
    String name = stripped(line, end);
    String rest = line.substring(end);
    if (parts(rest) > 4) {
      return false;
    }
    int parts = parts(name);
    if (parts > MOST_WORDS) {
      return false;
    }
    int kind = name.isEmpty() ? CharClass.OTHER : CharClass.of(name.codePointAt(0));
    if (kind == CharClass.UNSPACED) {
      return parts == 1 && name.length() >= 2 && name.length() <= 6;
    }
    if (parts < 2) {
      return false;
    }
    List<String> words = words(name);
    for (String word : words) {
      if (!isNameWord(word, kind == CharClass.CASELESS)) {
        return false;
      }
    }
    // Of one name; "Ann Lee and Bo Ek" has two, "Wind and Rain" none.
    int named = 0;
    for (String word : words) {
      String folded = Normaliser.normalise(word);
      boolean isLower = Character.isLowerCase(word.codePointAt(0));
      if (HeadingWords.SHIPPED.isHeadingWord(folded)
          || (isLower && BylineWords.SHIPPED.isSmallWord(folded))) {
        return false;
      }
      if (isLower && !PARTICLES.contains(folded) && BylineWords.SHIPPED.isAnd(folded)) {
        if (named < 2) {
          return false;
        }
        named = 0;
      } else {
        named += isLower ? 0 : 1;
      }
    }
    return named >= 2;
  }

  private static boolean isBetweenWords(char c) {
    return c == ' ' || c == '\u00A0' || c == '\n';
  }

  /** Parts between spaces; an empty one before the first counts, and an empty text is one. */
  private static int parts(String text) {
    int parts = 0;
    boolean wasSpace = true;
    for (int i = 0; i < text.length(); i++) {
      boolean isSpace = isBetweenWords(text.charAt(i));
      parts += wasSpace && !isSpace ? 1 : 0;
      wasSpace = isSpace;
    }
    boolean isEmptyFirst = text.isEmpty() || parts > 0 && isBetweenWords(text.charAt(0));
    return parts + (isEmptyFirst ? 1 : 0);
  }

  /** The words of a text that begins and ends in one. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>(MOST_WORDS);
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || isBetweenWords(text.charAt(i))) {
        if (i > from) {
          words.add(text.substring(from, i));
        }
        from = i + 1;
      }
    }
    return words;
  }

  /** A text's first characters without spaces around, those that break no line among them. */
  private static String stripped(String line, int length) {
    int start = 0;
    int end = length;
    while (start < end && isSpace(line.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(start, end);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '\u00A0';
  }

  /** Characters up to a bar, dot, comma or bracket after which a role or a paper is named. */
  private static int endOfName(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean isDash = (c == '-' || c == '–' || c == '—') && i > 0 && line.charAt(i - 1) == ' ';
      if ("|·•,/(（،、".indexOf(c) >= 0 || isDash) {
        return i;
      }
    }
    return line.length();
  }

  private static boolean isNameWord(String word, boolean isCaseless) {
    int first = word.codePointAt(0);
    boolean isParticle = Character.isLowerCase(first) && word.length() <= 3;
    boolean isStart =
        isCaseless
            ? Character.isLetter(first) && !Character.isLowerCase(first)
            : Character.isUpperCase(first);
    if (!isStart && !isParticle) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      byte kind = CharClass.of(c);
      boolean isPart =
          CharClass.isLetter(kind)
              || kind == CharClass.MARK
              || kind == CharClass.UNSEEN
              || c == '-'
              || c == '\''
              || c == '’'
              || c == '"'
              || c == '.';
      if (!isPart) {
        return false;
      }
    }
    return true;
  }
}
