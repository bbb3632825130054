package org.copydesk.pipeline.links;

import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.RecordCodec;
import org.copydesk.dedup.DistinctTeaser;
import org.copydesk.dedup.links.LinkMethod;
import org.copydesk.dedup.links.TeaserLink;
import org.copydesk.pipeline.work.KeyCodec;
import org.copydesk.text.ContentHash;

/** What meets under a teaser's id where its row is written. */
public sealed interface TeaserEntry {
  /** Id of the teaser. */
  ContentHash id();

  /** The teaser, its variants folded in. */
  record Folded(DistinctTeaser teaser) implements TeaserEntry {
    @Override
    public ContentHash id() {
      return teaser.id();
    }
  }

  /** An article it may announce. */
  record Linked(TeaserLink link) implements TeaserEntry {
    @Override
    public ContentHash id() {
      return link.teaserId();
    }
  }

  /** Entries grouped by id, the teaser first. */
  final class Codec implements RecordCodec<TeaserEntry> {
    private static final long serialVersionUID = 1;
    private static final int FOLDED = 0;
    private static final int LINKED = 1;
    private static final LinkMethod[] METHODS = LinkMethod.values();

    @Override
    public void groupKey(TeaserEntry entry, ByteWriter out) {
      KeyCodec.put(entry.id(), out);
    }

    @Override
    public void orderKey(TeaserEntry entry, ByteWriter out) {
      out.putByte(entry instanceof Folded ? FOLDED : LINKED);
    }

    @Override
    public void encode(TeaserEntry entry, ByteWriter out) {
      if (entry instanceof Folded folded) {
        TeaserBytes.put(folded.teaser(), out.putByte(FOLDED));
      } else if (entry instanceof Linked linked) {
        TeaserLink link = linked.link();
        KeyCodec.put(link.teaserId(), out.putByte(LINKED));
        KeyCodec.put(link.articleId(), out);
        out.putByte(link.method().ordinal()).putDouble(link.containment());
        out.putBoolean(link.isSameSite()).putLong(link.publishedAt()).putVarLong(link.length());
      }
    }

    @Override
    public TeaserEntry decode(ByteReader in) {
      return in.getByte() == FOLDED
          ? new Folded(TeaserBytes.teaser(in))
          : new Linked(
              new TeaserLink(
                  KeyCodec.id(in),
                  KeyCodec.id(in),
                  METHODS[in.getByte()],
                  in.getDouble(),
                  in.getBoolean(),
                  in.getLong(),
                  in.getVarInt()));
    }
  }
}
