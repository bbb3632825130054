package org.copydesk.report.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Counts publication days and shows them by day, month or year, whichever gives a readable number
 * of columns. Days before 1970 and after 2099 are counted at the ends. Memory: 47,482 counters.
 */
public final class DateBins {
  private static final int DAYS = (int) LocalDate.of(2100, 1, 1).toEpochDay();
  private static final long SECONDS_A_DAY = 86_400;
  private static final int MOST_COLUMNS = 62;

  private final long[] days = new long[DAYS];
  private long before;
  private long after;
  private long all;

  public void add(Instant time) {
    long day = Math.floorDiv(time.getEpochSecond(), SECONDS_A_DAY);
    all++;
    if (day < 0) {
      before++;
    } else if (day >= DAYS) {
      after++;
    } else {
      days[(int) day]++;
    }
  }

  /** How wide a column is: day, month or year. */
  public String unit() {
    long span = quantile(0.995) - quantile(0.005);
    return span <= MOST_COLUMNS ? "day" : span <= MOST_COLUMNS * 30L ? "month" : "year";
  }

  /** Bars between the outermost half percents; what is outside is told at the ends. */
  public List<Chart.Bar> bars() {
    List<Chart.Bar> bars = new ArrayList<>();
    if (all == before + after) {
      return bars;
    }
    int low = start(LocalDate.ofEpochDay(quantile(0.005)));
    LocalDate last = LocalDate.ofEpochDay(quantile(0.995));
    long earlier = before + sum(0, low);
    if (earlier > 0) {
      bars.add(Chart.Bar.of("earlier", earlier));
    }
    int from = low;
    while (from <= last.toEpochDay()) {
      LocalDate date = LocalDate.ofEpochDay(from);
      int to = (int) Math.min(DAYS, next(date).toEpochDay());
      bars.add(Chart.Bar.of(label(date), sum(from, to)));
      from = to;
    }
    long later = after + sum(from, DAYS);
    if (later > 0) {
      bars.add(Chart.Bar.of("later", later));
    }
    return bars;
  }

  private int start(LocalDate date) {
    return (int)
        switch (unit()) {
          case "day" -> date.toEpochDay();
          case "month" -> date.withDayOfMonth(1).toEpochDay();
          default -> date.withDayOfYear(1).toEpochDay();
        };
  }

  private LocalDate next(LocalDate date) {
    return switch (unit()) {
      case "day" -> date.plusDays(1);
      case "month" -> date.plusMonths(1);
      default -> date.plusYears(1);
    };
  }

  private String label(LocalDate date) {
    return switch (unit()) {
      case "day" -> date.toString();
      case "month" -> String.format(Locale.ROOT, "%04d-%02d", date.getYear(), date.getMonthValue());
      default -> Integer.toString(date.getYear());
    };
  }

  private long sum(int from, int to) {
    long sum = 0;
    for (int day = from; day < to; day++) {
      sum += days[day];
    }
    return sum;
  }

  /** The day below which that share of the days inside the bounds lies. */
  private int quantile(double share) {
    long inside = all - before - after;
    long target = (long) Math.floor(share * (inside - 1));
    long seen = 0;
    for (int day = 0; day < DAYS; day++) {
      seen += days[day];
      if (seen > target) {
        return day;
      }
    }
    return 0;
  }
}
