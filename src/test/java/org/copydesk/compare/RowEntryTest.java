package org.copydesk.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.junit.jupiter.api.Test;

class RowEntryTest {
  private static final RowEntry.Codec CODEC = new RowEntry.Codec();

  private static RowEntry entry(String key, RowEntry.Side side) {
    return new RowEntry(
        key,
        side,
        "id",
        null,
        "https://elm.test/a",
        "a.txt",
        7,
        new String[] {"x", null},
        new long[] {1, -2},
        null,
        "kept");
  }

  private static byte[] keys(RowEntry entry) {
    ByteWriter out = new ByteWriter();
    CODEC.groupKey(entry, out);
    CODEC.orderKey(entry, out);
    return out.toByteArray();
  }

  @Test
  void aRowTravelsWhole() {
    RowEntry entry = entry("k", RowEntry.Side.NEW);
    ByteWriter out = new ByteWriter();
    CODEC.encode(entry, out);
    RowEntry back = CODEC.decode(new ByteReader(out.toByteArray()));
    assertArrayEquals(entry.pairKeys(), back.pairKeys());
    assertArrayEquals(entry.hashes(), back.hashes());
    assertEquals(
        entry.toString().replaceAll("\\[[^]]*@\\w+", ""),
        back.toString().replaceAll("\\[[^]]*@\\w+", ""));
    assertEquals("other", back.withKey("other").key());
    assertEquals(back.id(), back.withKey("other").id());
  }

  @Test
  void removedRowsOfAKeyAreReadFirstAndOldBeforeNew() {
    RowEntry.Side[] order = {
      RowEntry.Side.OLD_REMOVED, RowEntry.Side.NEW_REMOVED, RowEntry.Side.OLD, RowEntry.Side.NEW
    };
    for (int i = 0; i + 1 < order.length; i++) {
      byte[] before = keys(entry("k", order[i]));
      byte[] after = keys(entry("k", order[i + 1]));
      assertTrue(Arrays.compareUnsigned(before, after) < 0, order[i] + " before " + order[i + 1]);
    }
  }
}
