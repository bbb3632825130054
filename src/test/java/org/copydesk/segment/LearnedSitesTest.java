package org.copydesk.segment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copydesk.dump.source.InputListing;
import org.copydesk.evaluate.DumpPages;
import org.copydesk.evaluate.PageRecord;
import org.copydesk.evaluate.PagesEvaluation;
import org.copydesk.evaluate.PagesResult;
import org.copydesk.generate.DumpGenerator;
import org.copydesk.generate.GenerateSettings;
import org.copydesk.generate.GeneratedDump;
import org.copydesk.html.HtmlSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sites of the half that no rule was written on, learned from their own pages. */
class LearnedSitesTest {
  private static final List<String> LANGUAGES =
      List.of("ar", "de", "en", "es", "fr", "he", "hi", "ja", "pt", "ru", "tr", "zh");

  @TempDir Path folder;

  private PagesResult measure(String name, GenerateSettings settings)
      throws IOException, InputListing.BadInput {
    GeneratedDump dump =
        new DumpGenerator(settings.withHalf(GenerateSettings.Half.JUDGE))
            .write(folder.resolve(name));
    Map<String, PageRecord> gold = new HashMap<>();
    PageRecord.read(dump.truth().resolve("pages.jsonl"), page -> gold.put(page.place(), page));
    DumpPages pages = DumpPages.of(List.of(dump.dumps().toString()), HtmlSettings.defaults());
    PagesEvaluation evaluation = new PagesEvaluation();
    pages.read(pages.learn(), found -> evaluation.add(gold.get(found.place()), found));
    return evaluation.result();
  }

  @Test
  void twentySitesInFoldersOfTheirOwnAndMixed() throws IOException, InputListing.BadInput {
    GenerateSettings settings = GenerateSettings.of(600, 91);
    PagesResult own = measure("own", settings);
    PagesResult mixed = measure("mixed", settings.withMixed(true));
    assertThat(own.text(), own.bodyF1(), greaterThanOrEqualTo(.99));
    assertThat(own.text(), own.exact().get("title"), greaterThanOrEqualTo(.99));
    assertThat(own.text(), own.exact().get("byline"), greaterThanOrEqualTo(.95));
    assertThat(own.text(), own.exact().get("provider"), greaterThanOrEqualTo(.95));
    assertThat(own.text(), own.exact().get("published_at"), greaterThanOrEqualTo(.95));
    assertThat(own.text(), own.teasers().f1(), greaterThanOrEqualTo(.98));
    assertThat(own.text(), own.leakage(), lessThanOrEqualTo(.01));
    assertThat(mixed.text(), mixed.bodyF1(), closeTo(own.bodyF1(), .01));
    assertThat(mixed.text(), mixed.teasers().f1(), closeTo(own.teasers().f1(), .01));
  }

  @Test
  void fivePagesASiteAreEnough() throws IOException, InputListing.BadInput {
    PagesResult result = measure("five", GenerateSettings.of(100, 91));
    assertThat(result.text(), result.teasers().f1(), greaterThanOrEqualTo(.95));
  }

  @Test
  void sitesOfManyLanguages() throws IOException, InputListing.BadInput {
    PagesResult result =
        measure("many", GenerateSettings.of(480, 17).withSites(24).withLanguages(LANGUAGES));
    assertThat(result.text(), result.bodyF1(), greaterThanOrEqualTo(.97));
    assertThat(result.text(), result.teasers().f1(), greaterThanOrEqualTo(.95));
  }
}
