package org.copydesk.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.dump.InputListing.Input;

/**
 * A list of dump files read together: one element of the pipeline, so that a hundred thousand small
 * files cost a hundred elements.
 *
 * @param number place among all units; parts written while reading carry it
 * @param files in the order of their names
 */
record DumpUnit(int number, List<Input> files) {
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

  /** Cuts a sorted listing into units; depends on the listing alone. */
  static List<DumpUnit> cut(List<Input> files) {
    long total = files.stream().mapToLong(Input::bytes).sum();
    long wanted = Math.max(LEAST_BYTES, Math.min(MOST_BYTES, total / WANTED));
    long size = Math.max(wanted, total / MOST_UNITS);
    List<DumpUnit> units = new ArrayList<>();
    List<Input> unit = new ArrayList<>();
    long bytes = 0;
    for (Input file : files) {
      boolean isFull = unit.size() == MOST_FILES || bytes + file.bytes() > size;
      if (isFull && !unit.isEmpty()) {
        units.add(new DumpUnit(units.size(), List.copyOf(unit)));
        unit.clear();
        bytes = 0;
      }
      unit.add(file);
      bytes += file.bytes();
    }
    if (!unit.isEmpty()) {
      units.add(new DumpUnit(units.size(), List.copyOf(unit)));
    }
    return units;
  }

  byte[] encode() {
    ByteWriter out = new ByteWriter(files.size() * 64);
    out.putVarLong(number).putVarLong(files.size());
    for (Input file : files) {
      out.putText(file.sourceFile()).putText(file.path()).putVarLong(file.bytes());
    }
    return out.toByteArray();
  }

  static DumpUnit decode(byte[] bytes) {
    ByteReader in = new ByteReader(bytes);
    int number = in.getVarInt();
    List<Input> files = new ArrayList<>();
    for (int left = in.getVarInt(); left > 0; left--) {
      files.add(new Input(in.getText(), in.getText(), in.getVarLong()));
    }
    return new DumpUnit(number, files);
  }
}
