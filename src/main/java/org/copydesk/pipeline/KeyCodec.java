package org.copydesk.pipeline;

import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.dedup.CopyPlace;
import org.copydesk.text.ContentHash;

/** How the small things that many records hold are written. */
final class KeyCodec {
  private KeyCodec() {}

  static void put(ContentHash id, ByteWriter out) {
    out.putLong(id.high()).putLong(id.low());
  }

  static ContentHash id(ByteReader in) {
    return new ContentHash(in.getLong(), in.getLong());
  }

  static void put(CopyPlace place, ByteWriter out) {
    out.putText(place.sourceFile()).putVarLong(place.sourceRecord()).putText(place.url());
  }

  static CopyPlace place(ByteReader in) {
    return new CopyPlace(in.getText(), in.getVarLong(), in.getText());
  }
}
