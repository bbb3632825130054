package org.copydesk.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.copydesk.command.Commands;
import org.copydesk.endtoend.Corpus;
import org.copydesk.report.life.PageLife;
import org.copydesk.report.life.PageLifeText;
import org.copydesk.report.life.PageLives;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code why --html} writes, in a browser: pages that were kept, removed and skipped, of
 * nights of generated crawls. {@code -Dreport.screenshots=DIR} keeps pictures of them.
 */
class WhyInBrowserTest {
  private static final List<Integer> WIDTHS = List.of(1400, 390);

  @TempDir static Path folder;
  private static final Map<String, String> ASKED = new TreeMap<>();
  private static Path output;
  private static Corpus corpus;
  private static Browser browser;

  @BeforeAll
  static void openOnce() throws Exception {
    browser = Browser.open();
    Path nights = folder.resolve("nights");
    output = folder.resolve("corpus");
    String[] generate = {"generate", "-o", nights.toString(), "--pages=120", "--nights=3"};
    assertThat(Commands.run(generate), is(0));
    String[] build = {
      "build",
      nights.resolve("dumps").toString(),
      "-o",
      output.toString(),
      "--spans=true",
      "--topics=false",
      "--language=false"
    };
    assertThat(Commands.run(build), is(0));
    corpus = Corpus.published(output);
    ASKED.put("kept", url("{articles} where story_id is not null order by cluster_size desc, url"));
    ASKED.put("removed", url("{removed} where reason <> 'suppressed' order by reason desc, url"));
    ASKED.put(
        "skipped",
        (String)
            corpus
                .query(
                    "select source_file || '#' || source_record from {rejects}"
                        + " where outcome = 'skipped' and reason <> 'other_story'"
                        + " order by 1 limit 1")
                .get(0)
                .get(0));
  }

  private static String url(String from) {
    return (String) corpus.query("select url from " + from + " limit 1").get(0).get(0);
  }

  @AfterAll
  static void close() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  private static Path written(String name) throws Exception {
    Path file = folder.resolve(name + ".html");
    String[] why = {"why", output.toString(), ASKED.get(name), "--html=" + file};
    assertThat(Commands.run(why), is(0));
    return file;
  }

  @Test
  void everyLineOfTheTextIsOnThePage() throws Exception {
    for (String name : ASKED.keySet()) {
      browser.show(written(name));
      String shown = (String) browser.run("return document.body.textContent");
      PageLife life = PageLives.of(Storage.local(corpus.generation()), null, ASKED.get(name));
      for (PageLifeText.Part part : PageLifeText.parts(life)) {
        for (PageLifeText.Line line : part.lines()) {
          assertThat(name, shown, containsString(line.text()));
        }
      }
      assertThat(browser.all("section.life." + name), is(not(empty())));
    }
  }

  @Test
  void itFitsEveryWidthInLightAndDarkAndRunsNothing() throws Exception {
    for (String name : ASKED.keySet()) {
      Path file = written(name);
      for (int width : WIDTHS) {
        browser.size(width, 1000);
        for (boolean isDark : new boolean[] {false, true}) {
          browser.darkScheme(isDark);
          browser.show(file);
          long wide = (Long) browser.run("return document.documentElement.scrollWidth");
          assertThat(name + " at " + width, wide, lessThanOrEqualTo((long) width));
          picture(
              String.format(Locale.ROOT, "why-%s-%d-%s", name, width, isDark ? "dark" : "light"));
        }
      }
    }
    assertThat(browser.console(), is(empty()));
    assertThat(browser.all("script"), is(empty()));
  }

  @Test
  void whatPagesSayIsEscaped() throws Exception {
    String hostile = "<img src=x onerror=alert(1)>\u202e";
    PageLife life =
        new PageLife(
            hostile,
            "g",
            new PageLife.Some<>(0, List.of()),
            new PageLife.Some<>(0, List.of()),
            List.of(new PageLife.InGeneration(hostile, "kept", hostile, true, null)));
    Path file = folder.resolve("hostile.html");
    Files.writeString(file, PageLifePage.render(life));
    browser.show(file);
    assertThat(browser.all("img"), is(empty()));
  }

  private static void picture(String name) throws Exception {
    String wanted = System.getProperty("report.screenshots");
    if (wanted != null) {
      browser.screenshot(Path.of(wanted).resolve(name + ".png"));
    }
  }
}
