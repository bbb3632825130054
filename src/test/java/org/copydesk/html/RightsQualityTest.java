package org.copydesk.html;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.copydesk.dump.DumpReader;
import org.copydesk.dump.DumpSettings;
import org.copydesk.dump.DumpSink;
import org.copydesk.dump.source.DumpFile;
import org.copydesk.html.stated.PageStatements;
import org.copydesk.html.stated.StructuredData;
import org.copydesk.html.stated.TellingElements;
import org.copydesk.html.tree.HtmlTree;
import org.copydesk.model.Page;
import org.copydesk.model.Rejected;
import org.copydesk.model.Rights;
import org.copydesk.model.Stated;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What real pages are found to say of rights, against what stands in their bytes: no page may be
 * told to say what it does not.
 */
@Tag("quality")
class RightsQualityTest {
  private static final Pattern ROBOTS = Pattern.compile("=\\s*[\"']?robots\\b");
  private static final Pattern RESERVATION = Pattern.compile("tdm-reservation");
  private static final Pattern LICENCE = Pattern.compile("licen[sc]e");

  @Test
  void nothingIsFoundThatNoPageSays() throws IOException {
    List<Page> pages = pages();
    List<String> wrong = new ArrayList<>();
    Map<String, Integer> robots = new TreeMap<>();
    Map<String, Integer> counts = new TreeMap<>();
    for (Page page : pages) {
      String html = new String(page.payload(), StandardCharsets.UTF_8);
      String raw = html.toLowerCase(Locale.ROOT);
      Document document = HtmlTree.parse(html, page.url() == null ? "" : page.url(), 512);
      TellingElements elements = TellingElements.of(document);
      Stated stated = PageStatements.of(elements, StructuredData.of(elements, true));
      Rights rights = stated.rights();
      String what = page.sourceFile() + " " + rights;
      if (rights.robots() != null) {
        for (String directive : rights.robots().split(", ")) {
          robots.merge(directive, 1, Integer::sum);
          boolean isThere = raw.contains(directive.split("[ :]")[0]);
          if (!isThere || !ROBOTS.matcher(raw).find() && !raw.contains("x-robots-tag")) {
            wrong.add(what);
          }
        }
      }
      boolean isReserved = rights.tdmReservation() != null || rights.tdmPolicy() != null;
      if (isReserved && !RESERVATION.matcher(raw).find()) {
        wrong.add(what);
      }
      if (rights.licence() != null) {
        System.out.println("licence " + rights.licence() + "  " + page.sourceFile());
        if (!LICENCE.matcher(raw).find()) {
          wrong.add(what);
        }
      }
      if (rights.contentUsage() != null || !rights.agentsDisallowed().isEmpty()) {
        wrong.add(what);
      }
      count(counts, "robots", rights.robots());
      count(counts, "noai", rights.refusesAi() ? true : null);
      count(counts, "tdm_reservation", rights.tdmReservation());
      count(counts, "licence", rights.licence());
      count(counts, "section", stated.section());
      count(counts, "keywords", stated.keywords().isEmpty() ? null : true);
      count(counts, "description", stated.description());
      count(counts, "image", stated.image());
      count(counts, "is_paywalled", Boolean.TRUE.equals(stated.isPaywalled()) ? true : null);
      if (stated.image() != null && !stated.image().matches("(?s)(https?:|data:|/).*")) {
        System.out.println("image " + stated.image());
      }
    }
    System.out.println("rights of " + pages.size() + " pages: " + counts);
    System.out.println("robots " + robots);
    assertThat(wrong, is(empty()));
  }

  private static List<Page> pages() throws IOException {
    List<Page> pages = new ArrayList<>();
    DumpReader reader = new DumpReader(DumpSettings.defaults());
    for (String set : new String[] {"html-daniel", "html-segments", "html-wcxb"}) {
      try (Stream<Path> files = Files.list(Path.of("../shared/data", set, "pages"))) {
        for (Path file : files.sorted().toList()) {
          String name = set + "/" + file.getFileName();
          reader.read(
              new DumpFile(name, Files.size(file), () -> Files.newInputStream(file)),
              new DumpSink() {
                @Override
                public void page(Page page) {
                  pages.add(page);
                }

                @Override
                public void rejected(Rejected rejected) {}
              });
        }
      }
    }
    return pages;
  }

  private static void count(Map<String, Integer> counts, String what, Object value) {
    counts.merge(what, value == null ? 0 : 1, Integer::sum);
  }
}
