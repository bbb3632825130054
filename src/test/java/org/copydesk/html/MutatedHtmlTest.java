package org.copydesk.html;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.lessThan;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.copydesk.model.Page;
import org.junit.jupiter.api.Test;

/**
 * Pages damaged at random: bytes, tags, parts cut out, doubled, nested and mixed. Nothing may fail,
 * leave a byte of the text without a label, or take a second. {@code -Dcopydesk.mutants=100000}
 * makes the long run.
 */
class MutatedHtmlTest {
  private static final int MUTANTS = Integer.getInteger("copydesk.mutants", 400);
  private static final long MOST_NANOS = 1_000_000_000L;
  private static final String[] PIECES = {
    "<div>",
    "</div>",
    "<p>",
    "</p>",
    "<table><tr><td>",
    "</table>",
    "<a href='/x'>",
    "</a>",
    "<h1>",
    "</h3>",
    "<li>",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "<script type='application/ld+json'>{",
    "<style>",
    "<article>",
    "<aside class='related'>",
    "<form>",
    "<select>",
    "<svg>",
    "<template>",
    "<br><br>",
    "&#0;",
    "&amp",
    "\u0000",
    "\uFEFF",
    "\u202E",
    "<b <i>",
    "' \"",
    "<time datetime=",
    "<meta content='",
    "<iframe>",
    "<frameset>",
    "<plaintext>",
    "<title>",
    "<body>",
    "<base href='x:'>"
  };

  private static List<String> originals() throws IOException {
    List<String> pages = new ArrayList<>();
    pages.add(HtmlSegmenterTest.PAGE);
    try (Stream<Path> files = Files.walk(Path.of("testdata/html"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".html")).sorted().toList()) {
        pages.add(Files.readString(file));
      }
    }
    return pages;
  }

  private static String mutant(List<String> pages, Random random) {
    StringBuilder page = new StringBuilder(pages.get(random.nextInt(pages.size())));
    for (int change = random.nextInt(10); change >= 0 && page.length() > 0; change--) {
      int at = random.nextInt(page.length());
      int end = Math.min(page.length(), at + random.nextInt(400));
      switch (random.nextInt(7)) {
        case 0 -> page.setCharAt(at, (char) random.nextInt(0x3000));
        case 1 -> page.insert(at, PIECES[random.nextInt(PIECES.length)]);
        case 2 -> page.delete(at, end);
        case 3 -> page.insert(at, page.substring(at, end).repeat(1 + random.nextInt(6)));
        case 4 ->
            page.insert(at, PIECES[random.nextInt(PIECES.length)].repeat(random.nextInt(700)));
        case 5 -> {
          String other = pages.get(random.nextInt(pages.size()));
          int from = random.nextInt(other.length());
          page.insert(at, other, from, Math.min(other.length(), from + random.nextInt(2_000)));
        }
        default -> page.setLength(at);
      }
    }
    return page.toString();
  }

  @Test
  void noDamageStopsOrSlowsTheSegmenter() throws IOException {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    HtmlSegmenter segmenter = new HtmlSegmenter(HtmlSettings.defaults());
    List<String> pages = originals();
    for (String page : pages) {
      HtmlSegmenterTest.assertCovers(segmenter.read(Labelled.page("https://a.example/x", page)));
    }
    Random random = new Random(7);
    for (int i = 0; i < MUTANTS; i++) {
      String mutant = mutant(pages, random);
      Page page = Labelled.page("https://a.example/x", mutant);
      page = Labelled.page(page.url(), new String(page.payload(), StandardCharsets.UTF_8));
      long start = clock.getCurrentThreadCpuTime();
      HtmlPage read = segmenter.read(page);
      long nanos = clock.getCurrentThreadCpuTime() - start;
      HtmlSegmenterTest.assertCovers(read);
      assertThat("mutant " + i + " of " + mutant.length(), nanos, lessThan(MOST_NANOS));
    }
  }
}
