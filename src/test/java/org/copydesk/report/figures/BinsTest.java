package org.copydesk.report.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Counts of days and of sizes as a report draws them. */
class BinsTest {
  private static Instant day(String date) {
    return LocalDate.parse(date).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private static List<String> labels(List<Chart.Bar> bars) {
    return bars.stream().map(Chart.Bar::label).toList();
  }

  @Test
  void nothingHasNoBars() {
    assertEquals(List.of(), new DateBins().bars());
    DateBins outside = new DateBins();
    outside.add(day("1900-01-01"));
    assertEquals(List.of(), outside.bars());
  }

  @Test
  void theSpanOfTheDaysSaysHowWideAColumnIs() {
    DateBins days = new DateBins();
    days.add(day("2026-03-01"));
    days.add(day("2026-03-03"));
    days.add(day("2026-03-05"));
    assertEquals("day", days.unit());
    assertEquals(
        List.of("2026-03-01", "2026-03-02", "2026-03-03"), labels(days.bars()).subList(0, 3));
    DateBins months = new DateBins();
    DateBins years = new DateBins();
    for (int i = 0; i < 12; i++) {
      months.add(day("2026-01-15").plusSeconds(86_400L * 30 * i));
      years.add(day("1990-01-15").plusSeconds(86_400L * 1000 * i));
    }
    assertEquals("month", months.unit());
    assertEquals("2026-01", labels(months.bars()).get(0));
    assertEquals("year", years.unit());
    assertEquals("1990", labels(years.bars()).get(0));
  }

  @Test
  void everyDayIsInSomeColumn() {
    DateBins bins = new DateBins();
    for (int i = 0; i < 1000; i++) {
      bins.add(day("2026-03-01").plusSeconds(86_400L * (i % 7)));
    }
    bins.add(day("1931-01-01"));
    bins.add(day("2200-01-01"));
    bins.add(day("1999-01-01"));
    List<Chart.Bar> bars = bins.bars();
    assertEquals("earlier", bars.get(0).label());
    assertEquals("later", bars.get(bars.size() - 1).label());
    assertEquals(1003, bars.stream().mapToDouble(Chart.Bar::value).sum());
  }

  @Test
  void aSizeIsBelowItsBinsUpperBound() {
    SizeBins words = SizeBins.words();
    words.add(24);
    words.add(25);
    words.add(49);
    words.add(50);
    assertEquals(List.of("0–24", "25–49", "50–99"), labels(words.bars()));
    assertEquals(2, words.bars().get(1).value());
    SizeBins many = SizeBins.multiples();
    many.add(1);
    many.add(2);
    many.add(1_000_000);
    List<String> labels = labels(many.bars());
    assertEquals(List.of("1", "2", "3–4"), labels.subList(0, 3));
    assertTrue(labels.get(labels.size() - 1).endsWith("+"), labels.toString());
  }
}
