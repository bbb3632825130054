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
 * <p>Where a unit ends is said by the names and sizes of the files around, not by its place in the
 * listing: a file that comes or goes changes the unit it is in, at most that and the next few, and
 * no other.
 *
 * @param number place among all units, of the first part; changes with the listing
 * @param files in the order of their names; one where there are several parts
 * @param partNumbers names of the parts of tables that are written while reading, one for each
 *     range into which the file may be cut; they come from the name of the unit's first file and
 *     from what its folders were when the epoch began ({@link PartNumbers})
 */
public record DumpUnit(int number, List<Input> files, List<Integer> partNumbers) {
  public DumpUnit {
    partNumbers = List.copyOf(partNumbers);
  }

  /** Cuts a sorted listing into units of a size that its own bytes ask for. */
  public static List<DumpUnit> cut(List<Input> files) {
    return cut(files, UnitSize.of(files));
  }

  /** The same with a size that stands still while files come and go. */
  public static List<DumpUnit> cut(List<Input> files, UnitSize size) {
    return cut(files, size, true);
  }

  /** Units of whole files, with every file in one piece. */
  public static List<DumpUnit> cutWhole(List<Input> files) {
    return cut(files, UnitSize.of(files), false);
  }

  /** Numbers of the files that are read in several parts. */
  public static List<Integer> large(List<DumpUnit> units) {
    return units.stream().filter(unit -> unit.parts() > 1).map(DumpUnit::number).toList();
  }

  private static List<DumpUnit> cut(List<Input> files, UnitSize size, boolean splits) {
    Units units = new Units(new PartNumbers(size));
    long bytes = 0;
    for (Input file : files) {
      boolean isLarge = splits && file.bytes() > size.large();
      if (isLarge || size.isFull(units.open.size(), bytes + file.bytes())) {
        units.close(1);
        bytes = 0;
      }
      units.open.add(file);
      bytes += file.bytes();
      if (isLarge || size.endsBehind(file, bytes)) {
        units.close(isLarge ? size.ranges(file.bytes()) : 1);
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
    private final PartNumbers partNumbers;
    private int next;

    Units(PartNumbers partNumbers) {
      this.partNumbers = partNumbers;
    }

    void close(int parts) {
      if (!open.isEmpty()) {
        String name = open.get(0).sourceFile();
        List<Integer> numbers = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
          numbers.add(partNumbers.of(name, part));
        }
        closed.add(new DumpUnit(next, List.copyOf(open), numbers));
        open.clear();
        next += parts;
      }
    }
  }

  /** Into how many ranges the file may be cut; 1 where it is not to be. */
  public int parts() {
    return partNumbers.size();
  }

  /** Shortest range of the file, so that there are no more ranges than parts. */
  long rangeBytes() {
    return files.get(0).bytes() / parts() + 1;
  }

  public byte[] encode() {
    ByteWriter out = new ByteWriter(files.size() * 64);
    out.putVarLong(number).putVarLong(partNumbers.size());
    partNumbers.forEach(out::putVarLong);
    out.putVarLong(files.size());
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
    List<Integer> partNumbers = new ArrayList<>();
    for (int left = in.getVarInt(); left > 0; left--) {
      partNumbers.add(in.getVarInt());
    }
    List<Input> files = new ArrayList<>();
    for (int left = in.getVarInt(); left > 0; left--) {
      files.add(input(in));
    }
    return new DumpUnit(number, files, partNumbers);
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
