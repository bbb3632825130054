package org.copydesk.segment.dates;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copydesk.model.DatePrecision;
import org.copydesk.segment.words.CalendarWords;
import org.copydesk.segment.words.CharClass;
import org.copydesk.text.Normaliser;

/**
 * Reads dates as newspapers print them and as pages state them: "Published 3 March 2024, 14:30 GMT"
 * and "2024-03-03T15:30:00+01:00" are 2024-03-03T14:30:00Z. Month names of some eighty languages,
 * digits of any script, 年月日 and 년월일, Thai Buddhist and Persian years, seconds and milliseconds
 * since 1970. A date without a time is midnight UTC; a time without a zone is UTC.
 */
public final class DateReader {
  private static final int LONGEST = 160;
  private static final long SECONDS_IN_DAY = 86_400;

  /** Tokens after a time, or after a day, among which its zone, or its year, is looked for. */
  private static final int FARTHEST = 8;

  private static final int THAI_OFFSET = 543;

  /** 1 Farvardin 1 in the Gregorian calendar. */
  private static final LocalDate PERSIAN_EPOCH = LocalDate.of(622, 3, 21);

  /** Zones that dates name, offsets in minutes. */
  private static final Map<String, ZoneId> ZONES = new HashMap<>();

  static {
    String offsets =
        "z 0 utc 0 gmt 0 wet 0 est -300 edt -240 cst -360 cdt -300 mst -420 mdt -360 pst -480 pdt -420"
            + " bst 60 cet 60 mez 60 cest 120 mesz 120 eet 120 sast 120 eest 180 msk 180 мск 180 eat 180"
            + " pkt 300 ist 330 wib 420 hkt 480 sgt 480 jst 540 kst 540 aest 600 aedt 660";
    String[] parts = offsets.split(" ");
    for (int i = 0; i < parts.length; i += 2) {
      int minutes = Integer.parseInt(parts[i + 1]);
      ZONES.put(parts[i], ZoneOffset.ofTotalSeconds(minutes * 60));
    }
    ZONES.put("et", ZoneId.of("America/New_York"));
    ZONES.put("pt", ZoneId.of("America/Los_Angeles"));
  }

  /**
   * A date as read.
   *
   * @param instant UTC
   * @param hasTime whether a time of day was given
   * @param hasSecond whether the time was given to the second
   * @param hasZone whether a zone was given
   */
  public record Read(Instant instant, boolean hasTime, boolean hasSecond, boolean hasZone) {
    /** How exactly that tells when. */
    public DatePrecision precision() {
      return hasSecond ? DatePrecision.SECOND : hasTime ? DatePrecision.MINUTE : DatePrecision.DAY;
    }
  }

  /** What the words beside a date say it is the date of. */
  public enum Meaning {
    PUBLISHED,
    UNSAID,
    MODIFIED,
    /** Of something else: the receipt of a paper, a deadline. */
    OTHER
  }

  /**
   * A date with its meaning.
   *
   * @param read the date
   * @param meaning as the words beside it say
   */
  public record Dated(Read read, Meaning meaning) {}

  /** How 05/03/2024 is meant. */
  private enum Order {
    DAY_FIRST,
    MONTH_FIRST,
    /** Month first beside "am" and "pm". */
    UNKNOWN
  }

  private record Token(char kind, int value, int digits, String word, int start, int end) {}

  private static final Token NO_TOKEN = new Token(' ', 0, 0, "", 0, 0);

  /** A date found in a text: the instant, and the normalised characters it stands on. */
  private record Found(LocalDate date, int first, int last) {}

  private final List<Token> tokens = new ArrayList<>();
  private final Order order;
  private final String line;

  private DateReader(String text, Order order) {
    this.order = order;
    String folded = EraYears.inCommonEra(text);
    this.line = folded;
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
        int length = CalendarWords.SHIPPED.longMonth(folded, i);
        if (length > 0) {
          int month = CalendarWords.SHIPPED.month(folded.substring(i, i + length));
          tokens.add(new Token('m', month, 0, folded.substring(i, i + length), i, i + length));
          i += length;
          continue;
        }
        while (i < folded.length()
            && isWordPart(folded.codePointAt(i))
            && "年月日時时分秒년월일".indexOf(folded.codePointAt(i)) < 0) {
          i += Character.charCount(folded.codePointAt(i));
        }
        String word = folded.substring(start, i);
        int month = CalendarWords.SHIPPED.month(word);
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
  public static Instant read(String text) {
    Read read = dateOf(text);
    return read == null ? null : read.instant();
  }

  /** The full date a text prints, that of a publication before others; null when there is none. */
  public static Read dateOf(String text) {
    return read(text, Order.UNKNOWN);
  }

  /**
   * The date a page states or prints; null when there is no full one, or the first day of 1970.
   *
   * @param isMonthFirst how 05/03/2024 is meant where both could be a month
   */
  public static Read read(String text, boolean isMonthFirst) {
    Read read = read(text, isMonthFirst ? Order.MONTH_FIRST : Order.DAY_FIRST);
    return read == null || isUnset(read) ? null : read;
  }

  /** Computer clocks that were never set say the first day of 1970. */
  private static boolean isUnset(Read read) {
    return read.instant().getEpochSecond() / SECONDS_IN_DAY == 0;
  }

  private static Read read(String text, Order order) {
    Read best = null;
    Meaning meaning = null;
    for (Dated dated : readAll(text, order)) {
      if (meaning == null || dated.meaning().compareTo(meaning) < 0) {
        best = dated.read();
        meaning = dated.meaning();
      }
    }
    return best;
  }

  /**
   * All dates of a line with their meanings, in order: "Updated 5 June 2023. First published 4 June
   * 2023" gives one of each. As {@link #read(String, boolean)} otherwise.
   */
  public static List<Dated> readAll(String text, boolean isMonthFirst) {
    List<Dated> dates =
        new ArrayList<>(readAll(text, isMonthFirst ? Order.MONTH_FIRST : Order.DAY_FIRST));
    dates.removeIf(dated -> isUnset(dated.read()));
    return dates;
  }

  /** The same where nothing is known of the order of day and month. */
  public static List<Dated> datesOf(String text) {
    return readAll(text, Order.UNKNOWN);
  }

  /**
   * Whether a line prints a day that is another one where the month comes first: "3/4/2025", but
   * neither "3/24/2025" nor "3/4/2025, 9 pm", which is as Americans write.
   */
  public static boolean hasOpenOrder(String text) {
    return mayHaveNumbers(text)
        && !readAll(text, Order.UNKNOWN).equals(readAll(text, Order.MONTH_FIRST));
  }

  /** Whether a text may have a day of numbers alone: two slashes, stops or dashes part these. */
  private static boolean mayHaveNumbers(String text) {
    int slashes = 0;
    int stops = 0;
    int dashes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      slashes += c == '/' ? 1 : 0;
      stops += c == '.' ? 1 : 0;
      dashes += c == '-' ? 1 : 0;
      if (c >= 0x80) {
        return true;
      }
    }
    return slashes > 1 || stops > 1 || dashes > 1;
  }

  private static List<Dated> readAll(String text, Order order) {
    if (text == null) {
      return List.of();
    }
    Read epoch = sinceEpoch(text.strip());
    if (epoch != null) {
      return List.of(new Dated(epoch, Meaning.UNSAID));
    }
    String folded =
        Normaliser.normalise(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    return new DateReader(folded, order).dated();
  }

  /** What the last word in a text says of a date that follows it. */
  public static Meaning meaningBefore(String text) {
    String folded =
        Normaliser.normalise(
            text.length() > LONGEST ? text.substring(text.length() - LONGEST) : text);
    return DateWords.meaning(folded, 0, folded.length());
  }

  private List<Dated> dated() {
    List<Found> dates = new ArrayList<>();
    for (Found found = find(0); found != null; found = find(found.last + 1)) {
      dates.add(found);
    }
    List<Dated> all = new ArrayList<>();
    boolean isBehind = isSaidBehind(dates);
    for (int i = 0; i < dates.size(); i++) {
      int from = i == 0 ? 0 : dates.get(i - 1).last + 1;
      int to = i + 1 == dates.size() ? tokens.size() : dates.get(i + 1).first;
      Meaning meaning = isBehind ? after(dates, i) : before(dates, i);
      all.add(new Dated(withTime(dates.get(i), from, to), meaning));
    }
    return all;
  }

  /** Whether the words stand behind their dates, as in "2023年6月4日公開 2023年6月5日更新". */
  private boolean isSaidBehind(List<Found> dates) {
    return !dates.isEmpty()
        && before(dates, 0) == Meaning.UNSAID
        && after(dates, dates.size() - 1) != Meaning.UNSAID;
  }

  private Meaning before(List<Found> dates, int i) {
    int from = i == 0 ? 0 : at(dates.get(i - 1).last).end;
    return DateWords.meaning(line, from, at(dates.get(i).first).start);
  }

  private Meaning after(List<Found> dates, int i) {
    int to = i + 1 == dates.size() ? line.length() : at(dates.get(i + 1).first).start;
    return DateWords.meaning(line, at(dates.get(i).last).end, to);
  }

  private static Read sinceEpoch(String text) {
    boolean isEpoch = text.length() == 10 || text.length() == 13;
    for (int i = 0; isEpoch && i < text.length(); i++) {
      isEpoch = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    if (!isEpoch) {
      return null;
    }
    long value = Long.parseLong(text);
    long second = text.length() == 10 ? value : value / 1000;
    boolean isPossible = second >= SECONDS_IN_DAY && second < 4_133_980_800L;
    return isPossible ? new Read(Instant.ofEpochSecond(second), true, true, true) : null;
  }

  /** Whether a normalised line is a date and little else. */
  public static boolean isDateLine(String folded) {
    int digits = 0;
    for (int i = 0; i < folded.length() && digits < 3; i++) {
      if (Character.isDigit(folded.charAt(i))) {
        digits++;
      }
    }
    if (digits < 3) {
      return false;
    }
    DateReader reader = new DateReader(folded, Order.UNKNOWN);
    Found found = reader.find(0);
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
          || CalendarWords.SHIPPED.isWeekday(token.word)
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
    return i >= 0 && i < tokens.size() ? tokens.get(i) : NO_TOKEN;
  }

  private Found find(int from) {
    for (int i = from; i < tokens.size(); i++) {
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
      // Latvian: 2024. gada 5. marts.
      int m = at(k).kind == 'n' && at(k).digits <= 2 && at(k - 1).word.equals("gada") ? k + 1 : k;
      if (m > k && at(skip(m)).kind == 'm') {
        return date(first, at(skip(m)).value, at(k), i, skip(m));
      }
      return null;
    }
    // Of fourteen digits, which go on to the second, nine are kept.
    int day = first.digits == 14 ? first.value / 10 : first.digits == 8 ? first.value : 0;
    if (day > 19000000 && day < 21000000) {
      return of(day / 10000, day / 100 % 100, day % 100, i, i);
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
        boolean isEither = sep == '/' && b <= 12;
        boolean saysMonth =
            a <= 12
                && b <= 31
                && (isEither
                    ? isMonthFirst()
                    : b > 12 && (sep == '/' || order == Order.MONTH_FIRST));
        int y = year.digits == 2 ? fullYear(year.value) : year(year);
        return saysMonth ? of(y, a, b, i, i + 4) : of(y, b, a, i, i + 4);
      }
      return null;
    }
    int k = skip(i + 1);
    if (at(k).kind == 'm') {
      int y = afterMonth(k);
      if (isYear(at(y)) || (at(y).kind == 'n' && at(y).digits == 2 && at(k + 1).kind == '-')) {
        return at(y).digits == 2
            ? of(fullYear(at(y).value), at(k).value, first.value, i, y)
            : date(at(y), at(k).value, first, i, y);
      }
      Token later = laterYear(k + 1);
      return later == null ? null : date(later, at(k).value, first, i, k);
    }
    return at(i + 1).word.equals("tháng") ? vietnamese(i) : null;
  }

  /** "5 tháng 3 năm 2024", "5 tháng 3, 2024". */
  private Found vietnamese(int i) {
    int year = skip(i + 3);
    boolean isDate = at(i + 2).kind == 'n' && at(i + 2).digits <= 2 && isYear(at(year));
    return isDate ? date(at(year), at(i + 2).value, at(i), i, year) : null;
  }

  private boolean isMonthFirst() {
    return order == Order.MONTH_FIRST || (order == Order.UNKNOWN && saysHalfDay());
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
    if (at(y).kind == 'm'
        && CalendarWords.SHIPPED.isWeekday(at(y).word)
        && !CalendarWords.SHIPPED.isWeekday(at(i).word)) {
      // "Dec 28 Sat 2013": some language has a month of that name.
      y = skip(y + 1);
    }
    if (isYear(at(y))) {
      return date(at(y), at(i).value, at(d), i, y);
    }
    Token later = laterYear(d + 1);
    return later == null ? null : date(later, at(i).value, at(d), i, d);
  }

  /** Past a month and its other name: "4 يونيو/ حزيران 2023". */
  private int afterMonth(int month) {
    int next = skip(month + 1);
    int bare = at(next).kind == '(' ? next + 1 : next;
    boolean isTwin = at(bare).kind == 'm' && at(bare).value == at(month).value;
    if (!isTwin) {
      return next;
    }
    int end = at(bare + 1).kind == ')' ? bare + 1 : bare;
    return skip(end + 1);
  }

  /** The year where a time stands before it: "Mar 5 10:00:00 CET 2024"; null when none does. */
  private Token laterYear(int from) {
    for (int i = from; i < from + FARTHEST; i++) {
      boolean isYear = at(i).kind == 'n' && at(i).digits == 4;
      boolean isOffset = at(i - 1).kind == '+' || at(i - 1).kind == '-';
      if (isYear && !isOffset && at(from + 1).kind == ':') {
        return at(i);
      }
    }
    return null;
  }

  private static int fullYear(int lastTwo) {
    return lastTwo < 70 ? 2000 + lastTwo : 1900 + lastTwo;
  }

  /** Past stops, commas and up to two short words ("3 de marzo de 2024", "3rd of March"). */
  private int skip(int i) {
    int words = 0;
    int k = i;
    while (k < tokens.size() && k < i + 4) {
      char kind = at(k).kind;
      boolean isGlue = kind == '-' && k == i && at(k).start == at(k - 1).end;
      if (kind == 'w' && words < 2 && isSmall(at(k).word)) {
        words++;
      } else if (!isGlue && kind != '.' && kind != ',' && kind != '/' && kind != '\'') {
        break;
      }
      k++;
    }
    return k;
  }

  private static boolean isSmall(String word) {
    return word.length() <= 4 || CalendarWords.SHIPPED.isWeekday(word);
  }

  private Found date(Token year, int month, Token day, int first, int last) {
    return of(year(year), month, day.value, first, last);
  }

  /** Four digits; or six, where the day of another date is glued to a year: "20196 May 2020". */
  private static boolean isYear(Token token) {
    boolean isGlued = token.digits == 5 || token.digits == 6;
    return token.kind == 'n' && (token.digits == 4 || (isGlued && isNear(year(token))));
  }

  private static boolean isNear(int year) {
    return year >= 1900 && year <= 2100;
  }

  private static int year(Token token) {
    int value =
        token.digits == 5 ? token.value / 10 : token.digits == 6 ? token.value / 100 : token.value;
    return value >= 2400 && value <= 2700 ? value - THAI_OFFSET : value;
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

  /** With the time of day that stands beside a date, among the tokens that no other date has. */
  private Read withTime(Found found, int from, int to) {
    // Between two dates a time is that of the one before it.
    for (int i = from == 0 ? 0 : found.last + 1; i < to; i++) {
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
              && hour.value <= 24
              && (sep == ':' || isMarked || (sep == '.' && i > found.last && !goesOn(i + 3)))
              && minute.kind == 'n'
              && (minute.digits == 2 || isMarked && minute.digits == 1)
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
    return new Read(found.date.atStartOfDay(ZoneOffset.UTC).toInstant(), false, false, false);
  }

  /** Whether a number with dots goes on: "05.11.2021" is no time. */
  private boolean goesOn(int i) {
    return at(i).kind == '.' && at(i + 1).kind == 'n' && at(i + 1).start == at(i).end;
  }

  private static boolean isHalfDay(String word) {
    return word.equals("am") || word.equals("pm");
  }

  private Read at(LocalDate date, int i, int hour, int minute) {
    int second = 0;
    int k = i + 3;
    boolean hasSecond = at(k).kind == ':' && at(k + 1).kind == 'n' && at(k + 1).value < 60;
    if (hasSecond) {
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
    if (isHalfDay(half) && hour <= 12) {
      hours = hours % 12 + (half.equals("pm") ? 12 : 0);
      k++;
    } else if (hour <= 12 && i >= 0) {
      int start = at(i).kind == 'n' ? at(i).start : at(i + 2).start;
      int last = at(k).kind == '分' || at(k).kind == '분' ? k : k - 1;
      int noon = DateWords.half(line, start, at(last).end);
      hours = noon < 0 ? hours : hours % 12 + noon;
    }
    while (at(k).kind == '.' || at(k).kind == '(' || at(k).kind == ',') {
      k++;
    }
    ZoneId zone = zone(k);
    Instant instant =
        LocalDateTime.of(date, LocalTime.of(hours % 24, minute, second))
            .atZone(zone == null ? ZoneOffset.UTC : zone)
            .toInstant();
    return new Read(instant, true, hasSecond, zone != null);
  }

  /** The zone named or given as an offset soon after a time; null where none is. */
  private ZoneId zone(int from) {
    for (int i = from; i < from + FARTHEST && i < tokens.size(); i++) {
      Token token = at(i);
      if (token.kind == 'n' || token.kind == 'm') {
        return null;
      }
      Token next = at(i + 1);
      boolean isOffset = token.kind == '+' || token.kind == '-';
      // " - 5 March 2024" after a time is a dash, not an offset.
      if (isOffset && next.kind == 'n' && next.digits <= 4 && next.start == token.end) {
        boolean isTogether = next.digits > 2;
        int minutes = isTogether ? next.value / 100 * 60 + next.value % 100 : next.value * 60;
        if (!isTogether && at(i + 2).kind == ':' && at(i + 3).kind == 'n') {
          minutes += at(i + 3).value;
        }
        return minutes > 14 * 60
            ? null
            : ZoneOffset.ofTotalSeconds((token.kind == '+' ? minutes : -minutes) * 60);
      }
      ZoneId named = ZONES.get(token.word);
      boolean isBeforeOffset = (next.kind == '+' || next.kind == '-') && at(i + 2).kind == 'n';
      // "10:30 et mis à jour": a word of other languages, unless it ends what is said of the time.
      boolean isWord = token.word.length() == 2 && next.kind == 'w' && !next.word.equals("on");
      if (named != null && !isBeforeOffset && !isWord) {
        return named;
      }
    }
    return null;
  }
}
