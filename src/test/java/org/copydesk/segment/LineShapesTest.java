package org.copydesk.segment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import org.copydesk.model.Page;
import org.copydesk.model.Segmented;
import org.copydesk.segment.lines.Markers;
import org.copydesk.segment.lines.Unit;
import org.copydesk.segment.lines.UnitScanner;
import org.junit.jupiter.api.Test;

class LineShapesTest {
  private static Unit scan(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return new UnitScanner(bytes, Markers.LISTED).scan(0, bytes.length);
  }

  @Test
  void numbersOfLongListsAreNoPartOfTheirLines() {
    assertThat(scan("9. Ferry sails again").ordinal, is(9));
    assertThat(scan("99) Ferry sails again").ordinal, is(99));
    assertThat(scan("101. Ferry sails again").ordinal, is(101));
    assertThat(scan("101. Ferry sails again").key, is(scan("Ferry sails again").key));
    assertThat(scan("2024. Ferry sails again").ordinal, is(0));
    assertThat(scan("101 Ferry sails again").ordinal, is(0));
  }

  @Test
  void charactersOfProgramsAreCounted() {
    assertThat(scan("var n = 3; if (n) { t += 'x'; }").symbols, is(7));
    assertThat(scan("Ferry sails again, said the crew (all nine).").symbols, is(0));
  }

  /** Lines of a wire story that break in the middle of a sentence, as a list of titles does. */
  @Test
  void aDatelineUnderTheFirstLineOpensTheText() {
    String text =
        "LORNE MILLS YEAR NET\n\nKIRNACH, March 5 - Shr profit nine cts vs loss two cts\n"
            + "Net profit 9.8 mln vs loss two mln\nRevs 631.2 mln vs 598.1 mln\nYear\n"
            + "Shr profit 1.10 dlrs vs profit 98 cts\n";
    Segmented found =
        new Segmenter(SegmentSettings.defaults())
            .segment(
                Page.text("page.txt", 0, text.getBytes(StandardCharsets.UTF_8)), SiteModel.NONE);
    assertThat(found.article(), is(not(nullValue())));
    assertThat(found.article().dateline(), is("KIRNACH, March 5"));
  }
}
