package org.copydesk.pipeline.articles;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.bucket.BucketOut;
import org.copydesk.bucket.BucketWorker;
import org.copydesk.bucket.SortedGroups;
import org.copydesk.corpus.BuildResults;
import org.copydesk.corpus.PartResult;
import org.copydesk.corpus.Tables;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.pipeline.work.PartSpool;
import org.copydesk.pipeline.work.Progress;
import org.copydesk.pipeline.work.StageClock;
import org.copydesk.storage.Storage;

/** Rows of articles by part in, each part out. Memory: one row and a row group. */
public final class WriteArticleParts implements BucketWorker<ArticleRowEntry, byte[]> {
  private static final long serialVersionUID = 1;

  private final Storage work;
  private final BuildSettings settings;

  public WriteArticleParts(Storage work, BuildSettings settings) {
    this.work = work;
    this.settings = settings;
  }

  /** A part hangs on its rows alone. */
  @Override
  public Writes writes() {
    return Writes.PART_A_GROUP;
  }

  @Override
  public void work(int bucket, SortedGroups<ArticleRowEntry> groups, BucketOut<byte[]> out)
      throws IOException {
    Progress.at(Progress.Step.WRITE);
    StageClock clock = new StageClock("WriteCorpus");
    List<PartResult> parts = new ArrayList<>();
    while (groups.nextGroup()) {
      ArticleRowEntry first = groups.next();
      try (PartSpool spool = new PartSpool(work, settings, first.part())) {
        spool.write(Tables.ARTICLES, first.row());
        while (groups.hasNext()) {
          spool.write(Tables.ARTICLES, groups.next().row());
        }
        parts.addAll(spool.finish());
      }
    }
    out.result(BuildResults.report(parts, clock.tally()));
  }
}
