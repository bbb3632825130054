package org.copydesk.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;

/**
 * What all workers report: the parts they wrote, what their stages did and what their caps left
 * out.
 *
 * @param parts in the order of their final names
 * @param stages one a stage, in the order of their names
 * @param caps one a cap that anything came to, in the order of {@link Cap}
 * @param sides SHA-256 by name of what one step made for another: the site models
 * @param cached keys of entries of the cache that were made or used, in order
 * @param units keys of what units came to, by the numbers of their parts
 */
public record BuildResults(
    List<PartResult> parts,
    List<StageTally> stages,
    List<CapTally> caps,
    SortedMap<String, String> sides,
    SortedSet<String> cached,
    SortedMap<Integer, String> units) {
  /** Key of a unit that came to what is not kept. */
  public static final String NOT_KEPT = "";

  private static final int PART = 0;
  private static final int STAGE = 1;
  private static final int CAP = 2;
  private static final int SIDE = 3;
  private static final int CACHED = 4;
  private static final int UNIT = 5;

  /** 64 hex digits behind their length. */
  private static final int DIGEST_BYTES = new ByteWriter().putText("0".repeat(64)).length();

  /** Where no cap was met and nothing was made for other steps. */
  public BuildResults(List<PartResult> parts, List<StageTally> stages) {
    this(parts, stages, List.of());
  }

  private BuildResults(List<PartResult> parts, List<StageTally> stages, List<CapTally> caps) {
    this(parts, stages, caps, new TreeMap<>(), new TreeSet<>(), new TreeMap<>());
  }

  /** Adds up reports as {@link #report} made them, in any order. */
  public static BuildResults of(Iterable<byte[]> reports) {
    List<PartResult> parts = new ArrayList<>();
    TreeMap<String, StageTally> stages = new TreeMap<>();
    TreeMap<Cap, CapTally> caps = new TreeMap<>();
    TreeMap<String, String> sides = new TreeMap<>();
    TreeSet<String> cached = new TreeSet<>();
    TreeMap<Integer, String> units = new TreeMap<>();
    for (byte[] report : reports) {
      ByteReader in = new ByteReader(report);
      while (in.hasMore()) {
        int kind = in.getByte();
        switch (kind) {
          case PART -> parts.add(PartResult.decode(in));
          case STAGE -> {
            StageTally tally = StageTally.decode(in);
            stages.merge(tally.stage(), tally, StageTally::plus);
          }
          case CAP -> {
            CapTally tally = CapTally.decode(in);
            caps.merge(tally.cap(), tally, CapTally::plus);
          }
          case SIDE -> sides.put(in.getText(), in.getText());
          case CACHED -> cached.add(in.getText());
          case UNIT -> units.put(in.getVarInt(), in.getText());
          default -> throw new IllegalArgumentException("a report holds no " + kind);
        }
      }
    }
    parts.sort(Comparator.comparing(PartResult::finalName));
    return new BuildResults(
        parts, List.copyOf(stages.values()), List.copyOf(caps.values()), sides, cached, units);
  }

  /** A worker's report. */
  public static byte[] report(List<PartResult> parts, StageTally tally, CapTally... caps) {
    return new BuildResults(parts, List.of(tally), List.of(caps)).encode();
  }

  /** A worker's report of a file it made for others. */
  public static byte[] side(String name, String sha256) {
    return new BuildResults(List.of(), List.of()).withSide(name, sha256).encode();
  }

  /** A worker's report of an entry of the cache. */
  public static byte[] cached(String key) {
    return new ByteWriter().putByte(CACHED).putText(key).toByteArray();
  }

  /** A worker's report of what a unit, or a part of it, came to: {@link #NOT_KEPT} or its key. */
  public static byte[] unit(int part, String key) {
    return new ByteWriter().putByte(UNIT).putVarLong(part).putText(key).toByteArray();
  }

  /** What reports count, without seconds: those of one build are not those of another. */
  public static byte[] counted(List<byte[]> reports) {
    BuildResults all = of(reports);
    return new BuildResults(
            List.of(), all.stages.stream().map(StageTally::withoutTime).toList(), all.caps)
        .encode();
  }

  /** What is counted where some of it is counted anew: without {@code was}, and with {@code is}. */
  public static byte[] countedAnew(byte[] before, List<byte[]> was, List<byte[]> is) {
    BuildResults less = of(was);
    byte[] minus =
        new BuildResults(
                List.of(),
                less.stages.stream().map(StageTally::negated).toList(),
                less.caps.stream().map(CapTally::negated).toList())
            .encode();
    List<byte[]> all = new ArrayList<>(is);
    all.add(before);
    all.add(minus);
    return counted(all);
  }

  /** The same with one more file that steps read. */
  public BuildResults withSide(String name, String sha256) {
    TreeMap<String, String> more = new TreeMap<>(sides);
    more.put(name, sha256);
    return new BuildResults(parts, stages, caps, more, cached, units);
  }

  /** The bytes {@link #of} reads. */
  public byte[] encode() {
    ByteWriter out = new ByteWriter();
    for (PartResult part : parts) {
      part.encode(out.putByte(PART));
    }
    for (StageTally stage : stages) {
      stage.encode(out.putByte(STAGE));
    }
    for (CapTally cap : caps) {
      out.putByte(CAP);
      cap.encode(out);
    }
    sides.forEach((name, sha256) -> out.putByte(SIDE).putText(name).putText(sha256));
    cached.forEach(key -> out.putByte(CACHED).putText(key));
    units.forEach((part, key) -> out.putByte(UNIT).putVarLong(part).putText(key));
    return out.toByteArray();
  }

  /** The bytes {@link #read} reads: {@link #encode}'s, behind their SHA-256. */
  public byte[] toFile() {
    byte[] content = encode();
    return new ByteWriter(content.length + 80)
        .putText(Sha256.of(content))
        .putBytes(content, 0, content.length)
        .toByteArray();
  }

  /** Reads a file of {@link #toFile}; one that is cut short is no shorter list of parts. */
  public static BuildResults read(InputStream in) throws IOException {
    byte[] file = in.readAllBytes();
    int start = DIGEST_BYTES;
    byte[] content = Arrays.copyOfRange(file, Math.min(start, file.length), file.length);
    boolean isWhole =
        file.length >= start && new ByteReader(file).getText().equals(Sha256.of(content));
    if (!isWhole) {
      throw new IOException("the workers' results are not what was written");
    }
    return of(List.of(content));
  }
}
