package org.copydesk.pipeline.teasers;

import org.apache.beam.sdk.transforms.PTransform;
import org.copydesk.bucket.Lane;
import org.copydesk.pipeline.grouping.BlockRoute;
import org.copydesk.pipeline.grouping.Sent;
import org.copydesk.pipeline.grouping.Step;
import org.copydesk.pipeline.links.LinkLanes;
import org.copydesk.pipeline.work.Room;
import org.copydesk.storage.Storage;

/**
 * Teasers as they were read in, each story's once out, on the lanes of their links, and which
 * variant became which. Spelling by spelling first, since most repeat letter by letter; then by
 * headline; what has none by its opening.
 */
public final class DeduplicateTeasers extends PTransform<Sent, Sent> {
  private static final long serialVersionUID = 1;

  private final TeaserLanes lanes;
  private final LinkLanes links;
  private final BlockRoute route;
  private final Storage work;
  private final Room room;

  private DeduplicateTeasers(
      TeaserLanes lanes, LinkLanes links, BlockRoute route, Storage work, Room room) {
    this.lanes = lanes;
    this.links = links;
    this.route = route;
    this.work = work;
    this.room = room;
  }

  /**
   * @param links where teasers that are done are sent
   * @param work folder that every worker sees
   */
  public static DeduplicateTeasers within(
      Room room, TeaserLanes lanes, LinkLanes links, BlockRoute route, Storage work) {
    return new DeduplicateTeasers(lanes, links, route, work, room);
  }

  @Override
  public Sent expand(Sent read) {
    TeaserRoute onwards = new TeaserRoute(lanes, links);
    // A filter hangs on all teasers: where only what changed is worked on there is none.
    Storage logs = route.memory() == null ? work : null;
    Sent spellings =
        read.onto(lanes.spellings())
            .apply(
                "Fold spellings",
                Step.on(
                    lanes.spellings(),
                    route,
                    new FoldSpellings(logs, onwards),
                    onwards(onwards, DistinctTeaserCodec.Step.SPELLINGS)));
    Sent titles =
        spellings
            .onto(lanes.titles())
            .apply(
                "Fold by title",
                Step.on(
                    lanes.titles(),
                    route,
                    new FoldVariants(logs, DistinctTeaserCodec.Step.TITLES, onwards, room),
                    onwards(onwards, DistinctTeaserCodec.Step.TITLES)));
    Sent openings =
        spellings
            .onto(lanes.openings())
            .and(titles.onto(lanes.openings()))
            .apply(
                "Fold by opening",
                Step.on(
                    lanes.openings(),
                    route,
                    new FoldVariants(logs, DistinctTeaserCodec.Step.OPENINGS, onwards, room),
                    onwards(onwards, DistinctTeaserCodec.Step.OPENINGS)));
    return spellings.and(titles, openings);
  }

  private static Lane<?>[] onwards(TeaserRoute route, DistinctTeaserCodec.Step step) {
    return route.lanesFrom(step).toArray(Lane<?>[]::new);
  }
}
