package org.copydesk.pipeline.stories;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.copydesk.bucket.BucketOut;
import org.copydesk.bucket.BucketWorker;
import org.copydesk.bucket.SortedGroups;
import org.copydesk.corpus.BuildResults;
import org.copydesk.corpus.Cap;
import org.copydesk.corpus.CapTally;
import org.copydesk.corpus.Tables;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.pipeline.work.PartSpool;
import org.copydesk.pipeline.work.StageClock;
import org.copydesk.storage.Storage;
import org.copydesk.story.Origin;
import org.copydesk.story.OriginPolicy;
import org.copydesk.story.StoryLife;
import org.copydesk.story.StoryState;
import org.copydesk.story.VersionChains;

/**
 * Pages by story in, the first known first; a row for each story and one for each state of its
 * texts out. Memory: {@link StoryLife#MOST_PAGES} pages of one story, and a row group a table.
 */
public final class WriteStories implements BucketWorker<StoryPageEntry, byte[]> {
  private static final long serialVersionUID = 1;

  private final Storage work;
  private final BuildSettings settings;

  public WriteStories(Storage work, BuildSettings settings) {
    this.work = work;
    this.settings = settings;
  }

  /** A table is written whole. */
  @Override
  public Writes writes() {
    return Writes.PART_A_BUCKET;
  }

  @Override
  public void work(int bucket, SortedGroups<StoryPageEntry> groups, BucketOut<byte[]> out)
      throws IOException {
    StageClock clock = new StageClock("WriteStories");
    long pages = 0;
    long forgotten = 0;
    try (PartSpool spool = new PartSpool(work, settings, bucket)) {
      while (groups.nextGroup()) {
        StoryLife life = null;
        while (groups.hasNext()) {
          StoryPageEntry entry = groups.next();
          clock.in(1, 0);
          pages++;
          life = life == null ? new StoryLife(entry.story()) : life;
          life.add(entry.page());
        }
        forgotten += life.forgotten();
        write(life, spool);
        clock.out(1, 0);
      }
      out.result(
          BuildResults.report(
              spool.finish(), clock.tally(), new CapTally(Cap.STORY_PAGES, pages, forgotten)));
    }
  }

  private void write(StoryLife life, PartSpool spool) throws IOException {
    Optional<Origin> origin = OriginPolicy.of(life.pages());
    List<StoryState> states = VersionChains.of(life.pages());
    spool.write(Tables.STORIES, StoryRows.of(life, origin.orElse(null), states.size()));
    for (StoryState state : states) {
      spool.write(Tables.VERSIONS, StoryRows.of(life, state));
    }
  }
}
