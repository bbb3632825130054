package org.copydesk.pipeline.teasers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.cache.CacheStore;
import org.copydesk.corpus.BuildResults;
import org.copydesk.corpus.PartResult;
import org.copydesk.corpus.Tables;
import org.copydesk.dump.source.Retry;
import org.copydesk.model.StoredTime;
import org.copydesk.pipeline.scratch.SpillFolder;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.pipeline.work.PartSpool;
import org.copydesk.pipeline.work.StageClock;
import org.copydesk.row.OccurrenceRow;
import org.copydesk.storage.Storage;

/**
 * Spools of occurrences in, parts of the occurrences table with the ids of the teasers that are
 * left out. What is grouped are names of files: those of the spools and that of the moves, so
 * nothing is read before all are known. Memory: a row group, and the names of a group's spools.
 */
public final class RewriteOccurrences extends DoFn<KV<Integer, Iterable<byte[]>>, byte[]> {
  private static final long serialVersionUID = 1;
  private static final int SPOOL = 0;
  private static final int MOVES = 1;

  /** Groups of spools that are rewritten side by side where there are so many units. */
  private static final int ENOUGH_GROUPS = 64;

  /** Units a group beyond that: each group reads all moves. */
  private static final int UNITS_A_GROUP = 16;

  private final Storage work;
  private final BuildSettings settings;
  private final String folder;
  private final OccurrenceParts known;

  /**
   * @param folder local folder for the moves; null where workers are many machines
   * @param cache where parts are kept from build to build; null for nowhere
   */
  public RewriteOccurrences(Storage work, BuildSettings settings, String folder, CacheStore cache) {
    this.work = work;
    this.settings = settings;
    this.folder = folder;
    this.known = cache == null ? null : new OccurrenceParts(cache, work);
  }

  /**
   * Into how many groups the spools of some units go.
   *
   * @param units numbers of units
   */
  public static int groups(int units) {
    return Math.max(1, Math.min(units, Math.max(ENOUGH_GROUPS, units / UNITS_A_GROUP)));
  }

  /**
   * A spool of a unit.
   *
   * @param unit key of what the unit came to; null where that is not kept
   */
  private record Spooled(String unit, OccurrenceSpool.Written spool) {}

  /** The group of a part. */
  public static int groupOf(int part, int units) {
    return part % groups(units);
  }

  /** The same for each group. */
  static List<KV<Integer, byte[]>> toEveryGroup(byte[] value, int units) {
    return IntStream.range(0, groups(units)).mapToObj(group -> KV.of(group, value)).toList();
  }

  /**
   * What travels for a spool.
   *
   * @param unit key of what the unit came to; null where that is not kept
   */
  public static byte[] spool(int part, String unit, OccurrenceSpool.Written spool) {
    return new ByteWriter()
        .putByte(SPOOL)
        .putVarLong(part)
        .putText(unit)
        .putText(spool.name())
        .putVarLong(spool.occurrences())
        .toByteArray();
  }

  /**
   * What travels for the file of moves.
   *
   * @param moves how many it holds
   */
  static byte[] moves(String name, long moves) {
    return new ByteWriter().putByte(MOVES).putText(name).putVarLong(moves).toByteArray();
  }

  @ProcessElement
  public void rewrite(@Element KV<Integer, Iterable<byte[]>> names, OutputReceiver<byte[]> out)
      throws IOException {
    TreeMap<Integer, Spooled> spools = new TreeMap<>();
    String moves = null;
    long entries = 0;
    for (byte[] each : names.getValue()) {
      ByteReader in = new ByteReader(each);
      if (in.getByte() == MOVES) {
        moves = in.getText();
        entries = in.getVarLong();
      } else {
        int part = in.getVarInt();
        String unit = in.getText();
        spools.put(
            part, new Spooled(unit, new OccurrenceSpool.Written(in.getText(), in.getVarLong())));
      }
    }
    if (spools.isEmpty()) {
      return;
    }
    StageClock clock = new StageClock("DeduplicateTeasers");
    try (SpillFolder local = SpillFolder.open(folder);
        TeaserMoves moved = moves == null ? null : open(moves, entries, local.path())) {
      for (var spool : spools.entrySet()) {
        List<PartResult> parts = parts(spool.getKey(), spool.getValue(), moved, out);
        out.output(new BuildResults(parts, List.of()).encode());
      }
    }
    out.output(BuildResults.report(List.of(), clock.tally()));
  }

  private List<PartResult> parts(
      int number, Spooled spooled, TeaserMoves moved, OutputReceiver<byte[]> out)
      throws IOException {
    if (known == null || spooled.unit() == null) {
      return written(number, spooled.spool(), moved);
    }
    byte[] teasers = known.teasers(spooled.unit(), spooled.spool());
    String key = OccurrenceParts.partKey(spooled.unit(), teasers, moved);
    out.output(BuildResults.cached(OccurrenceParts.teasersKey(spooled.unit())));
    out.output(BuildResults.cached(key));
    PartResult found = known.find(key, number);
    if (found != null) {
      return List.of(found);
    }
    List<PartResult> parts = written(number, spooled.spool(), moved);
    for (PartResult part : parts) {
      known.keep(key, part);
    }
    return parts;
  }

  private List<PartResult> written(int number, OccurrenceSpool.Written spool, TeaserMoves moved)
      throws IOException {
    try (PartSpool part = new PartSpool(work, settings, number)) {
      rewrite(spool, moved, part);
      return part.finish();
    }
  }

  private TeaserMoves open(String moves, long entries, Path local) throws IOException {
    return Retry.DEFAULT.run(() -> TeaserMoves.open(work, moves, entries, local));
  }

  private void rewrite(OccurrenceSpool.Written spool, TeaserMoves moved, PartSpool part)
      throws IOException {
    try (OccurrenceSpool.Reader in = new OccurrenceSpool.Reader(work, spool)) {
      for (var seen = in.next(); seen != null; seen = in.next()) {
        part.write(
            Tables.TEASER_OCCURRENCES,
            new OccurrenceRow(
                (moved == null ? seen.teaser() : moved.follow(seen.teaser())).hex(),
                seen.page().file(),
                seen.page().record(),
                seen.start(),
                seen.end(),
                seen.page().site(),
                seen.page().url(),
                StoredTime.orNull(seen.page().seenAt()),
                seen.position() < 0 ? null : (Long) (long) seen.position(),
                seen.list() < 0 ? null : (Long) (long) seen.list(),
                seen.page().isFront()));
      }
    }
  }
}
