package org.copydesk.html;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import org.junit.jupiter.api.Test;

/** What stands in the box of a text and is none of it. */
class StrayBlocksTest {
  private static String paragraphs(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      text.append("<p>The office counted ").append(i * 7).append(" boats at the quay before the");
      text.append(" wind turned, and said that none of them would leave it until the water had");
      text.append(" fallen by ").append(i).append(" feet or more.</p>");
    }
    return text.toString();
  }

  private static String text(String body) {
    String html = "<html lang='en'><body><main><h1>Ferry is back</h1>" + body + "</main></body>";
    return new HtmlSegmenter(HtmlSettings.defaults())
        .segment(Labelled.page("https://harbour.example/news/2024/ferry-is-back", html))
        .article()
        .text();
  }

  @Test
  void theWholeTextOnceMoreInOneBlockIsLeftOut() {
    String all = paragraphs(9);
    String copy = "<div>" + all.replace("<p>", "").replace("</p>", " ") + "</div>";
    String once = text("<div>" + all + "</div>");
    assertThat(text("<div>" + all + copy + "</div>"), is(once));
    assertThat(once.split("\n\n").length, is(9));
  }

  @Test
  void theLatinOfATemplateIsLeftOut() {
    String latin = "<p>Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do.</p>";
    String found = text("<div>" + paragraphs(9) + latin + latin.replace("sed", "id") + "</div>");
    assertThat(found, not(containsString("Lorem")));
    String one = "<p>The notice said lorem ipsum dolor sit amet, and nobody on the pier knew.</p>";
    assertThat(text("<div>" + paragraphs(9) + one + "</div>"), containsString("lorem"));
  }

  @Test
  void linesFarBehindTheTextAreLeftOut() {
    String near = "<ul>" + "<li><a href='/n'>Other news of the quay</a></li>".repeat(10) + "</ul>";
    String lines = "<p>Tide table of the week, as posted on the door.</p>";
    String text = "<div>" + paragraphs(9);
    assertThat(text(text + near + lines + "</div>"), containsString("Tide table"));
    String far = "<ul>" + "<li><a href='/n'>Other news of the quay</a></li>".repeat(40) + "</ul>";
    assertThat(text(text + far + lines + "</div>"), not(containsString("Tide table")));
  }
}
