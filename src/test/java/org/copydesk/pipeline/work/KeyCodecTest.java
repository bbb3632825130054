package org.copydesk.pipeline.work;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.dedup.CopyGroup;
import org.copydesk.dedup.CopyPlace;
import org.copydesk.model.Label;
import org.copydesk.text.ContentHash;
import org.junit.jupiter.api.Test;

class KeyCodecTest {
  private final ByteWriter out = new ByteWriter();

  private ByteReader in() {
    return new ByteReader(out.toByteArray());
  }

  @Test
  void timesTravelToTheNanosecondAndUnknownOnesApart() {
    List<Instant> times =
        List.of(Instant.EPOCH, Instant.parse("1901-12-13T20:45:52.000000001Z"), Instant.MAX);
    times.forEach(time -> KeyCodec.put(time, out));
    KeyCodec.put((Instant) null, out);
    ByteReader in = in();
    times.forEach(time -> assertEquals(time, KeyCodec.instant(in)));
    assertNull(KeyCodec.instant(in));
    assertFalse(in.hasMore());
  }

  @Test
  void idsAndNamesOfClosedListsTravel() {
    ContentHash id = ContentHash.of("a");
    KeyCodec.put(id, out);
    KeyCodec.putName(Label.BODY, out);
    KeyCodec.putName(null, out);
    ByteReader in = in();
    assertEquals(id, KeyCodec.id(in));
    assertEquals(Label.BODY, KeyCodec.named(Label.class, in));
    assertNull(KeyCodec.named(Label.class, in));
  }

  @Test
  void aGroupOfCopiesTravelsWithItsPlaces() {
    CopyPlace known =
        new CopyPlace(
            "a.txt",
            3,
            "https://elm.test/a",
            "elm.test",
            Instant.EPOCH,
            null,
            Instant.EPOCH,
            "Elm");
    CopyPlace unknown = new CopyPlace("b.txt", 0, null, null, null, null, null, null);
    CopyGroup group = new CopyGroup(new byte[] {1, 2}, 7, List.of(known, unknown));
    KeyCodec.put(group, out);
    ByteReader in = in();
    CopyGroup back = KeyCodec.copies(in);
    assertArrayEquals(group.order(), back.order());
    assertEquals(group.members(), back.members());
    assertEquals(group.places(), back.places());
    assertFalse(in.hasMore());
  }
}
