package org.copydesk.pipeline;

import java.io.Serializable;
import org.copydesk.bucket.Lane;
import org.copydesk.dedup.DuplicateSettings;
import org.copydesk.model.SiteTally;
import org.copydesk.pipeline.articles.ArticleEntry;
import org.copydesk.pipeline.articles.ArticleLanes;
import org.copydesk.pipeline.copies.CopyLanes;
import org.copydesk.pipeline.grouping.Buckets;
import org.copydesk.pipeline.links.LinkLanes;
import org.copydesk.pipeline.read.LedgerCodec;
import org.copydesk.pipeline.read.LedgerPart;
import org.copydesk.pipeline.read.ReadLanes;
import org.copydesk.pipeline.sites.SiteCodec;
import org.copydesk.pipeline.suspects.SuspectEntry;
import org.copydesk.pipeline.teasers.TeaserLanes;

/**
 * The ways between the steps of a build, each with its buckets. Packing bounds add up to 32 MB for
 * the step that reads, and to less for every other.
 */
record Lanes(
    ArticleLanes ofArticles,
    CopyLanes copies,
    TeaserLanes teasers,
    LinkLanes links,
    Lane<LedgerPart> ledger,
    Lane<SiteTally> sites,
    Lane<SuspectEntry> suspects)
    implements Serializable {
  private static final long MEGABYTE = 1L << 20;

  static Lanes of(Buckets buckets, DuplicateSettings duplicates) {
    return new Lanes(
        ArticleLanes.of(buckets, duplicates),
        CopyLanes.of(buckets),
        TeaserLanes.of(buckets),
        LinkLanes.of(buckets),
        new Lane<>("ledger", new LedgerCodec(), buckets.ledger(), MEGABYTE),
        new Lane<>("sites", new SiteCodec(), buckets.sites(), MEGABYTE),
        SuspectEntry.lane(duplicates.survivorOrder()));
  }

  /** Of articles, with what was decided of them. */
  Lane<ArticleEntry> articles() {
    return ofArticles.articles();
  }

  /** Those on which the step that reads sends. */
  ReadLanes read() {
    return new ReadLanes(articles(), copies, teasers.spellings(), ledger, sites, suspects);
  }
}
