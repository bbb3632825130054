package org.copydesk.pipeline.links;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.nio.file.Path;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.WorkBucket;
import org.copydesk.dedup.links.KeyFilter;
import org.copydesk.pipeline.work.SideFile;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildKeyFilterTest {
  @TempDir Path folder;

  @Test
  void theFilterHoldsTheKeysOfAllLogs() throws Exception {
    Storage work = Storage.local(folder);
    byte[] result =
        WorkBucket.of(SomeLinks.LANES.keyLogs(), new BuildKeyFilter(work, 1 << 20))
            .given(log(work, 3, 5), log(work, 8))
            .work()
            .results()
            .get(0);
    byte[] word = BuildKeyFilter.word(result);
    KeyFilter filter = SideFile.decode(new ByteReader(word)).read(work, KeyFilter::read);
    for (long key : new long[] {3, 5, 8}) {
      assertThat(filter.mayHold(key), is(true));
    }
    long passed = 0;
    for (long key = 1_000; key < 2_000; key++) {
      passed += filter.mayHold(key) ? 1 : 0;
    }
    assertThat(passed < 100, is(true));
  }

  private static KeyLog.Written log(Storage work, long... keys) throws Exception {
    try (KeyLog log = new KeyLog(work)) {
      for (long key : keys) {
        log.add(key);
      }
      return log.finish();
    }
  }
}
