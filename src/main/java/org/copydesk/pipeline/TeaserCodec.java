package org.copydesk.pipeline;

import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.RecordCodec;
import org.copydesk.model.TeaserSighting;
import org.copydesk.text.ContentHash;

/** Sightings grouped by teaser, those of one site together. */
final class TeaserCodec implements RecordCodec<TeaserSighting> {
  private static final long serialVersionUID = 1;

  @Override
  public void groupKey(TeaserSighting record, ByteWriter out) {
    out.putLong(record.id().high()).putLong(record.id().low());
  }

  @Override
  public void orderKey(TeaserSighting record, ByteWriter out) {
    out.putText(record.site());
  }

  @Override
  public void encode(TeaserSighting record, ByteWriter out) {
    out.putLong(record.id().high()).putLong(record.id().low()).putText(record.site());
    out.putText(record.title()).putText(record.snippet()).putText(record.marker());
    out.putBoolean(record.isTruncated()).putText(record.url());
    out.putVarLong(record.occurrences()).putVarLong(record.pages());
  }

  @Override
  public TeaserSighting decode(ByteReader in) {
    return new TeaserSighting(
        new ContentHash(in.getLong(), in.getLong()),
        in.getText(),
        in.getText(),
        in.getText(),
        in.getText(),
        in.getBoolean(),
        in.getText(),
        in.getVarLong(),
        in.getVarLong());
  }
}
