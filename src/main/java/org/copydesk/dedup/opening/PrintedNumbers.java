package org.copydesk.dedup.opening;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copydesk.dedup.opening.Opening.Type;
import org.copydesk.text.Tokens;

/** Reads figures of an opening: quantities, dates, times, and telephone numbers, which are none. */
final class PrintedNumbers {
  static final String CURRENCY = "$€£¥₹₽₺₪";

  private static final Pattern NUMBERS =
      Pattern.compile(
          "(?<iso>\\d{4}-\\d{1,2}-\\d{1,2}(?!\\d))"
              + "|(?<cjk>(?:\\d{4}[年년] ?)?\\d{1,2}[月월] ?\\d{1,2}[日号號일])"
              + "|(?<dmy>\\d{1,2}[./-]\\d{1,2}[./-](?:\\d{4}|\\d{2})(?!\\d))"
              + "|(?<dm>\\d{1,2}[-/]0[1-9](?![\\d/-])|0[1-9][-/]\\d{1,2}(?![\\d/-])"
              + "|(?:1[3-9]|2\\d|3[01])/(?:1[0-2]|[1-9])(?![\\d/])|\\d{1,2}\\.(?:0[1-9]|1[0-2])\\.(?!\\d))"
              + "|(?<part>(?<![\\d/.,-])[1-4]/[2-5](?![\\d/]|-\\d))"
              + "|(?<phone>\\+?\\(?\\d{2,5}\\)?(?:[ -]\\(?\\d{2,4}\\)?)?[ -]\\d{3,4}-\\d{3,4}(?!\\d)"
              + "|\\+\\d{1,3}(?:[ -]\\(?\\d{2,4}\\)?){2,5}|\\(\\d{3,5}\\) ?\\d{3,4}[ -]?\\d{3,4}"
              + "|0\\d{1,4}(?:[ /-]\\d{2,4}){2,4})"
              + "|(?<time>\\d{1,2}:\\d{2}(?::\\d{2})?(?!\\d)(?: ?[aApP]\\.? ?[mM]\\b\\.?)?)"
              + "|(?<dot>\\d{1,2}[.h]\\d{2}(?= ?(?:[Uu]hr|[aApP]\\.?[mM]\\b))(?: ?[aApP]\\.?[mM]\\b\\.?)?"
              + "|\\d{1,2}[hH]\\d{2}(?!\\d))"
              + "|(?<half>\\d{1,2} ?(?:[aA]\\.?[mM]|[pP]\\.?[mM])\\b\\.?)"
              + "|(?<number>(?:\\d{1,3}(?:(?:,\\d{3})+|(?:,\\d{2})+,\\d{3}|(?:\\.\\d{3})+|(?:'\\d{3})+|(?: \\d{3})+)(?!\\d)"
              + "|\\d+)(?:[.,]\\d+)?)");

  /** Korean for the hour of a time. */
  private static final String HOUR = WordForms.fold("시");

  /** Says all the time, and is no day. */
  private static final String ALWAYS = "24/7";

  private PrintedNumbers() {}

  /** Finds a figure. */
  static Matcher in(String text) {
    return NUMBERS.matcher(text);
  }

  /** Whether a telephone number begins where {@code in} looks. */
  static boolean isPhone(Matcher in) {
    return in.lookingAt() && in.group("phone") != null;
  }

  /** Where letters behind a figure end: "2km와" is "2", "km" and a word of its own. */
  private static int suffixEnd(String text, int at) {
    int end = at;
    while (end < text.length()
        && Character.isLetter(text.charAt(end))
        && !Numerals.isHangul(text.charAt(end))
        && !Tokens.standsAlone(text.codePointAt(end))) {
      end++;
    }
    boolean isPower =
        end > at
            && end < text.length()
            && (text.charAt(end) == '2' || text.charAt(end) == '3')
            && (text.charAt(end - 1) == 'm' || text.charAt(end - 1) == 'м')
            && (end + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(end + 1)));
    return isPower ? end + 1 : end;
  }

  /** Whether letters behind a figure are its ending or its unit. */
  static boolean isSuffix(String text, int at) {
    int end = suffixEnd(text, at);
    String suffix = text.substring(at, end).toLowerCase(Locale.ROOT);
    return switch (suffix) {
      case "st",
          "nd",
          "rd",
          "th",
          "er",
          "re",
          "e",
          "o",
          "a",
          "m",
          "bn",
          "mn",
          "b",
          "k",
          "mio",
          "mrd",
          "h",
          "am",
          "pm",
          "km",
          "kg",
          "cm",
          "mm",
          "ft",
          "p",
          "c",
          "m2",
          "km2",
          "m3",
          "s",
          "t" ->
          true;
      default -> false;
    };
  }

  /** Reads the figure that was found at a place; where the text goes on. */
  static int read(String text, int at, Matcher found, boolean isStart, List<OpeningPiece> pieces) {
    int end = found.end();
    String piece = found.group();
    boolean isMoney =
        at > 0 && CURRENCY.indexOf(text.charAt(at - 1)) >= 0
            || (at > 1 && text.charAt(at - 1) == ' ' && CURRENCY.indexOf(text.charAt(at - 2)) >= 0);
    isMoney |= !pieces.isEmpty() && isCurrencyCode(pieces.get(pieces.size() - 1).form);
    if (found.group("iso") != null) {
      String[] parts = piece.split("-");
      pieces.add(
          OpeningPiece.date(
              Integer.parseInt(parts[1]),
              Integer.parseInt(parts[2]),
              Integer.parseInt(parts[0]),
              isStart));
    } else if (found.group("cjk") != null) {
      String[] parts = piece.split("[年月日号號년월일] ?");
      int n = parts.length;
      pieces.add(
          OpeningPiece.date(
              Integer.parseInt(parts[n - 2]),
              Integer.parseInt(parts[n - 1]),
              n == 3 ? Integer.parseInt(parts[0]) : 0,
              isStart));
    } else if (found.group("dmy") != null) {
      pieces.add(dayMonthYear(piece, isStart));
    } else if (piece.equals(ALWAYS)) {
      pieces.add(new OpeningPiece(piece, Type.WORD, 0, false, isStart, false, true));
    } else if (found.group("dm") != null && piece.endsWith(".") && isMoney) {
      pieces.add(OpeningPiece.number(decimal(piece), isStart, true));
      return end - 1;
    } else if (found.group("dm") != null) {
      OpeningPiece date = dayMonth(piece, isStart);
      date.decimal = piece.endsWith(".") ? decimal(piece) : Double.NaN;
      pieces.add(date);
    } else if (found.group("part") != null) {
      double above = piece.charAt(0) - '0';
      OpeningPiece part = OpeningPiece.number(above / (piece.charAt(2) - '0'), isStart, isMoney);
      part.isSpeltFraction = part.value < 1;
      pieces.add(part);
    } else if (found.group("phone") != null) {
      pieces.add(new OpeningPiece(piece, Type.WORD, 0, false, isStart, false, true));
    } else if (found.group("time") != null || found.group("dot") != null) {
      String[] parts = piece.split("[:.hH]", 3);
      int hour = Integer.parseInt(parts[0]);
      int minute = Integer.parseInt(parts[1].substring(0, 2));
      pieces.add(time(hour, minute, piece, isStart));
    } else if (found.group("half") != null) {
      int digits = Character.isDigit(piece.charAt(1)) ? 2 : 1;
      pieces.add(time(Integer.parseInt(piece.substring(0, digits)), 0, piece, isStart));
    } else {
      double value = Numerals.value(piece);
      int stop = end;
      if (end < text.length() && Numerals.isHangul(text.charAt(end))) {
        return hangul(text, at, end, value, isStart, isMoney, pieces);
      }
      if (end < text.length()
          && Character.isLetter(text.charAt(end))
          && !Tokens.standsAlone(text.codePointAt(end))) {
        stop = suffixEnd(text, end);
        String suffix = text.substring(end, stop).toLowerCase(Locale.ROOT);
        double times =
            switch (suffix) {
              case "bn", "mrd" -> 1e9;
              case "mn", "mio" -> 1e6;
              case "m" -> isMoney ? 1e6 : 1;
              case "b" -> isMoney ? 1e9 : 1;
              case "k" -> 1e3;
              default -> 1;
            };
        OpeningPiece number = OpeningPiece.number(value * times, isStart, isMoney);
        number.isDecade = suffix.equals("s") || suffix.equals("er");
        number.isGrouped = isGrouped(piece);
        pieces.add(number);
        boolean isOrdinal = "st nd rd th er re e o a".contains(suffix);
        if (times == 1 && !isOrdinal) {
          pieces.add(OpeningPiece.word(suffix, false, false));
        }
        return stop;
      }
      OpeningPiece last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
      boolean isLower =
          last != null && last.unit > value && at > 0 && Numerals.isHanNumeral(text.charAt(at - 1));
      OpeningPiece raw =
          OpeningPiece.number(
              isLower ? last.value + value : value, isStart, isMoney || isLower && last.isMoney);
      if (isLower) {
        raw.high = last.value;
        raw.unit = last.unit;
        pieces.remove(pieces.size() - 1);
      }
      raw.isGrouped = isGrouped(piece);
      pieces.add(raw);
    }
    return end;
  }

  /** "1.12." at the end of a sentence. */
  private static double decimal(String piece) {
    return Double.parseDouble(piece.substring(0, piece.length() - 1));
  }

  private static boolean isGrouped(String figures) {
    return !figures.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isCurrencyCode(String form) {
    return switch (form) {
      case "eur", "usd", "gbp", "chf", "jpy", "sek", "nok", "dkk", "pln", "us$", "rs", "rp" -> true;
      default -> false;
    };
  }

  /** "15억" is one number; "3시에" is a number and the hour's word without its ending. */
  private static int hangul(
      String text,
      int at,
      int from,
      double value,
      boolean isStart,
      boolean isMoney,
      List<OpeningPiece> pieces) {
    int end = from;
    double number = value;
    while (end < text.length() && "백천만억조".indexOf(text.charAt(end)) >= 0) {
      number *=
          switch (text.charAt(end)) {
            case '백' -> 100;
            case '천' -> 1000;
            case '만' -> 1e4;
            case '억' -> 1e8;
            default -> 1e12;
          };
      end++;
    }
    boolean isNext =
        at >= 2
            && !pieces.isEmpty()
            && pieces.get(pieces.size() - 1).unit > number
            && text.charAt(at - 1) == ' ';
    if (isNext) {
      OpeningPiece high = pieces.remove(pieces.size() - 1);
      number += high.value;
    }
    OpeningPiece raw = OpeningPiece.number(number, isStart, isMoney);
    raw.unit = end > from ? number / value : 0;
    pieces.add(raw);
    if (end == from && end < text.length() && "일주".indexOf(text.charAt(end)) >= 0) {
      // "14일", "2주": days and weeks, whatever follows.
      pieces.add(OpeningPiece.word(WordMeanings.form(text.charAt(end) + "간"), false, false));
      return end + 1;
    }
    if (end < text.length() && text.charAt(end) == '시') {
      pieces.add(OpeningPiece.word(HOUR, false, false));
      end++;
      while (end < text.length() && Numerals.isHangul(text.charAt(end))) {
        end++;
      }
    }
    return end;
  }

  private static OpeningPiece dayMonthYear(String piece, boolean isStart) {
    char separator = piece.replaceAll("\\d", "").charAt(0);
    String[] parts = piece.split("[./-]");
    int first = Integer.parseInt(parts[0]);
    int second = Integer.parseInt(parts[1]);
    int year = Integer.parseInt(parts[2]);
    year = parts[2].length() == 4 ? year : year < 70 ? 2000 + year : 1900 + year;
    boolean isMonthFirst = second > 12;
    if (first > 31 || second > 31 || (first > 12 && second > 12)) {
      return new OpeningPiece(piece, Type.WORD, 0, false, isStart, false, true);
    }
    OpeningPiece date =
        isMonthFirst
            ? OpeningPiece.date(first, second, year, isStart)
            : OpeningPiece.date(second, first, year, isStart);
    if (!isMonthFirst && separator != '.') {
      date.otherwise = otherwise(first, second);
    }
    date.isAmbiguous = separator != '.' && first <= 12 && second <= 12 && first != second;
    return date;
  }

  /** "12-05": the day comes first, or the month. */
  private static OpeningPiece dayMonth(String piece, boolean isStart) {
    String[] parts = piece.split("[./-]");
    int first = Integer.parseInt(parts[0]);
    int second = Integer.parseInt(parts[1]);
    boolean isMonthFirst = second > 12;
    if (first == 0 || first > 31 || second > 31 || (first > 12 && second > 12)) {
      return new OpeningPiece(piece, Type.WORD, 0, false, isStart, false, true);
    }
    OpeningPiece date =
        isMonthFirst
            ? OpeningPiece.date(first, second, 0, isStart)
            : OpeningPiece.date(second, first, 0, isStart);
    date.otherwise = isMonthFirst ? null : otherwise(first, second);
    return date;
  }

  /** The form of a date with the first as its month; null where that is none. */
  private static String otherwise(int first, int second) {
    boolean mayBe = first <= 12 && first != second;
    return mayBe ? OpeningPiece.date(first, second, 0, false).form : null;
  }

  private static OpeningPiece time(int hour, int minute, String piece, boolean isStart) {
    String lower = piece.toLowerCase(Locale.ROOT);
    int h = hour;
    if (lower.indexOf('p') > 0 && hour < 12) {
      h += 12;
    } else if (lower.indexOf('a') > 0 && hour == 12) {
      h = 0;
    }
    if (h > 24 || minute > 59) {
      return OpeningPiece.number(hour, isStart, false);
    }
    return OpeningPiece.time(h * 60 + minute, isStart);
  }
}
