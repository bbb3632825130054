package org.copydesk.beam;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.copydesk.model.Article;
import org.copydesk.model.Reason;
import org.copydesk.model.RejectStage;
import org.copydesk.model.Rejected;
import org.junit.jupiter.api.Test;

class RecordSchemaTest {
  @Test
  void aRecordWithinARecordComesBackAsItWas() {
    Article article =
        new Article(
            "Crane falls",
            null,
            List.of("Ann Miller", "Bo Li"),
            null,
            Instant.parse("2026-02-03T04:05:06.123456789Z"),
            null,
            "A text.",
            null,
            "example.org");
    PageArticle record = new PageArticle("00ff", "a.txt", 7, null, null, null, 2, article);
    assertThat(RecordSchema.record(PageArticle.class, RecordSchema.row(record)), is(record));
  }

  @Test
  void aConstantIsItsName() {
    Rejected rejected =
        new Rejected("a.txt", 3, 0, 9, RejectStage.SEGMENT, Reason.WORK_LIMIT, null);
    assertThat(RecordSchema.row(rejected).getString("reason"), is(Reason.WORK_LIMIT.name()));
    assertThat(RecordSchema.record(Rejected.class, RecordSchema.row(rejected)), is(rejected));
  }

  private record Odd(Object anything) {}

  @Test
  void whatHasNoFieldIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> RecordSchema.schema(Odd.class));
  }
}
