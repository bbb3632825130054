package org.copydesk.report.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers as a person reads them, the same in every locale. */
public final class Figures {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Figures() {}

  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** A number of things: "1 page", "2,000 pages". */
  public static String counted(long value, String thing) {
    return count(value) + " " + thing + (value == 1 ? "" : "s");
  }

  /** A change: with its sign, or "no change". */
  public static String change(long value) {
    return value == 0 ? "no change" : String.format(Locale.ROOT, "%+,d", value);
  }

  /** A share of a whole in percent; empty when there is no whole. */
  public static String share(long part, long whole) {
    if (whole == 0) {
      return "";
    }
    double percent = 100.0 * part / whole;
    boolean isSmall = percent != 0 && percent < 0.1;
    return isSmall ? "<\u00A00.1\u00A0%" : String.format(Locale.ROOT, "%.1f\u00A0%%", percent);
  }

  public static String bytes(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double value = bytes;
    int unit = -1;
    while (value >= 999.95 && unit < 4) {
      value /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %cB", value, "kMGTP".charAt(unit));
  }

  public static String seconds(double seconds) {
    if (seconds < 60) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    return whole < 3600
        ? whole / 60 + " min " + whole % 60 + " s"
        : whole / 3600 + " h " + whole % 3600 / 60 + " min";
  }

  /** A measure between 0 and 1. */
  public static String ratio(Double value) {
    return value == null ? null : String.format(Locale.ROOT, "%.2f", value);
  }

  /**
   * @param micros microseconds since 1970; null stays null
   */
  public static String day(Instant time) {
    return time == null
        ? null
        : DAY.format(LocalDate.ofEpochDay(Math.floorDiv(time.getEpochSecond(), 86_400)));
  }

  /**
   * A time that may be a day alone, which is stored as its beginning: the day, or the minute.
   *
   * @param precision {@code day}, {@code minute} or {@code second}; null where it is not stored,
   *     and the beginning of a day is taken for the day
   */
  public static String moment(Instant time, String precision) {
    boolean isMidnight = Math.floorMod(time.getEpochSecond(), 86_400) == 0 && time.getNano() == 0;
    boolean isDay = precision == null ? isMidnight : precision.equals("day");
    return isDay ? LocalDate.ofInstant(time, ZoneOffset.UTC).toString() : minute(time);
  }

  public static String minute(Instant time) {
    return MINUTE.format(time) + " UTC";
  }
}
