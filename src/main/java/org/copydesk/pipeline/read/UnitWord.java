package org.copydesk.pipeline.read;

import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.pipeline.work.SideFile;

/**
 * What travels to the reader of a unit: where its list of files begins, or that the sites are
 * learned. Each names the file it is about, so that a reader never goes by what it finds.
 */
public sealed interface UnitWord {
  /**
   * A unit is to be read.
   *
   * @param place where its list begins in the list of all
   * @param index where its large file is to be cut; null for a unit that is read in one piece
   */
  record Read(long place, SideFile index) implements UnitWord {}

  /**
   * The sites are learned.
   *
   * @param models what was learned
   */
  record Learned(SideFile models) implements UnitWord {}

  default byte[] encode() {
    ByteWriter out = new ByteWriter();
    if (this instanceof Learned learned) {
      learned.models().encode(out.putByte(1));
    } else if (this instanceof Read unit) {
      out.putByte(0).putVarLong(unit.place());
      if (unit.index() != null) {
        unit.index().encode(out);
      }
    }
    return out.toByteArray();
  }

  static UnitWord decode(byte[] bytes) {
    ByteReader in = new ByteReader(bytes);
    if (in.getByte() == 1) {
      return new Learned(SideFile.decode(in));
    }
    long place = in.getVarLong();
    return new Read(place, in.hasMore() ? SideFile.decode(in) : null);
  }
}
