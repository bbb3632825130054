package org.copydesk.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Map;
import org.copydesk.row.RejectRow;
import org.copydesk.row.SiteRow;
import org.copydesk.row.SpanRow;
import org.copydesk.table.SomeRow;
import org.junit.jupiter.api.Test;

class RowMaskTest {
  private static final String MAIL = "desk@elm.example.org";

  @Test
  void columnsThatHoldWordsOfAPageAreMaskedAndNoOthers() {
    RejectRow row =
        SomeRow.of(Tables.REJECTS, Map.of("message", "by " + MAIL, "source_file", MAIL));
    RejectRow masked = RowMask.mask(Tables.REJECTS, row);
    assertEquals("by [email]", masked.message());
    assertEquals(MAIL, masked.sourceFile());
  }

  @Test
  void aTableWithoutWordsIsLeftAsItIs() {
    SpanRow row = SomeRow.of(Tables.SPANS, Map.of("source_file", MAIL));
    assertSame(row, RowMask.mask(Tables.SPANS, row));
  }

  @Test
  void jsonStaysJson() {
    SiteRow row =
        SomeRow.of(
            Tables.SITES,
            Map.of("learned", "{\"lines\":[{\"text\":\"" + MAIL + "\",\"pages\":3}]}"));
    assertEquals(
        "{\"lines\":[{\"text\":\"[email]\",\"pages\":3}]}",
        RowMask.mask(Tables.SITES, row).learned());
  }

  @Test
  void namesAndNumbersInJsonAreMaskedToo() {
    assertEquals("{\"[email]\":true}", RowMask.maskJson("{\"" + MAIL + "\":true}"));
    assertEquals("[\"[card]\",1.5,null]", RowMask.maskJson("[4111111111111111,1.5,null]"));
  }

  @Test
  void whatHoldsNothingKeepsItsBytesAndWhatIsNoJsonIsText() {
    String spaced = "{ \"a\" :\t1.50 }";
    assertSame(spaced, RowMask.maskJson(spaced));
    assertEquals("{broken [email]", RowMask.maskJson("{broken " + MAIL));
  }
}
