package org.copydesk.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SiteDaysTest {
  private static final long FIRST = 19_800;

  private final TreeMap<Long, Integer> days = new TreeMap<>();
  private final List<SiteDays.Site> sites = new ArrayList<>();

  /** A site with two articles a day from one day to another. */
  private void site(String name, int from, int to) {
    TreeMap<Long, Integer> counts = new TreeMap<>();
    for (int day = from; day <= to; day++) {
      counts.put(FIRST + day, 2);
      days.merge(FIRST + day, 2, Integer::sum);
    }
    sites.add(new SiteDays.Site(name, counts));
  }

  private SiteDays.Line line(String name) {
    return SiteDays.of(days, sites).lines().stream()
        .filter(line -> line.site().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aSiteThatFellSilentStandsFirstAndSaysForHowLong() {
    site("steady", 0, 49);
    site("stopped", 0, 35);
    assertThat(SiteDays.of(days, sites).lines().get(0).site(), is("stopped"));
    assertThat(line("stopped").isSilent(), is(true));
    assertThat(line("stopped").silentDays(), is(14L));
    assertThat(line("steady").isSilent(), is(false));
  }

  @Test
  void aSiteOfFewArticlesOrADayLateIsNotCalledSilent() {
    site("steady", 0, 49);
    site("late", 0, 48);
    site("rare", 0, 2);
    assertThat(line("late").isSilent(), is(false));
    assertThat(line("rare").isSilent(), is(false));
  }

  @Test
  void aWrongDateFarFromAllOthersDoesNotStretchTheStrips() {
    for (int i = 0; i < 20; i++) {
      site("s" + i, 0, 49);
    }
    days.merge(FIRST - 9_000, 1, Integer::sum);
    days.merge(FIRST + 9_000, 1, Integer::sum);
    SiteDays strips = SiteDays.of(days, sites);
    assertThat(strips.daysAColumn(), is(1));
    assertThat(strips.to(), is("2024-05-06"));
  }

  @Test
  void manyYearsFitTheStripByColumnsOfSeveralDays() {
    site("old", 0, 3_000);
    SiteDays strips = SiteDays.of(days, sites);
    for (SiteDays.Column column : strips.lines().get(0).columns()) {
      assertThat(column.x() + 3, lessThanOrEqualTo(strips.width()));
    }
  }

  @Test
  void withoutDatesThereAreNoStrips() {
    assertThat(SiteDays.of(days, sites).lines(), is(List.of()));
  }

  private static String explained(String inputs, String place) throws Exception {
    return ExplainLine.of(new ObjectMapper().readTree("{\"patterns\":" + inputs + "}")).of(place);
  }

  @Test
  void theLineToExplainNamesTheFileAsTheInputsLetIt() throws Exception {
    assertThat(
        explained("[\"dumps\"]", "a/0001.txt #0"),
        is("copydesk explain 'dumps/a/0001.txt' --record=0"));
    assertThat(
        explained("[\"dumps/2025-*/*.gz\"]", "2025-01/x.gz #7"),
        is("copydesk explain 'dumps/2025-01/x.gz' --record=7"));
    assertThat(
        explained("[\"in/day.jsonl\"]", "day.jsonl #3"),
        is("copydesk explain 'in/day.jsonl' --record=3"));
    assertThat(
        explained("[\"a\",\"b\"]", "it's.txt #1"),
        is("copydesk explain 'it'\\''s.txt' --record=1"));
  }

  @Test
  void twoSitesOfOneNameAreToldApartByTheirKeys() {
    SiteLabels labels = new SiteLabels();
    labels.add("template-1", "post");
    labels.add("template-2", "post");
    labels.add("template-3", "ledger");
    labels.add("a.example", "a.example");
    assertThat(labels.of("template-1"), is("post (template-1)"));
    assertThat(labels.of("template-3"), is("ledger"));
    assertThat(labels.of("a.example"), is("a.example"));
    assertThat(labels.of("unknown"), is("unknown"));
  }
}
