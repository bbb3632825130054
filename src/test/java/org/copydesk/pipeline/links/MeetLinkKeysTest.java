package org.copydesk.pipeline.links;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import org.copydesk.bucket.WorkBucket;
import org.copydesk.dedup.links.LinkMethod;
import org.junit.jupiter.api.Test;

class MeetLinkKeysTest {
  private static WorkBucket<LinkKeyEntry> bucket() {
    return WorkBucket.of(SomeLinks.LANES.keys(), new MeetLinkKeys(SomeLinks.LANES.candidates()));
  }

  private static LinkKeyEntry key(long key, boolean isTeaser, int id) {
    return new LinkKeyEntry(key, LinkMethod.TITLE, isTeaser, SomeLinks.id(id));
  }

  @Test
  void anArticleAndATeaserUnderOneKeyAreCandidates() throws Exception {
    assertThat(
        bucket()
            .given(key(7, true, 1), key(7, false, 2), key(8, true, 1))
            .work()
            .on(SomeLinks.LANES.candidates()),
        contains(
            (CandidateEntry)
                new CandidateEntry.Candidate(SomeLinks.id(1), SomeLinks.id(2), LinkMethod.TITLE)));
  }

  @Test
  void aKeyOfAnotherMethodIsAnotherKey() throws Exception {
    assertThat(
        bucket()
            .given(key(7, true, 1), new LinkKeyEntry(7, LinkMethod.URL, false, SomeLinks.id(2)))
            .work()
            .on(SomeLinks.LANES.candidates()),
        is(empty()));
  }
}
