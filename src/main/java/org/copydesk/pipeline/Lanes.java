package org.copydesk.pipeline;

import java.io.Serializable;
import org.copydesk.bucket.Lane;
import org.copydesk.dedup.DistinctTeaser;
import org.copydesk.dedup.DuplicateSettings;
import org.copydesk.model.LedgerPart;
import org.copydesk.model.SiteTally;

/**
 * The ways between the steps of a build, each with its buckets. Packing bounds add up to 32 MB for
 * the step that reads, and to less for every other.
 */
record Lanes(
    Lane<ArticleEntry> articles,
    Lane<BandEntry> bands,
    Lane<PrintEntry> prints,
    Lane<VerifyEntry> verify,
    Lane<EdgeEntry> edges,
    Lane<StoryEntry> stories,
    Lane<ClusterEntry> clusters,
    Lane<RelationEntry> relations,
    Lane<DistinctTeaser> spellings,
    Lane<DistinctTeaser> titles,
    Lane<DistinctTeaser> openings,
    Lane<MoveEntry> moves,
    Lane<LinkKeyEntry> linkKeys,
    Lane<KeyLog.Written> keyLogs,
    Lane<CandidateEntry> candidates,
    Lane<LinkHeadEntry> heads,
    Lane<TeaserEntry> teasers,
    Lane<LedgerPart> ledger,
    Lane<SiteTally> sites)
    implements Serializable {
  private static final long MEGABYTE = 1L << 20;

  static Lanes of(Buckets buckets, DuplicateSettings duplicates) {
    int teasers = buckets.teasers();
    return new Lanes(
        new Lane<>(
            "articles",
            new ArticleEntry.Codec(duplicates.survivorOrder()),
            buckets.articles(),
            16 * MEGABYTE),
        new Lane<>("bands", new BandEntry.Codec(), buckets.bands(), 4 * MEGABYTE),
        new Lane<>("prints", new PrintEntry.Codec(), buckets.prints(), 6 * MEGABYTE),
        new Lane<>("verify", new VerifyEntry.Codec(), buckets.prints(), 4 * MEGABYTE),
        new Lane<>("edges", new EdgeEntry.Codec(), 1, MEGABYTE),
        new Lane<>("stories", new StoryEntry.Codec(), buckets.prints(), 4 * MEGABYTE),
        new Lane<>("clusters", new ClusterEntry.Codec(), buckets.prints(), 4 * MEGABYTE),
        new Lane<>("relations", new RelationEntry.Codec(), buckets.sites(), MEGABYTE),
        teaserLane("spellings", DistinctTeaserCodec.Step.SPELLINGS, teasers),
        teaserLane("titles", DistinctTeaserCodec.Step.TITLES, teasers),
        teaserLane("openings", DistinctTeaserCodec.Step.OPENINGS, teasers),
        new Lane<>("moves", new MoveEntry.Codec(), 1, MEGABYTE),
        new Lane<>("link keys", new LinkKeyEntry.Codec(), buckets.bands(), 4 * MEGABYTE),
        new Lane<>("key logs", new KeyLog.Codec(), 1, MEGABYTE),
        new Lane<>("link candidates", new CandidateEntry.Codec(), teasers, 4 * MEGABYTE),
        new Lane<>("link heads", new LinkHeadEntry.Codec(), teasers, 4 * MEGABYTE),
        new Lane<>("teasers", new TeaserEntry.Codec(), teasers, 4 * MEGABYTE),
        new Lane<>("ledger", new LedgerCodec(), buckets.ledger(), MEGABYTE),
        new Lane<>("sites", new SiteCodec(), buckets.sites(), MEGABYTE));
  }

  private static Lane<DistinctTeaser> teaserLane(
      String name, DistinctTeaserCodec.Step step, int buckets) {
    return new Lane<>(name, new DistinctTeaserCodec(step), buckets, 4 * MEGABYTE);
  }
}
