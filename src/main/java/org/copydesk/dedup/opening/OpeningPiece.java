package org.copydesk.dedup.opening;

import com.ibm.icu.util.PersianCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import org.copydesk.dedup.opening.Opening.Token;
import org.copydesk.dedup.opening.Opening.Type;

/** A word or a number of an opening before its neighbours say what it means. */
final class OpeningPiece {
  private static final long DAY = 24L * 60 * 60 * 1000;

  String form;
  final Type type;
  final double value;
  final boolean isCapital;
  boolean isStart;
  final boolean isMoney;
  final boolean isNone;
  int year;
  int month;
  int minutes = -1;
  boolean isAmbiguous;

  /** Form of a date whose day may be its month; null where it may not. */
  String otherwise;

  /** Whether it was spelled with a part of one: "eight and a half". */
  boolean isSpeltFraction;

  /** Whether it is the half before an hour: German "halb neun". */
  boolean isHalfTo;

  /** Whether all its letters are capitals. */
  boolean isCode;

  /** What a date is where it is none: "1.12." at the end of a sentence; otherwise not a number. */
  double decimal = Double.NaN;

  /** Whether its figures stand in groups: "1,990" is no year. */
  boolean isGrouped;

  /** Whether an ending at its figures says that it is a decade: "1990s", "1990er". */
  boolean isDecade;

  /** Whether a full stop stands behind it. */
  boolean isShortened;

  double unit;
  double high;

  OpeningPiece(
      String form,
      Type type,
      double value,
      boolean isCapital,
      boolean isStart,
      boolean isMoney,
      boolean isNone) {
    this.form = form;
    this.type = type;
    this.value = value;
    this.isCapital = isCapital;
    this.isStart = isStart;
    this.isMoney = isMoney;
    this.isNone = isNone;
  }

  static OpeningPiece word(String form, boolean isCapital, boolean isStart) {
    return new OpeningPiece(form, Type.WORD, 0, isCapital, isStart, false, false);
  }

  static OpeningPiece number(double value, boolean isStart, boolean isMoney) {
    return new OpeningPiece(plain(value), Type.NUMBER, value, false, isStart, isMoney, false);
  }

  static OpeningPiece date(int month, int day, int year, boolean isStart) {
    String form = "date " + month + "-" + day;
    OpeningPiece date =
        new OpeningPiece(form, Type.DATE, month * 100 + day, false, isStart, false, false);
    date.year = year;
    date.month = month;
    return date;
  }

  /**
   * Makes a date one of a year of the Solar Hijri calendar: 10 Ordibehesht 1404 is 30 April 2025.
   */
  void ofSolarYear(int solar) {
    PersianCalendar calendar = new PersianCalendar(TimeZone.GMT_ZONE, ULocale.ROOT);
    calendar.set(solar, month - 1, (int) value % 100, 12, 0, 0);
    LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(calendar.getTimeInMillis(), DAY));
    month = day.getMonthValue();
    year = day.getYear();
    form = "date " + month + "-" + day.getDayOfMonth();
  }

  static OpeningPiece time(int minutes, boolean isStart) {
    OpeningPiece time =
        new OpeningPiece("time " + minutes, Type.TIME, minutes, false, isStart, false, false);
    time.minutes = minutes;
    time.otherwise = "number " + 60 * minutes + " seconds"; // "1h30" may be how long
    return time;
  }

  Token token() {
    boolean isWeak = isNone || isAmbiguous || isCapital && type == Type.NUMBER;
    String compared = type == Type.NUMBER ? "number " + form : form;
    return new Token(
        compared,
        type,
        isCapital && type == Type.WORD,
        isWeak,
        isStart,
        year,
        otherwise,
        isShortened);
  }

  /** Makes "1990" the same as "90" where its neighbours say that it is a decade. */
  void asDecade() {
    boolean mayBe = type == Type.NUMBER && !isMoney && !isGrouped && otherwise == null;
    if (mayBe && value > 1900 && value < 2000 && value % 10 == 0) {
      otherwise = "number " + (int) (value % 100);
    }
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
