package org.copydesk.segment.words;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.copydesk.text.Normaliser;
import org.junit.jupiter.api.Test;

/** A line that is not looked up has no phrase: over all lines of the pages in testdata. */
class PhraseStartsTest {
  private static List<String> lines() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("testdata/pages"))) {
      List<Path> pages = files.filter(file -> file.endsWith("page.txt")).sorted().toList();
      return pages.stream()
          .flatMap(PhraseStartsTest::lines)
          .map(Normaliser::normalise)
          .filter(line -> !line.isEmpty())
          .toList();
    }
  }

  private static Stream<String> lines(Path page) {
    try {
      return Files.readString(page).lines();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void noPhraseIsPassedOver() throws IOException {
    int sure = 0;
    for (String line : lines()) {
      int may = PhraseStarts.SHIPPED.of(line);
      sure += may == 0 ? 1 : 0;
      assertMay(line, may, PhraseStarts.CHROME, SiteWords.SHIPPED.hasChromePart(line));
      assertMay(line, may, PhraseStarts.NOTICE, SiteWords.SHIPPED.isNotice(line));
      assertMay(line, may, PhraseStarts.PHOTO, SiteWords.SHIPPED.namesPhotographer(line));
      boolean isFurniture = FurnitureWords.SHIPPED.furnitureOf(line) > 0;
      assertMay(line, may, PhraseStarts.FURNITURE, isFurniture);
    }
    assertThat(sure, greaterThan(0));
  }

  private static void assertMay(String line, int may, int list, boolean has) {
    assertThat(line, (may & list) != 0 || !has, is(true));
  }

  @Test
  void phrasesAreSeenWhereAWordBegins() {
    PhraseIndex phrases = new PhraseIndex();
    phrases.add("share this");
    phrases.add("©");
    phrases.add("登录");
    PhraseStarts starts = new PhraseStarts();
    starts.add(phrases, PhraseStarts.PHOTO);
    assertThat(starts.of("please share"), is(PhraseStarts.PHOTO));
    assertThat(starts.of("© 2024"), is(PhraseStarts.PHOTO));
    assertThat(starts.of("请登录"), is(PhraseStarts.PHOTO));
    assertThat(starts.of("a mill turns"), is(0));
    assertThat(starts.of(""), is(0));
  }
}
