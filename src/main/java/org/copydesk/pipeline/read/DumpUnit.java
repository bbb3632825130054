package org.copydesk.pipeline.read;

import java.util.ArrayList;
import java.util.List;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.dump.source.FileState;
import org.copydesk.dump.source.InputListing;
import org.copydesk.dump.source.InputListing.Input;
import org.copydesk.model.Reason;

/**
 * A list of dump files read together: one element of the pipeline, so that a hundred thousand small
 * files cost a hundred elements. A large file is a unit of several parts, each an element with a
 * number of its own.
 *
 * @param number place among all units, of the first part; what is written while reading carries it
 * @param files in the order of their names; one where there are several parts
 * @param parts into how many ranges the file may be cut; 1 where it is not to be
 */
public record DumpUnit(int number, List<Input> files, int parts) {
  /** More files than this make the list itself heavy. */
  private static final int MOST_FILES = 1000;

  private static final long LEAST_BYTES = 1L << 20;
  private static final long MOST_BYTES = 64L << 20;

  /** Units wanted of a large input, so that every worker has several. */
  private static final int WANTED = 64;

  /**
   * Above this many units the parts written while reading would be too many: units grow instead.
   */
  private static final int MOST_UNITS = 4096;

  /** A file that is less than one in so many keeps no worker waiting at the end. */
  private static final int LARGE_SHARE = 256;

  /** Cuts a sorted listing into units; depends on the listing alone. */
  public static List<DumpUnit> cut(List<Input> files) {
    return cut(files, true);
  }

  /** The same with every file in one piece. */
  public static List<DumpUnit> cutWhole(List<Input> files) {
    return cut(files, false);
  }

  private static List<DumpUnit> cut(List<Input> files, boolean splits) {
    long total = files.stream().mapToLong(Input::bytes).sum();
    long wanted = Math.max(LEAST_BYTES, Math.min(MOST_BYTES, total / WANTED));
    long size = Math.max(wanted, total / MOST_UNITS);
    long large = splits ? Math.max(2 * size, total / LARGE_SHARE) : Long.MAX_VALUE;
    Units units = new Units();
    long bytes = 0;
    for (Input file : files) {
      boolean isFull = units.open.size() == MOST_FILES || bytes + file.bytes() > size;
      if (isFull) {
        units.close(1);
        bytes = 0;
      }
      units.open.add(file);
      bytes += file.bytes();
      if (file.bytes() > large) {
        units.close((int) (file.bytes() / size) + 1);
        bytes = 0;
      }
    }
    units.close(1);
    return units.closed;
  }

  /** Units closed and the one that is filled. */
  private static final class Units {
    private final List<DumpUnit> closed = new ArrayList<>();
    private final List<Input> open = new ArrayList<>();
    private int next;

    void close(int parts) {
      if (!open.isEmpty()) {
        closed.add(new DumpUnit(next, List.copyOf(open), parts));
        open.clear();
        next += parts;
      }
    }
  }

  /** Shortest range of the file, so that there are no more ranges than parts. */
  long rangeBytes() {
    return files.get(0).bytes() / parts + 1;
  }

  public byte[] encode() {
    ByteWriter out = new ByteWriter(files.size() * 64);
    out.putVarLong(number).putVarLong(parts).putVarLong(files.size());
    for (Input file : files) {
      out.putText(file.sourceFile()).putText(file.path());
      out.putVarLong(file.listed().bytes()).putVarLong(file.listed().modified());
      InputListing.Trouble trouble = file.trouble();
      out.putText(trouble == null ? null : trouble.reason().name());
      out.putText(trouble == null ? null : trouble.why());
    }
    return out.toByteArray();
  }

  public static DumpUnit decode(byte[] bytes) {
    ByteReader in = new ByteReader(bytes);
    int number = in.getVarInt();
    int parts = in.getVarInt();
    List<Input> files = new ArrayList<>();
    for (int left = in.getVarInt(); left > 0; left--) {
      files.add(input(in));
    }
    return new DumpUnit(number, files, parts);
  }

  private static Input input(ByteReader in) {
    String sourceFile = in.getText();
    String path = in.getText();
    FileState listed = new FileState(in.getVarLong(), in.getVarLong());
    String reason = in.getText();
    String why = in.getText();
    return new Input(
        sourceFile,
        path,
        listed,
        reason == null ? null : new InputListing.Trouble(Reason.valueOf(reason), why));
  }
}
