package org.copydesk.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;

/**
 * What all workers report: the parts they wrote, what their stages did and what their caps left
 * out.
 *
 * @param parts in the order of their final names
 * @param stages one a stage, in the order of their names
 * @param caps one a cap that anything came to, in the order of {@link Cap}
 */
public record BuildResults(List<PartResult> parts, List<StageTally> stages, List<CapTally> caps) {
  private static final int PART = 0;
  private static final int STAGE = 1;
  private static final int CAP = 2;

  /** Adds up reports as {@link #report} made them, in any order. */
  public static BuildResults of(Iterable<byte[]> reports) {
    List<PartResult> parts = new ArrayList<>();
    TreeMap<String, StageTally> stages = new TreeMap<>();
    TreeMap<Cap, CapTally> caps = new TreeMap<>();
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
          default -> throw new IllegalArgumentException("a report holds no " + kind);
        }
      }
    }
    parts.sort(Comparator.comparing(PartResult::finalName));
    return new BuildResults(parts, List.copyOf(stages.values()), List.copyOf(caps.values()));
  }

  /** A worker's report. */
  public static byte[] report(List<PartResult> parts, StageTally tally, CapTally... caps) {
    return new BuildResults(parts, List.of(tally), List.of(caps)).encode();
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
    return out.toByteArray();
  }

  /** Reads a file that holds what {@link #encode} gave. */
  public static BuildResults read(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    in.transferTo(bytes);
    return of(List.of(bytes.toByteArray()));
  }
}
