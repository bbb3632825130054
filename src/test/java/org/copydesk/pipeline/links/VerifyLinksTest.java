package org.copydesk.pipeline.links;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.copydesk.bucket.WorkBucket;
import org.copydesk.dedup.links.LinkMethod;
import org.junit.jupiter.api.Test;

class VerifyLinksTest {
  private static WorkBucket<LinkHeadEntry> bucket() {
    return WorkBucket.of(SomeLinks.LANES.heads(), new VerifyLinks(SomeLinks.LANES.teasers()));
  }

  private static LinkHeadEntry question(String snippet) {
    return new LinkHeadEntry.Question(
        SomeLinks.id(2), LinkMethod.PREFIX, SomeLinks.probe(1, snippet));
  }

  @Test
  void aSnippetThatStandsInTheArticlesBeginningIsALink() throws Exception {
    List<TeaserEntry> links =
        bucket()
            .given(
                question(SomeLinks.TEXT.substring(0, 90)),
                new LinkHeadEntry.Head(SomeLinks.head(2, SomeLinks.TEXT)))
            .work()
            .on(SomeLinks.LANES.teasers());
    assertThat(links, hasSize(1));
    TeaserEntry.Linked linked = (TeaserEntry.Linked) links.get(0);
    assertThat(linked.id(), is(SomeLinks.id(1)));
    assertThat(linked.link().articleId(), is(SomeLinks.id(2)));
  }

  @Test
  void aSnippetOfOtherWordsIsNone() throws Exception {
    assertThat(
        bucket()
            .given(
                question("Council votes on a new bridge over the river and on next year's budget"),
                new LinkHeadEntry.Head(SomeLinks.head(2, SomeLinks.TEXT)))
            .work()
            .on(SomeLinks.LANES.teasers()),
        is(empty()));
  }

  @Test
  void aQuestionToAnArticleThatIsNotKeptIsAnError() {
    assertThrows(
        IllegalStateException.class, () -> bucket().given(question(SomeLinks.TEXT)).work());
  }
}
