package org.copydesk.pipeline.links;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.copydesk.bucket.WorkBucket;
import org.copydesk.corpus.Cap;
import org.copydesk.corpus.CapTally;
import org.copydesk.dedup.links.LinkMethod;
import org.junit.jupiter.api.Test;

class AskArticlesTest {
  private static WorkBucket<CandidateEntry> bucket() {
    return WorkBucket.of(SomeLinks.LANES.candidates(), new AskArticles(SomeLinks.LANES.heads()));
  }

  private static CandidateEntry candidate(int article, LinkMethod method) {
    return new CandidateEntry.Candidate(SomeLinks.id(1), SomeLinks.id(article), method);
  }

  private static CandidateEntry probe() {
    return new CandidateEntry.Probe(SomeLinks.probe(1, SomeLinks.TEXT));
  }

  @Test
  void anArticleIsAskedOnceByTheSurestMethod() throws Exception {
    List<LinkHeadEntry> asked =
        bucket()
            .given(candidate(2, LinkMethod.SHINGLE), probe(), candidate(2, LinkMethod.URL))
            .work()
            .on(SomeLinks.LANES.heads());
    assertThat(asked, hasSize(1));
    assertThat(((LinkHeadEntry.Question) asked.get(0)).method(), is(LinkMethod.URL));
  }

  @Test
  void aTeaserAllOfWhoseKeysWereSkippedIsCounted() throws Exception {
    CapTally cap =
        bucket()
            .given(probe(), new CandidateEntry.Skipped(SomeLinks.id(1)))
            .work()
            .reports()
            .caps()
            .get(0);
    assertThat(cap, is(new CapTally(Cap.LINKED_TEASERS, 1, 1)));
  }

  @Test
  void candidatesOfATeaserThatIsNotThereAreAnError() {
    assertThrows(
        IllegalStateException.class, () -> bucket().given(candidate(2, LinkMethod.URL)).work());
  }
}
