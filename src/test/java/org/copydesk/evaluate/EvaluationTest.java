package org.copydesk.evaluate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.evaluate.PageRecord.ArticleFields;
import org.copydesk.evaluate.PageRecord.TeaserFields;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static final TeaserFields TEASER =
      new TeaserFields("k", "Rain returns to the valley", "It rained for nine days and");
  private static final Instant DAY = Instant.parse("2025-03-03T00:00:00Z");

  private static PageRecord page(String text, TeaserFields... teasers) {
    ArticleFields article =
        text == null ? null : new ArticleFields("Ferry saved", text, "By A. B.", null, DAY);
    return new PageRecord("a.txt", 0, article, List.of(teasers));
  }

  @Test
  void truthAgainstItselfIsPerfect() throws IOException {
    PagesEvaluation evaluation = new PagesEvaluation();
    List<PageRecord> pages = new ArrayList<>();
    PageRecord.read(Path.of("testdata/dumps.truth.jsonl"), pages::add);
    pages.forEach(page -> evaluation.add(page, page));
    PagesResult result = evaluation.result();
    assertThat(result.pages(), is(40L));
    assertThat(result.articles(), is(39L));
    assertThat(result.bodyF1(), is(1.0));
    assertThat(result.teasers().f1(), is(1.0));
    assertThat(result.exact().values().stream().allMatch(share -> share == 1), is(true));
    assertThat(result.leakage(), is(0.0));
  }

  @Test
  void halfABodyHasHalfTheRecall() {
    PagesEvaluation evaluation = new PagesEvaluation();
    evaluation.add(
        page("one two three four five six seven eight"), page("one two three four five"));
    assertThat(evaluation.result().bodyPrecision(), is(1.0));
    assertThat(evaluation.result().bodyRecall(), closeTo(2 / 5.0, 1e-12));
  }

  @Test
  void anArticleWhereNoneIsCountsAgainstPrecision() {
    PagesEvaluation evaluation = new PagesEvaluation();
    evaluation.add(page(null), page("one two three four five"));
    assertThat(evaluation.result().bodyF1(), is(0.0));
    assertThat(evaluation.result().falseArticles(), is(1L));
  }

  @Test
  void aMissedArticleMissesItsFields() {
    PagesEvaluation evaluation = new PagesEvaluation();
    evaluation.add(page("one two three four"), null);
    assertThat(evaluation.result().exact().get("title"), is(0.0));
    assertThat(evaluation.result().exact().get("provider"), is(0.0));
  }

  @Test
  void aTeaserInTheBodyIsLeakage() {
    PagesEvaluation evaluation = new PagesEvaluation();
    PageRecord gold = page("one two three four five", TEASER);
    evaluation.add(gold, page("one two three four five rain returns to the valley"));
    assertThat(evaluation.result().leakage(), is(1.0));
    assertThat(evaluation.result().teasers().recall(), is(0.0));
  }

  @Test
  void aTeaserFoundTwiceIsRightOnce() {
    PagesEvaluation evaluation = new PagesEvaluation();
    evaluation.add(page("one two three four", TEASER), page("one two three four", TEASER, TEASER));
    assertThat(evaluation.result().teasers().precision(), is(0.5));
    assertThat(evaluation.result().distinctTeasers().precision(), is(1.0));
    assertThat(evaluation.result().json(), containsString("\"distinct_teasers\""));
  }

  @Test
  void aSnippetCountsWithAndWithoutItsSignAndMarker() {
    PagesEvaluation evaluation = new PagesEvaluation();
    TeaserFields line = new TeaserFields("k", "Rain returns", "It had been dry … Read more »");
    TeaserFields bare = new TeaserFields(null, "Rain returns", "It had been dry");
    TeaserFields other = new TeaserFields(null, "Rain returns", "It had been wet …");
    evaluation.add(page("one two three four", line), page("one two three four", bare));
    assertThat(evaluation.result().teasers().f1(), is(1.0));
    evaluation.add(page("one two three four", bare), page("one two three four", other));
    assertThat(evaluation.result().teasers().f1(), is(0.5));
  }

  @Test
  void aTitleCountsWithAndWithoutWhatItsLineSaysBesideIt() {
    PagesEvaluation evaluation = new PagesEvaluation();
    TeaserFields line = new TeaserFields("k", "10:45 Rain returns to the valley (12)", null);
    TeaserFields bare = new TeaserFields(null, "Rain returns to the valley", null);
    TeaserFields other = new TeaserFields(null, "10:45 Sun returns to the valley", null);
    evaluation.add(page("one two three four", line), page("one two three four", bare));
    evaluation.add(page("one two three four", bare), page("one two three four", line));
    assertThat(evaluation.result().teasers().f1(), is(1.0));
    evaluation.add(page("one two three four", bare), page("one two three four", other));
    assertThat(evaluation.result().teasers().f1(), closeTo(2 / 3.0, 1e-12));
  }

  @Test
  void clustersAreScoredByPairsAndDocuments() {
    DuplicatesEvaluation evaluation = new DuplicatesEvaluation(0.7);
    evaluation.gold("a#0", "b#0", true, 0.95);
    evaluation.gold("b#0", "c#0", true, 0.75);
    evaluation.gold("d#0", "e#0", false, 0.9);
    for (String[] found :
        new String[][] {{"a", "1"}, {"b", "1"}, {"c", "2"}, {"d", "3"}, {"e", "3"}}) {
      evaluation.found(found[0], 0, found[1], true);
    }
    DuplicatesResult result = evaluation.result();
    assertThat(result.pairs().precision(), closeTo(1 / 2.0, 1e-12));
    assertThat(result.pairs().recall(), closeTo(1 / 3.0, 1e-12));
    // a, b: 2 of 2; c: 1 of 1; d, e: 1 of 2 each.
    assertThat(result.bCubed().precision(), closeTo(4 / 5.0, 1e-12));
    assertThat(result.bCubed().recall(), closeTo((2 / 3.0 * 2 + 1 / 3.0 + 2) / 5, 1e-12));
    // 10 pairs, found 2, labelled 3, shared 1: (1 - .6) / (2.5 - .6).
    assertThat(result.adjustedRand(), closeTo(0.4 / 1.9, 1e-12));
    assertThat(result.bands().get(2).recall(), is(0.0));
    assertThat(result.bands().get(4).recall(), is(1.0));
    assertThat(result.merged(), is(1L));
  }

  @Test
  void pairsUnderTheLeastJaccardNeitherHelpNorHarm() {
    for (String cluster : List.of("1", "2")) {
      DuplicatesEvaluation evaluation = new DuplicatesEvaluation(0.7);
      evaluation.gold("a#0", "b#0", true, 0.55);
      evaluation.found("a", 0, "1", true);
      evaluation.found("b", 0, cluster, true);
      assertThat(evaluation.result().pairs().f1(), is(1.0));
    }
  }
}
