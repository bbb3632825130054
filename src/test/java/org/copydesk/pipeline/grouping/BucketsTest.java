package org.copydesk.pipeline.grouping;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.util.List;
import org.copydesk.dump.source.InputListing.Input;
import org.junit.jupiter.api.Test;

class BucketsTest {
  private static final long GIGABYTE = 1L << 30;

  @Test
  void aBucketIsSortedInMemoryUpToSixteenGigabytes() {
    for (long gigabytes : new long[] {1, 4, 15}) {
      long records = gigabytes * GIGABYTE / of(gigabytes).articles();
      assertThat(gigabytes + " GB", records, lessThanOrEqualTo(GroupInBuckets.BUCKET_BYTES / 2));
    }
  }

  @Test
  void fromThereToATerabyteBlocksKeepTheirSize() {
    for (long gigabytes : new long[] {16, 100, 1000}) {
      assertThat(gigabytes + " GB", of(gigabytes).articles(), is(Buckets.ENOUGH));
    }
  }

  @Test
  void beyondThatABucketHoldsAFileOfTheCorpus() {
    for (long terabytes : new long[] {2, 10, 30}) {
      long records = terabytes * 1024 * GIGABYTE / of(terabytes * 1024).articles();
      assertThat(terabytes + " TB", records, is(2 * GIGABYTE));
    }
  }

  @Test
  void thereAreNeverFewerForMore() {
    int before = 0;
    for (long bytes = 1; bytes < 1L << 50; bytes = bytes * 3 / 2 + 1) {
      int buckets = Buckets.forInput(List.of(new Input("a.txt", "a.txt", bytes))).articles();
      assertThat(bytes + " bytes", buckets, greaterThanOrEqualTo(before));
      before = buckets;
    }
  }

  private static Buckets of(long gigabytes) {
    return Buckets.forInput(List.of(new Input("a.txt", "a.txt", gigabytes * GIGABYTE)));
  }
}
