package org.copydesk.segment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.copydesk.model.Article;
import org.copydesk.model.Page;
import org.copydesk.segment.lines.State;
import org.copydesk.segment.lines.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A day and the midnight that begins it are one instant: what the page printed tells them apart.
 */
class PublishedPrecisionTest {
  private static final String TITLE = "Ferry to Skarnholm is sold";
  private static final String TEXT =
      "The county sold the ferry to Skarnholm on Monday, and nobody on the island was asked.\n\n"
          + "It has crossed the sound since 1961, first with cattle and later with bicycles.\n";

  private static Article article(String printed, String stated) {
    String text = TITLE + "\n\n" + (printed.isEmpty() ? "" : printed + "\n\n") + TEXT;
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    Page page =
        new Page(
            "day.jsonl",
            0,
            null,
            null,
            null,
            null,
            stated,
            null,
            Page.Kind.TEXT,
            payload,
            null,
            null);
    return new Segmenter(SegmentSettings.defaults()).segment(page, SiteModel.NONE).article();
  }

  @Test
  void aDateWithATimeRightOverTheHeadlineIsThatOfTheText() {
    Unit date = new Unit();
    Unit other = new Unit();
    date.isDate = true;
    date.isTimed = true;
    State[] labels = {State.BEFORE, State.TITLE, State.BODY};
    LabelsByRule.set(List.of(date, other, other), labels);
    assertThat(labels[0], is(State.DATE));
    date.isTimed = false;
    State[] day = {State.BEFORE, State.TITLE, State.BODY};
    LabelsByRule.set(List.of(date, other, other), day);
    assertThat(day[0], is(State.BEFORE));
    date.isTimed = true;
    State[] dated = {State.BEFORE, State.TITLE, State.DATE};
    LabelsByRule.set(List.of(date, other, other), dated);
    assertThat(dated[0], is(State.BEFORE));
    State[] farther = {State.BEFORE, State.BEFORE, State.TITLE};
    LabelsByRule.set(List.of(date, other, other), farther);
    assertThat(farther[0], is(State.BEFORE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "By Rolf Tanger, 4 March 2024|2024-03-04T00:00:00Z|day",
        "Published 4 March 2024, 00:00 GMT|2024-03-04T00:00:00Z|minute",
        "4 March 2024 14:30 GMT|2024-03-04T14:30:00Z|minute",
        "2024-03-04T14:30:05Z|2024-03-04T14:30:05Z|second",
        "Mis à jour le 4 mars 2024 à 9h30|2024-03-04T09:30:00Z|minute",
      })
  void isThatOfTheDateThePagePrints(String printed, Instant at, String precision) {
    Article article = article(printed, null);
    assertThat(article.publishedAt(), is(at));
    assertThat(article.details().publishedPrecision().stored(), is(precision));
  }

  @ParameterizedTest
  @CsvSource({"2024-03-04,day", "2024-03-04T00:00,minute", "2024-03-04T00:00:00Z,second"})
  void isThatOfTheRecordWhereThePagePrintsNone(String stated, String precision) {
    Article article = article("", stated);
    assertThat(article.publishedAt(), is(Instant.parse("2024-03-04T00:00:00Z")));
    assertThat(
        article.details().publishedPrecision().name().toLowerCase(Locale.ROOT), is(precision));
  }

  @Test
  void isUnknownWithTheDate() {
    Article article = article("", null);
    assertThat(article.publishedAt(), nullValue());
    assertThat(article.details().publishedPrecision(), nullValue());
  }
}
