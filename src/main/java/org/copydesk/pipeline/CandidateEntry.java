package org.copydesk.pipeline;

import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.RecordCodec;
import org.copydesk.dedup.LinkMethod;
import org.copydesk.dedup.LinkProbe;
import org.copydesk.text.ContentHash;

/** What meets under a teaser's id before its links are verified. */
sealed interface CandidateEntry {
  /** Id of the teaser. */
  ContentHash teaserId();

  /** The teaser as it is verified. */
  record Probe(LinkProbe probe) implements CandidateEntry {
    @Override
    public ContentHash teaserId() {
      return probe.teaserId();
    }
  }

  /** An article that shares a key with the teaser. */
  record Candidate(ContentHash teaserId, ContentHash articleId, LinkMethod method)
      implements CandidateEntry {}

  /** Entries grouped by teaser: the probe, then candidates by article, the surest method first. */
  final class Codec implements RecordCodec<CandidateEntry> {
    private static final long serialVersionUID = 1;
    private static final int PROBE = 0;
    private static final int CANDIDATE = 1;
    private static final LinkMethod[] METHODS = LinkMethod.values();

    @Override
    public void groupKey(CandidateEntry entry, ByteWriter out) {
      KeyCodec.put(entry.teaserId(), out);
    }

    @Override
    public void orderKey(CandidateEntry entry, ByteWriter out) {
      if (entry instanceof Candidate candidate) {
        KeyCodec.put(candidate.articleId(), out.putByte(CANDIDATE));
        out.putByte(candidate.method().ordinal());
      } else {
        out.putByte(PROBE);
      }
    }

    @Override
    public void encode(CandidateEntry entry, ByteWriter out) {
      if (entry instanceof Probe probe) {
        putProbe(probe.probe(), out);
      }
    }

    @Override
    public CandidateEntry decode(ByteReader in) {
      throw new IllegalStateException("the kind is in the key");
    }

    @Override
    public CandidateEntry decode(ByteReader groupKey, ByteReader orderKey, ByteReader in) {
      return orderKey.getByte() == PROBE
          ? new Probe(probe(in))
          : new Candidate(
              KeyCodec.id(groupKey), KeyCodec.id(orderKey), METHODS[orderKey.getByte()]);
    }

    static void putProbe(LinkProbe probe, ByteWriter out) {
      KeyCodec.put(probe.teaserId(), out);
      LinkHeadEntry.Codec.putWords(probe.words(), out);
      out.putVarLong(probe.sites().length);
      for (long site : probe.sites()) {
        out.putLong(site);
      }
    }

    static LinkProbe probe(ByteReader in) {
      ContentHash id = KeyCodec.id(in);
      int[] words = LinkHeadEntry.Codec.words(in);
      long[] sites = new long[in.getVarInt()];
      for (int i = 0; i < sites.length; i++) {
        sites[i] = in.getLong();
      }
      return new LinkProbe(id, words, sites);
    }
  }
}
