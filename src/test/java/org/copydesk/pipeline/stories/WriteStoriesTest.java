package org.copydesk.pipeline.stories;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.copydesk.bucket.Lane;
import org.copydesk.bucket.WorkBucket;
import org.copydesk.corpus.BuildResults;
import org.copydesk.corpus.PartRows;
import org.copydesk.corpus.Tables;
import org.copydesk.model.Article;
import org.copydesk.model.ArticleRecord;
import org.copydesk.model.CopyKind;
import org.copydesk.model.DatePrecision;
import org.copydesk.pipeline.grouping.Buckets;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.pipeline.work.SomeSettings;
import org.copydesk.row.StoryRow;
import org.copydesk.row.VersionRow;
import org.copydesk.storage.Storage;
import org.copydesk.table.Table;
import org.copydesk.text.ContentHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteStoriesTest {
  private static final Lane<StoryPageEntry> LANE = StoryPageEntry.lane(Buckets.forInput(List.of()));
  private static final ContentHash STORY = ContentHash.of("story");
  private static final ContentHash LATER = ContentHash.of("later");

  @TempDir Path folder;

  private static StoryPageEntry page(
      String text, int night, String site, ContentHash keptId, CopyKind kind) {
    Instant published = Instant.parse("2024-03-05T08:00:00Z");
    Article article =
        new Article(
            "Crane falls",
            null,
            List.of(),
            null,
            published,
            null,
            text,
            "https://" + site + "/crane",
            site,
            new Article.Details(null, DatePrecision.MINUTE, null, null, null));
    ContentHash id = keptId == null ? LATER : ContentHash.of(text);
    ArticleRecord record =
        new ArticleRecord(
            id,
            site + ".jsonl",
            night,
            null,
            published.plusSeconds(86_400L * night),
            null,
            article,
            null,
            null,
            10,
            null,
            null);
    return StoryPageEntry.of(STORY, record, keptId == null ? id : keptId, kind, true);
  }

  private <R extends Record> List<R> rows(Table<R> table, BuildResults results) throws Exception {
    return PartRows.of(table, results, Storage.local(folder));
  }

  private BuildResults work(BuildSettings settings) throws Exception {
    return WorkBucket.of(LANE, new WriteStories(Storage.local(folder), settings))
        .given(
            page("One.\n\nTwo.", 1, "elm.test", LATER, CopyKind.VERSION),
            page("One.\n\nTwo.\n\nThree.", 2, "elm.test", null, null),
            page("One.\n\nTwo. By a friend.", 3, "oak.test", LATER, CopyKind.NEAR))
        .work()
        .reports();
  }

  @Test
  void aStoryAndItsStatesAreWritten() throws Exception {
    BuildResults results = work(SomeSettings.plain());
    List<StoryRow> stories = rows(Tables.STORIES, results);
    assertThat(stories, hasSize(1));
    assertThat(stories.get(0).id(), is(STORY.hex()));
    assertThat(stories.get(0).outlets(), is(List.of("elm.test", "oak.test")));
    assertThat(stories.get(0).articles(), is(1L));
    assertThat(stories.get(0).copies(), is(2L));
    assertThat(stories.get(0).versions(), is(2L));
    assertThat(stories.get(0).originSite(), is("elm.test"));
    assertThat(stories.get(0).originEvidence(), is("crawled"));
    List<VersionRow> versions = rows(Tables.VERSIONS, results);
    assertThat(versions, hasSize(2));
    assertThat(versions.get(0).added(), is(nullValue()));
    assertThat(versions.get(1).added(), is(1L));
    assertThat(versions.get(1).relation(), is("grown"));
    assertThat(versions.get(1).text(), is("One.\n\nTwo.\n\nThree."));
    assertThat(versions.get(1).chain(), is(LATER.hex()));
  }

  @Test
  void whatTravelsComesBackAsItWas() throws Exception {
    StoryPageEntry given = page("One.\n\nTwo.", 1, "elm.test", LATER, CopyKind.VERSION);
    var out = new org.copydesk.bucket.ByteWriter();
    LANE.codec().encode(given, out);
    StoryPageEntry read =
        LANE.codec().decode(new org.copydesk.bucket.ByteReader(out.toByteArray()));
    assertThat(read.page().paragraphs(), is(given.page().paragraphs()));
    assertThat(
        read.page().toString().replaceAll("\\[J@\\w+", ""),
        is(given.page().toString().replaceAll("\\[J@\\w+", "")));
  }
}
