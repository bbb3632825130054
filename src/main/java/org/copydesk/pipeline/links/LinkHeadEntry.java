package org.copydesk.pipeline.links;

import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.RecordCodec;
import org.copydesk.dedup.links.LinkHead;
import org.copydesk.dedup.links.LinkMethod;
import org.copydesk.dedup.links.LinkProbe;
import org.copydesk.pipeline.work.KeyCodec;
import org.copydesk.text.ContentHash;

/** What meets under a kept article's id where links are verified. */
public sealed interface LinkHeadEntry {
  /** Id of the article. */
  ContentHash articleId();

  /** The article's beginning. */
  record Head(LinkHead head) implements LinkHeadEntry {
    @Override
    public ContentHash articleId() {
      return head.id();
    }
  }

  /** A teaser that may announce the article. */
  record Question(ContentHash articleId, LinkMethod method, LinkProbe probe)
      implements LinkHeadEntry {}

  /** Entries grouped by article, its head first. */
  final class Codec implements RecordCodec<LinkHeadEntry> {
    private static final long serialVersionUID = 1;
    private static final int HEAD = 0;
    private static final int QUESTION = 1;
    private static final LinkMethod[] METHODS = LinkMethod.values();

    @Override
    public void groupKey(LinkHeadEntry entry, ByteWriter out) {
      KeyCodec.put(entry.articleId(), out);
    }

    @Override
    public void orderKey(LinkHeadEntry entry, ByteWriter out) {
      out.putByte(entry instanceof Head ? HEAD : QUESTION);
    }

    @Override
    public void encode(LinkHeadEntry entry, ByteWriter out) {
      KeyCodec.put(entry.articleId(), out);
      if (entry instanceof Head at) {
        LinkHead head = at.head();
        putWords(head.words(), out.putByte(HEAD));
        out.putLong(head.site()).putLong(head.publishedAt()).putVarLong(head.length());
      } else if (entry instanceof Question question) {
        out.putByte(QUESTION).putByte(question.method().ordinal());
        CandidateEntry.Codec.putProbe(question.probe(), out);
      }
    }

    @Override
    public LinkHeadEntry decode(ByteReader in) {
      ContentHash id = KeyCodec.id(in);
      return in.getByte() == HEAD
          ? new Head(new LinkHead(id, words(in), in.getLong(), in.getLong(), in.getVarInt()))
          : new Question(id, METHODS[in.getByte()], CandidateEntry.Codec.probe(in));
    }

    static void putWords(int[] words, ByteWriter out) {
      out.putVarLong(words.length);
      for (int word : words) {
        out.putInt(word);
      }
    }

    static int[] words(ByteReader in) {
      int[] words = new int[in.getVarInt()];
      for (int i = 0; i < words.length; i++) {
        words[i] = in.getInt();
      }
      return words;
    }
  }
}
