package org.copydesk.segment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.copydesk.generate.DumpGenerator;
import org.copydesk.generate.GenerateSettings;
import org.copydesk.model.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSitesTest {
  @TempDir Path folder;

  /** Pages of generated sites, their paths changed. */
  private List<Page> pages(int pages, int sites, UnaryOperator<String> moved) throws IOException {
    GenerateSettings settings =
        GenerateSettings.of(pages, 5)
            .withSites(sites)
            .withLanguages(List.of("en", "de", "es", "fr"));
    Path dumps = new DumpGenerator(settings).write(folder).dumps();
    try (Stream<Path> files = Files.walk(dumps)) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .map(
              file -> {
                try {
                  String path = dumps.relativize(file).toString();
                  return Page.text(moved.apply(path), 0, Files.readAllBytes(file));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              })
          .toList();
    }
  }

  /** The names of the sites that pages of each folder were taken for; "-" for none. */
  private static TreeMap<String, Set<String>> names(List<Page> pages) {
    SiteSample sample = new SiteSample();
    pages.forEach(sample::add);
    SiteModels models = SiteModels.learn(sample);
    TreeMap<String, Set<String>> names = new TreeMap<>();
    for (Page page : pages) {
      String name = models.forPage(page).name();
      String first = page.sourceFile().split("/")[0];
      names.computeIfAbsent(first, k -> new TreeSet<>()).add(name == null ? "-" : name);
    }
    return names;
  }

  @Test
  void eachOfFortyFoldersIsASiteWithAllOfItsPages() throws IOException {
    TreeMap<String, Set<String>> names = names(pages(2000, 40, path -> path));
    assertThat(names.size(), is(40));
    names.forEach((folder, sites) -> assertThat(sites, is(Set.of(folder))));
  }

  @Test
  void aFolderOfManySitesIsNone() throws IOException {
    List<Page> pages = new ArrayList<>(pages(600, 12, path -> "crawl/" + path.replace('/', '-')));
    names(pages).forEach((folder, sites) -> assertThat(sites, everyItem(startsWith("template-"))));
  }

  @Test
  void noticesOfOtherSitesBesideThemMakeManySitesNoSite() throws IOException {
    List<Page> pages =
        pages(
            600,
            12,
            path ->
                (path.compareTo("site-009") < 0 ? "crawl/" : "letters/") + path.replace('/', '-'));
    assertThat(names(pages).get("crawl").contains("crawl"), is(false));
  }

  /** The day is printed on each page of its folder and on no other. */
  @Test
  void daysOfOneSiteAreNoSites() {
    List<Page> pages = new ArrayList<>();
    for (int day = 1; day <= 4; day++) {
      for (int i = 0; i < 12; i++) {
        pages.add(CrawledDay.page("crawl-" + (char) ('a' + day), day, i));
      }
    }
    names(pages).values().forEach(sites -> assertThat(sites, everyItem(startsWith("template-"))));
  }

  private static final class CrawledDay {
    static Page page(String folder, int day, int number) {
      String text =
          """
          The Harbour Post

          Edition of 1%d March 2025

          Keeper %c of the %s was asked about the boat with the number %d

          The boat %d of the keeper was seen by %d people who stood on the pier at noon.

          Some of them said that it was %d yards long, and others said that it was not.

          More of the harbour

          Printed by people who walk to work in all weathers, every day of the year.
          """
              .formatted(
                  day,
                  'a' + number,
                  number % 2 == 0 ? "light" : "pier",
                  number * 7 + day,
                  number,
                  number + 3 * day,
                  number * day);
      return Page.text(
          folder + "/" + number + ".txt",
          0,
          text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  @Test
  void theFolderIsTheInnermostWithAName() {
    assertThat(
        SiteFolder.path("papers/tri-county-post/2025/01/1.txt"), is("papers/tri-county-post"));
    assertThat(SiteFolder.name("papers/tri-county-post/2025/01/1.txt"), is("tri-county-post"));
    assertThat(SiteFolder.path("2025/1.txt") == null, is(true));
    assertThat(SiteFolder.name("1.txt") == null, is(true));
    assertThat(SiteFolder.name("新聞社/1.txt"), is("新聞社"));
  }
}
