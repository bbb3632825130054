package org.copydesk.pipeline.articles;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.bucket.BucketOut;
import org.copydesk.bucket.BucketWorker;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.SortedGroups;
import org.copydesk.corpus.BuildResults;
import org.copydesk.dedup.CopyDecision;
import org.copydesk.dedup.CopyGroup;
import org.copydesk.dedup.CopyPlace;
import org.copydesk.dedup.NearDuplicatePolicy.Kind;
import org.copydesk.dedup.NearDuplicatePolicy.Measure;
import org.copydesk.dedup.NearDuplicatePolicy.Verdict;
import org.copydesk.dedup.links.KeyFilter;
import org.copydesk.dedup.links.LinkHead;
import org.copydesk.dedup.links.LinkKeys;
import org.copydesk.dedup.links.LinkMethod;
import org.copydesk.dedup.opening.CopyRule;
import org.copydesk.model.ArticleRecord;
import org.copydesk.model.CopyKind;
import org.copydesk.model.StoredTime;
import org.copydesk.pipeline.grouping.BlockRoute;
import org.copydesk.pipeline.grouping.Step;
import org.copydesk.pipeline.links.LinkHeadEntry;
import org.copydesk.pipeline.links.LinkKeyEntry;
import org.copydesk.pipeline.links.LinkLanes;
import org.copydesk.pipeline.pages.RemovedRows;
import org.copydesk.pipeline.stories.StoryPageEntry;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.pipeline.work.LastRead;
import org.copydesk.pipeline.work.Progress;
import org.copydesk.pipeline.work.SideFile;
import org.copydesk.pipeline.work.StageClock;
import org.copydesk.row.ArticleRow;
import org.copydesk.row.CopyRow;
import org.copydesk.storage.Storage;
import org.copydesk.text.ContentHash;

/**
 * Articles and what was decided of them in, rows out, on their ways to their parts: those that are
 * kept with what is known of their copies, those that are not with what they lost to. What teasers
 * are linked by goes on, and what is known of the pages of stories that have more than one.
 *
 * <p>Memory: one article, 256 copies' places of each kind, and the filter of link keys.
 */
public final class MakeArticleRows implements BucketWorker<ArticleEntry, byte[]> {
  private static final long serialVersionUID = 1;

  private static final Verdict EXACT =
      new Verdict(Kind.NEAR, Measure.JACCARD, 1, 1, CopyRule.ALIKE);

  // Each thread has a worker, and a filter may be 64 MB.
  private static final LastRead<KeyFilter> FILTERS = new LastRead<>();

  private final Storage work;
  private final BuildSettings settings;
  private final ArticleLanes lanes;
  private final LinkLanes links;
  private final boolean announcesAll;
  private transient KeyFilter wanted;

  /**
   * @param announcesAll whether link keys are sent without a filter
   */
  public MakeArticleRows(
      Storage work,
      BuildSettings settings,
      ArticleLanes lanes,
      LinkLanes links,
      boolean announcesAll) {
    this.work = work;
    this.settings = settings;
    this.lanes = lanes;
    this.links = links;
    this.announcesAll = announcesAll;
  }

  /** The step with this worker: articles and decisions grouped by id. */
  public static Step<ArticleEntry> step(
      ArticleLanes lanes, LinkLanes links, BlockRoute route, Storage work, BuildSettings settings) {
    MakeArticleRows worker =
        new MakeArticleRows(work, settings, lanes, links, route.memory() != null);
    return Step.on(
        lanes.articles(),
        route,
        worker,
        lanes.rows(),
        lanes.removed(),
        lanes.stories(),
        links.heads(),
        links.keys());
  }

  /**
   * Which file the filter of the teasers' keys is, the same for all buckets; it comes to none where
   * there is no teaser.
   */
  @Override
  public void hear(byte[] word) throws IOException {
    if (wanted == null) {
      wanted = FILTERS.of(SideFile.decode(new ByteReader(word)), work, KeyFilter::read);
    }
  }

  @Override
  public void work(int bucket, SortedGroups<ArticleEntry> groups, BucketOut<byte[]> out)
      throws IOException {
    Progress.at(Progress.Step.WRITE);
    StageClock clock = new StageClock("WriteCorpus");
    while (groups.nextGroup()) {
      new Group(groups, clock, out).make();
    }
    out.result(BuildResults.report(List.of(), clock.tally()));
  }

  /** The entries of one id. */
  private final class Group {
    private final SortedGroups<ArticleEntry> entries;
    private final StageClock clock;
    private final BucketOut<byte[]> out;
    private final List<CopyRow> nearCopies = new ArrayList<>();
    private long members;
    private ContentHash story;
    private boolean isWanted;

    Group(SortedGroups<ArticleEntry> entries, StageClock clock, BucketOut<byte[]> out) {
      this.entries = entries;
      this.clock = clock;
      this.out = out;
    }

    void make() throws IOException {
      CopyDecision lost = null;
      while (entries.hasNext()) {
        ArticleEntry entry = entries.next();
        if (entry instanceof ArticleEntry.Fate fate) {
          lost = fate.decision();
        } else if (entry instanceof ArticleEntry.InStory member) {
          story = member.story();
        } else if (entry instanceof ArticleEntry.Gained gained) {
          gain(gained);
        } else if (entry instanceof ArticleEntry.Body body && lost != null) {
          lose(body, lost.keptId(), lost.verdict(), kindOf(lost.verdict()));
        } else if (entry instanceof ArticleEntry.Body body) {
          keep(body);
          return;
        }
      }
    }

    private void gain(ArticleEntry.Gained gained) {
      members += gained.copies().members();
      for (CopyPlace place : gained.copies().places()) {
        if (nearCopies.size() < CopyGroup.MOST_PLACES) {
          nearCopies.add(copy(place, kindOf(gained.verdict()), gained.verdict()));
        }
      }
    }

    private void keep(ArticleEntry.Body body) throws IOException {
      ArticleRecord kept = body.article();
      clock.in(1, kept.article().text().length());
      members++;
      List<CopyRow> copies = new ArrayList<>();
      while (entries.hasNext()) {
        ArticleEntry.Body same = (ArticleEntry.Body) entries.next();
        members++;
        story = story == null ? kept.id() : story;
        if (copies.size() < CopyGroup.MOST_PLACES) {
          copies.add(copy(ArticleEntry.place(same.article()), CopyKind.EXACT, null));
        }
        lose(same, kept.id(), EXACT, CopyKind.EXACT);
      }
      int room = CopyGroup.MOST_PLACES - copies.size();
      copies.addAll(nearCopies.subList(0, Math.min(room, nearCopies.size())));
      send(body, ArticleRows.kept(kept, body.topics(), members, copies, story));
      tell(kept, kept.id(), null);
      clock.out(1, kept.article().text().length());
      announce(kept);
    }

    private void lose(ArticleEntry.Body body, ContentHash keptId, Verdict verdict, CopyKind kind)
        throws IOException {
      ArticleRecord copy = body.article();
      clock.in(1, copy.article().text().length());
      if (settings.duplicates().marks()) {
        send(body, ArticleRows.marked(copy, body.topics(), keptId, verdict, kind, story));
      } else {
        boolean keepsText = settings.keepRemovedText();
        out.send(
            lanes.removed(),
            new RemovedRowEntry(
                copy.id(), RemovedRows.copy(copy, kind.removedAs(), keptId, verdict, keepsText)));
      }
      tell(copy, keptId, kind);
      if (announces()) {
        LinkKeys.ofCopy(copy.article(), (key, method) -> sendKey(key, method, keptId));
      }
    }

    private void send(ArticleEntry.Body body, ArticleRow row) {
      out.send(lanes.rows(), new ArticleRowEntry(lanes.partOf(body.unit()), row));
    }

    /** What the article's story is to know of it. */
    private void tell(ArticleRecord article, ContentHash keptId, CopyKind kind) {
      if (story != null) {
        boolean keepsText = settings.keepVersionText();
        out.send(lanes.stories(), StoryPageEntry.of(story, article, keptId, kind, keepsText));
      }
    }

    /** What the article's teasers find it by; its copies' keys lead to its head too. */
    private void announce(ArticleRecord kept) {
      if (!announces()) {
        return;
      }
      LinkHead head = LinkHead.of(kept.id(), kept.article(), (int) kept.wordCount());
      LinkKeys.ofArticle(kept.article(), head, (key, method) -> sendKey(key, method, kept.id()));
      if (members > 1 || isWanted) {
        out.send(links.heads(), new LinkHeadEntry.Head(head));
      }
    }

    private boolean announces() {
      return announcesAll || wanted != null;
    }

    private void sendKey(long key, LinkMethod method, ContentHash article) {
      if (announcesAll || wanted.mayHold(key)) {
        isWanted = true;
        out.send(links.keys(), new LinkKeyEntry(key, method, false, article));
      }
    }
  }

  private static CopyRow copy(CopyPlace place, CopyKind kind, Verdict verdict) {
    return new CopyRow(
        place.sourceFile(),
        place.sourceRecord(),
        place.url(),
        kind.stored(),
        verdict == null ? null : verdict.measure().stored(),
        verdict == null ? 1.0 : verdict.similarity(),
        StoredTime.orNull(place.fetchedAt()),
        place.provider(),
        place.site(),
        StoredTime.orNull(place.publishedAt()),
        StoredTime.orNull(place.modifiedAt()));
  }

  private static CopyKind kindOf(Verdict verdict) {
    return verdict.kind() == Kind.VERSION ? CopyKind.VERSION : CopyKind.NEAR;
  }
}
