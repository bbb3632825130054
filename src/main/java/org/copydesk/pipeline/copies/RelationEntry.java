package org.copydesk.pipeline.copies;

import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.RecordCodec;
import org.copydesk.dedup.Fingerprint;
import org.copydesk.dedup.NearDuplicatePolicy.Kind;
import org.copydesk.dedup.NearDuplicatePolicy.Measure;
import org.copydesk.dedup.NearDuplicatePolicy.Verdict;
import org.copydesk.pipeline.work.KeyCodec;
import org.copydesk.text.ContentHash;

/**
 * What one article is to another: a row of the table {@code relations}.
 *
 * @param a the copy, the earlier state or the part
 */
record RelationEntry(ContentHash a, ContentHash b, Kind kind, Measure measure, double similarity) {
  static RelationEntry of(ContentHash a, ContentHash b, Verdict verdict) {
    return new RelationEntry(a, b, verdict.kind(), verdict.measure(), verdict.similarity());
  }

  /** The one with fewer words is the part; of equals the smaller id. */
  static RelationEntry excerpt(Fingerprint one, Fingerprint other, Verdict verdict) {
    int order = Integer.compare(one.words(), other.words());
    order = order != 0 ? order : one.id().compareTo(other.id());
    return order <= 0 ? of(one.id(), other.id(), verdict) : of(other.id(), one.id(), verdict);
  }

  /** Entries grouped by a, in a group by b; one pair may come from several places. */
  static final class Codec implements RecordCodec<RelationEntry> {
    private static final long serialVersionUID = 1;

    @Override
    public void groupKey(RelationEntry entry, ByteWriter out) {
      KeyCodec.put(entry.a(), out);
    }

    @Override
    public void orderKey(RelationEntry entry, ByteWriter out) {
      KeyCodec.put(entry.b(), out);
    }

    @Override
    public void encode(RelationEntry entry, ByteWriter out) {
      KeyCodec.put(entry.a(), out);
      KeyCodec.put(entry.b(), out);
      KeyCodec.putName(entry.kind(), out);
      KeyCodec.putName(entry.measure(), out);
      out.putDouble(entry.similarity());
    }

    @Override
    public RelationEntry decode(ByteReader in) {
      return new RelationEntry(
          KeyCodec.id(in),
          KeyCodec.id(in),
          KeyCodec.named(Kind.class, in),
          KeyCodec.named(Measure.class, in),
          in.getDouble());
    }
  }
}
