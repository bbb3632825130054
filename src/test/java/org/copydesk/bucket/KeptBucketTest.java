package org.copydesk.bucket;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.copydesk.bucket.BucketSorterTest.Sighting;
import org.copydesk.bucket.BucketSorterTest.SightingCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What comes and goes, set off against what was kept, is what a bucket with all of it would hold.
 */
class KeptBucketTest {
  private static final int ROUNDS = 60;
  private static final int WORDS = 25;
  private static final int PLACES = 6;

  @TempDir Path folder;

  /** Records by group, each as often as it is there. */
  private static final class Bag {
    private final TreeMap<String, TreeMap<Long, Integer>> groups = new TreeMap<>();

    void add(Sighting sighting, int times) {
      TreeMap<Long, Integer> places =
          groups.computeIfAbsent(sighting.word(), word -> new TreeMap<>());
      if (places.merge(sighting.place(), times, Integer::sum) == 0) {
        places.remove(sighting.place());
      }
      if (places.isEmpty()) {
        groups.remove(sighting.word());
      }
    }

    int count(Sighting sighting) {
      return groups
          .getOrDefault(sighting.word(), new TreeMap<>())
          .getOrDefault(sighting.place(), 0);
    }

    Bag copy() {
      Bag copy = new Bag();
      groups.forEach((word, places) -> copy.groups.put(word, new TreeMap<>(places)));
      return copy;
    }

    static Bag of(SortedGroups<Sighting> groups) throws IOException {
      Bag bag = new Bag();
      while (groups.nextGroup()) {
        while (groups.hasNext()) {
          bag.add(groups.next(), 1);
        }
      }
      return bag;
    }
  }

  /** A change, on its way to its bucket as blocks, some framed before they were sent. */
  private BucketSorter<Sighting> sorter(List<Sighting> comes, List<Sighting> goes, long bound)
      throws IOException {
    BucketSorter<Sighting> sorter = new BucketSorter<>(new SightingCodec(), bound, folder);
    BlockPacker<Sighting> packer = new BlockPacker<>(new SightingCodec(), 1, 1 << 16);
    for (Sighting each : comes) {
      packer.add(each, false, (bucket, block) -> sorter.add(block));
    }
    ByteWriter framed = new ByteWriter();
    for (Sighting each : goes) {
      framed.clear();
      packer.frame(each, framed);
      packer.addFramed(framed.array(), framed.length(), true, (bucket, block) -> sorter.add(block));
    }
    packer.flush((bucket, block) -> sorter.add(block));
    return sorter;
  }

  private static KeptBucket.Run run(byte[] bytes) {
    return new KeptBucket.Run() {
      @Override
      public long bytes() {
        return bytes.length;
      }

      @Override
      public InputStream open(long from) {
        return new ByteArrayInputStream(bytes, (int) from, bytes.length);
      }
    };
  }

  @Test
  void anyChangesGiveWhatIsThereAndTheGroupsThatTheyTouch() throws IOException {
    SplittableRandom random = new SplittableRandom(26);
    Bag held = new Bag();
    List<KeptBucket.Run> runs = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      Bag before = held.copy();
      List<Sighting> comes = new ArrayList<>();
      List<Sighting> goes = new ArrayList<>();
      for (int left = random.nextInt(round % 7 == 0 ? 400 : 12); left > 0; left--) {
        Sighting each = new Sighting("word-" + random.nextInt(WORDS), random.nextInt(PLACES) - 3L);
        if (random.nextBoolean() && held.count(each) > 0) {
          goes.add(each);
          held.add(each, -1);
        } else {
          comes.add(each);
          held.add(each, 1);
        }
      }
      long bound = random.nextBoolean() ? 1 << 20 : 1 << 10;
      try (BucketSorter<Sighting> changes = sorter(comes, goes, bound);
          KeptBucket<Sighting> kept = new KeptBucket<>(runs, changes, folder)) {
        assertThat(Bag.of(kept.now()).groups, is(held.groups));
        KeptBucket.Touched<Sighting> touched = kept.touched(false);
        Bag was = Bag.of(touched.before());
        Bag is = Bag.of(touched.now());
        assertThat(was.groups, is(changed(before, held)));
        assertThat(is.groups, is(changed(held, before)));
        touched = kept.touched(true);
        Map<List<Object>, Integer> made = madeByThemselves(Bag.of(touched.now()), 1);
        madeByThemselves(Bag.of(touched.before()), -1)
            .forEach((what, times) -> made.merge(what, times, Integer::sum));
        Map<List<Object>, Integer> expected = madeByThemselves(held, 1);
        madeByThemselves(before, -1)
            .forEach((what, times) -> expected.merge(what, times, Integer::sum));
        made.values().removeIf(times -> times == 0);
        expected.values().removeIf(times -> times == 0);
        assertThat(made, is(expected));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean isOne = random.nextInt(4) == 0;
        long bytes = isOne ? kept.writeNow(out) : kept.writeChanges(out);
        assertThat(bytes > 0, is(out.size() > 0));
        if (isOne) {
          runs = new ArrayList<>();
        }
        if (bytes > 0) {
          runs.add(run(out.toByteArray()));
        }
      }
    }
  }

  /** The groups of one that are not the same in the other. */
  private static TreeMap<String, TreeMap<Long, Integer>> changed(Bag one, Bag other) {
    TreeMap<String, TreeMap<Long, Integer>> changed = new TreeMap<>(one.groups);
    changed.entrySet().removeIf(group -> group.getValue().equals(other.groups.get(group.getKey())));
    return changed;
  }

  /** What a worker makes that looks at each record and the first one of its group. */
  private static Map<List<Object>, Integer> madeByThemselves(Bag bag, int sign) {
    Map<List<Object>, Integer> made = new HashMap<>();
    bag.groups.forEach(
        (word, places) ->
            places.forEach(
                (place, times) -> {
                  int others = place.equals(places.firstKey()) ? times - 1 : times;
                  made.merge(List.of(word, places.firstKey(), place), sign * others, Integer::sum);
                }));
    return made;
  }

  @Test
  void ofAGroupWhoseFirstRecordStaysOnlyWhatComesAndGoesIsGiven() throws IOException {
    List<Sighting> all = new ArrayList<>();
    for (long place = 0; place < 20; place++) {
      all.add(new Sighting("a", place));
      all.add(new Sighting("b", place));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (BucketSorter<Sighting> first = sorter(all, List.of(), 1 << 20);
        KeptBucket<Sighting> kept = new KeptBucket<>(List.of(), first, folder)) {
      kept.writeNow(out);
    }
    List<Sighting> comes = List.of(new Sighting("a", 21), new Sighting("b", -1));
    List<Sighting> goes = List.of(new Sighting("a", 7), new Sighting("a", 8));
    try (BucketSorter<Sighting> changes = sorter(comes, goes, 1 << 20);
        KeptBucket<Sighting> kept =
            new KeptBucket<>(List.of(run(out.toByteArray())), changes, folder)) {
      KeptBucket.Touched<Sighting> touched = kept.touched(true);
      assertThat(sizes(touched.before()), is(List.of(3, 20)));
      assertThat(sizes(touched.now()), is(List.of(2, 21)));
    }
  }

  @Test
  void whatGoesMustHaveBeenThere() throws IOException {
    Sighting there = new Sighting("word", 1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (BucketSorter<Sighting> first = sorter(List.of(there), List.of(), 1 << 20);
        KeptBucket<Sighting> kept = new KeptBucket<>(List.of(), first, folder)) {
      kept.writeNow(out);
    }
    List<KeptBucket.Run> runs = List.of(run(out.toByteArray()));
    try (BucketSorter<Sighting> twice = sorter(List.of(), List.of(there, there), 1 << 20);
        KeptBucket<Sighting> kept = new KeptBucket<>(runs, twice, folder)) {
      assertThrows(KeptBucket.NotAsKeptException.class, () -> kept.touched(false));
      assertThrows(KeptBucket.NotAsKeptException.class, () -> Bag.of(kept.now()));
      ByteArrayOutputStream nowhere = new ByteArrayOutputStream();
      assertThrows(KeptBucket.NotAsKeptException.class, () -> kept.writeNow(nowhere));
    }
  }

  @Test
  void theOrderIsThatOfABucketWithoutAMemory() throws IOException {
    List<Sighting> all = List.of(new Sighting("a", 1), new Sighting("a", 1), new Sighting("a", -1));
    try (BucketSorter<Sighting> one = sorter(all, List.of(), 1 << 20);
        BucketSorter<Sighting> other = sorter(all, List.of(), 1 << 20);
        KeptBucket<Sighting> kept = new KeptBucket<>(List.of(), other, folder)) {
      SortedGroups<Sighting> plain = one.groups();
      SortedGroups<Sighting> now = kept.now();
      plain.nextGroup();
      now.nextGroup();
      while (plain.hasNext()) {
        assertThat(now.next(), is(plain.next()));
      }
      assertThat(now.hasNext(), is(false));
    }
  }

  @Test
  void blocksWithoutATouchedGroupAreNotUnpacked() throws IOException {
    List<Sighting> all = new ArrayList<>();
    for (int word = 0; word < 3000; word++) {
      for (long place = 0; place < 20; place++) {
        all.add(new Sighting("word-%05d".formatted(word), place));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (BucketSorter<Sighting> first = sorter(all, List.of(), 1 << 20);
        KeptBucket<Sighting> kept = new KeptBucket<>(List.of(), first, folder)) {
      kept.writeNow(out);
    }
    byte[] damaged = withoutTheBlocksBetween(out.toByteArray());
    List<Sighting> comes = List.of(all.get(1), new Sighting("word-03000", 1), all.get(59_999));
    List<Sighting> goes = List.of(all.get(40), all.get(41));
    for (byte[] run : List.of(out.toByteArray(), damaged)) {
      try (BucketSorter<Sighting> changes = sorter(comes, goes, 1 << 20);
          KeptBucket<Sighting> kept = new KeptBucket<>(List.of(run(run)), changes, folder)) {
        KeptBucket.Touched<Sighting> touched = kept.touched(false);
        assertThat(sizes(touched.before()), is(List.of(20, 20, 20)));
        assertThat(sizes(touched.now()), is(List.of(21, 18, 21, 1)));
        if (run == damaged) {
          assertThrows(KeptBucket.NotAsKeptException.class, () -> sizes(kept.now()));
        }
      }
    }
  }

  /** Zeros in the place of all blocks but the first and the last. */
  private static byte[] withoutTheBlocksBetween(byte[] run) {
    byte[] damaged = run.clone();
    ByteBuffer in = ByteBuffer.wrap(run);
    List<int[]> blocks = new ArrayList<>();
    for (int length = in.getInt(); length > 0; length = in.getInt()) {
      blocks.add(new int[] {in.position(), in.position() + length});
      in.position(in.position() + length);
    }
    assertThat(blocks.size() > 5, is(true));
    for (int[] block : blocks.subList(1, blocks.size() - 1)) {
      Arrays.fill(damaged, block[0], block[1], (byte) 0);
    }
    return damaged;
  }

  @Test
  void aByteThatIsAnotherIsSeenOrNothingHangsOnIt() throws IOException {
    List<Sighting> all = new ArrayList<>();
    for (int word = 0; word < 3000; word++) {
      all.add(new Sighting("word-%05d".formatted(word), word % 7));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (BucketSorter<Sighting> first = sorter(all, List.of(), 1 << 20);
        KeptBucket<Sighting> kept = new KeptBucket<>(List.of(), first, folder)) {
      kept.writeNow(out);
    }
    List<Sighting> goes = List.of(all.get(3), all.get(1500));
    SplittableRandom random = new SplittableRandom(26);
    int seen = 0;
    for (int round = 0; round < 500; round++) {
      byte[] damaged = out.toByteArray();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      try (BucketSorter<Sighting> changes = sorter(List.of(), goes, 1 << 20);
          KeptBucket<Sighting> kept = new KeptBucket<>(List.of(run(damaged)), changes, folder)) {
        KeptBucket.Touched<Sighting> touched = kept.touched(false);
        assertThat(sizes(touched.before()), is(List.of(1, 1)));
        assertThat(sizes(touched.now()), is(List.of()));
      } catch (KeptBucket.NotAsKeptException e) {
        seen++;
      }
    }
    assertThat(seen > 0, is(true));
  }

  private static List<Integer> sizes(SortedGroups<Sighting> groups) throws IOException {
    List<Integer> sizes = new ArrayList<>();
    while (groups.nextGroup()) {
      int size = 0;
      while (groups.hasNext()) {
        groups.next();
        size++;
      }
      sizes.add(size);
    }
    return sizes;
  }
}
