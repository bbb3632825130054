package org.copydesk.compare;

import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.RecordCodec;

/**
 * A row of one of two generations, as far as a comparison needs it.
 *
 * @param key what rows of both are matched by; empty for a row that has no such key
 * @param side where it stands
 * @param id of the row
 * @param title for a person; null where it has none
 * @param url its address; null where it has none
 * @param sourceFile where it was read; null in a table without
 * @param sourceRecord record of that file, or 0
 * @param pairKeys what a row without a partner of its key is matched by next, in this order; a null
 *     matches nothing
 * @param hashes one for each compared column; empty for a removed row
 * @param reason of a removed row; null for others
 * @param keptId of a removed row; null for others
 */
record RowEntry(
    String key,
    Side side,
    String id,
    String title,
    String url,
    String sourceFile,
    long sourceRecord,
    String[] pairKeys,
    long[] hashes,
    String reason,
    String keptId) {

  /** Where a row stands; in the order in which a group of equal keys is read. */
  enum Side {
    OLD_REMOVED,
    NEW_REMOVED,
    OLD,
    NEW
  }

  RowEntry withKey(String other) {
    return new RowEntry(
        other, side, id, title, url, sourceFile, sourceRecord, pairKeys, hashes, reason, keptId);
  }

  /** Groups by key, old rows before new ones, removed rows before all. */
  static final class Codec implements RecordCodec<RowEntry> {
    private static final long serialVersionUID = 1;

    @Override
    public void groupKey(RowEntry entry, ByteWriter out) {
      out.putText(entry.key);
    }

    @Override
    public void orderKey(RowEntry entry, ByteWriter out) {
      out.putByte(entry.side.ordinal());
    }

    @Override
    public void encode(RowEntry entry, ByteWriter out) {
      out.putText(entry.key).putByte(entry.side.ordinal()).putText(entry.id).putText(entry.title);
      out.putText(entry.url).putText(entry.sourceFile).putVarLong(entry.sourceRecord);
      out.putVarLong(entry.pairKeys.length);
      for (String pairKey : entry.pairKeys) {
        out.putText(pairKey);
      }
      out.putVarLong(entry.hashes.length);
      for (long hash : entry.hashes) {
        out.putLong(hash);
      }
      out.putText(entry.reason).putText(entry.keptId);
    }

    @Override
    public RowEntry decode(ByteReader in) {
      String key = in.getText();
      Side side = Side.values()[in.getByte()];
      String id = in.getText();
      String title = in.getText();
      String url = in.getText();
      String sourceFile = in.getText();
      long sourceRecord = in.getVarLong();
      String[] pairKeys = new String[in.getVarInt()];
      for (int i = 0; i < pairKeys.length; i++) {
        pairKeys[i] = in.getText();
      }
      long[] hashes = new long[in.getVarInt()];
      for (int i = 0; i < hashes.length; i++) {
        hashes[i] = in.getLong();
      }
      return new RowEntry(
          key,
          side,
          id,
          title,
          url,
          sourceFile,
          sourceRecord,
          pairKeys,
          hashes,
          in.getText(),
          in.getText());
    }
  }
}
