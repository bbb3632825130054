package org.copydesk.segment;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.copydesk.text.Normaliser;

/**
 * Reads dates as newspapers print them: "Published 3 March 2024, 14:30 GMT" is
 * 2024-03-03T14:30:00Z. Month names of some eighty languages, digits of any script, 年月日 and 년월일,
 * Thai Buddhist years. A date without a time is midnight UTC; a time without a zone is UTC.
 */
final class DateReader {
  private static final int LONGEST = 160;
  private static final int THAI_OFFSET = 543;

  /** 1 Farvardin 1 in the Gregorian calendar. */
  private static final LocalDate PERSIAN_EPOCH = LocalDate.of(622, 3, 21);

  /** Offsets in minutes of zones that dates name. */
  private static final Map<String, Integer> ZONES =
      Map.ofEntries(
          Map.entry("z", 0),
          Map.entry("utc", 0),
          Map.entry("gmt", 0),
          Map.entry("est", -300),
          Map.entry("edt", -240),
          Map.entry("et", -300),
          Map.entry("cst", -360),
          Map.entry("cdt", -300),
          Map.entry("mst", -420),
          Map.entry("mdt", -360),
          Map.entry("pst", -480),
          Map.entry("pdt", -420),
          Map.entry("bst", 60),
          Map.entry("wet", 0),
          Map.entry("cet", 60),
          Map.entry("cest", 120),
          Map.entry("mez", 60),
          Map.entry("mesz", 120),
          Map.entry("eet", 120),
          Map.entry("eest", 180),
          Map.entry("msk", 180),
          Map.entry("мск", 180),
          Map.entry("ist", 330),
          Map.entry("pkt", 300),
          Map.entry("wib", 420),
          Map.entry("jst", 540),
          Map.entry("kst", 540),
          Map.entry("hkt", 480),
          Map.entry("sgt", 480),
          Map.entry("aest", 600),
          Map.entry("aedt", 660),
          Map.entry("eat", 180),
          Map.entry("sast", 120));

  private record Token(char kind, int value, int digits, String word, int start, int end) {}

  /** A date found in a text: the instant, and the normalised characters it stands on. */
  private record Found(LocalDate date, int first, int last) {}

  private final List<Token> tokens = new ArrayList<>();

  private DateReader(String folded) {
    int i = 0;
    while (i < folded.length() && tokens.size() < 60) {
      int c = folded.codePointAt(i);
      int width = Character.charCount(c);
      if (Character.isDigit(c)) {
        int start = i;
        int value = 0;
        int digits = 0;
        while (i < folded.length() && Character.isDigit(folded.codePointAt(i))) {
          int digit = folded.codePointAt(i);
          value = digits < 9 ? value * 10 + Character.digit(digit, 10) : value;
          digits++;
          i += Character.charCount(digit);
        }
        tokens.add(new Token('n', value, digits, "", start, i));
      } else if ("年月日時时分秒년월일".indexOf(c) >= 0) {
        tokens.add(new Token((char) c, 0, 0, "", i, i + width));
        i += width;
      } else if (isWordPart(c)) {
        int start = i;
        while (i < folded.length()
            && isWordPart(folded.codePointAt(i))
            && "年月日時时分秒년월일".indexOf(folded.codePointAt(i)) < 0) {
          i += Character.charCount(folded.codePointAt(i));
        }
        String word = folded.substring(start, i);
        int month = Lexicon.shipped().month(word);
        tokens.add(new Token(month > 0 ? 'm' : 'w', month, 0, word, start, i));
      } else {
        if (c > ' ') {
          tokens.add(new Token(c < 0x80 ? (char) c : '*', 0, 0, "", i, i + width));
        }
        i += width;
      }
    }
  }

  private static boolean isWordPart(int c) {
    byte kind = CharClass.of(c);
    return CharClass.isLetter(kind) || kind == CharClass.MARK;
  }

  /** The instant a text prints; null when it prints no full date. */
  static Instant read(String text) {
    if (text == null) {
      return null;
    }
    String folded =
        Normaliser.normalise(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    DateReader reader = new DateReader(folded);
    Found found = reader.find();
    return found == null ? null : reader.withTime(found);
  }

  /** Whether a normalised line is a date and little else. */
  static boolean isDateLine(String folded) {
    int digits = 0;
    for (int i = 0; i < folded.length() && digits < 3; i++) {
      if (Character.isDigit(folded.charAt(i))) {
        digits++;
      }
    }
    if (digits < 3) {
      return false;
    }
    DateReader reader = new DateReader(folded);
    Found found = reader.find();
    if (found == null) {
      return false;
    }
    int words = 0;
    int unspaced = 0;
    for (int i = 0; i < reader.tokens.size(); i++) {
      Token token = reader.tokens.get(i);
      boolean isInside = i >= found.first && i <= found.last;
      if (isInside
          || token.kind != 'w'
          || Lexicon.shipped().isWeekday(token.word)
          || ZONES.containsKey(token.word)) {
        continue;
      }
      if (CharClass.of(token.word.codePointAt(0)) == CharClass.UNSPACED) {
        unspaced += token.word.length();
      } else if (token.word.length() > 2) {
        words++;
      }
    }
    boolean isSentence = folded.endsWith(".") && words >= 2;
    return words <= 4 && unspaced <= 12 && !isSentence;
  }

  private Token at(int i) {
    return i >= 0 && i < tokens.size() ? tokens.get(i) : new Token(' ', 0, 0, "", 0, 0);
  }

  private Found find() {
    for (int i = 0; i < tokens.size(); i++) {
      Found found = at(i).kind == 'n' ? fromNumber(i) : at(i).kind == 'm' ? fromMonth(i) : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private Found fromNumber(int i) {
    Token first = at(i);
    char sep = at(i + 1).kind;
    if (first.digits == 4) {
      boolean isPlain = sep == '-' || sep == '/' || sep == '.';
      boolean isMarked = sep == '年' || sep == '년';
      if (isMarked || isPlain) {
        Token month = at(i + 2);
        if (month.kind == 'n'
            && month.digits <= 2
            && at(i + 4).kind == 'n'
            && at(i + 4).digits <= 2) {
          boolean isClosed = at(i + 3).kind == (isMarked ? sep == '年' ? '月' : '월' : sep);
          return isClosed ? date(first, month.value, at(i + 4), i, i + 4) : null;
        }
      }
      // Hungarian and the like: 2024. március 3.
      int k = skip(i + 1);
      if (at(k).kind == 'm') {
        int d = skip(k + 1);
        if (at(d).kind == 'n' && at(d).digits <= 2) {
          return date(first, at(k).value, at(d), i, d);
        }
      }
      return null;
    }
    if (first.digits == 8 && first.value > 19000000 && first.value < 21000000) {
      return of(first.value / 10000, first.value / 100 % 100, first.value % 100, i, i);
    }
    if (first.digits > 2) {
      return null;
    }
    if ((sep == '/' || sep == '.' || sep == '-')
        && at(i + 2).kind == 'n'
        && at(i + 3).kind == sep) {
      Token year = at(i + 4);
      boolean isYear = year.kind == 'n' && (year.digits == 4 || (year.digits == 2 && sep != '-'));
      if (isYear && at(i + 2).digits <= 2) {
        int a = first.value;
        int b = at(i + 2).value;
        boolean isMonthFirst = sep == '/' && b <= 31 && a <= 12 && (b > 12 || saysHalfDay());
        int y = year.digits == 2 ? 2000 + year.value : year(year);
        return isMonthFirst ? of(y, a, b, i, i + 4) : of(y, b, a, i, i + 4);
      }
      return null;
    }
    int k = skip(i + 1);
    if (at(k).kind == 'm') {
      int y = skip(k + 1);
      if (at(y).kind == 'n'
          && (at(y).digits == 4 || (at(y).digits == 2 && at(k + 1).kind == '-'))) {
        return at(y).digits == 2
            ? of(2000 + at(y).value, at(k).value, first.value, i, y)
            : date(at(y), at(k).value, first, i, y);
      }
    }
    return null;
  }

  private boolean saysHalfDay() {
    for (Token token : tokens) {
      if (token.word.equals("am") || token.word.equals("pm")) {
        return true;
      }
    }
    return false;
  }

  private Found fromMonth(int i) {
    int d = skip(i + 1);
    if (at(d).kind != 'n' || at(d).digits > 2) {
      return null;
    }
    int y = skip(d + 1);
    return at(y).kind == 'n' && at(y).digits == 4 ? date(at(y), at(i).value, at(d), i, y) : null;
  }

  /** Past stops, commas and up to two short words ("3 de marzo de 2024", "3rd of March"). */
  private int skip(int i) {
    int words = 0;
    int k = i;
    while (k < tokens.size() && k < i + 4) {
      char kind = at(k).kind;
      boolean isGlue = kind == '-' && k == i && at(k).start == at(k - 1).end;
      if (kind == 'w' && words < 2 && at(k).word.length() <= 4) {
        words++;
      } else if (!isGlue && kind != '.' && kind != ',' && kind != '/' && kind != '\'') {
        break;
      }
      k++;
    }
    return k;
  }

  private Found date(Token year, int month, Token day, int first, int last) {
    return of(year(year), month, day.value, first, last);
  }

  private static int year(Token token) {
    return token.value >= 2400 && token.value <= 2700 ? token.value - THAI_OFFSET : token.value;
  }

  private static Found of(int year, int month, int day, int first, int last) {
    if (year >= 1300 && year <= 1500 && month >= 1 && month <= 12 && day >= 1 && day <= 31) {
      return new Found(fromPersian(year, month, day), first, last);
    }
    if (year < 1800 || year > 2100 || month < 1 || month > 12 || day < 1) {
      return null;
    }
    try {
      return new Found(LocalDate.of(year, month, day), first, last);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** A day of the Solar Hijri calendar, by its 33-year cycle of eight leap years. */
  private static LocalDate fromPersian(int year, int month, int day) {
    int elapsed = year - 1;
    long days =
        365L * elapsed
            + (8L * elapsed + 21) / 33
            + (month <= 7 ? (month - 1) * 31L : 186 + (month - 7) * 30L)
            + day
            - 1;
    return PERSIAN_EPOCH.plusDays(days);
  }

  private Instant withTime(Found found) {
    for (int i = 0; i < tokens.size(); i++) {
      if (i >= found.first && i <= found.last) {
        continue;
      }
      Token hour = at(i);
      Token minute = at(i + 2);
      char sep = at(i + 1).kind;
      boolean isMarked =
          sep == '時'
              || sep == '时'
              || (sep == 'w' && (at(i + 1).word.equals("h") || at(i + 1).word.equals("시")));
      boolean isTime =
          hour.kind == 'n'
              && hour.digits <= 2
              && hour.value < 24
              && (sep == ':' || isMarked || (sep == '.' && i > found.last))
              && minute.kind == 'n'
              && minute.digits == 2
              && minute.value < 60;
      if (isTime) {
        return at(found.date, i, hour.value, minute.value);
      }
      boolean isHourOnly =
          hour.kind == 'n'
              && hour.digits <= 2
              && hour.value >= 1
              && hour.value <= 12
              && isHalfDay(at(i + 1).word);
      if (isHourOnly) {
        return at(found.date, i - 2, hour.value, 0);
      }
      if (hour.kind == 'w'
          && hour.word.equals("t")
          && at(i + 1).kind == 'n'
          && at(i + 2).kind == ':') {
        return at(found.date, i + 1, Math.min(23, at(i + 1).value), Math.min(59, at(i + 3).value));
      }
    }
    return found.date.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static boolean isHalfDay(String word) {
    return word.equals("am") || word.equals("pm");
  }

  private Instant at(LocalDate date, int i, int hour, int minute) {
    int second = 0;
    int k = i + 3;
    if (at(k).kind == ':' && at(k + 1).kind == 'n' && at(k + 1).value < 60) {
      second = at(k + 1).value;
      k += 2;
      if (at(k).kind == '.' && at(k + 1).kind == 'n') {
        k += 2;
      }
    }
    int hours = hour;
    String half = at(k).word;
    if (half.isEmpty()
        || (half.length() == 1
            && (half.equals("a") || half.equals("p"))
            && at(k + 1).kind == '.')) {
      half = half.isEmpty() ? "" : half + "m";
      k += half.isEmpty() ? 0 : 3;
    }
    if (isHalfDay(half)) {
      hours = hours % 12 + (half.equals("pm") ? 12 : 0);
      k++;
    }
    while (at(k).kind == '.' || at(k).kind == '(' || at(k).kind == ',') {
      k++;
    }
    int offset = 0;
    if (at(k).kind == 'w') {
      offset = ZONES.getOrDefault(at(k).word, 0);
      if (offset == 0 && ZONES.containsKey(at(k).word)) {
        k++;
      }
    }
    if (offset == 0 && (at(k).kind == '+' || at(k).kind == '-') && at(k + 1).kind == 'n') {
      Token digits = at(k + 1);
      int minutes =
          digits.digits == 4 ? digits.value / 100 * 60 + digits.value % 100 : digits.value * 60;
      if (digits.digits <= 2 && at(k + 2).kind == ':' && at(k + 3).kind == 'n') {
        minutes += at(k + 3).value;
      }
      if (digits.digits <= 4 && minutes <= 14 * 60) {
        offset = at(k).kind == '+' ? minutes : -minutes;
      }
    }
    return LocalDateTime.of(date, java.time.LocalTime.of(hours, minute, second))
        .toInstant(ZoneOffset.UTC)
        .minusSeconds(offset * 60L);
  }
}
