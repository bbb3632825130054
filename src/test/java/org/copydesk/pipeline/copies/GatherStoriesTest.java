package org.copydesk.pipeline.copies;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.util.List;
import org.copydesk.bucket.WorkBucket;
import org.copydesk.dedup.CopyGroup;
import org.copydesk.pipeline.articles.ArticleEntry;
import org.junit.jupiter.api.Test;

class GatherStoriesTest {
  private static StoryEntry.Article article(int number) {
    return new StoryEntry.Article(
        SomeCopies.id(number),
        CopyGroup.of(SomeCopies.order(number), SomeCopies.place(number)),
        new byte[] {1});
  }

  private static StoryEntry.Membership member(int number, int story) {
    return new StoryEntry.Membership(SomeCopies.id(number), SomeCopies.id(story));
  }

  private static List<ClusterEntry> gather(StoryEntry... entries) throws Exception {
    return WorkBucket.of(
            SomeCopies.LANES.stories(),
            new GatherStories(SomeCopies.LANES.clusters(), SomeCopies.ARTICLES))
        .given(entries)
        .work()
        .on(SomeCopies.LANES.clusters());
  }

  @Test
  void anArticleHeldAtSeveralPlacesGoesToItsStoryOnce() throws Exception {
    List<ClusterEntry> gathered = gather(article(2), article(2), member(2, 1), article(2));
    assertThat(gathered, hasSize(1));
    assertThat(gathered.get(0).component(), is(SomeCopies.id(1)));
    assertThat(gathered.get(0).copies().places(), is(List.of(SomeCopies.place(2))));
  }

  @Test
  void whereItsRowIsWrittenAnArticleLearnsOfItsStory() throws Exception {
    var told =
        WorkBucket.of(
                SomeCopies.LANES.stories(),
                new GatherStories(SomeCopies.LANES.clusters(), SomeCopies.ARTICLES))
            .given(article(2), member(2, 1), article(3))
            .work()
            .on(SomeCopies.ARTICLES);
    assertThat(told, is(List.of(new ArticleEntry.InStory(SomeCopies.id(2), SomeCopies.id(1)))));
  }

  @Test
  void anArticleWithoutAStoryStays() throws Exception {
    assertThat(gather(article(2)), is(empty()));
  }
}
