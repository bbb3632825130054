package org.copydesk.html;

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
import java.util.Locale;
import java.util.Map;
import org.copydesk.segment.Lexicon;

/**
 * Reads a date as pages write it: "2024-03-05T10:00:00+02:00", "Tue, 5 Mar 2024 10:00 GMT", "March
 * 5, 2024 10:00 am EST", "05.03.2024, 10:00 Uhr", "2024年3月5日". A time without a zone is UTC, a day
 * without a time its midnight. Bounds: 120 characters, years 1900 to 2100.
 */
final class HtmlDates {
  private static final int LONGEST = 120;
  private static final long SECONDS_OF_DAY = 86_400;
  private static final Map<String, ZoneId> ZONES = new HashMap<>();

  static {
    String[] zones = {
      "utc Z",
      "gmt Z",
      "z Z",
      "est -05:00",
      "edt -04:00",
      "et America/New_York",
      "cst -06:00",
      "cdt -05:00",
      "mst -07:00",
      "mdt -06:00",
      "pst -08:00",
      "pdt -07:00",
      "pt America/Los_Angeles",
      "cet +01:00",
      "cest +02:00",
      "mez +01:00",
      "mesz +02:00",
      "bst +01:00",
      "eet +02:00",
      "eest +03:00",
      "msk +03:00",
      "jst +09:00",
      "kst +09:00",
      "ist +05:30",
      "hkt +08:00",
      "sgt +08:00",
      "aest +10:00",
      "aedt +11:00",
      "wib +07:00",
      "мск +03:00",
    };
    for (String zone : zones) {
      String[] parts = zone.split(" ");
      ZONES.put(parts[0], ZoneId.of(parts[1]));
    }
  }

  /**
   * A date as read.
   *
   * @param instant UTC
   * @param hasTime whether a time of day was given
   * @param hasZone whether a zone was given
   */
  record Read(Instant instant, boolean hasTime, boolean hasZone) {}

  private HtmlDates() {}

  /**
   * Reads one date; null where there is none.
   *
   * @param isMonthFirst how 05/03/2024 is meant when both could be a month
   */
  static Read read(String written, boolean isMonthFirst) {
    if (written == null) {
      return null;
    }
    String text = written.strip();
    if (text.length() > LONGEST) {
      text = text.substring(0, LONGEST);
    }
    try {
      Read epoch = epoch(text);
      return epoch != null ? epoch : new Scan(text, isMonthFirst).read();
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }

  private static Read epoch(String text) {
    if (text.length() != 10 && text.length() != 13) {
      return null;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return null;
      }
    }
    long value = Long.parseLong(text);
    return checked(Instant.ofEpochMilli(text.length() == 10 ? value * 1000 : value), true, true);
  }

  private static Read checked(Instant instant, boolean hasTime, boolean hasZone) {
    if (instant.getEpochSecond() / SECONDS_OF_DAY == 0) {
      // The zero of computer clocks stands where a system knew no date.
      return null;
    }
    int year = instant.atOffset(ZoneOffset.UTC).getYear();
    return year < 1900 || year > 2100 ? null : new Read(instant, hasTime, hasZone);
  }

  /** Pieces of the text: runs of digits, runs of letters, single signs. */
  private static final class Scan {
    private final List<String> pieces = new ArrayList<>();
    private final boolean isMonthFirst;
    private int timeAt = -1;
    private int timeEnd;

    Scan(String text, boolean isMonthFirst) {
      this.isMonthFirst = isMonthFirst;
      int i = 0;
      while (i < text.length()) {
        int start = i;
        int kind = kind(text.charAt(i));
        do {
          i++;
        } while (i < text.length() && kind > 0 && kind(text.charAt(i)) == kind);
        pieces.add(digitsToAscii(text.substring(start, i)).toLowerCase(Locale.ROOT));
      }
    }

    private static int kind(char c) {
      if (Character.isDigit(c)) {
        return 1;
      }
      if (c == '年' || c == '月' || c == '日' || c == '년' || c == '월' || c == '일') {
        return 0;
      }
      int type = Character.getType(c);
      boolean isMark =
          type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
      return Character.isLetter(c) || isMark ? 2 : Character.isWhitespace(c) ? 3 : 0;
    }

    private static String digitsToAscii(String piece) {
      if (!Character.isDigit(piece.charAt(0))) {
        return piece;
      }
      StringBuilder out = new StringBuilder();
      for (int i = 0; i < piece.length(); i++) {
        out.append((char) ('0' + Character.digit(piece.charAt(i), 10)));
      }
      return out.toString();
    }

    Read read() {
      LocalTime time = time();
      LocalDate date = date();
      if (date == null) {
        return null;
      }
      ZoneId zone = time == null ? null : zone();
      LocalDateTime local = date.atTime(time == null ? LocalTime.MIDNIGHT : time);
      Instant instant = local.atZone(zone == null ? ZoneOffset.UTC : zone).toInstant();
      return checked(instant, time != null, zone != null);
    }

    private int number(int i) {
      if (i < 0 || i >= pieces.size() || pieces.get(i).length() > 4) {
        return -1;
      }
      char c = pieces.get(i).charAt(0);
      return c >= '0' && c <= '9' ? Integer.parseInt(pieces.get(i)) : -1;
    }

    private boolean is(int i, String piece) {
      return i >= 0 && i < pieces.size() && pieces.get(i).equals(piece);
    }

    private LocalTime time() {
      for (int i = 0; i < pieces.size(); i++) {
        int hour = number(i);
        int minute = number(i + 2);
        boolean isSeparated = is(i + 1, ":") || (is(i + 1, "h") && pieces.get(i).length() <= 2);
        if (hour < 0 || hour > 24 || minute < 0 || minute > 59 || !isSeparated) {
          continue;
        }
        timeAt = i;
        timeEnd = i + 3;
        int second = 0;
        if (is(i + 3, ":") && number(i + 4) >= 0) {
          second = Math.min(59, number(i + 4));
          timeEnd = i + 5;
          if (is(timeEnd, ".") || is(timeEnd, ",")) {
            timeEnd += 2;
          }
        }
        int mark = timeEnd;
        while (mark < pieces.size() && pieces.get(mark).isBlank()) {
          mark++;
        }
        if (mark < pieces.size()) {
          String word = pieces.get(mark);
          boolean isDotted = (word.equals("a") || word.equals("p")) && is(mark + 1, ".");
          if (word.equals("pm") || (isDotted && word.equals("p"))) {
            hour = hour < 12 ? hour + 12 : hour;
          } else if (word.equals("am") || isDotted) {
            hour = hour == 12 ? 0 : hour;
          }
        }
        return LocalTime.of(hour % 24, minute, second);
      }
      return null;
    }

    private ZoneId zone() {
      for (int i = timeEnd; i < pieces.size() && i < timeEnd + 12; i++) {
        String piece = pieces.get(i);
        boolean isOffset = piece.equals("+") || piece.equals("-") || piece.equals("−");
        // " - 5 March 2024" after a time is a dash, not an offset.
        if (isOffset && i + 1 < pieces.size() && number(i + 1) >= 0) {
          String digits = pieces.get(i + 1);
          int hours;
          int minutes = 0;
          if (digits.length() == 4) {
            hours = number(i + 1) / 100;
            minutes = number(i + 1) % 100;
          } else {
            hours = number(i + 1);
            minutes = is(i + 2, ":") ? Math.max(0, number(i + 3)) : 0;
          }
          if (hours <= 14 && minutes < 60) {
            int seconds = hours * 3600 + minutes * 60;
            return ZoneOffset.ofTotalSeconds(piece.equals("+") ? seconds : -seconds);
          }
        }
        ZoneId named = ZONES.get(piece);
        if (named != null && !(isOffset(i + 1) && number(i + 2) >= 0)) {
          return named;
        }
      }
      return null;
    }

    private boolean isOffset(int i) {
      return is(i, "+") || is(i, "-");
    }

    private LocalDate date() {
      LocalDate found = compact();
      for (int i = 0; i < pieces.size() && found == null; i++) {
        if (i >= timeAt && i < timeEnd && timeAt >= 0) {
          continue;
        }
        found = numeric(i);
        int month = found == null ? Lexicon.shipped().month(pieces.get(i)) : 0;
        if (month > 0) {
          found = named(i, month);
        }
      }
      return found;
    }

    private LocalDate compact() {
      for (String piece : pieces) {
        if (piece.length() == 8 || (piece.length() == 14 && piece.startsWith("20"))) {
          boolean isDigits = piece.charAt(0) >= '1' && piece.charAt(0) <= '2';
          if (isDigits && (piece.startsWith("19") || piece.startsWith("20"))) {
            return LocalDate.of(
                Integer.parseInt(piece.substring(0, 4)),
                Integer.parseInt(piece.substring(4, 6)),
                Integer.parseInt(piece.substring(6, 8)));
          }
        }
      }
      return null;
    }

    private LocalDate numeric(int i) {
      int first = number(i);
      int j = i + 2;
      boolean isMarked = is(i + 1, "年") || is(i + 1, "년");
      boolean isSeparated =
          isMarked || is(i + 1, "-") || is(i + 1, "/") || is(i + 1, ".") || is(i + 1, "–");
      if (first < 0 || !isSeparated) {
        return null;
      }
      if (j < pieces.size() && pieces.get(j).isBlank()) {
        j++;
      }
      int second = number(j);
      int k = j + 2;
      if (k < pieces.size() && pieces.get(k).isBlank()) {
        k++;
      }
      int third = number(k);
      if (second < 0 || third < 0 || j + 1 >= pieces.size()) {
        return null;
      }
      if (!isMarked && !pieces.get(j + 1).equals(pieces.get(i + 1))) {
        return null;
      }
      if (pieces.get(i).length() == 4) {
        return second > 12 ? null : LocalDate.of(first, second, third);
      }
      int year = pieces.get(k).length() == 4 ? third : third < 70 ? 2000 + third : 1900 + third;
      boolean isSlash = is(i + 1, "/");
      boolean isMonth = first <= 12 && (second > 12 || (isSlash && isMonthFirst));
      return isMonth ? LocalDate.of(year, first, second) : LocalDate.of(year, second, first);
    }

    /** Day and year around a month's name: "5 March 2024", "March 5th, 2024", "5. März 2024". */
    private LocalDate named(int at, int month) {
      int day = -1;
      int year = -1;
      for (int i = Math.max(0, at - 5); i < at; i++) {
        int value = number(i);
        boolean isTime = timeAt >= 0 && i >= timeAt && i < timeEnd;
        if (!isTime && value >= 1 && value <= 31 && pieces.get(i).length() <= 2) {
          day = value;
        }
      }
      for (int i = at + 1; i < pieces.size() && i < at + 9; i++) {
        int value = number(i);
        boolean isTime = timeAt >= 0 && i >= timeAt && i < timeEnd;
        if (isTime || value < 0) {
          continue;
        }
        if (pieces.get(i).length() == 4) {
          year = value;
          break;
        }
        if (day < 0 && value >= 1 && value <= 31) {
          day = value;
        }
      }
      return day < 0 || year < 0 ? null : LocalDate.of(year, month, day);
    }
  }
}
