package org.copydesk.pipeline.read;

import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.pipeline.work.SideFile;

/**
 * What travels to the reader of a unit: where its list of files begins, what of it is known from
 * the build before, or that the sites are learned. Each names the file it is about, so that a
 * reader never goes by what it finds.
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
   * A part of a unit, as the build before read it, is in this build, or is not any more.
   *
   * @param part its number
   * @param key of its entry in the cache
   * @param isThere whether it is in this build
   * @param files how many it has, if all parts are added up
   * @param bytes of them
   */
  record Known(int part, String key, boolean isThere, long files, long bytes) implements UnitWord {}

  /**
   * A unit that is as it was is to be read all the same, and held against its entry in the cache.
   *
   * @param place where its list begins in the list of those
   * @param part number of its parts
   * @param key of its entry in the cache
   */
  record Check(long place, int part, String key) implements UnitWord {}

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
    } else if (this instanceof Known known) {
      out.putByte(2).putVarLong(known.part()).putText(known.key()).putBoolean(known.isThere());
      out.putVarLong(known.files()).putVarLong(known.bytes());
    } else if (this instanceof Check check) {
      out.putByte(3).putVarLong(check.place()).putVarLong(check.part()).putText(check.key());
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
    int kind = in.getByte();
    if (kind == 1) {
      return new Learned(SideFile.decode(in));
    }
    if (kind == 2) {
      return new Known(
          in.getVarInt(), in.getText(), in.getBoolean(), in.getVarLong(), in.getVarLong());
    }
    if (kind == 3) {
      return new Check(in.getVarLong(), in.getVarInt(), in.getText());
    }
    long place = in.getVarLong();
    return new Read(place, in.hasMore() ? SideFile.decode(in) : null);
  }
}
