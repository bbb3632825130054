package org.copydesk.dedup.links;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KeyFilterTest {
  @Test
  void everyKeyPassesAndFewOthers() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    long[] keys = random.longs(50_000).toArray();
    KeyFilter filter = KeyFilter.forDumps(10_000_000);
    for (long key : keys) {
      filter.add(key);
    }
    KeyFilter read = KeyFilter.read(new ByteArrayInputStream(filter.toBytes()));
    for (long key : keys) {
      assertThat(read.mayHold(key), is(true));
    }
    long others = random.longs(100_000).filter(read::mayHold).count();
    assertThat(others, lessThan(3_000L));
  }

  @Test
  void ofTooManyKeysAllPass() {
    KeyFilter filter = KeyFilter.forDumps(1);
    assertThat(filter.isUsefulFor(1 << 14), is(true));
    assertThat(filter.isUsefulFor((1 << 14) + 1), is(false));
    assertThat(filter.mayHold(7), is(false));
    filter.passAll();
    assertThat(filter.mayHold(7), is(true));
  }
}
