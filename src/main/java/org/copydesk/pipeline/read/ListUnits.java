package org.copydesk.pipeline.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTagList;
import org.copydesk.dump.source.Unreadable;
import org.copydesk.pipeline.grouping.GroupInBuckets;
import org.copydesk.pipeline.grouping.Sent;
import org.copydesk.pipeline.grouping.Told;
import org.copydesk.pipeline.storage.Locations;
import org.copydesk.storage.Storage;

/**
 * Nothing in, what is to be read out: units of whole files, and the ranges of large ones once it is
 * known where they may be cut.
 */
public final class ListUnits extends PTransform<PBegin, Told> {
  private static final long serialVersionUID = 1;

  /** Units that are known share so many elements: most are taken over within a millisecond. */
  private static final int KNOWN_ELEMENTS = 32;

  private final List<Long> places;
  private final List<Integer> large;
  private final List<? extends UnitWord> known;
  private final int shared;
  private final Storage work;
  private final Locations locations;
  private final Unreadable unreadable;

  private ListUnits(
      List<Long> places,
      List<Integer> large,
      List<? extends UnitWord> known,
      int shared,
      Storage work,
      Locations locations,
      Unreadable unreadable) {
    this.places = places;
    this.large = large;
    this.known = known;
    this.shared = shared;
    this.work = work;
    this.locations = locations;
    this.unreadable = unreadable;
  }

  /**
   * @param places where each unit starts in the work folder's listing
   * @param large numbers of the units that are one large file
   * @param known what the build before read, to be taken over or checked
   * @param shared elements that all units share but large files; 0 where those that are read have
   *     one each
   */
  public static ListUnits at(
      List<Long> places,
      List<Integer> large,
      List<? extends UnitWord> known,
      int shared,
      Storage work,
      Locations locations,
      Unreadable unreadable) {
    return new ListUnits(places, large, known, shared, work, locations, unreadable);
  }

  /**
   * How many numbers there are: one a unit that is read, or a range of one, and few for those that
   * are known, however many these are; few for all where they are shared.
   */
  public int numbers() {
    return firstShared() + (shared > 0 ? shared : Math.min(known.size(), KNOWN_ELEMENTS));
  }

  /** Behind the numbers of what has one of its own: a large file is read by that of its range. */
  private int firstShared() {
    return shared > 0 && large.isEmpty() ? 0 : places.size();
  }

  /** Places with their numbers, as elements. */
  public static PCollection<KV<Integer, Long>> numbered(
      Pipeline pipeline, String name, List<Long> places) {
    return pipeline.apply(
        name,
        Create.of(numbered(places)).withCoder(KvCoder.of(VarIntCoder.of(), VarLongCoder.of())));
  }

  private static List<KV<Integer, Long>> numbered(List<Long> places) {
    return IntStream.range(0, places.size()).mapToObj(i -> KV.of(i, places.get(i))).toList();
  }

  @Override
  public Told expand(PBegin begin) {
    Pipeline pipeline = begin.getPipeline();
    List<KV<Integer, Long>> cut = large.stream().map(i -> KV.of(i, places.get(i))).toList();
    Set<Long> cutPlaces = cut.stream().map(KV::getValue).collect(Collectors.toSet());
    List<KV<Integer, byte[]>> whole = new ArrayList<>();
    for (KV<Integer, Long> unit : numbered(places)) {
      if (!cutPlaces.contains(unit.getValue())) {
        int own = unit.getKey();
        int number = shared == 0 ? own : firstShared() + own % shared;
        whole.add(KV.of(number, new UnitWord.Read(unit.getValue(), null).encode()));
      }
    }
    for (int i = 0; i < known.size(); i++) {
      int number = firstShared() + i % (shared == 0 ? KNOWN_ELEMENTS : shared);
      whole.add(KV.of(number, known.get(i).encode()));
    }
    PCollection<KV<Integer, byte[]>> units =
        pipeline.apply("List units", Create.of(whole).withCoder(GroupInBuckets.blockCoder()));
    if (cut.isEmpty()) {
      return new Told(units, Sent.nothing(pipeline));
    }
    PCollectionTuple parts =
        pipeline
            .apply(
                "List large files",
                Create.of(cut).withCoder(KvCoder.of(VarIntCoder.of(), VarLongCoder.of())))
            .apply("Spread large files", GroupByKey.create())
            .apply(
                "Index large files",
                ParDo.of(new IndexDumps(work, locations, unreadable))
                    .withOutputTags(IndexDumps.PARTS, TupleTagList.of(IndexDumps.REPORTS)));
    PCollection<KV<Integer, byte[]>> all =
        PCollectionList.of(units)
            .and(parts.get(IndexDumps.PARTS).setCoder(GroupInBuckets.blockCoder()))
            .apply("Units and parts", Flatten.pCollections());
    return new Told(all, Sent.reports(parts.get(IndexDumps.REPORTS)));
  }
}
