package org.copydesk.pipeline.articles;

import org.apache.beam.sdk.transforms.PTransform;
import org.copydesk.pipeline.grouping.BlockRoute;
import org.copydesk.pipeline.grouping.Sent;
import org.copydesk.pipeline.grouping.Step;
import org.copydesk.pipeline.links.LinkLanes;
import org.copydesk.pipeline.stories.WriteStories;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.storage.Storage;

/**
 * Articles and what was decided of them in, their tables out: what is kept or marked, the copies
 * that are not kept, and stories that have more than one page; and keys to link teasers by.
 */
public final class WriteArticles extends PTransform<Sent, Sent> {
  private static final long serialVersionUID = 1;

  private final ArticleLanes lanes;
  private final LinkLanes links;
  private final BlockRoute route;
  private final Storage work;
  private final BuildSettings settings;

  private WriteArticles(
      ArticleLanes lanes, LinkLanes links, BlockRoute route, Storage work, BuildSettings settings) {
    this.lanes = lanes;
    this.links = links;
    this.route = route;
    this.work = work;
    this.settings = settings;
  }

  /**
   * @param work folder that every worker sees
   */
  public static WriteArticles along(
      ArticleLanes lanes, LinkLanes links, BlockRoute route, Storage work, BuildSettings settings) {
    return new WriteArticles(lanes, links, route, work, settings);
  }

  @Override
  public Sent expand(Sent articles) {
    Sent rows =
        articles.apply(
            "Make rows of articles", MakeArticleRows.step(lanes, links, route, work, settings));
    Sent kept =
        rows.apply(
            "Write articles", Step.on(lanes.rows(), route, new WriteArticleParts(work, settings)));
    Sent removed =
        rows.apply(
            "Write removed", Step.on(lanes.removed(), route, new WriteRemoved(work, settings)));
    Sent stories =
        rows.apply(
            "Write stories", Step.on(lanes.stories(), route, new WriteStories(work, settings)));
    return rows.and(kept, removed, stories);
  }
}
