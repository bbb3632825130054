package org.copydesk.bucket;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import com.github.luben.zstd.ZstdDecompressCtx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BucketSorterTest {
  @TempDir Path folder;

  record Sighting(String word, long place) {}

  static final class SightingCodec implements RecordCodec<Sighting> {
    private static final long serialVersionUID = 1;

    @Override
    public void groupKey(Sighting record, ByteWriter out) {
      out.putText(record.word());
    }

    @Override
    public void orderKey(Sighting record, ByteWriter out) {
      out.putOrderedLong(record.place());
    }

    @Override
    public void encode(Sighting record, ByteWriter out) {
      out.putText(record.word()).putVarLong(record.place());
    }

    @Override
    public Sighting decode(ByteReader in) {
      return new Sighting(in.getText(), in.getVarLong());
    }
  }

  private static List<Sighting> sightings(int count, int words, long seed) {
    Random random = new Random(seed);
    List<Sighting> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(new Sighting("word-" + random.nextInt(words), random.nextInt(1000) - 500L));
    }
    return all;
  }

  private List<List<Sighting>> sort(List<Sighting> all, int buckets, long bound)
      throws IOException {
    List<List<byte[]>> blocks = new ArrayList<>();
    for (int i = 0; i < buckets; i++) {
      blocks.add(new ArrayList<>());
    }
    BlockPacker<Sighting> packer = new BlockPacker<>(new SightingCodec(), buckets, 8 * 1024);
    for (Sighting sighting : all) {
      packer.add(sighting, (bucket, block) -> blocks.get(bucket).add(block));
    }
    packer.flush((bucket, block) -> blocks.get(bucket).add(block));
    List<List<Sighting>> groups = new ArrayList<>();
    for (List<byte[]> bucket : blocks) {
      try (BucketSorter<Sighting> sorter = new BucketSorter<>(new SightingCodec(), bound, folder)) {
        for (byte[] block : bucket) {
          sorter.add(block);
        }
        SortedGroups<Sighting> sorted = sorter.groups();
        while (sorted.nextGroup()) {
          List<Sighting> group = new ArrayList<>();
          while (sorted.hasNext()) {
            group.add(sorted.next());
          }
          groups.add(group);
        }
      }
    }
    return groups;
  }

  private static Map<String, Integer> counts(List<List<Sighting>> groups) {
    Map<String, Integer> counts = new TreeMap<>();
    for (List<Sighting> group : groups) {
      assertThat("a group comes once", counts.put(group.get(0).word(), group.size()) == null);
      assertThat(group.stream().map(Sighting::word).distinct().count(), is(1L));
      for (int i = 1; i < group.size(); i++) {
        assertThat(group.get(i - 1).place() <= group.get(i).place(), is(true));
      }
    }
    return counts;
  }

  private static Map<String, Integer> expected(List<Sighting> all) {
    Map<String, Integer> counts = new TreeMap<>();
    all.forEach(sighting -> counts.merge(sighting.word(), 1, Integer::sum));
    return counts;
  }

  @Test
  void groupsAreThoseOfAMap() throws IOException {
    List<Sighting> all = sightings(20_000, 700, 1);
    assertThat(counts(sort(all, 5, 1 << 20)), is(expected(all)));
  }

  @Test
  void aBucketOverItsBoundGoesThroughFilesAndGivesTheSame() throws IOException {
    List<Sighting> all = sightings(60_000, 300, 2);
    assertThat(sort(all, 3, 10_000), is(sort(all, 3, 1 << 24)));
    try (var left = Files.list(folder)) {
      assertThat("runs are removed", left.count(), is(0L));
    }
  }

  @Test
  void theOrderOfArrivalDoesNotMatter() throws IOException {
    List<Sighting> all = sightings(5_000, 50, 3);
    List<List<Sighting>> first = sort(all, 4, 1 << 20);
    Collections.shuffle(all, new Random(4));
    assertThat(sort(all, 4, 1 << 20), is(first));
  }

  @Test
  void unreadRecordsOfAGroupAreSkipped() throws IOException {
    List<byte[]> blocks = new ArrayList<>();
    BlockPacker<Sighting> packer = new BlockPacker<>(new SightingCodec(), 1, 1 << 20);
    for (Sighting sighting : sightings(1000, 10, 5)) {
      packer.add(sighting, (bucket, block) -> blocks.add(block));
    }
    packer.flush((bucket, block) -> blocks.add(block));
    try (BucketSorter<Sighting> sorter = new BucketSorter<>(new SightingCodec(), 1 << 20, folder)) {
      for (byte[] block : blocks) {
        sorter.add(block);
      }
      SortedGroups<Sighting> groups = sorter.groups();
      int seen = 0;
      while (groups.nextGroup()) {
        groups.next();
        seen++;
      }
      assertThat(seen, is(10));
    }
  }

  @Test
  void packingHoldsNoMoreThanItsBound() throws IOException {
    long[] handedOn = new long[1];
    BlockPacker<Sighting> packer = new BlockPacker<>(new SightingCodec(), 1000, 4096);
    int written = 0;
    try (ZstdDecompressCtx zstd = new ZstdDecompressCtx()) {
      for (Sighting sighting : sightings(5_000, 100_000, 6)) {
        packer.add(
            sighting,
            (bucket, block) -> handedOn[0] += BlockCompressor.decompress(block, zstd).length);
        written += 20;
      }
    }
    assertThat(handedOn[0], greaterThan(written - 2L * 4096));
  }

  /** Bytes that a sorter moves for some runs of 16 records, over the bytes it is given. */
  private double moved(int runs) throws IOException {
    List<Sighting> all = sightings(runs * 16, 5_000, 7);
    long given = 0;
    try (BucketSorter<Sighting> sorter = new BucketSorter<>(new SightingCodec(), 1, folder)) {
      for (int i = 0; i < all.size(); i += 16) {
        BlockPacker<Sighting> packer = new BlockPacker<>(new SightingCodec(), 1, 1 << 20);
        for (Sighting each : all.subList(i, i + 16)) {
          packer.add(each, (bucket, block) -> {});
        }
        given += packer.takeBytes();
        List<byte[]> blocks = new ArrayList<>();
        packer.flush((bucket, block) -> blocks.add(block));
        sorter.add(blocks.get(0));
      }
      SortedGroups<Sighting> groups = sorter.groups();
      List<List<Sighting>> found = new ArrayList<>();
      while (groups.nextGroup()) {
        List<Sighting> group = new ArrayList<>();
        while (groups.hasNext()) {
          group.add(groups.next());
        }
        found.add(group);
      }
      assertThat(counts(found), is(expected(all)));
      try (var files = Files.list(folder)) {
        assertThat("runs that are read at a time", files.count(), is(lessThanOrEqualTo(64L)));
      }
      return (double) sorter.writtenBytes() / given;
    }
  }

  @Test
  void theBytesMovedGrowWithTheLogarithmOfTheRuns() throws IOException {
    // Once for each level, and once more for runs that have to make room at the end.
    assertThat(moved(60), is(1.0));
    assertThat(moved(600), is(lessThanOrEqualTo(3.0)));
    assertThat(moved(6_000), is(lessThanOrEqualTo(4.0)));
  }

  /** A text as long as its number says. */
  private static final class LongCodec implements RecordCodec<Integer> {
    private static final long serialVersionUID = 1;

    @Override
    public void groupKey(Integer length, ByteWriter out) {
      out.putVarLong(length);
    }

    @Override
    public void orderKey(Integer length, ByteWriter out) {}

    @Override
    public void encode(Integer length, ByteWriter out) {
      out.putBytes(new byte[length], 0, length);
    }

    @Override
    public Integer decode(ByteReader in) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void theArraysThatPackingKeepsStayWithinItsBoundWhateverWentThrough() throws IOException {
    int bound = 1 << 20;
    Random random = new Random(8);
    BlockPacker<Integer> packer = new BlockPacker<>(new LongCodec(), 512, bound);
    long[] blocks = {0};
    BlockPacker.BlockSink sink = (bucket, block) -> blocks[0]++;
    for (int element = 0; element < 3; element++) {
      for (int i = 0; i < 20_000; i++) {
        // Of every hundred one is of up to 250 KB, and each bucket has some of these.
        boolean isLarge = random.nextInt(100) == 0;
        packer.add(isLarge ? random.nextInt(250_000) : random.nextInt(3_000), sink);
        long most = bound + 9L * BlockPacker.BLOCK_BYTES;
        assertThat(packer.arrayBytes(), is(lessThanOrEqualTo(most)));
      }
      packer.flush(sink);
    }
    assertThat(blocks[0], greaterThan(1000L));
  }

  @Test
  void blocksDependOnWhatIsPackedSinceTheLastFlushAlone() throws IOException {
    BlockPacker<Sighting> used = new BlockPacker<>(new SightingCodec(), 50, 20_000);
    for (Sighting each : sightings(9_000, 4_000, 9)) {
      used.add(each, (bucket, block) -> {});
    }
    used.flush((bucket, block) -> {});
    BlockPacker<Sighting> fresh = new BlockPacker<>(new SightingCodec(), 50, 20_000);
    assertThat(blocks(used), is(blocks(fresh)));
  }

  private static List<String> blocks(BlockPacker<Sighting> packer) throws IOException {
    List<String> blocks = new ArrayList<>();
    BlockPacker.BlockSink sink =
        (bucket, block) -> blocks.add(bucket + ":" + java.util.Arrays.hashCode(block));
    for (Sighting each : sightings(9_000, 4_000, 10)) {
      packer.add(each, sink);
    }
    packer.flush(sink);
    return blocks;
  }

  @Test
  void theFullestGoesFirst() throws IOException {
    BlockPacker<Integer> packer = new BlockPacker<>(new LongCodec(), 40, 32 << 10);
    List<Integer> gone = new ArrayList<>();
    int full = BlockPacker.bucketOf(new ByteWriter().putVarLong(9_000).toByteArray(), 3, 40);
    packer.add(9_000, (bucket, block) -> gone.add(bucket));
    for (int length = 100; gone.isEmpty(); length++) {
      packer.add(length, (bucket, block) -> gone.add(bucket));
    }
    assertThat(gone, is(List.of(full)));
  }
}
