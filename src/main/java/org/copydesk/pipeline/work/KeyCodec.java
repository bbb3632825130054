package org.copydesk.pipeline.work;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.dedup.CopyGroup;
import org.copydesk.dedup.CopyPlace;
import org.copydesk.text.ContentHash;

/** How the small things that many records hold are written. */
public final class KeyCodec {
  private KeyCodec() {}

  public static void put(ContentHash id, ByteWriter out) {
    out.putLong(id.high()).putLong(id.low());
  }

  public static ContentHash id(ByteReader in) {
    return new ContentHash(in.getLong(), in.getLong());
  }

  /** Writes a time, null kept apart. */
  public static void put(Instant instant, ByteWriter out) {
    out.putBoolean(instant != null);
    if (instant != null) {
      out.putVarLong(instant.getEpochSecond()).putVarLong(instant.getNano());
    }
  }

  public static Instant instant(ByteReader in) {
    return in.getBoolean() ? Instant.ofEpochSecond(in.getVarLong(), in.getVarLong()) : null;
  }

  /** A member of a closed list; null when not known. */
  public static void putName(Enum<?> value, ByteWriter out) {
    out.putText(value == null ? null : value.name());
  }

  /** The inverse of {@link #putName}. */
  public static <E extends Enum<E>> E named(Class<E> list, ByteReader in) {
    String name = in.getText();
    return name == null ? null : Enum.valueOf(list, name);
  }

  public static void put(CopyPlace place, ByteWriter out) {
    out.putText(place.sourceFile()).putVarLong(place.sourceRecord()).putText(place.url());
    out.putText(place.site());
    put(place.fetchedAt(), out);
    put(place.publishedAt(), out);
    put(place.modifiedAt(), out);
    out.putText(place.provider());
  }

  public static CopyPlace place(ByteReader in) {
    return new CopyPlace(
        in.getText(),
        in.getVarLong(),
        in.getText(),
        in.getText(),
        instant(in),
        instant(in),
        instant(in),
        in.getText());
  }

  public static void put(CopyGroup copies, ByteWriter out) {
    out.putBlob(copies.order()).putVarLong(copies.members()).putVarLong(copies.places().size());
    for (CopyPlace place : copies.places()) {
      put(place, out);
    }
  }

  public static CopyGroup copies(ByteReader in) {
    byte[] order = in.getBlob();
    long members = in.getVarLong();
    int count = in.getVarInt();
    List<CopyPlace> places = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      places.add(place(in));
    }
    return new CopyGroup(order, members, places);
  }
}
