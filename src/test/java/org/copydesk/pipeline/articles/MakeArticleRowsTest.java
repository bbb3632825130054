package org.copydesk.pipeline.articles;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.nio.file.Path;
import java.util.List;
import org.copydesk.bucket.WorkBucket;
import org.copydesk.dedup.ArticleIdentity;
import org.copydesk.dedup.CopyDecision;
import org.copydesk.dedup.CopyGroup;
import org.copydesk.dedup.CopyPlace;
import org.copydesk.dedup.DuplicateSettings;
import org.copydesk.dedup.NearDuplicatePolicy.Kind;
import org.copydesk.dedup.NearDuplicatePolicy.Measure;
import org.copydesk.dedup.NearDuplicatePolicy.Verdict;
import org.copydesk.dedup.opening.CopyRule;
import org.copydesk.model.Article;
import org.copydesk.model.ArticleRecord;
import org.copydesk.pipeline.grouping.Buckets;
import org.copydesk.pipeline.links.LinkLanes;
import org.copydesk.pipeline.pages.ClassifyTopics;
import org.copydesk.pipeline.work.SomeSettings;
import org.copydesk.row.ArticleRow;
import org.copydesk.row.RemovedRow;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MakeArticleRowsTest {
  private static final Verdict NEAR =
      new Verdict(Kind.NEAR, Measure.JACCARD, .8, .7, CopyRule.ALIKE);
  private static final Verdict VERSION =
      new Verdict(Kind.VERSION, Measure.JACCARD, .9, .7, CopyRule.LATER);

  private static final ArticleLanes LANES =
      ArticleLanes.of(Buckets.forInput(List.of()), DuplicateSettings.DEFAULT);
  private static final int UNIT = 500_000_000;

  @TempDir Path folder;

  private static ArticleRecord article(String text, int record) {
    Article article =
        new Article("Crane falls", null, List.of(), null, null, null, text, null, "example.org");
    return new ArticleRecord(
        ArticleIdentity.of("Crane falls", text),
        "a.jsonl",
        record,
        null,
        null,
        null,
        article,
        null,
        null,
        10,
        null,
        null);
  }

  private static ArticleEntry.Body body(ArticleRecord article) {
    return new ArticleEntry.Body(article, ClassifyTopics.Topics.NOT_LOOKED_FOR, UNIT);
  }

  private WorkBucket.Worked worked(ArticleEntry... entries) throws Exception {
    return WorkBucket.of(
            LANES.articles(),
            new MakeArticleRows(
                Storage.local(folder),
                SomeSettings.plain(),
                LANES,
                LinkLanes.of(Buckets.forInput(List.of())),
                false))
        .given(entries)
        .work();
  }

  private static List<ArticleRow> kept(WorkBucket.Worked worked) {
    return worked.on(LANES.rows()).stream().map(ArticleRowEntry::row).toList();
  }

  private static List<RemovedRow> removed(WorkBucket.Worked worked) {
    return worked.on(LANES.removed()).stream().map(RemovedRowEntry::row).toList();
  }

  @Test
  void rowsGoToThePartOfTheirUnit() throws Exception {
    // Numbers of units are below a thousand million, parts of a small input are four.
    assertThat(worked(body(article("Words.", 1))).on(LANES.rows()).get(0).part(), is(2));
  }

  @Test
  void pagesOfAStoryAreToldAndStandInItAndAnArticleAloneDoesNot() throws Exception {
    ArticleRecord first = article("First words.", 1);
    ArticleRecord near = article("First words, nearly.", 2);
    ArticleEntry[] entries = {
      body(first),
      new ArticleEntry.InStory(first.id(), near.id()),
      new ArticleEntry.Fate(new CopyDecision(near.id(), first.id(), NEAR)),
      new ArticleEntry.InStory(near.id(), near.id()),
      body(near),
      body(article("The same words.", 3)),
      body(article("The same words.", 4)),
      body(article("Words of its own.", 5))
    };
    WorkBucket.Worked worked = worked(entries);
    String same = ArticleIdentity.of("Crane falls", "The same words.").hex();
    assertThat(
        kept(worked).stream().map(ArticleRow::storyId).toList(),
        containsInAnyOrder(near.id().hex(), same, null));
    assertThat(
        worked.on(LANES.stories()).stream()
            .map(each -> each.page().sourceRecord() + " " + each.page().kind())
            .toList(),
        containsInAnyOrder("1 null", "2 NEAR", "3 null", "4 EXACT"));
  }

  @Test
  void ofExactCopiesTheFirstIsKeptAndTheOthersSayWhatTheyLostTo() throws Exception {
    WorkBucket.Worked results =
        worked(body(article("The same words.", 2)), body(article("The same words.", 1)));
    assertThat(kept(results), hasSize(1));
    assertThat(kept(results).get(0).sourceRecord(), is(1L));
    assertThat(kept(results).get(0).clusterSize(), is(2L));
    assertThat(removed(results), hasSize(1));
    assertThat(removed(results).get(0).reason(), is("exact_duplicate"));
    assertThat(removed(results).get(0).keptId(), is(kept(results).get(0).id()));
  }

  @Test
  void whatWasDecidedOfAnArticleStandsInItsRow() throws Exception {
    ArticleRecord first = article("First words.", 1);
    ArticleRecord near = article("First words, nearly.", 2);
    ArticleRecord later = article("First words, corrected.", 3);
    WorkBucket.Worked results =
        worked(
            body(first),
            new ArticleEntry.Gained(
                first.id(), CopyGroup.of(new byte[] {1}, new CopyPlace("a.jsonl", 2, null)), NEAR),
            body(near),
            new ArticleEntry.Fate(new CopyDecision(near.id(), first.id(), NEAR)),
            body(later),
            new ArticleEntry.Fate(new CopyDecision(later.id(), first.id(), VERSION)));
    assertThat(kept(results), hasSize(1));
    assertThat(kept(results).get(0).clusterSize(), is(2L));
    assertThat(
        removed(results).stream().map(row -> row.reason()).toList(),
        containsInAnyOrder("near_duplicate", "version"));
  }
}
