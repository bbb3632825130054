package org.copydesk.html;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.copydesk.model.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each page of {@code testdata/markdown} beside the Markdown that is right for it. */
class MarkdownTest {
  private static final Path PAGES = Path.of("testdata/markdown");

  static List<String> pages() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".html"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void isWhatStandsBesideThePage(String name) throws IOException {
    Path golden = PAGES.resolve(name.replace(".html", ".md"));
    String written = article(name, true).details().markdown() + "\n";
    if (System.getenv("COPYDESK_GOLDEN") != null) {
      Files.writeString(golden, written);
    }
    assertThat(written, is(Files.readString(golden)));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void textStaysPlainAndTheSame(String name) throws IOException {
    Article with = article(name, true);
    Article without = article(name, false);
    assertThat(with.text(), is(without.text()));
    assertThat(without.details().markdown(), nullValue());
    assertThat(letters(markdownAsText(with)), is(letters(with.text())));
  }

  @Test
  void twentyPagesAreHeldAgainstTheirGoldenFiles() throws IOException {
    assertThat(pages(), hasSize(20));
  }

  private static Article article(String name, boolean isWithMarkdown) throws IOException {
    String html = Files.readString(PAGES.resolve(name));
    HtmlSettings settings = HtmlSettings.defaults().withMarkdown(isWithMarkdown);
    Article article =
        new HtmlSegmenter(settings)
            .segment(
                Labelled.page("https://harbour.example/news/2024/how-the-boats-came-back", html))
            .article();
    assertThat(name, article, notNullValue());
    return article;
  }

  /** Without addresses and the numbers of lists. */
  private static String markdownAsText(Article article) {
    return article
        .details()
        .markdown()
        .replaceAll("\\]\\([^)]*\\)", "]")
        .replaceAll("(?m)^[> ]*\\d+\\. ", "");
  }

  private static String letters(String text) {
    return text.replaceAll("[^\\p{L}\\p{M}\\p{N}]", "");
  }
}
