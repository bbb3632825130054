package org.copydesk.pipeline.articles;

import java.io.Serializable;
import org.copydesk.bucket.Lane;
import org.copydesk.corpus.PartResult;
import org.copydesk.dedup.DuplicateSettings;
import org.copydesk.pipeline.grouping.Buckets;
import org.copydesk.pipeline.stories.StoryPageEntry;

/**
 * The ways of articles and of what is made of them.
 *
 * @param articles with what was decided of them, by id
 * @param rows of those that are kept or marked, by part
 * @param removed rows of copies that are not kept
 * @param stories pages of stories that have more than one
 * @param parts how many the table has at most
 */
public record ArticleLanes(
    Lane<ArticleEntry> articles,
    Lane<ArticleRowEntry> rows,
    Lane<RemovedRowEntry> removed,
    Lane<StoryPageEntry> stories,
    int parts)
    implements Serializable {
  private static final long MEGABYTE = 1L << 20;

  public static ArticleLanes of(Buckets buckets, DuplicateSettings duplicates) {
    return new ArticleLanes(
        new Lane<>(
            "articles",
            new ArticleEntry.Codec(duplicates.survivorOrder()),
            buckets.articles(),
            16 * MEGABYTE),
        ArticleRowEntry.lane(buckets),
        RemovedRowEntry.lane(buckets),
        StoryPageEntry.lane(buckets),
        buckets.articleParts());
  }

  /**
   * The part of what a unit gives. A part has a range of the numbers of units, which lie together
   * by folder: it is as large as what its range was given.
   */
  int partOf(int unit) {
    return (int) ((long) unit * parts / PartResult.NUMBERS);
  }
}
