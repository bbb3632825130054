package org.copydesk.pipeline.links;

import java.io.IOException;
import java.util.List;
import org.copydesk.bucket.BucketOut;
import org.copydesk.bucket.BucketWorker;
import org.copydesk.bucket.SortedGroups;
import org.copydesk.corpus.BuildResults;
import org.copydesk.dedup.DistinctTeaser;
import org.copydesk.dedup.links.TeaserLink;
import org.copydesk.language.LanguageIdentifier;
import org.copydesk.model.StoredTime;
import org.copydesk.pipeline.pages.ClassifyTopics;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.pipeline.work.Progress;
import org.copydesk.pipeline.work.SideFile;
import org.copydesk.pipeline.work.StageClock;
import org.copydesk.row.TeaserRow;
import org.copydesk.storage.Storage;

/**
 * A teaser and the articles it may announce in, its row with the best of them out, on its way to
 * its part: so what a teaser tells of, and in which language, is not asked again of those that are
 * as they were. Memory: one teaser.
 */
final class MakeTeaserRows implements BucketWorker<TeaserEntry, byte[]> {
  private static final long serialVersionUID = 1;

  private final Storage work;
  private final BuildSettings settings;
  private final SideFile topicModel;
  private final LinkLanes lanes;

  /**
   * @param topicModel the user's; null for the one in the jar
   */
  MakeTeaserRows(Storage work, BuildSettings settings, SideFile topicModel, LinkLanes lanes) {
    this.work = work;
    this.settings = settings;
    this.topicModel = topicModel;
    this.lanes = lanes;
  }

  @Override
  public void work(int bucket, SortedGroups<TeaserEntry> groups, BucketOut<byte[]> out)
      throws IOException {
    Progress.at(Progress.Step.WRITE);
    StageClock clock = new StageClock("WriteCorpus");
    ClassifyTopics topics = ClassifyTopics.open(settings, work, topicModel);
    LanguageIdentifier languages = settings.language() ? LanguageIdentifier.shared() : null;
    while (groups.nextGroup()) {
      if (!(groups.next() instanceof TeaserEntry.Folded folded)) {
        throw new IllegalStateException("a link of a teaser that is not there");
      }
      TeaserLink best = null;
      while (groups.hasNext()) {
        TeaserLink link = ((TeaserEntry.Linked) groups.next()).link();
        best = best == null ? link : best.orBetter(link);
      }
      clock.in(1, 0);
      DistinctTeaser teaser = folded.teaser();
      TeaserRow row = row(teaser, best, topics, languages);
      out.send(lanes.rows(), new TeaserRowEntry(lanes.partOf(teaser), teaser.id(), row));
      clock.out(1, 0);
    }
    out.result(BuildResults.report(List.of(), clock.tally()));
  }

  private static TeaserRow row(
      DistinctTeaser teaser, TeaserLink link, ClassifyTopics topics, LanguageIdentifier languages) {
    String language = languages == null ? null : languages.identify(words(teaser)).language();
    ClassifyTopics.Topics about = topics.classify(teaser.title(), teaser.snippet(), language);
    boolean hasText = link != null && teaser.snippet() != null;
    return new TeaserRow(
        teaser.id().hex(),
        teaser.title(),
        teaser.snippet(),
        teaser.marker(),
        teaser.isTruncated(),
        teaser.url(),
        language,
        teaser.occurrences(),
        teaser.pages(),
        teaser.siteCount(),
        (long) teaser.variants(),
        link == null ? null : link.articleId().hex(),
        link == null ? null : link.method().stored(),
        hasText ? (Double) link.containment() : null,
        about.topic(),
        about.confidence(),
        StoredTime.orNull(teaser.sightings().first()),
        StoredTime.orNull(teaser.sightings().last()),
        (double) teaser.sightings().onFronts() / teaser.occurrences());
  }

  private static String words(DistinctTeaser teaser) {
    String title = teaser.title() == null ? "" : teaser.title();
    return teaser.snippet() == null ? title : (title + " " + teaser.snippet()).strip();
  }
}
