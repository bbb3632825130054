package org.copydesk.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.copydesk.bucket.BucketWorker;
import org.copydesk.bucket.Lane;
import org.copydesk.corpus.BuildResults;
import org.copydesk.dump.Unreadable;
import org.copydesk.pipeline.articles.WriteArticles;
import org.copydesk.pipeline.copies.ClusterCopies;
import org.copydesk.pipeline.copies.FindCandidates;
import org.copydesk.pipeline.copies.FoldExactCopies;
import org.copydesk.pipeline.copies.JoinComponents;
import org.copydesk.pipeline.grouping.BlockMessage;
import org.copydesk.pipeline.grouping.BlockRoute;
import org.copydesk.pipeline.grouping.Buckets;
import org.copydesk.pipeline.grouping.GroupInBuckets;
import org.copydesk.pipeline.grouping.LanePackers;
import org.copydesk.pipeline.grouping.SpreadKeys;
import org.copydesk.pipeline.links.AskArticles;
import org.copydesk.pipeline.links.BuildKeyFilter;
import org.copydesk.pipeline.links.MeetLinkKeys;
import org.copydesk.pipeline.links.VerifyLinks;
import org.copydesk.pipeline.links.WriteTeasers;
import org.copydesk.pipeline.pages.PageReaders;
import org.copydesk.pipeline.read.IndexDumps;
import org.copydesk.pipeline.read.ReadDumps;
import org.copydesk.pipeline.read.UnitWord;
import org.copydesk.pipeline.read.WriteLedger;
import org.copydesk.pipeline.sites.LearnSites;
import org.copydesk.pipeline.sites.SampleSites;
import org.copydesk.pipeline.sites.WriteSites;
import org.copydesk.pipeline.storage.Locations;
import org.copydesk.pipeline.teasers.DistinctTeaserCodec.Step;
import org.copydesk.pipeline.teasers.FoldSpellings;
import org.copydesk.pipeline.teasers.FoldVariants;
import org.copydesk.pipeline.teasers.RewriteOccurrences;
import org.copydesk.pipeline.teasers.TeaserRoute;
import org.copydesk.pipeline.teasers.WriteMoves;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.pipeline.work.Room;
import org.copydesk.pipeline.work.SideFiles;
import org.copydesk.pipeline.work.WorkNames;
import org.copydesk.storage.Storage;

/**
 * The flow of a build: units of dump files in, parts of tables and one file of results out.
 *
 * <pre>
 * sample ─► learn sites ─► read and segment ─┬─► bands ─► components ─► clusters ─┐
 *                                            ├─► articles ◄───────────────────────┤
 *                                            │      └─► link keys ─┐           filter
 *                                            └─► teasers ─► fold ──┼──────────────┘
 *                                                                  └─► verify links ─► teasers
 * </pre>
 */
final class BuildGraph {
  private static final TypeDescriptor<KV<Integer, byte[]>> BLOCKS =
      TypeDescriptors.kvs(TypeDescriptors.integers(), TypeDescriptor.of(byte[].class));

  private final Storage work;
  private final Locations locations;
  private final BlockRoute route;
  private final BuildSettings settings;
  private final PageReaders readers;
  private final Room room;
  private final SideFiles sides;
  private final Unreadable unreadable;
  private final Lanes lanes;
  private final long dumpBytes;
  private final List<PCollection<byte[]>> reports = new ArrayList<>();

  /**
   * @param work folder that every worker sees
   * @param locations opens the inputs
   * @param readers take the pages apart
   * @param room what a step may hold
   * @param sides what the driver put into the work folder for the steps
   * @param unreadable says what becomes of an input that cannot be read
   */
  BuildGraph(
      Storage work,
      Locations locations,
      BlockRoute route,
      BuildSettings settings,
      PageReaders readers,
      Room room,
      SideFiles sides,
      Unreadable unreadable,
      Buckets buckets) {
    this.work = work;
    this.locations = locations;
    this.route = route;
    this.settings = settings;
    this.readers = readers;
    this.room = room;
    this.sides = sides;
    this.unreadable = unreadable;
    this.lanes = Lanes.of(buckets, settings.duplicates());
    this.dumpBytes = buckets.dumpBytes();
  }

  /**
   * Adds the flow to a pipeline.
   *
   * @param unitPlaces where each unit starts in the work folder's listing
   * @param large numbers of the units that are one large file
   * @param samplePlaces the same for the units that are sampled; none where nothing is learned
   */
  void build(
      Pipeline pipeline, List<Long> unitPlaces, List<Integer> large, List<Long> samplePlaces) {
    PCollectionTuple learned =
        samplePlaces.isEmpty() ? null : learn(pipeline, samplePlaces, unitPlaces.size());
    PCollectionTuple read = read(units(pipeline, unitPlaces, large), learned, unitPlaces.size());
    PCollectionTuple clustered = settings.duplicates().near() ? deduplicate(read) : null;
    Folded folded = fold(read);
    PCollectionTuple articles =
        work(
            "Write articles",
            lanes.articles(),
            new WriteArticles(
                work, settings, lanes.links(), sides.topicModel(), route.spillFolder()),
            List.of(lanes.links().heads(), lanes.links().keys()),
            read,
            clustered,
            filter(folded));
    link(folded, articles);
    occurrences(read, blocks("Moves", lanes.teasers().moves(), folded.titles(), folded.openings()));
    work("Write ledger", lanes.ledger(), new WriteLedger(work, settings), List.of(), read);
    work("Write sites", lanes.sites(), new WriteSites(work, settings), List.of(), read, learned);
    PCollectionList.of(reports)
        .apply("All reports", Flatten.pCollections())
        .apply(
            "To one place", WithKeys.<Integer, byte[]>of(0).withKeyType(TypeDescriptors.integers()))
        .setCoder(GroupInBuckets.blockCoder())
        .apply("Gather reports", GroupByKey.create())
        .apply("Write results", ParDo.of(new WriteResults(work)));
  }

  private PCollectionTuple learn(Pipeline pipeline, List<Long> places, int units) {
    PCollectionTuple learned =
        pipeline
            .apply("List samples", Create.of(numbered(places)).withCoder(unitCoder()))
            .apply("Spread samples", ParDo.of(new SpreadKeys.Spread<>(route, places.size())))
            .setCoder(unitCoder())
            .apply("Gather units to sample", GroupByKey.create())
            .apply(
                "Sample sites",
                ParDo.of(new SampleSites(work, locations, settings, unreadable, units)))
            .setCoder(ByteArrayCoder.of())
            .apply(
                "Samples to one place",
                WithKeys.<Integer, byte[]>of(0).withKeyType(TypeDescriptors.integers()))
            .setCoder(GroupInBuckets.blockCoder())
            .apply("Gather samples", GroupByKey.create())
            .apply(
                "Learn sites",
                ParDo.of(new LearnSites(work, route, lanes.sites(), units))
                    .withOutputTags(
                        LearnSites.REPORTS, tags(List.of(lanes.sites())).and(LearnSites.LEARNED)));
    learned.get(LearnSites.LEARNED).setCoder(GroupInBuckets.blockCoder());
    return coded(learned, LearnSites.REPORTS, List.of(lanes.sites()));
  }

  /** Units of whole files, and the parts of large ones once it is known where to cut. */
  private PCollection<KV<Integer, byte[]>> units(
      Pipeline pipeline, List<Long> places, List<Integer> large) {
    List<KV<Integer, Long>> cut = large.stream().map(i -> KV.of(i, places.get(i))).toList();
    Set<Long> cutPlaces = cut.stream().map(KV::getValue).collect(Collectors.toSet());
    List<KV<Integer, Long>> whole =
        numbered(places).stream().filter(unit -> !cutPlaces.contains(unit.getValue())).toList();
    List<KV<Integer, byte[]>> words =
        whole.stream()
            .map(unit -> KV.of(unit.getKey(), new UnitWord.Read(unit.getValue(), null).encode()))
            .toList();
    PCollection<KV<Integer, byte[]>> units =
        pipeline.apply("List units", Create.of(words).withCoder(GroupInBuckets.blockCoder()));
    if (cut.isEmpty()) {
      return units;
    }
    PCollectionTuple parts =
        pipeline
            .apply("List large files", Create.of(cut).withCoder(unitCoder()))
            .apply("Spread large files", GroupByKey.create())
            .apply(
                "Index large files",
                ParDo.of(new IndexDumps(work, locations, unreadable))
                    .withOutputTags(IndexDumps.PARTS, TupleTagList.of(IndexDumps.REPORTS)));
    reports.add(parts.get(IndexDumps.REPORTS).setCoder(ByteArrayCoder.of()));
    return PCollectionList.of(units)
        .and(parts.get(IndexDumps.PARTS).setCoder(GroupInBuckets.blockCoder()))
        .apply("Units and parts", Flatten.pCollections());
  }

  private PCollectionTuple read(
      PCollection<KV<Integer, byte[]>> listed, PCollectionTuple learned, int count) {
    PCollection<KV<Integer, byte[]>> units = listed;
    if (learned != null) {
      units =
          PCollectionList.of(units)
              .and(learned.get(LearnSites.LEARNED))
              .apply("When sites are learned", Flatten.pCollections());
    }
    PCollectionTuple read =
        units
            // A key a unit: threads take the next one when they are free, a cluster deals them out.
            .apply("Spread units", ParDo.of(new SpreadKeys.Spread<>(route, count)))
            .setCoder(GroupInBuckets.blockCoder())
            .apply("Gather units", GroupByKey.create())
            .apply(
                "Read dumps",
                ParDo.of(
                        new ReadDumps(
                            work,
                            locations,
                            route,
                            settings,
                            lanes.read(),
                            readers,
                            count,
                            learned != null,
                            sides.suppressed(),
                            unreadable))
                    .withOutputTags(
                        ReadDumps.REPORTS, tags(lanes.read().all()).and(ReadDumps.OCCURRENCES)));
    read.get(ReadDumps.OCCURRENCES).setCoder(GroupInBuckets.blockCoder());
    return coded(read, ReadDumps.REPORTS, lanes.read().all());
  }

  /** Near duplicates: candidates by bands, components, clusters around the copy that is kept. */
  private PCollectionTuple deduplicate(PCollectionTuple read) {
    PCollectionTuple edges =
        work(
            "Find candidates",
            lanes.copies().bands(),
            new FindCandidates(lanes.copies().edges()),
            List.of(lanes.copies().edges()),
            read);
    PCollectionTuple components =
        work(
            "Join components",
            lanes.copies().edges(),
            new JoinComponents(lanes.copies().prints()),
            List.of(lanes.copies().prints()),
            edges);
    PCollectionTuple candidates =
        work(
            "Fold exact copies",
            lanes.copies().prints(),
            new FoldExactCopies(lanes.copies().clusters()),
            List.of(lanes.copies().clusters()),
            read,
            components);
    return work(
        "Cluster copies",
        lanes.copies().clusters(),
        new ClusterCopies(settings.duplicates().policy(), room, lanes.articles()),
        List.of(lanes.articles()),
        candidates);
  }

  /** What the three steps of folding teasers gave; each gives some that are done. */
  private record Folded(
      PCollectionTuple spellings, PCollectionTuple titles, PCollectionTuple openings) {}

  private Folded fold(PCollectionTuple read) {
    TeaserRoute onwards = new TeaserRoute(lanes.teasers(), lanes.links());
    PCollectionTuple spellings =
        work(
            "Fold spellings",
            lanes.teasers().spellings(),
            new FoldSpellings(work, onwards),
            onwards.lanesFrom(Step.SPELLINGS),
            read);
    PCollectionTuple titles =
        work(
            "Fold by title",
            lanes.teasers().titles(),
            new FoldVariants(work, Step.TITLES, onwards, room),
            onwards.lanesFrom(Step.TITLES),
            spellings);
    PCollectionTuple openings =
        work(
            "Fold by opening",
            lanes.teasers().openings(),
            new FoldVariants(work, Step.OPENINGS, onwards, room),
            onwards.lanesFrom(Step.OPENINGS),
            spellings,
            titles);
    return new Folded(spellings, titles, openings);
  }

  /** A word to every bucket of articles which file is the filter of the teasers' keys. */
  private PCollectionTuple filter(Folded folded) {
    int buckets = lanes.articles().buckets();
    PCollection<byte[]> built =
        blocks(
                "Filter link keys",
                lanes.links().keyLogs(),
                folded.spellings(),
                folded.titles(),
                folded.openings())
            .apply(
                "Filter link keys",
                GroupInBuckets.of(
                    lanes.links().keyLogs(), route, new BuildKeyFilter(work, dumpBytes), List.of()))
            .get(GroupInBuckets.results());
    reports.add(
        built
            .apply(
                "Report of the filter",
                MapElements.into(TypeDescriptor.of(byte[].class)).via(BuildKeyFilter::report))
            .setCoder(ByteArrayCoder.of()));
    return PCollectionTuple.of(
        LanePackers.tag(lanes.articles()),
        built
            .apply(
                "Tell all articles",
                FlatMapElements.into(BLOCKS)
                    .via(
                        filter ->
                            IntStream.range(0, buckets)
                                .mapToObj(
                                    bucket ->
                                        KV.of(
                                            bucket, BlockMessage.word(BuildKeyFilter.word(filter))))
                                .toList()))
            .setCoder(GroupInBuckets.blockCoder()));
  }

  /** The articles that teasers announce: keys that meet, questions, answers, rows. */
  private void link(Folded folded, PCollectionTuple articles) {
    PCollectionTuple met =
        work(
            "Meet link keys",
            lanes.links().keys(),
            new MeetLinkKeys(lanes.links().candidates()),
            List.of(lanes.links().candidates()),
            articles,
            folded.spellings(),
            folded.titles(),
            folded.openings());
    PCollectionTuple asked =
        work(
            "Ask articles",
            lanes.links().candidates(),
            new AskArticles(lanes.links().heads()),
            List.of(lanes.links().heads()),
            met,
            folded.spellings(),
            folded.titles(),
            folded.openings());
    PCollectionTuple links =
        work(
            "Verify links",
            lanes.links().heads(),
            new VerifyLinks(lanes.links().teasers()),
            List.of(lanes.links().teasers()),
            articles,
            asked);
    work(
        "Write teasers",
        lanes.links().teasers(),
        new WriteTeasers(work, settings, sides.topicModel()),
        List.of(),
        folded.spellings(),
        folded.titles(),
        folded.openings(),
        links);
  }

  private void occurrences(PCollectionTuple read, PCollection<KV<Integer, byte[]>> moves) {
    PCollection<KV<Integer, byte[]>> told =
        moves
            .apply(
                "Write moves",
                GroupInBuckets.of(lanes.teasers().moves(), route, new WriteMoves(work), List.of()))
            .get(GroupInBuckets.results())
            .apply(
                "Tell all groups",
                FlatMapElements.into(BLOCKS).via(RewriteOccurrences::toEveryGroup))
            .setCoder(GroupInBuckets.blockCoder());
    reports.add(
        PCollectionList.of(read.get(ReadDumps.OCCURRENCES))
            .and(told)
            .apply("Occurrences and moves", Flatten.pCollections())
            .apply(
                "Spread occurrences",
                ParDo.of(new SpreadKeys.Spread<>(route, RewriteOccurrences.GROUPS)))
            .setCoder(GroupInBuckets.blockCoder())
            .apply("Group occurrences", GroupByKey.create())
            .apply(
                "Rewrite occurrences",
                ParDo.of(new RewriteOccurrences(work, settings, route.spillFolder())))
            .setCoder(ByteArrayCoder.of()));
  }

  /** A step: what all sources sent on its lane, grouped and worked on; its reports are kept. */
  private <T> PCollectionTuple work(
      String name,
      Lane<T> lane,
      BucketWorker<T, byte[]> worker,
      List<Lane<?>> out,
      PCollectionTuple... sources) {
    PCollectionTuple worked =
        blocks(name, lane, sources).apply(name, GroupInBuckets.of(lane, route, worker, out));
    reports.add(worked.get(GroupInBuckets.results()));
    reports.add(worked.get(GroupInBuckets.tallies()));
    return worked;
  }

  private PCollection<KV<Integer, byte[]>> blocks(
      String name, Lane<?> lane, PCollectionTuple... sources) {
    TupleTag<KV<Integer, byte[]>> tag = LanePackers.tag(lane);
    List<PCollection<KV<Integer, byte[]>>> all = new ArrayList<>();
    for (PCollectionTuple source : sources) {
      if (source != null && source.has(tag)) {
        all.add(source.get(tag));
      }
    }
    return all.size() == 1
        ? all.get(0)
        : PCollectionList.of(all).apply(name + ": all sources", Flatten.pCollections());
  }

  private static TupleTagList tags(List<Lane<?>> lanes) {
    TupleTagList tags = TupleTagList.empty();
    for (Lane<?> lane : lanes) {
      tags = tags.and(LanePackers.tag(lane));
    }
    return tags;
  }

  private PCollectionTuple coded(
      PCollectionTuple outputs, TupleTag<byte[]> main, List<Lane<?>> lanes) {
    reports.add(outputs.get(main).setCoder(ByteArrayCoder.of()));
    for (Lane<?> lane : lanes) {
      outputs.get(LanePackers.tag(lane)).setCoder(GroupInBuckets.blockCoder());
    }
    return outputs;
  }

  private static KvCoder<Integer, Long> unitCoder() {
    return KvCoder.of(VarIntCoder.of(), VarLongCoder.of());
  }

  private static List<KV<Integer, Long>> numbered(List<Long> places) {
    return IntStream.range(0, places.size()).mapToObj(i -> KV.of(i, places.get(i))).toList();
  }

  /**
   * Writes all reports to one file. A run that was repeated after a loss finds the first one's: the
   * parts it names lie there whole, so the first counts.
   */
  private static final class WriteResults extends DoFn<KV<Integer, Iterable<byte[]>>, Void> {
    private static final long serialVersionUID = 1;

    private final Storage work;

    WriteResults(Storage work) {
      this.work = work;
    }

    @ProcessElement
    public void write(@Element KV<Integer, Iterable<byte[]>> reports) throws IOException {
      work.createIfAbsent(WorkNames.RESULTS, BuildResults.of(reports.getValue()).toFile());
    }
  }
}
