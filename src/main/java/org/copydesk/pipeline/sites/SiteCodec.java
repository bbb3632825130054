package org.copydesk.pipeline.sites;

import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.RecordCodec;
import org.copydesk.model.SiteTally;

/** Tallies grouped by site. */
public final class SiteCodec implements RecordCodec<SiteTally> {
  private static final long serialVersionUID = 1;

  @Override
  public void groupKey(SiteTally record, ByteWriter out) {
    byte[] name = record.site().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    out.putBytes(name, 0, name.length);
  }

  @Override
  public void encode(SiteTally record, ByteWriter out) {
    out.putText(record.site()).putVarLong(record.pages()).putVarLong(record.articles());
    out.putVarLong(record.teasers()).putText(record.learned()).putText(record.folder());
    Boolean changed = record.layoutChanged();
    out.putVarLong(changed == null ? 0 : changed ? 2 : 1);
  }

  @Override
  public SiteTally decode(ByteReader in) {
    return new SiteTally(
        in.getText(),
        in.getVarLong(),
        in.getVarLong(),
        in.getVarLong(),
        in.getText(),
        in.getText(),
        changed(in.getVarLong()));
  }

  private static Boolean changed(long stored) {
    return stored == 0 ? null : Boolean.valueOf(stored == 2);
  }
}
