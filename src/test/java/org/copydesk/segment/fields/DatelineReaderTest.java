package org.copydesk.segment.fields;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import org.copydesk.model.Article;
import org.copydesk.model.Page;
import org.copydesk.segment.SegmentSettings;
import org.copydesk.segment.Segmenter;
import org.copydesk.segment.SiteModel;
import org.junit.jupiter.api.Test;

class DatelineReaderTest {
  private static Article article(String title, String first) {
    String page =
        title + "\n\n" + first + "\n\nThe mayor said the work would take nine weeks in all.";
    byte[] payload = page.getBytes(StandardCharsets.UTF_8);
    return new Segmenter(SegmentSettings.defaults())
        .segment(Page.text("page.txt", 0, payload), SiteModel.NONE)
        .article();
  }

  private static String dateline(String first) {
    return article("Council agrees on the new harbour wall", first).dateline();
  }

  @Test
  void aDashMayStandAtTheDay() {
    assertThat(dateline("DUNHOLT, Oct 2- The council agreed on Monday."), is("DUNHOLT, Oct 2"));
    assertThat(dateline("Seats 1- The council agreed on Monday to pay."), nullValue());
  }

  @Test
  void hyphensAndQuotationMarksMayStandBeforeTheDash() {
    assertThat(
        dateline("STOW-ON-SEA, Oct 2 - The council’s wall is paid."), is("STOW-ON-SEA, Oct 2"));
    assertThat(dateline("DUNHOLT, Oct 2 -- The council agreed to pay."), is("DUNHOLT, Oct 2"));
    assertThat(dateline("DUNHOLT, Oct 2 – The council agreed to pay."), is("DUNHOLT, Oct 2"));
  }

  @Test
  void capitalsMayBeLost() {
    assertThat(dateline("dunholt, april 7 - the council agreed to pay."), is("dunholt, april 7"));
    assertThat(
        dateline("Port dunholt, april 7 - The council agreed."), is("Port dunholt, april 7"));
  }

  @Test
  void asterisksOfAWireAreLeftOut() {
    assertThat(dateline("****DUNHOLT, March 5 - The council agreed."), is("DUNHOLT, March 5"));
  }

  @Test
  void aHeadlineWithAWordThatIsAMonthKeepsItsDash() {
    Article article =
        article("WATER WORKS MAY SHUT IN THE AUTUMN - TRADE", "DUNHOLT, June 3 - The works may.");
    assertThat(article.title(), is("WATER WORKS MAY SHUT IN THE AUTUMN - TRADE"));
    assertThat(article.dateline(), is("DUNHOLT, June 3"));
  }

  @Test
  void aLineOfFiguresUnderADatelineIsNoTeaser() {
    Article article =
        article("DUNHOLT MILLS 3RD QTR NET", "DUNHOLT, Oct 19 - Shr 18 cts vs 51 cts");
    assertThat(article.dateline(), is("DUNHOLT, Oct 19"));
  }
}
