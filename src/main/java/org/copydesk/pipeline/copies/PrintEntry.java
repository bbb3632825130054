package org.copydesk.pipeline.copies;

import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.RecordCodec;
import org.copydesk.dedup.CopyPlace;
import org.copydesk.pipeline.work.KeyCodec;
import org.copydesk.text.ContentHash;

/** What meets under an article's id before it is held against others. */
sealed interface PrintEntry {
  /** Id of the article. */
  ContentHash id();

  /**
   * The article shares a key and is held against the others of it.
   *
   * @param anchor the smallest id of the key, at which they meet
   */
  record Wanted(ContentHash id, ContentHash anchor, long key) implements PrintEntry {}

  /**
   * An article as it is compared.
   *
   * @param order {@code SurvivorOrder.key}
   * @param place where it stood
   * @param print bytes of its fingerprint
   */
  record Print(ContentHash id, byte[] order, CopyPlace place, byte[] print) implements PrintEntry {}

  /** Entries grouped by id: where it is wanted first, then the copies, the one to be kept first. */
  final class Codec implements RecordCodec<PrintEntry> {
    private static final long serialVersionUID = 1;
    private static final int WANTED = 0;
    private static final int PRINT = 1;

    @Override
    public void groupKey(PrintEntry entry, ByteWriter out) {
      KeyCodec.put(entry.id(), out);
    }

    @Override
    public void orderKey(PrintEntry entry, ByteWriter out) {
      if (entry instanceof Print print) {
        out.putByte(PRINT).putBytes(print.order(), 0, print.order().length);
      } else if (entry instanceof Wanted wanted) {
        KeyCodec.put(wanted.anchor(), out.putByte(WANTED));
        out.putLong(wanted.key());
      }
    }

    @Override
    public void encode(PrintEntry entry, ByteWriter out) {
      if (entry instanceof Wanted) {
        out.putByte(WANTED);
      } else if (entry instanceof Print print) {
        out.putByte(PRINT).putBlob(print.order());
        KeyCodec.put(print.place(), out);
        out.putBlob(print.print());
      }
    }

    @Override
    public PrintEntry decode(ByteReader in) {
      throw new IllegalStateException("the id is in the key");
    }

    @Override
    public PrintEntry decode(ByteReader groupKey, ByteReader orderKey, ByteReader in) {
      ContentHash id = KeyCodec.id(groupKey);
      if (in.getByte() == WANTED) {
        orderKey.getByte();
        return new Wanted(id, KeyCodec.id(orderKey), orderKey.getLong());
      }
      return new Print(id, in.getBlob(), KeyCodec.place(in), in.getBlob());
    }
  }
}
