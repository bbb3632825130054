package org.copydesk.segment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.sameInstance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.copydesk.model.Label;
import org.copydesk.model.Page;
import org.copydesk.model.Segmented;
import org.copydesk.model.Span;
import org.copydesk.model.Teaser;
import org.junit.jupiter.api.Test;

/** What a dumper puts into a page's text does not change what the page is taken for. */
class PageFormTest {
  private static final String MARKED =
      "[Lorne Mercury](https://mercury.example/) | [Sport](/sport) | [Town](/town)\n\n"
          + "![Image 1: the quay](https://mercury.example/quay.jpg)\n\n"
          + "# Harbour board sells the granary on the quay\n\n"
          + "By [Mara Tidewell](https://mercury.example/people/mara_(tidewell))\n\n"
          + "The harbour board of **Lorne** sold the granary on Tuesday to a [company](https://b.example/a"
          + " \"Ginger\") that brews ginger beer.\n\n"
          + "Nobody on the quay was asked, said the rowers, who keep two boats under its roof\\.\n\n"
          + "## Related stories\n\n"
          + "* [Old mill opens its doors as a library](https://mercury.example/mill)\n"
          + "* [Ferry stays in port until Monday morning](/ferry)\n"
          + "* [![Picture](/bees.png)](/bees)\n"
          + "* [Bees move into the roof of the town hall](https://mercury.example/bees)\n";

  private static final String PLAIN =
      "Lorne Mercury | Sport | Town\n\n\n\n"
          + "Harbour board sells the granary on the quay\n\n"
          + "By Mara Tidewell\n\n"
          + "The harbour board of Lorne sold the granary on Tuesday to a company that brews ginger"
          + " beer.\n\n"
          + "Nobody on the quay was asked, said the rowers, who keep two boats under its roof.\n\n"
          + "Related stories\n\n"
          + "Old mill opens its doors as a library\n"
          + "Ferry stays in port until Monday morning\n\n"
          + "Bees move into the roof of the town hall\n";

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Segmented read(String text) {
    byte[] payload = utf8(text);
    Segmented found =
        new Segmenter(SegmentSettings.defaults())
            .segment(Page.text("page.txt", 0, payload), SiteModel.NONE);
    SpanChecks.cover(payload, found);
    return found;
  }

  private static String at(String text, int start, int end) {
    byte[] payload = utf8(text);
    return new String(payload, start, end - start, StandardCharsets.UTF_8);
  }

  @Test
  void markdownIsReadAsItsText() {
    assertThat(new String(Segmenter.plainText(utf8(MARKED)), StandardCharsets.UTF_8), is(PLAIN));
    assertThat(
        new String(Segmenter.plainText(utf8(MARKED.replace("\n", "\r\n"))), StandardCharsets.UTF_8),
        is(PLAIN.replace("\n", "\r\n")));
  }

  @Test
  void aMarkedPageGivesWhatThePlainOneGives() {
    Segmented marked = read(MARKED);
    Segmented plain = read(PLAIN);
    assertThat(marked.article().title(), is(plain.article().title()));
    assertThat(marked.article().authors(), is(List.of("Mara Tidewell")));
    assertThat(marked.article().text(), is(plain.article().text()));
    assertThat(
        marked.teasers().stream().map(Teaser::title).toList(),
        is(plain.teasers().stream().map(Teaser::title).toList()));
  }

  @Test
  void spansAndTeasersStandWhereThePageHasThem() {
    Segmented found = read(MARKED);
    List<String> titles = new ArrayList<>();
    for (Span span : found.spans()) {
      String text = at(MARKED, span.start(), span.end());
      if (span.label() == Label.TITLE) {
        titles.add(text);
      }
      if (span.label() == Label.SEPARATOR) {
        assertThat(text, text.isBlank(), is(true));
      }
    }
    assertThat(titles, is(List.of("Harbour board sells the granary on the quay")));
    Teaser mill = found.teasers().get(0);
    assertThat(mill.url(), is("https://mercury.example/mill"));
    assertThat(at(MARKED, mill.start(), mill.end()), is("Old mill opens its doors as a library"));
    assertThat(found.teasers().get(1).url(), is(nullValue()));
  }

  @Test
  void linksAroundBlocksAndTablesAreReadToo() {
    String text =
        "[\n\n### Ferry sails again after the storm\n\n](https://mercury.example/ferry)\n\n"
            + "| Boat | Seats |\n|---|---:|\n| Anna | 40 |\n\n[Top](#top)\n";
    assertThat(
        new String(Segmenter.plainText(utf8(text)), StandardCharsets.UTF_8),
        is("\n\nFerry sails again after the storm\n\n\n\n Boat  Seats \n\n Anna  40 \n\nTop\n"));
    read(text);
  }

  @Test
  void blocksSideBySideOnAFewLinesArePartedAtWideGaps() {
    String one = PLAIN.strip().replaceAll("\n+", "   ");
    Segmented found = read(one + "   " + one.replace("granary", "old mill"));
    assertThat(found.article().title(), is("Harbour board sells the granary on the quay"));
    assertThat(found.article().text().split("\n\n").length, greaterThan(1));
  }

  @Test
  void aPlainTextStaysAsItIs() {
    for (String text :
        List.of(
            "The board (see [1](note)) met.\n\nIt sold item #3 and * 4.\n",
            "# 1 Oak Street was sold\n\nThe house stood empty for years.\n",
            "A table   of   wide   gaps\n\nAnd a text of one line below it, as ever.\n",
            "a**b\n\n[brackets] and (more brackets)\n",
            "")) {
      byte[] payload = utf8(text);
      assertThat(text, Segmenter.plainText(payload), sameInstance(payload));
    }
  }

  @Test
  void brokenMarksLoseNoByte() {
    Random random = new Random(7);
    String[] parts = {
      "[",
      "]",
      "(",
      ")",
      "](http://a.example)",
      "![",
      "**",
      "# ",
      "\n",
      "|",
      "\\",
      "* ",
      "text ",
      "é",
      "[a](/b)",
      "   ",
      "Words of a line that stand here. "
    };
    for (int n = 0; n < 2_000; n++) {
      StringBuilder text = new StringBuilder("[a](/b) [c](/d)\n");
      for (int k = random.nextInt(60); k > 0; k--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      read(text.toString());
    }
    assertThat(read("[](/a)[](/b)[](/c)").teasers(), is(empty()));
  }

  /** Brackets that close nowhere: what is looked at grows with the text, not with its square. */
  @Test
  void openBracketsCostNoMoreThanOthers() {
    String text = "[a](/b) [c](/d)\n" + "[".repeat(400_000) + "](/x".repeat(100_000);
    byte[] payload = utf8(text);
    byte[] plain = Segmenter.plainText(payload);
    assertThat(plain.length, lessThan(payload.length + 1));
  }
}
