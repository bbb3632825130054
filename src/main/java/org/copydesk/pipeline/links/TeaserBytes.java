package org.copydesk.pipeline.links;

import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.dedup.DistinctTeaser;
import org.copydesk.dedup.Sightings;
import org.copydesk.pipeline.work.KeyCodec;
import org.copydesk.text.ContentHash;

/** How a distinct teaser is written wherever it travels. */
public final class TeaserBytes {
  private TeaserBytes() {}

  public static void put(DistinctTeaser teaser, ByteWriter out) {
    KeyCodec.put(teaser.id(), out);
    out.putText(teaser.title()).putText(teaser.snippet()).putText(teaser.marker());
    out.putBoolean(teaser.isTruncated()).putText(teaser.url());
    out.putVarLong(teaser.occurrences()).putVarLong(teaser.pages());
    out.putVarLong(teaser.variants()).putVarLong(teaser.sites().length);
    for (long site : teaser.sites()) {
      out.putLong(site);
    }
    KeyCodec.put(teaser.sightings().first(), out);
    KeyCodec.put(teaser.sightings().last(), out);
    out.putVarLong(teaser.sightings().onFronts()).putVarLong(teaser.sightings().unit());
  }

  public static DistinctTeaser teaser(ByteReader in) {
    ContentHash id = KeyCodec.id(in);
    String title = in.getText();
    String snippet = in.getText();
    String marker = in.getText();
    boolean isTruncated = in.getBoolean();
    String url = in.getText();
    long occurrences = in.getVarLong();
    long pages = in.getVarLong();
    int variants = in.getVarInt();
    long[] sites = new long[in.getVarInt()];
    for (int i = 0; i < sites.length; i++) {
      sites[i] = in.getLong();
    }
    return new DistinctTeaser(
        id,
        title,
        snippet,
        marker,
        isTruncated,
        url,
        occurrences,
        pages,
        sites,
        variants,
        new Sightings(KeyCodec.instant(in), KeyCodec.instant(in), in.getVarLong(), in.getVarInt()));
  }
}
