package org.copydesk.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import org.copydesk.corpus.GenerationFinish.PartStore;
import org.copydesk.storage.Storage;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileReportTest {
  @TempDir static Path folder;
  private static String html;
  private static Document page;

  @BeforeAll
  static void writeOnce() throws Exception {
    Storage generation = MadeGeneration.of(HostileValues.all(), folder.resolve("hostile"));
    CorpusReport.write(generation, generation, PartStore.NONE);
    html = generation.readText(CorpusReport.NAME);
    page = Jsoup.parse(html);
  }

  @Test
  void thereAreAHundredPayloadsAndMore() {
    assertThat(HostileValues.all().size(), greaterThan(100));
    assertThat(page.select(".article"), not(empty()));
    assertThat(page.select(".loss .samples li"), not(empty()));
    assertThat(page.select(".teasers li"), not(empty()));
    assertThat(page.select(".site"), not(empty()));
  }

  @Test
  void nothingButThePagesOwnScriptsStandsInIt() {
    assertThat(page.select("script:not([type])"), hasSize(2));
    assertThat(page.select("script[type='application/json']"), hasSize(1));
    assertThat(page.select("script"), hasSize(3));
    assertThat(page.select("style"), hasSize(1));
    assertThat(
        page.select("img,svg:not(.strip),iframe,object,embed,link,base,math,noscript,body body"),
        is(empty()));
    for (Element element : page.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        assertThat(attribute.getKey(), not(org.hamcrest.Matchers.startsWith("on")));
        assertThat(attribute.getKey(), is(not("style")));
      }
    }
  }

  @Test
  void whatIsSearchedIsDataThatEndsNoElement() throws Exception {
    String index = page.select("#index").first().data();
    assertThat(index.contains("<") || index.contains(">") || index.contains("&"), is(false));
    JsonNode entries = new ObjectMapper().readTree(index);
    assertThat(entries.size() > 0, is(true));
    for (JsonNode entry : entries) {
      String link = entry.path(3).asText();
      boolean isWeb = entry.path(3).isNull() || link.matches("https?://[!-~]+");
      assertThat(link, isWeb, is(true));
    }
  }

  @Test
  void linksLeadIntoThePageOrToTheWeb() {
    for (Element link : page.select("a[href]")) {
      String target = link.attr("href");
      boolean isInside = target.startsWith("#");
      assertThat(target, isInside || target.matches("https?://[!-~]+"), is(true));
      if (isInside && target.length() > 1) {
        assertThat(target, page.getElementById(target.substring(1)), is(not(nullValue())));
      }
    }
  }

  @Test
  void controlCharactersAndDirectionOverridesAreShownAsText() {
    List<Integer> raw =
        html.codePoints()
            .filter(
                c ->
                    (c < 0x20 && c != '\n' && c != '\t')
                        || (c >= 0x7F && c <= 0x9F)
                        || (c >= 0x202A && c <= 0x202E)
                        || (c >= 0x2066 && c <= 0x2069))
            .boxed()
            .toList();
    assertThat(raw, is(empty()));
    assertThat(html, containsString("\u241B[31mred"));
    assertThat(html, containsString("[U+202E]gnp.exe"));
  }

  @Test
  void thePolicyAllowsOnlyThePagesOwnParts() {
    String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
    assertThat(policy, containsString("default-src 'none'"));
    assertThat(policy, not(containsString("unsafe")));
    assertThat(policy, not(containsString("data:")));
  }

  @Test
  void longValuesDoNotMakeItLarge() {
    assertThat(html.getBytes(java.nio.charset.StandardCharsets.UTF_8).length, lessThan(3_000_000));
  }

  @Test
  void nothingRunsInABrowserAndTheTextsAreThere() throws Exception {
    try (Browser browser = Browser.open()) {
      browser.size(390, 900);
      browser.load(folder.resolve("hostile").resolve(CorpusReport.NAME));
      browser.run("document.querySelectorAll('details').forEach(d => d.open = true)");
      browser.run(
          "document.querySelectorAll('a,summary,button,.headline').forEach(e => {"
              + "for (const type of ['focus', 'pointerenter', 'click'])"
              + " if (!(e.href && !e.getAttribute('href').startsWith('#')))"
              + " e.dispatchEvent(new Event(type, {bubbles: true}))})");
      assertThat(browser.run("return window.wasRun"), is(nullValue()));
      assertThat(browser.console(), is(empty()));
      assertThat(
          "nothing sticks out",
          browser.run("return document.documentElement.scrollWidth <= innerWidth"),
          is(true));
      assertThat(
          (String) browser.run("return document.body.textContent"),
          containsString("<script>window.wasRun=1</script>"));
    }
  }
}
