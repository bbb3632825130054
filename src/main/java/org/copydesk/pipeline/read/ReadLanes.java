package org.copydesk.pipeline.read;

import java.io.Serializable;
import java.util.List;
import org.copydesk.bucket.Lane;
import org.copydesk.dedup.DistinctTeaser;
import org.copydesk.model.SiteTally;
import org.copydesk.pipeline.articles.ArticleEntry;
import org.copydesk.pipeline.copies.CopyLanes;
import org.copydesk.pipeline.suspects.SuspectEntry;

/**
 * The ways on which the step that reads sends.
 *
 * @param articles to their rows
 * @param copies to where copies are found
 * @param teasers to where spellings are folded
 * @param ledger to the rows of files
 * @param sites to the rows of sites
 * @param suspects to where those are judged that may hold texts of a benchmark
 */
public record ReadLanes(
    Lane<ArticleEntry> articles,
    CopyLanes copies,
    Lane<DistinctTeaser> teasers,
    Lane<LedgerPart> ledger,
    Lane<SiteTally> sites,
    Lane<SuspectEntry> suspects)
    implements Serializable {
  public List<Lane<?>> all() {
    return List.of(articles, copies.bands(), copies.prints(), teasers, ledger, sites, suspects);
  }
}
