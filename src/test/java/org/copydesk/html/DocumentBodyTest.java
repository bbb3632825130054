package org.copydesk.html;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.EnumSet;
import org.copydesk.model.Article;
import org.copydesk.model.PageType;
import org.junit.jupiter.api.Test;

/** A manual of an invented program, where manuals are asked for and where articles are. */
class DocumentBodyTest {
  private static final HtmlSettings ALL =
      HtmlSettings.defaults().withPageTypes(EnumSet.allOf(PageType.class), true);

  private static String manual(String frame) {
    StringBuilder html = new StringBuilder("<html lang='en'><head><title>tide(1)</title></head>");
    html.append("<body class='docs docpage mediawiki sphinx'>").append(frame);
    html.append("<main><h1>Tide command reference</h1>");
    for (int i = 1; i <= 9; i++) {
      html.append("<h2>Option -").append(i).append("</h2><p>Sets the height of the tide to ");
      html.append(i).append(" metres over the mark of the harbour, and writes it down.</p>");
      html.append("<pre>tide -").append(i).append(" harbour</pre>");
    }
    html.append("<div class='alert alert-danger'><p>Never set the tide of a harbour")
        .append(" that is not your own.</p></div>")
        .append("<h2>See also</h2><ul><li>moon(1), which sets the moon of a harbour</li>")
        .append("<li>ebb(5), the file in which all heights stand</li></ul></main></body></html>");
    return html.toString();
  }

  private static Article read(String html, HtmlSettings settings) {
    String url = "https://docs.tide.example/docs/latest/reference/manual/tide";
    return new HtmlSegmenter(settings).segment(Labelled.page(url, html)).article();
  }

  @Test
  void warningsAndWhatStandsUnderSeeAlsoAreOfAManual() {
    Article manual = read(manual(""), ALL);
    assertThat(manual.details().pageType(), is(PageType.DOCUMENTATION));
    assertThat(manual.text(), containsString("Never set the tide"));
    assertThat(manual.text(), containsString("ebb(5)"));
  }

  @Test
  void aNoticeOutsideItsTextIsNot() {
    String frame = "<div class='cookie-notice'><p>This site keeps cookies for the moon.</p></div>";
    assertThat(read(manual(frame), ALL).text(), not(containsString("cookies")));
  }
}
