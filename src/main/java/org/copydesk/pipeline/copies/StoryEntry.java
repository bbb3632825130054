package org.copydesk.pipeline.copies;

import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.RecordCodec;
import org.copydesk.dedup.CopyGroup;
import org.copydesk.pipeline.work.KeyCodec;
import org.copydesk.text.ContentHash;

/** What meets under an article's id once its pairs are verified. */
sealed interface StoryEntry {
  /** Id of the article. */
  ContentHash id();

  /**
   * The story of the article.
   *
   * @param story smallest id of a component of verified pairs
   */
  record Membership(ContentHash id, ContentHash story) implements StoryEntry {}

  /**
   * An article that is in a verified pair; the same from each place where it was held.
   *
   * @param copies where it stood
   * @param print bytes of its fingerprint
   */
  record Article(ContentHash id, CopyGroup copies, byte[] print) implements StoryEntry {}

  /** Entries grouped by id: the membership first. */
  final class Codec implements RecordCodec<StoryEntry> {
    private static final long serialVersionUID = 1;
    private static final int MEMBERSHIP = 0;
    private static final int ARTICLE = 1;

    @Override
    public void groupKey(StoryEntry entry, ByteWriter out) {
      KeyCodec.put(entry.id(), out);
    }

    @Override
    public void orderKey(StoryEntry entry, ByteWriter out) {
      out.putByte(entry instanceof Membership ? MEMBERSHIP : ARTICLE);
    }

    @Override
    public void encode(StoryEntry entry, ByteWriter out) {
      if (entry instanceof Membership membership) {
        KeyCodec.put(membership.id(), out.putByte(MEMBERSHIP));
        KeyCodec.put(membership.story(), out);
      } else if (entry instanceof Article article) {
        KeyCodec.put(article.id(), out.putByte(ARTICLE));
        KeyCodec.put(article.copies(), out);
        out.putBlob(article.print());
      }
    }

    @Override
    public StoryEntry decode(ByteReader in) {
      return in.getByte() == MEMBERSHIP
          ? new Membership(KeyCodec.id(in), KeyCodec.id(in))
          : new Article(KeyCodec.id(in), KeyCodec.copies(in), in.getBlob());
    }
  }
}
