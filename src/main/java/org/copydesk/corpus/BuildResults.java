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
 * What all workers report: the parts they wrote and what their stages did.
 *
 * @param parts in the order of their final names
 * @param stages one a stage, in the order of their names
 */
public record BuildResults(List<PartResult> parts, List<StageTally> stages) {
  /** Adds up reports as {@link #report} made them, in any order. */
  public static BuildResults of(Iterable<byte[]> reports) {
    List<PartResult> parts = new ArrayList<>();
    TreeMap<String, StageTally> stages = new TreeMap<>();
    for (byte[] report : reports) {
      ByteReader in = new ByteReader(report);
      while (in.hasMore()) {
        if (in.getByte() == 0) {
          parts.add(PartResult.decode(in));
        } else {
          StageTally tally = StageTally.decode(in);
          stages.merge(tally.stage(), tally, StageTally::plus);
        }
      }
    }
    parts.sort(Comparator.comparing(PartResult::finalName));
    return new BuildResults(parts, List.copyOf(stages.values()));
  }

  /** A worker's report. */
  public static byte[] report(List<PartResult> parts, StageTally tally) {
    return new BuildResults(parts, List.of(tally)).encode();
  }

  /** The bytes {@link #of} reads. */
  public byte[] encode() {
    ByteWriter out = new ByteWriter();
    for (PartResult part : parts) {
      part.encode(out.putByte(0));
    }
    for (StageTally stage : stages) {
      stage.encode(out.putByte(1));
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
