package org.copydesk.pipeline.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.Lane;
import org.copydesk.corpus.BuildResults;
import org.copydesk.corpus.StageTally;
import org.copydesk.dedup.Erasure;
import org.copydesk.dedup.Suppression;
import org.copydesk.dump.DumpReader;
import org.copydesk.dump.DumpSettings;
import org.copydesk.dump.SplitIndex;
import org.copydesk.dump.source.InputListing.Input;
import org.copydesk.dump.source.Unreadable;
import org.copydesk.pipeline.copies.SendArticle;
import org.copydesk.pipeline.grouping.BlockRoute;
import org.copydesk.pipeline.grouping.BucketMemory;
import org.copydesk.pipeline.grouping.LanePackers;
import org.copydesk.pipeline.grouping.SpreadKeys;
import org.copydesk.pipeline.pages.Annotator;
import org.copydesk.pipeline.pages.ApplyRules;
import org.copydesk.pipeline.pages.ClassifyTopics;
import org.copydesk.pipeline.pages.PageReaders;
import org.copydesk.pipeline.pages.TakePagesApart;
import org.copydesk.pipeline.storage.Locations;
import org.copydesk.pipeline.suspects.FindSuspects;
import org.copydesk.pipeline.teasers.OccurrenceSpool;
import org.copydesk.pipeline.teasers.RewriteOccurrences;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.pipeline.work.PartSpool;
import org.copydesk.pipeline.work.Progress;
import org.copydesk.pipeline.work.SideFile;
import org.copydesk.pipeline.work.SideFiles;
import org.copydesk.pipeline.work.StageClock;
import org.copydesk.pipeline.work.WorkNames;
import org.copydesk.segment.SiteModels;
import org.copydesk.storage.Storage;

/**
 * Reads units of dump files and takes their pages apart, in one step: between two steps the direct
 * runner holds all that an element gave, and a dump may give gigabytes. What travels on is packed
 * into blocks here for the same reason.
 */
final class ReadUnitFiles extends DoFn<KV<Integer, Iterable<byte[]>>, byte[]> {
  private static final long serialVersionUID = 1;

  public static final TupleTag<byte[]> REPORTS = new TupleTag<>("reports") {};

  /** Names of spools of occurrences, by the group that rewrites them. */
  public static final TupleTag<KV<Integer, byte[]>> OCCURRENCES = new TupleTag<>("occurrences") {};

  private final Storage work;
  private final Locations locations;
  private final BlockRoute route;
  private final BuildSettings settings;
  private final ReadLanes lanes;
  private final PageReaders readers;
  private final int units;
  private final boolean learns;
  private final SideFiles sides;
  private final Unreadable unreadable;
  private final UnitCache cache;
  private transient LanePackers packers;
  private transient SpreadKeys keys;
  private transient DumpReader dumps;
  private transient DumpSettings bounds;
  private transient Annotator annotator;
  private transient ApplyRules rules;
  private transient ApplyRules rulesBefore;
  private transient Erasure erasure;
  private transient ClassifyTopics topics;
  private transient SendArticle articles;
  private transient FindSuspects suspects;
  private transient TakePagesApart.Reader pages;
  private transient SideFile models;

  /**
   * @param units numbers of units, which are keyed by {@link SpreadKeys}
   * @param learns whether each unit is told what the sites are
   */
  ReadUnitFiles(Reading with, BlockRoute route, ReadLanes lanes, int units, boolean learns) {
    this.work = with.work();
    this.locations = with.locations();
    this.route = route;
    this.settings = with.settings();
    this.lanes = lanes;
    this.readers = with.readers();
    this.units = units;
    this.learns = learns;
    this.sides = with.sides();
    this.unreadable = with.unreadable();
    this.cache = with.cache();
  }

  @Setup
  public void setUp() throws IOException {
    packers = new LanePackers(route, lanes.all());
    keys = route.keys(units);
    bounds = settings.dumps();
    dumps = new DumpReader(bounds, unreadable);
    annotator = new Annotator(settings);
    rules = new ApplyRules(suppression(sides.suppressed()), settings.rules());
    rulesBefore =
        Objects.equals(sides.suppressed(), sides.suppressedBefore())
            ? rules
            : new ApplyRules(suppression(sides.suppressedBefore()), settings.rules());
    erasure = sides.erased() == null ? Erasure.NONE : Erasure.read(sides.erased().read(work));
    topics = ClassifyTopics.open(settings, work, sides.topicModel());
    suspects = FindSuspects.open(sides.benchmark(), work, lanes.suspects());
    articles = new SendArticle(lanes.articles(), lanes.copies(), settings.duplicates());
  }

  private Suppression suppression(SideFile list) throws IOException {
    return list == null
        ? Suppression.NONE
        : Suppression.read(new ByteArrayInputStream(list.read(work)));
  }

  /** Reads with what was learned; read once, as it is the same for all units. */
  private void learned(SideFile models) throws IOException {
    if (pages == null) {
      pages =
          readers.with(models == null ? SiteModels.NONE : SiteModels.fromBytes(models.read(work)));
      this.models = models;
    }
  }

  @ProcessElement
  public void read(@Element KV<Integer, Iterable<byte[]>> units, MultiOutputReceiver out)
      throws IOException {
    Progress.at(Progress.Step.READ);
    List<UnitWord.Read> told = new ArrayList<>();
    List<UnitWord.Known> known = new ArrayList<>();
    List<UnitWord.Check> checked = new ArrayList<>();
    boolean isLearned = false;
    for (byte[] each : units.getValue()) {
      UnitWord word = UnitWord.decode(each);
      if (word instanceof UnitWord.Learned sites) {
        learned(sites.models());
        isLearned = true;
      } else if (word instanceof UnitWord.Read unit) {
        told.add(unit);
      } else if (word instanceof UnitWord.Known unit) {
        known.add(unit);
      } else if (word instanceof UnitWord.Check unit) {
        checked.add(unit);
      }
    }
    if (learns != isLearned) {
      throw new IllegalStateException("units came without what was learned of their sites");
    }
    learned(null);
    for (UnitWord.Read unit : told) {
      read(unit, keys.numberOf(units.getKey()), out);
    }
    for (UnitWord.Known unit : known) {
      recall(unit, out);
    }
    for (UnitWord.Check unit : checked) {
      UnitLog.Kept kept = UnitLog.find(cache.store(), unit.key());
      DumpUnit files = UnitList.unitAt(work, WorkNames.CHECKED, unit.place());
      // Where it is not there, who takes it over says so.
      if (kept != null) {
        check(files, SplitIndex.NONE, 0, unit.key(), kept, out);
      }
    }
    out.get(REPORTS).output(packers.flush(out));
  }

  /** Reads a unit, or a range of it, and holds what it comes to against what the cache says. */
  private void check(
      DumpUnit unit,
      SplitIndex index,
      int range,
      String key,
      UnitLog.Kept kept,
      MultiOutputReceiver out)
      throws IOException {
    int part = unit.partNumbers().get(range);
    StageClock clock = new StageClock(ReadUnits.CHECK);
    String checked = ReadUnits.CHECK_FOLDER + "/" + UUID.randomUUID();
    Storage folder = work.in(checked);
    try (PartSpool removed = new PartSpool(folder, settings, part);
        UnitLog log = new UnitLog(cache.store())) {
      UnitOut again = unitOut(null, rules, part, removed, log, folder, new Packing(packers, null));
      read(unit, index, range, part, folder, again);
      // A file that is another by now, or cannot be read, is no witness.
      boolean isOfTheSame =
          log.files() != null
              && cache.key(part, log.files(), index, range, models, settings).equals(key);
      if (isOfTheSame && !log.isAs(kept)) {
        throw new UnitCache.WrongException(
            "computed again, what was read with "
                + unit.files().get(0).sourceFile()
                + " is not what the cache says ("
                + key
                + "): nothing is published; clear the cache, and build");
      }
      if (isOfTheSame) {
        clock.in(unit.files().size(), unit.files().stream().mapToLong(Input::bytes).sum());
        out.get(REPORTS).output(BuildResults.report(List.of(), clock.tally()));
      }
    } finally {
      work.delete(checked);
    }
  }

  /** Sends what comes and goes of a unit that the build before read: most often nothing. */
  private void recall(UnitWord.Known unit, MultiOutputReceiver out) throws IOException {
    StageClock clock = new StageClock(ReadUnits.REUSE);
    try (PartSpool removed = new PartSpool(work, settings, unit.part())) {
      UnitOut unitOut =
          unitOut(
              rulesBefore,
              unit.isThere() ? rules : null,
              unit.part(),
              removed,
              null,
              work,
              new Packing(packers, out));
      // Where no list has changed nothing is sent, and the rows of what goes are all that is
      // wanted.
      boolean isAsItWas = unit.isThere() && rules == rulesBefore;
      UnitLog.Brief brief = isAsItWas ? UnitLog.findBrief(cache.store(), unit.key()) : null;
      if (brief != null && brief.hasNone(this::goes)) {
        brief.read(unitOut);
      } else {
        wholeLog(unit).read(unitOut);
      }
      if (unit.isThere()) {
        clock.in(unit.files(), unit.bytes());
        out.get(REPORTS).output(BuildResults.report(List.of(), clock.tally()));
        out.get(REPORTS).output(BuildResults.unit(unit.part(), unit.key()));
        Progress.FILES.add(unit.files());
        Progress.BYTES.add(unit.bytes());
        end(unitOut, unit.part(), unit.key(), out);
      }
    }
  }

  private UnitLog.Kept wholeLog(UnitWord.Known unit) throws IOException {
    UnitLog.Kept found = UnitLog.find(cache.store(), unit.key());
    if (found == null) {
      throw new BucketMemory.LostException("a unit of the build before is lost: " + unit.key());
    }
    return found;
  }

  private boolean goes(UnitLog.Seen article) {
    return rules.removes(article.id(), article.url(), article.site(), article.broken()) != null;
  }

  private UnitOut unitOut(
      ApplyRules before,
      ApplyRules now,
      int part,
      PartSpool removed,
      UnitLog log,
      Storage folder,
      UnitOut.Packers to) {
    return new UnitOut(
        lanes,
        before,
        now,
        topics,
        articles,
        suspects,
        to,
        folder,
        part,
        removed,
        settings.keepRemovedText(),
        log);
  }

  /**
   * @param key of what the unit came to; null where that is not kept
   */
  private void end(UnitOut unitOut, int part, String key, MultiOutputReceiver out)
      throws IOException {
    out.get(REPORTS).output(new BuildResults(unitOut.parts(), unitOut.tallies()).encode());
    OccurrenceSpool.Written spooled = unitOut.spool();
    if (spooled != null) {
      out.get(OCCURRENCES)
          .output(
              KV.of(
                  RewriteOccurrences.groupOf(part, units),
                  RewriteOccurrences.spool(part, key, spooled)));
    }
  }

  /**
   * @param number that of the range of a large file that is to be read
   */
  private void read(UnitWord.Read told, int number, MultiOutputReceiver out) throws IOException {
    DumpUnit unit = UnitList.unitAt(work, told.place());
    SplitIndex index = IndexDumps.read(work, told);
    int range = unit.parts() == 1 ? 0 : number - unit.number();
    int part = unit.partNumbers().get(range);
    String key = cache == null || !cache.reads() ? null : keyOf(unit, index, range, part);
    UnitLog.Kept found =
        key == null || cache.isAgain(unit) ? null : UnitLog.find(cache.store(), key);
    StageClock clock = new StageClock(ReadUnits.REUSE);
    try (PartSpool removed = new PartSpool(work, settings, part);
        UnitLog log = cache == null || found != null ? null : new UnitLog(cache.store())) {
      UnitOut unitOut = unitOut(null, rules, part, removed, log, work, new Packing(packers, out));
      if (found == null) {
        read(unit, index, range, part, work, unitOut);
      } else {
        found.read(unitOut);
        if (cache.isChecked(key)) {
          check(unit, index, range, key, found, out);
        }
        long files = range == 0 ? unit.files().size() : 0;
        long bytes = unit.files().stream().mapToLong(Input::bytes).sum() / unit.parts();
        clock.in(files, bytes);
        out.get(REPORTS).output(BuildResults.report(List.of(), clock.tally()));
        out.get(REPORTS).output(BuildResults.unit(part, key));
        Progress.FILES.add(files);
        Progress.BYTES.add(bytes);
      }
      if (log != null && log.files() != null) {
        key = cache.key(part, log.files(), index, range, models, settings);
        log.commit(key);
        out.get(REPORTS).output(BuildResults.unit(part, key));
      } else if (log != null) {
        key = null;
        out.get(REPORTS).output(BuildResults.unit(part, BuildResults.NOT_KEPT));
      }
      end(unitOut, part, key, out);
    }
  }

  private void read(
      DumpUnit unit, SplitIndex index, int range, int part, Storage folder, UnitOut out)
      throws IOException {
    TakePagesApart desk =
        new TakePagesApart(pages, annotator, settings.spans(), bounds.maxFieldChars())
            .without(erasure);
    try (PartSpool spool = new PartSpool(folder, settings, part);
        OccurrenceSpool occurrences = new OccurrenceSpool(folder, part)) {
      UnitWork reader =
          new UnitWork(
              locations,
              dumps,
              desk,
              rules,
              spool,
              occurrences,
              settings.siteSource(),
              erasure,
              out);
      List<StageTally> tallies =
          index.ranges().isEmpty()
              ? reader.read(unit)
              : reader.read(unit.files().get(0), index, range);
      out.finish(spool.finish(), tallies, occurrences.finish());
    }
  }

  /** The key of a unit as its files lie; null where one is not there as it was listed. */
  private String keyOf(DumpUnit unit, SplitIndex index, int range, int part) {
    List<UnitCache.Content> contents =
        index.ranges().isEmpty()
            ? UnitCache.contents(unit, locations)
            : List.of(new UnitCache.Content(unit.files().get(0).sourceFile(), index.sha256()));
    return contents == null ? null : cache.key(part, contents, index, range, models, settings);
  }

  /**
   * Packs what a unit gives, on its way to later steps.
   *
   * @param out null where what a unit gives is only held against its log: then it is framed for
   *     that, and sent nowhere
   */
  private record Packing(LanePackers packers, MultiOutputReceiver out) implements UnitOut.Packers {
    @Override
    public <T> void send(Lane<T> lane, T record) {
      if (out == null) {
        throw new IllegalStateException("what is only held against the cache has a log");
      }
      packers.send(lane, record, out);
    }

    @Override
    public <T> void frame(Lane<T> lane, T record, ByteWriter framed) {
      packers.frame(lane, record, framed);
    }

    @Override
    public void sendFramed(Lane<?> lane, byte[] framed, int length, boolean isMinus)
        throws IOException {
      if (out != null) {
        packers.sendFramed(lane, framed, length, isMinus, out);
      }
    }
  }

  @Teardown
  public void tearDown() throws IOException {
    packers.close();
  }
}
