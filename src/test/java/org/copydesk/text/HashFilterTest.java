package org.copydesk.text;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class HashFilterTest {
  @Test
  void whatWasAddedIsThereAndMostOthersAreNot() {
    HashFilter filter = new HashFilter(12);
    Random random = new Random(5);
    long[] added = random.longs(400).toArray();
    for (long hash : added) {
      filter.add(hash);
    }
    for (long hash : added) {
      assertTrue(filter.mayHave(hash));
    }
    assertThat(random.longs(10_000).filter(filter::mayHave).count(), is(lessThan(1_500L)));
    filter.clear();
    assertThat(random.longs(10_000).filter(filter::mayHave).count(), is(0L));
  }

  @Test
  void smallNumbersAreToldApart() {
    HashFilter filter = new HashFilter(12);
    for (int word = 0; word < 200; word++) {
      filter.add(word);
    }
    long among = 0;
    for (int word = 200; word < 10_200; word++) {
      among += filter.mayHave(word) ? 1 : 0;
    }
    assertThat(among, is(lessThan(1_500L)));
  }

  @Test
  void aSizeOutOfRangeIsAnError() {
    assertThrows(IllegalArgumentException.class, () -> new HashFilter(5));
    assertThrows(IllegalArgumentException.class, () -> new HashFilter(31));
  }
}
