package org.copydesk.pipeline.teasers;

import java.io.IOException;
import java.util.List;
import org.copydesk.bucket.BucketOut;
import org.copydesk.bucket.BucketWorker;
import org.copydesk.bucket.SortedGroups;
import org.copydesk.corpus.BuildResults;
import org.copydesk.corpus.Cap;
import org.copydesk.corpus.CapTally;
import org.copydesk.dedup.DistinctTeaser;
import org.copydesk.dedup.TeaserVariants;
import org.copydesk.pipeline.links.KeyLog;
import org.copydesk.pipeline.work.Room;
import org.copydesk.pipeline.work.StageClock;
import org.copydesk.storage.Storage;
import org.copydesk.text.ContentHash;

/**
 * Teasers that share a headline or an opening in, each story's teaser with its variants folded in
 * out, and which teaser became part of which. Memory: {@link Room#teasers} of one group.
 */
final class FoldVariants implements BucketWorker<DistinctTeaser, byte[]> {
  private static final long serialVersionUID = 1;

  private final DistinctTeaserCodec.Step step;
  private final Storage logs;
  private final TeaserRoute route;
  private final Room room;

  /**
   * @param step TITLES or OPENINGS
   */
  FoldVariants(Storage logs, DistinctTeaserCodec.Step step, TeaserRoute route, Room room) {
    this.logs = logs;
    this.step = step;
    this.route = route;
    this.room = room;
  }

  @Override
  public void work(int bucket, SortedGroups<DistinctTeaser> groups, BucketOut<byte[]> out)
      throws IOException {
    StageClock clock = new StageClock("DeduplicateTeasers");
    KeyLog keys = new KeyLog(logs);
    TeaserVariants.Output output =
        new TeaserVariants.Output() {
          @Override
          public void teaser(DistinctTeaser teaser) {
            route.onFrom(step, teaser, keys, out);
          }

          @Override
          public void moved(ContentHash variant, ContentHash teaser) {
            out.send(route.steps().moves(), new MoveEntry(variant, teaser));
          }
        };
    TeaserVariants variants =
        step == DistinctTeaserCodec.Step.TITLES
            ? TeaserVariants.byTitle(room.teasers(), output)
            : TeaserVariants.byOpening(room.teasers(), output);
    while (groups.nextGroup()) {
      ContentHash group = null;
      while (groups.hasNext()) {
        DistinctTeaser teaser = groups.next();
        group = group == null ? step.group(teaser) : group;
        variants.accept(group, teaser);
      }
    }
    variants.finish();
    route.finish(keys, out);
    out.result(
        BuildResults.report(
            List.of(),
            clock.tally(),
            new CapTally(Cap.TEASER_VARIANTS, variants.compared(), variants.forgotten()),
            new CapTally(Cap.TEASER_INDEX, variants.compared(), variants.hidden()),
            new CapTally(Cap.TEASER_SPELLINGS, variants.joined(), variants.late())));
  }
}
