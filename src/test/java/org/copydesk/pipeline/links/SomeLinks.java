package org.copydesk.pipeline.links;

import java.util.List;
import org.copydesk.dedup.DistinctTeaser;
import org.copydesk.dedup.TeaserIdentity;
import org.copydesk.dedup.links.LinkHead;
import org.copydesk.dedup.links.LinkProbe;
import org.copydesk.model.Article;
import org.copydesk.pipeline.grouping.Buckets;
import org.copydesk.text.ContentHash;

/** Small things that tests of this package are made of. */
final class SomeLinks {
  static final LinkLanes LANES = LinkLanes.of(Buckets.forInput(List.of()));

  static final String TEXT =
      "The harbour of the old town was closed on Monday after a crane fell into the basin where"
          + " two ferries lay, and the crews of both were brought ashore by the pilots.";

  private SomeLinks() {}

  static ContentHash id(int number) {
    return new ContentHash(number, number);
  }

  static DistinctTeaser teaser(String title, String snippet) {
    return new DistinctTeaser(
        TeaserIdentity.of(title, snippet),
        title,
        snippet,
        null,
        false,
        null,
        3,
        2,
        new long[] {5},
        1);
  }

  static LinkProbe probe(int teaser, String snippet) {
    LinkProbe probe = LinkProbe.of(teaser(null, snippet));
    return new LinkProbe(id(teaser), probe.words(), probe.sites());
  }

  static LinkHead head(int article, String text) {
    return LinkHead.of(
        id(article),
        new Article("Crane falls", null, List.of(), null, null, null, text, null, null),
        30);
  }
}
