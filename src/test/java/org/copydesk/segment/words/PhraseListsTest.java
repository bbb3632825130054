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

/** One look finds what each list finds by itself: over all lines of the pages in testdata. */
class PhraseListsTest {
  private static List<String> lines() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("testdata/pages"))) {
      List<Path> pages = files.filter(file -> file.endsWith("page.txt")).sorted().toList();
      return pages.stream()
          .flatMap(PhraseListsTest::lines)
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
  void allListsAreFoundByOneLook() throws IOException {
    int found = 0;
    for (String line : lines()) {
      long lists = PhraseLists.SHIPPED.of(line);
      found += lists == 0 ? 0 : 1;
      assertHas(line, lists, PhraseLists.CHROME, SiteWords.SHIPPED.hasChromePart(line));
      assertHas(line, lists, PhraseLists.NOTICE, SiteWords.SHIPPED.isNotice(line));
      assertHas(line, lists, PhraseLists.PHOTO, SiteWords.SHIPPED.namesPhotographer(line));
      int furniture = FurnitureWords.SHIPPED.furnitureOf(line);
      assertThat(line, FurnitureWords.SHIPPED.furnitureOf(line, lists), is(furniture));
    }
    assertThat(found, greaterThan(0));
  }

  private static void assertHas(String line, long lists, long list, boolean has) {
    assertThat(line, (lists & list) != 0, is(has));
  }

  @Test
  void phrasesOfSeveralListsAreToldApart() {
    SiteWords site =
        new SiteWords(
            List.of(
                new String[] {"has", "share this"},
                new String[] {"notice", "©"},
                new String[] {"photo", "登录"}));
    List<String[]> groups = List.<String[]>of(new String[] {"tags", "tag*"});
    PhraseLists lists = new PhraseLists(site, new FurnitureWords(groups));
    assertThat(lists.of("please share this"), is(PhraseLists.CHROME));
    assertThat(lists.of("please share"), is(0L));
    assertThat(lists.of("© 2024"), is(PhraseLists.NOTICE));
    assertThat(lists.of("请登录"), is(PhraseLists.PHOTO));
    assertThat(lists.of("share this, tags"), is(PhraseLists.CHROME | 1));
    assertThat(lists.of("a mill turns"), is(0L));
    assertThat(lists.of(""), is(0L));
  }
}
