package org.copydesk.segment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.copydesk.model.Page;
import org.copydesk.model.Segmented;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that is known to be an article's comes out whole. */
class GivenTextTest {
  private static Segmented read(String text) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    Page page = new Page("f", 0, null, null, null, "Title", null, null, Page.Kind.BODY, payload);
    Segmented read = new Segmenter(SegmentSettings.defaults()).segment(page, SiteModel.NONE);
    SpanChecks.cover(payload, read);
    return read;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The council agreed on Monday to build the tram line. ",
        "Größe zählt, sagte der Bürgermeister. ",
        "市議会は月曜日に路面電車の建設を承認した。",
        "𝒜𝒷𝒸 😀 mixed ",
        "... --- ... ",
        "seldom\u200B\u200B\u200B seen "
      })
  void paragraphsOfAnyLengthAreWhole(String sentence) {
    String once = sentence.strip();
    for (int times : List.of(1, 10, 40, 400)) {
      String paragraph = sentence.repeat(times).strip();
      Segmented read = read("First words here.\n\n" + paragraph + "\n\n" + once);
      assertThat(read.article().text(), is("First words here.\n\n" + paragraph + "\n\n" + once));
    }
  }

  @Test
  void aWrappedParagraphIsJoinedBesideALongLine() {
    String wrapped =
        "The harbour was opened again on Monday after three\n"
            + "weeks of repairs to its northern wall, which the\n"
            + "storm of last month had broken in two places, as\n"
            + "the harbour master said in a short note to ferry\n"
            + "companies and fishermen of the bay.";
    String wide = "A long line goes on and on. ".repeat(60).strip();
    Segmented read = read(wide + "\n\n" + wrapped);
    assertThat(read.article().text(), is(wide + "\n\n" + wrapped.replace('\n', ' ')));
  }
}
