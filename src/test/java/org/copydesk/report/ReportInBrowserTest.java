package org.copydesk.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.copydesk.command.Commands;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * The report of the test corpus in a browser. {@code -Dreport.corpus=DIR} looks at another one,
 * {@code -Dreport.screenshots=DIR} keeps pictures of it.
 */
class ReportInBrowserTest {
  @TempDir static Path folder;
  private static Path generation;
  private static JsonNode manifest;
  private static Browser browser;
  private static double ready;

  @BeforeAll
  static void openOnce() throws Exception {
    browser = Browser.open();
    Path output = folder.resolve("corpus");
    String given = System.getProperty("report.corpus");
    if (given != null) {
      output = Path.of(given);
    } else {
      for (String input : List.of("testdata/dumps/gulf-meridian", "testdata/dumps")) {
        String[] build = {
          "build", input, "-o", output.toString(), "--spans=true", "--keep-removed-text=true"
        };
        assertThat(Commands.run(build), is(0));
      }
    }
    generation =
        output.resolve("generations").resolve(Files.readString(output.resolve("CURRENT")).strip());
    manifest = new ObjectMapper().readTree(generation.resolve("manifest.json").toFile());
    browser.size(1400, 1000);
    ready = browser.load(generation.resolve(CorpusReport.NAME));
  }

  @AfterAll
  static void close() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void itIsSmallAndReadyAtOnce() throws Exception {
    assertThat(Files.size(generation.resolve(CorpusReport.NAME)), lessThan(3_000_000L));
    assertThat(ready, lessThan(2_000.0));
  }

  @Test
  void theConsoleStaysEmpty() {
    assertThat(browser.console(), is(empty()));
  }

  @Test
  void everyChartIsDrawnFromItsTable() {
    List<WebElement> charts = browser.all("figure.chart");
    assertThat(charts, is(not(empty())));
    for (WebElement chart : charts) {
      Object differences =
          browser.run(
              """
              const figure = arguments[0];
              const values = Array.from(figure.querySelectorAll('td[data-value]'), td => Number(td.dataset.value));
              const bars = Array.from(figure.querySelectorAll('.plot rect.bar'));
              if (!figure.querySelector('.plot')) return values.every(v => v === 0) ? '' : 'no plot';
              if (bars.length !== values.length) return bars.length + ' bars for ' + values.length;
              return bars.map((bar, i) => {
                const box = bar.getBoundingClientRect();
                return values[i] > 0 && !(box.width >= 1 && box.height >= 1) ? 'bar ' + i + ' is not seen' : '';
              }).join('');
              """,
              chart);
      assertThat(chart.getDomAttribute("id"), differences, is(""));
    }
  }

  @Test
  void numbersAreThoseOfTheManifest() {
    JsonNode counts = manifest.path("counts");
    for (String name : List.of("articles", "removed", "teasers", "records")) {
      assertThat(name, number("[data-key='" + name + "']"), is(counts.path(name).asLong()));
    }
    assertThat(funnel("files matched"), is(manifest.path("inputs").path("files").asLong()));
    assertThat(funnel("records"), is(counts.path("records").asLong()));
    assertThat(funnel("articles segmented"), is(counts.path("articles_segmented").asLong()));
    assertThat(funnel("articles kept"), is(counts.path("articles").asLong()));
    assertThat(funnelSum("removed"), is(counts.path("removed").asLong()));
    assertThat(
        funnelSum("skipped") + funnelSum("rejected"),
        is(funnel("records") - funnel("articles segmented")));
    assertThat(
        ((Number)
                browser.run(
                    "return Array.from(document.querySelectorAll('#topics-chart td[data-value]'),"
                        + " td => Number(td.dataset.value)).reduce((a, b) => a + b, 0)"))
            .longValue(),
        is(counts.path("articles").asLong()));
    assertThat(browser.all(".checks tbody tr").size(), is(manifest.path("checks").size()));
    assertThat(
        browser.all("#stages > .numbers tbody tr").size(), is(manifest.path("stages").size()));
  }

  private static long number(String css) {
    return ((Number)
            browser.run("return Number(document.querySelector(arguments[0]).dataset.value)", css))
        .longValue();
  }

  private static long funnel(String step) {
    return ((Number)
            browser.run(
                "return Number(Array.from(document.querySelectorAll('#funnel-chart tbody tr'))"
                    + ".find(tr => tr.cells[0].textContent === arguments[0]).cells[1].dataset.value)",
                step))
        .longValue();
  }

  private static long funnelSum(String role) {
    return ((Number)
            browser.run(
                "return Array.from(document.querySelectorAll('#funnel-chart tbody tr[data-role=\"' + arguments[0] + '\"]'),"
                    + " tr => Number(tr.cells[1].dataset.value)).reduce((a, b) => a + b, 0)",
                role))
        .longValue();
  }

  @Test
  void everyBarOfALossLeadsToItsSamples() {
    List<WebElement> losses = browser.all("#funnel-chart a.row:not(.stage,.kept)");
    assertThat(losses, is(not(empty())));
    for (WebElement loss : losses) {
      browser.run("arguments[0].click()", loss);
      Object shown =
          browser.run(
              "const d = document.getElementById(arguments[0].getAttribute('href').slice(1));"
                  + "return d.tagName !== 'DETAILS' || (d.open && d.querySelectorAll('li').length > 0"
                  + " && d.querySelector('li').getBoundingClientRect().height > 0)",
              loss);
      assertThat(loss.getText(), shown, is(true));
    }
  }

  @Test
  void aBarOfAMixFiltersTheSample() {
    WebElement bar = browser.all("#languages-chart a.row").get(0);
    browser.run("arguments[0].click()", bar);
    Object wrong =
        browser.run(
            "const wanted = arguments[0].dataset.filter.split('=')[1];"
                + "const shown = Array.from(document.querySelectorAll('#sample > .article:not([hidden])'));"
                + "return shown.length === 0 ? 'none' : shown.filter(a => a.dataset.language !== wanted).length",
            bar);
    assertThat(String.valueOf(wrong), is("0"));
    browser.run("document.querySelector('#filters button[type=reset]').click()");
  }

  @Test
  void tenOfAListAreShownAndTheRestOnAsking() {
    WebElement more = browser.all("#sample + button.more").get(0);
    String visible =
        "return Array.from(document.querySelectorAll('#sample > .article')).filter(a => a.checkVisibility()).length";
    long all = browser.all("#sample > .article").size();
    assertThat(all, greaterThan(10L));
    assertThat(((Number) browser.run(visible)).longValue(), is(10L));
    assertThat(more.getDomAttribute("aria-expanded"), is("false"));
    browser.run("arguments[0].click()", more);
    assertThat(((Number) browser.run(visible)).longValue(), is(all));
    assertThat(more.getDomAttribute("aria-expanded"), is("true"));
    browser.run("arguments[0].click()", more);
    // What a link leads to is shown, wherever it stands in its list.
    String last =
        (String)
            browser.run(
                "const a = document.querySelectorAll('#sample > .article'); return a[a.length - 1].id");
    browser.run("location.hash = arguments[0]", last);
    assertThat(
        browser.run(
            "return new Promise(done => setTimeout(() =>"
                + " done(document.getElementById(arguments[0]).checkVisibility()), 300))",
            last),
        is(true));
    browser.run("history.replaceState(null, '', location.pathname)");
  }

  @Test
  void titlesAndAddressesAreFoundInThePage() {
    String title =
        (String)
            browser.run("return JSON.parse(document.getElementById('index').textContent)[0][0]");
    String find =
        "const box = document.getElementById('find'); box.value = arguments[0];"
            + "box.dispatchEvent(new Event('input', {bubbles: true}));"
            + "return document.getElementById('hits').textContent";
    assertThat(
        (String) browser.run(find, title.toUpperCase(java.util.Locale.ROOT)),
        containsString(title));
    assertThat(browser.run(find, "no such words in any title"), is(""));
    browser.run(find, "");
  }

  @Test
  void theOutputHasAnIndexOfItsGenerationsThatSaysWhichIsPublished() throws Exception {
    Path index = generation.getParent().getParent().resolve(OutputIndex.NAME);
    org.jsoup.nodes.Document page = org.jsoup.Jsoup.parse(Files.readString(index));
    String published = generation.getFileName().toString();
    assertThat(page.select("tbody tr").size(), greaterThan(1));
    assertThat(page.select("tbody tr").first().text(), containsString(published + " published"));
    assertThat(page.select(".badge.good").size(), is(1));
    assertThat(page.select("tbody tr").first().text(), containsString("articles +"));
    assertThat(page.select("script"), is(empty()));
  }

  /** Tab visits everything that can be followed, opened or set. */
  @Test
  void theKeyboardReachesEverything() {
    browser.run(
        "document.querySelectorAll('details').forEach(d => d.open = false);"
            + "document.activeElement.blur(); scrollTo(0, 0)");
    browser.run(
        """
        window.reachable = Array.from(document.querySelectorAll('a[href],button,summary,select,input,[tabindex="0"]'))
          .filter(e => e.checkVisibility());
        window.reached = new Set();
        document.addEventListener('focusin', e => window.reached.add(e.target));
        """);
    long most = ((Number) browser.run("return window.reachable.length")).longValue();
    assertThat(most, greaterThan(20L));
    browser.press(Keys.TAB, most + 5);
    assertThat(
        browser.run(
            "return window.reachable.filter(e => !window.reached.has(e)).map(e => e.outerHTML.slice(0, 80)).join()"),
        is(""));
    WebElement summary = browser.all("#losses summary").get(0);
    summary.sendKeys(Keys.ENTER);
    assertThat(browser.run("return arguments[0].parentElement.open", summary), is(true));
  }

  @Test
  void itFitsANarrowScreenInLightAndDarkAndPrints() throws Exception {
    for (int width : new int[] {390, 1400}) {
      browser.size(width, 1000);
      for (boolean isDark : new boolean[] {false, true}) {
        browser.darkScheme(isDark);
        assertThat(
            browser.run("return document.documentElement.scrollWidth <= innerWidth"), is(true));
        assertThat(
            browser.run(
                "return Array.from(document.querySelectorAll('figure .row .value')).filter(v =>"
                    + " v.scrollWidth > v.clientWidth + 1 || v.getBoundingClientRect().right"
                    + " > v.closest('figure').getBoundingClientRect().right).map(v => v.textContent).join()"),
            is(""));
        String background =
            (String) browser.run("return getComputedStyle(document.body).backgroundColor");
        assertThat(background, is(isDark ? "rgb(18, 20, 22)" : "rgb(250, 248, 243)"));
        keepScreenshot(width + (isDark ? "-dark" : "-light"));
      }
    }
    browser.darkScheme(false);
    browser.printMedia(true);
    assertThat(browser.run("return document.querySelector('nav').checkVisibility()"), is(false));
    browser.printMedia(false);
  }

  private static void keepScreenshot(String name) throws Exception {
    String wanted = System.getProperty("report.screenshots");
    if (wanted == null) {
      return;
    }
    browser.run("document.querySelectorAll('details').forEach(d => d.open = false)");
    for (String css : List.of(".loss", ".twin", ".article", ".site")) {
      browser.run("document.querySelectorAll(arguments[0])[0]?.setAttribute('open', '')", css);
    }
    for (WebElement section : browser.all("main > section")) {
      browser.run("arguments[0].scrollIntoView()", section);
      browser.screenshot(
          Path.of(wanted).resolve(name + "-" + section.getDomAttribute("id") + ".png"));
    }
  }
}
