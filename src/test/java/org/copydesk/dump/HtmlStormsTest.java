package org.copydesk.dump;

import static org.copydesk.dump.ReadDump.utf8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import org.copydesk.model.Reason;
import org.junit.jupiter.api.Test;

class HtmlStormsTest {
  private final HtmlStorms storms = new HtmlStorms(DumpSettings.defaults());

  private Reason find(String body) {
    return storms.find(utf8("<html><body>" + body + "</body></html>"));
  }

  @Test
  void elementsAreBoundedByWhatTheyTake() {
    for (String piece : new String[] {"<p>a", "<b>a</b>", "<br>", "<td>a", "<i a=b>a</i>"}) {
      assertThat(piece, find(piece.repeat(250_001)), is(Reason.TOO_MANY_ELEMENTS));
      assertThat(piece, find(piece.repeat(200_000)), is(nullValue()));
    }
  }

  @Test
  void attributesAreBoundedByWhatComparingThemTakes() {
    assertThat(find("<p " + "a=1 ".repeat(1_000_000) + ">"), is(Reason.TOO_MANY_ATTRIBUTES));
    String many = "<p " + "a=1 ".repeat(1_000) + ">text</p>";
    assertThat(find(many.repeat(1_000)), is(Reason.TOO_MANY_ATTRIBUTES));
    String few = "<p " + "a=1 ".repeat(60) + ">text</p>";
    assertThat(find(few.repeat(60_000)), is(Reason.TOO_MANY_ATTRIBUTES));
    assertThat(find(many.repeat(10)), is(nullValue()));
  }

  @Test
  void aLongValueOfManyWordsIsNoStorm() {
    // Pages carry their data so, a megabyte of it at times.
    assertThat(
        find("<div data-page='" + "{\"a\": 1} ".repeat(100_000) + "'>x</div>"), is(nullValue()));
    assertThat(find("<img src=\"data:" + "x".repeat(8 << 20) + "\">"), is(nullValue()));
  }

  @Test
  void whatIsDeepIsNoStormUntilNoParserBearsIt() {
    assertThat(find("<div>".repeat(2_000) + "x" + "</div>".repeat(2_000)), is(nullValue()));
    assertThat(find("<div>".repeat(100_000)), is(Reason.TOO_DEEP));
  }

  @Test
  void whatStandsBehindAQuotedEndOfATagIsCountedToo() {
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < 512; i++) {
      kept.append('a').append(i).append(' ');
    }
    for (String hiding :
        new String[] {"x='>'", "x=\">\"", "x = '>'", "x='<i>'", "x=y'<", "'<' y='>'"}) {
      String storm = "<p " + hiding + " " + kept + "z ".repeat(1_000_000) + ">text</p>";
      assertThat(hiding, find(storm), is(Reason.TOO_MANY_ATTRIBUTES));
      String small = "<p " + hiding + " " + kept + ">text</p>";
      assertThat(hiding, find(small.repeat(100)), is(nullValue()));
    }
    String sprinkled = ("z ".repeat(40) + "x='>' ").repeat(30_000);
    assertThat(find("<p " + sprinkled + ">text</p>"), is(Reason.TOO_MANY_ATTRIBUTES));
    String within = "<!-- <p a=\" --><p x='>' " + kept + "z ".repeat(1_000_000) + ">text</p>";
    assertThat(find(within), is(Reason.TOO_MANY_ATTRIBUTES));
  }

  @Test
  void valuesThatHoldTagsAreNoStorm() {
    String value = "<div data-card='<p class=\"a b c\">some words > and more</p>'>x</div>";
    assertThat(find(value.repeat(8_000)), is(nullValue()));
    String code = "<script>if (a > b && c => d) e = '<p a=\"' + f + '\">';</script>";
    assertThat(find(code.repeat(8_000)), is(nullValue()));
    assertThat(find("<a href=\"x>never closed</a> " + "word ".repeat(100_000)), is(nullValue()));
  }

  @Test
  void tagsWhoseQuotesReachOverAllOthersCostNoMoreThanTheyMay() {
    assertThat(find("<p a='".repeat(200_001)), is(Reason.TOO_MANY_ATTRIBUTES));
    assertThat(find("<p a=".repeat(200_000) + "x".repeat(1 << 20)), is(Reason.TOO_MANY_ATTRIBUTES));
  }
}
