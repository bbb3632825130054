package org.copydesk.segment.fields;

import java.util.ArrayList;
import java.util.List;
import org.copydesk.segment.dates.DateReader;
import org.copydesk.segment.lines.LineTail;
import org.copydesk.segment.words.CharClass;
import org.copydesk.segment.words.CrossLinks;
import org.copydesk.segment.words.HeadingWords;
import org.copydesk.segment.words.MarkerWords;
import org.copydesk.segment.words.SiteWords;
import org.copydesk.text.Normaliser;

/**
 * What the one line of a teaser says, told apart: "Sport | 09:30 Rowers win the race (12)" is a
 * kicker, a time, a title and a count; "Rowers win the race … They were last at the mill" a title
 * and a snippet.
 *
 * @param title null when the line is a snippet alone
 * @param snippet null when it is a title alone
 * @param kicker what stands before the title behind a bar; null when nothing does
 * @param author as printed; null when none
 * @param date date, time or age as printed; null when none
 */
public record TeaserParts(String title, String snippet, String kicker, String author, String date) {
  /** Words of a title before the sign that parts it from its summary. */
  private static final int LEAST_TITLE = 3;

  private static final int MOST_TITLE = 20;

  /** Words beside a date that are a title: "Posted in Local News | 5 March" has four. */
  private static final int LEAST_DATED = 5;

  private static final int LEAST_SUMMARY = 5;

  /** Characters of the words that point to another article, before their colon. */
  private static final int LONGEST_PHRASE = 32;

  private static final int MOST_KICKER_WORDS = 3;
  private static final int LONGEST_KICKER = 24;

  /** Characters of a title in a script without spaces that are as much as a few words. */
  private static final int LEAST_UNSPACED = 6;

  private static final String OPENING = "[(【（";
  private static final String CLOSING = "])】）";

  /** A part between separators, and the separator before it. */
  private record Piece(String text, char before, int start, int end) {}

  /** The parts of a title's line, without marker. */
  static TeaserParts ofTitle(String line) {
    String date = null;
    String author = null;
    String kicker = null;
    String text = line.strip();
    List<Piece> pieces = pieces(text);
    int first = 0;
    int last = pieces.size() - 1;
    while (first < last && isWhen(pieces.get(first).text)) {
      date = pieces.get(first++).text;
    }
    for (; first < last; last--) {
      String piece = pieces.get(last).text;
      if (isWhen(piece)) {
        date = piece;
      } else if (BylineReader.isByline(piece)
          || (date != null && pieces.get(last).before != '-' && NameShape.isName(piece))) {
        author = piece;
      } else {
        break;
      }
    }
    boolean hasKicker =
        first < last && isBar(pieces.get(first + 1).before) && isKicker(pieces.get(first).text);
    if (hasKicker && isTitle(pieces.get(first + 1).text)) {
      kicker = pieces.get(first++).text;
    }
    String title = text.substring(pieces.get(first).start, pieces.get(last).end).strip();
    String behind = afterLeadingTime(title);
    if (!behind.equals(title)) {
      date = title.substring(0, title.length() - behind.length()).strip();
      title = behind;
    }
    int bracket = startOfLastBracket(title);
    if (bracket > 0 && isWhenOrCount(title.substring(bracket + 1, title.length() - 1))) {
      date = title.substring(bracket).strip();
      title = title.substring(0, bracket).strip();
    }
    return new TeaserParts(title.isEmpty() ? text : title, null, kicker, author, date);
  }

  /**
   * The title in a line that names another article from inside a text: "Read also: Bees move in";
   * null where the words that point there stand alone or begin a sentence.
   */
  public static String ofCrossLink(String line) {
    String text = line.strip();
    int end = endOfPhrase(text);
    if (end == 0) {
      return null;
    }
    int start = end;
    while (start < text.length() && " \u00A0:：»›→>|-–—".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    boolean isParted = !text.substring(end, start).isBlank();
    String title = text.substring(start);
    boolean isHeadline = words(title) >= LEAST_TITLE && !endsSentence(title);
    return isHeadline && (isParted || startsAnew(title)) ? title : null;
  }

  /** Character after the words that point elsewhere; 0 when a line begins with none. */
  private static int endOfPhrase(String text) {
    for (int i = 1; i < text.length() && i <= LONGEST_PHRASE; i++) {
      char c = text.charAt(i);
      boolean isColon = c == ':' || c == '：';
      if (isColon && pointsElsewhere(Normaliser.normalise(text.substring(0, i)))) {
        return i;
      }
    }
    String folded = Normaliser.normalise(text);
    int length = CrossLinks.SHIPPED.crossLink(folded);
    String phrase = folded.substring(0, length);
    for (int i = 1; i < text.length() && length > 0 && i <= 2 * LONGEST_PHRASE; i++) {
      if (Normaliser.normalise(text.substring(0, i)).equals(phrase)) {
        return i;
      }
    }
    return 0;
  }

  private static boolean pointsElsewhere(String phrase) {
    return CrossLinks.SHIPPED.crossLink(phrase) == phrase.length() && !phrase.isEmpty()
        || MarkerWords.SHIPPED.isMarker(phrase)
        || (phrase.split(" ").length <= 2 && HeadingWords.SHIPPED.isTeaserHeading(phrase));
  }

  /** Whether a line is a title of some words beside which a date stands: no date line. */
  static boolean isDatedTitle(String line) {
    TeaserParts parts = ofTitle(line);
    return parts.date != null
        && !parts.title.equals(line.strip())
        && words(parts.title) >= LEAST_DATED
        && !BylineReader.isByline(parts.title)
        && !DateReader.isDateLine(Normaliser.normalise(parts.title));
  }

  /**
   * A title and its summary on one line, parted by a sign or a wide gap; null where they are not.
   */
  static TeaserParts glued(String line) {
    String text = line.strip();
    for (int i = 1; i < text.length(); i++) {
      int end = endOfParting(text, i);
      if (end < 0) {
        continue;
      }
      TeaserParts title = ofTitle(text.substring(0, i));
      String summary = text.substring(end).strip();
      int words = words(title.title);
      boolean isHeadline =
          words >= LEAST_TITLE && words <= MOST_TITLE && !endsSentence(title.title);
      return isHeadline && words(summary) >= LEAST_SUMMARY && startsAnew(summary)
          ? new TeaserParts(title.title, summary, title.kicker, title.author, title.date)
          : null;
    }
    return null;
  }

  /**
   * Character after a truncation sign, a tab or three spaces at {@code i}; -1 when none is there.
   */
  private static int endOfParting(String text, int i) {
    char c = text.charAt(i);
    if (c > '.' && c < '…') {
      return -1;
    }
    if (c == '…' || c == '⋯' || c == '.' && text.startsWith("...", i)) {
      int end = i;
      while (end < text.length() && LineTail.isSignPart(text.charAt(end))) {
        end++;
      }
      return end;
    }
    return c == '\t' || c == ' ' && text.startsWith("   ", i) ? i + 1 : -1;
  }

  private static boolean startsAnew(String summary) {
    int c = summary.codePointAt(0);
    return !Character.isLowerCase(c) && (Character.isLetterOrDigit(c) || "“„«\"‘「".indexOf(c) >= 0);
  }

  private static boolean endsSentence(String text) {
    return text.isEmpty() || text.endsWith(".") || text.endsWith("。");
  }

  private static List<Piece> pieces(String text) {
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    char before = 0;
    for (int i = 1; i + 1 < text.length(); i++) {
      char c = text.charAt(i);
      boolean mayBeDash = c == '-' || c == '–' || c == '—';
      boolean isDash = mayBeDash && text.charAt(i - 1) == ' ' && text.charAt(i + 1) == ' ';
      if (isBar(c) || isDash) {
        pieces.add(new Piece(text.substring(from, i).strip(), before, from, i));
        from = i + 1;
        before = isDash ? '-' : c;
      }
    }
    pieces.add(new Piece(text.substring(from).strip(), before, from, text.length()));
    return pieces;
  }

  private static boolean isBar(char c) {
    return c == '|' || c == '•' || c == '·' || c == '｜';
  }

  private static boolean isKicker(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST_KICKER
        && text.split(" ").length <= MOST_KICKER_WORDS;
  }

  private static boolean isTitle(String text) {
    return words(text) >= LEAST_TITLE;
  }

  /** Words; of a script without spaces one for two characters. */
  private static int words(String text) {
    int unspaced = 0;
    int words = 0;
    boolean wasSpace = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isSpace = c == ' ' || c >= '\t' && c <= '\r';
      unspaced += CharClass.of(c) == CharClass.UNSPACED ? 1 : 0;
      words += wasSpace && !isSpace ? 1 : 0;
      wasSpace = isSpace;
    }
    return Math.max(words, unspaced / 2);
  }

  /** Whether a part says when something was printed and nothing else. */
  private static boolean isWhen(String text) {
    if (text.isEmpty() || text.length() > 40 || words(text) > 8) {
      return false;
    }
    String folded = Normaliser.normalise(text);
    return isTime(text)
        || DateReader.isDateLine(folded)
        || SiteWords.SHIPPED.saysHowLongAgo(folded);
  }

  private static boolean isWhenOrCount(String text) {
    String inner = text.strip();
    boolean isCount = !inner.isEmpty() && inner.chars().allMatch(Character::isDigit);
    return isCount && inner.length() <= 3 || isWhen(inner);
  }

  /** "09:30", "9.30 Uhr", "14h30". */
  private static boolean isTime(String text) {
    return endOfTime(text) == text.length();
  }

  /** Character after a time of day that a text begins with; 0 when none does. */
  private static int endOfTime(String text) {
    int i = 0;
    while (i < text.length() && i < 2 && isDigit(text.charAt(i))) {
      i++;
    }
    boolean isHour = i > 0 && i + 2 < text.length();
    if (!isHour || ":.h：".indexOf(text.charAt(i)) < 0) {
      return 0;
    }
    char sign = text.charAt(i);
    boolean isMinute = isDigit(text.charAt(i + 1)) && isDigit(text.charAt(i + 2));
    int end = i + 3;
    if (!isMinute || (end < text.length() && isDigit(text.charAt(end)))) {
      return 0;
    }
    int word = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
    int wordEnd = word;
    while (wordEnd < text.length() && Character.isLetter(text.charAt(wordEnd))) {
      wordEnd++;
    }
    boolean isNamed = isHourWord(text.substring(word, wordEnd));
    // "11.05 crowns" is a price.
    return isNamed ? wordEnd : sign == '.' ? 0 : end;
  }

  private static boolean isHourWord(String word) {
    return switch (word) {
      case "Uhr", "uhr", "h", "hrs", "am", "pm", "AM", "PM", "uur", "Hs", "hs", "ч" -> true;
      default -> false;
    };
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** A title without the time or the bracketed date it begins with. */
  private static String afterLeadingTime(String title) {
    int end = endOfTime(title);
    if (end == 0 && !title.isEmpty() && OPENING.indexOf(title.charAt(0)) >= 0) {
      int close = 1;
      while (close < title.length() && CLOSING.indexOf(title.charAt(close)) < 0) {
        close++;
      }
      boolean isDate = close < title.length() && isShortDate(title.substring(1, close));
      end = isDate ? close + 1 : 0;
    } else if (end == 0) {
      int space = title.indexOf(' ');
      boolean isDate = space > 0 && space <= 10 && isFullDate(title.substring(0, space));
      end = isDate ? space : 0;
    }
    String rest = title.substring(end);
    int start = 0;
    while (start < rest.length() && " -–—|:·•".indexOf(rest.charAt(start)) >= 0) {
      start++;
    }
    rest = rest.substring(start);
    return end > 0 && (words(rest) >= 2 || rest.length() >= LEAST_UNSPACED) ? rest : title;
  }

  /** Digits with signs between them: "03-05", "12.03.", "14:20". */
  private static boolean isShortDate(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      digits += isDigit(c) ? 1 : 0;
      if (!isDigit(c) && "-./: 年月日".indexOf(c) < 0) {
        return false;
      }
    }
    return digits >= 2;
  }

  /** "12.03.2024", "2024-03-12": a day, a month and a year without a space. */
  private static boolean isFullDate(String word) {
    return word.length() >= 6
        && isShortDate(word)
        && DateReader.isDateLine(Normaliser.normalise(word));
  }

  private static int startOfLastBracket(String title) {
    int last = title.length() - 1;
    if (last < 2 || CLOSING.indexOf(title.charAt(last)) < 0) {
      return -1;
    }
    for (int i = last - 1; i > 0; i--) {
      if (OPENING.indexOf(title.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }
}
