package org.copydesk.pipeline.links;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.dedup.DistinctTeaser;
import org.copydesk.dedup.Sightings;
import org.copydesk.text.ContentHash;
import org.junit.jupiter.api.Test;

class TeaserBytesTest {
  private static DistinctTeaser again(DistinctTeaser teaser) {
    ByteWriter out = new ByteWriter();
    TeaserBytes.put(teaser, out);
    ByteReader in = new ByteReader(out.toByteArray());
    DistinctTeaser back = TeaserBytes.teaser(in);
    assertFalse(in.hasMore());
    return back;
  }

  @Test
  void aTeaserTravelsWhole() {
    Sightings seen = new Sightings(Instant.EPOCH, Instant.MAX, 3, 123_456_789);
    DistinctTeaser teaser =
        new DistinctTeaser(
            ContentHash.of("a"),
            "Bridge opens",
            "It was…",
            "more",
            true,
            "/a",
            9,
            5,
            new long[] {-1, 2},
            4,
            seen);
    DistinctTeaser back = again(teaser);
    assertArrayEquals(teaser.sites(), back.sites());
    assertEquals(
        teaser.toString().replaceAll("sites=[^,]*", ""),
        back.toString().replaceAll("sites=[^,]*", ""));
  }

  @Test
  void whatIsNotKnownStaysSo() {
    DistinctTeaser teaser =
        new DistinctTeaser(
            ContentHash.of("a"),
            null,
            "It was",
            null,
            false,
            null,
            1,
            1,
            new long[0],
            1,
            Sightings.NONE);
    DistinctTeaser back = again(teaser);
    assertEquals(null, back.title());
    assertEquals(null, back.marker());
    assertEquals(null, back.url());
    assertEquals(Sightings.NONE, back.sightings());
  }
}
