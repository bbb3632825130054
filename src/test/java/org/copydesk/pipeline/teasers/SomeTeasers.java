package org.copydesk.pipeline.teasers;

import java.util.List;
import org.copydesk.dedup.DistinctTeaser;
import org.copydesk.dedup.TeaserIdentity;
import org.copydesk.pipeline.grouping.Buckets;
import org.copydesk.pipeline.links.LinkLanes;

/** Small things that tests of this package are made of. */
final class SomeTeasers {
  private static final Buckets BUCKETS = Buckets.forInput(List.of());

  static final TeaserLanes LANES = TeaserLanes.of(BUCKETS);
  static final LinkLanes LINKS = LinkLanes.of(BUCKETS);
  static final TeaserRoute ROUTE = new TeaserRoute(LANES, LINKS);

  private SomeTeasers() {}

  static DistinctTeaser teaser(String title, String snippet, long occurrences) {
    return new DistinctTeaser(
        TeaserIdentity.of(title, snippet),
        title,
        snippet,
        null,
        false,
        null,
        occurrences,
        occurrences,
        new long[] {5},
        1);
  }
}
