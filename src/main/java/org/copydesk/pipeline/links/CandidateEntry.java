package org.copydesk.pipeline.links;

import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.RecordCodec;
import org.copydesk.dedup.links.LinkMethod;
import org.copydesk.dedup.links.LinkProbe;
import org.copydesk.pipeline.work.KeyCodec;
import org.copydesk.text.ContentHash;

/** What meets under a teaser's id before its links are verified. */
public sealed interface CandidateEntry {
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

  /** A key of the teaser led to no article, since too many have it. */
  record Skipped(ContentHash teaserId) implements CandidateEntry {}

  /**
   * Entries grouped by teaser: the probe, candidates by article, the surest method first, and what
   * was skipped.
   */
  final class Codec implements RecordCodec<CandidateEntry> {
    private static final long serialVersionUID = 1;
    private static final int PROBE = 0;
    private static final int CANDIDATE = 1;
    private static final int SKIPPED = 2;
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
        out.putByte(entry instanceof Probe ? PROBE : SKIPPED);
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
      int kind = orderKey.getByte();
      return switch (kind) {
        case PROBE -> new Probe(probe(in));
        case CANDIDATE ->
            new Candidate(
                KeyCodec.id(groupKey), KeyCodec.id(orderKey), METHODS[orderKey.getByte()]);
        case SKIPPED -> new Skipped(KeyCodec.id(groupKey));
        default -> throw new IllegalStateException("no kind " + kind);
      };
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
