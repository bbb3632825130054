package org.copydesk.pipeline.grouping;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.DoFn.OutputReceiver;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.WindowedValues;
import org.copydesk.pipeline.storage.BeamStorage;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class ParkedBlocksTest {
  private static final int BUCKETS = 6;
  private static final int SMALL = 1 << 10;
  private static final int LARGE = 60 << 10;

  /** More than Flink carries. */
  private static final int HUGE = 3 << 20;

  @TempDir Path folder;
  private Path work;
  private Path spill;

  /** Blocks by bucket as they were parked; the last bucket never has one. */
  private final TreeMap<Integer, List<byte[]>> expected = new TreeMap<>();

  @BeforeEach
  void makeFolders() throws IOException {
    work = Files.createDirectories(folder.resolve("work"));
    spill = Files.createDirectories(folder.resolve("spill"));
  }

  private BlockRoute flink() {
    return new BlockRoute(null, Storage.local(work), 3);
  }

  private BlockRoute direct() {
    return new BlockRoute(spill.toString(), Storage.local(work), 3);
  }

  private BlockRoute objectStore() {
    return new BlockRoute(null, new BeamStorage(work.toString()), 3);
  }

  private KV<Integer, byte[]> park(BlockRoute route, int... lengths) throws IOException {
    return park(route, expected, lengths);
  }

  /** Parks random blocks of these lengths; adds them to those expected of each bucket. */
  private static KV<Integer, byte[]> park(
      BlockRoute route, TreeMap<Integer, List<byte[]>> expected, int... lengths)
      throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    try (ParkedBlocks parked = new ParkedBlocks(route.parking())) {
      for (int i = 0; i < lengths.length; i++) {
        byte[] block = new byte[lengths[i]];
        random.nextBytes(block);
        int bucket = i * 3 % (BUCKETS - 1);
        expected.computeIfAbsent(bucket, any -> new ArrayList<>()).add(block);
        parked.add(bucket, block);
      }
      return parked.finish();
    }
  }

  private static int[] all(int count, int length) {
    int[] lengths = new int[count];
    Arrays.fill(lengths, length);
    return lengths;
  }

  /** What comes to the grouping for what left the step. */
  private static List<KV<Integer, byte[]>> fetch(BlockRoute route, KV<Integer, byte[]> left)
      throws IOException {
    List<KV<Integer, byte[]>> came = new ArrayList<>();
    ParkedBlocks.Fetch fetch = new ParkedBlocks.Fetch(route, BUCKETS);
    fetch.setUp();
    fetch.fetch(left, into(came));
    return came;
  }

  private static <T> OutputReceiver<T> into(List<T> list) {
    return value ->
        WindowedValues.builder(WindowedValues.valueInGlobalWindow(value))
            .setReceiver(windowed -> list.add(windowed.getValue()));
  }

  private void assertWhole(BlockRoute route, List<KV<Integer, byte[]>> came) throws IOException {
    assertWhole(route, came, expected);
  }

  /** Every bucket gets its blocks in the order in which they were parked, each once. */
  private static void assertWhole(
      BlockRoute route, List<KV<Integer, byte[]>> came, TreeMap<Integer, List<byte[]>> expected)
      throws IOException {
    SpreadKeys keys = route.keys(BUCKETS);
    TreeMap<Integer, List<byte[]>> received = new TreeMap<>();
    for (KV<Integer, byte[]> each : came) {
      List<byte[]> its =
          received.computeIfAbsent(keys.numberOf(each.getKey()), any -> new ArrayList<>());
      BlockMessage.receive(each.getValue(), route.parking(), its::add);
    }
    assertThat(received.keySet(), is(expected.keySet()));
    for (int bucket : expected.keySet()) {
      byte[][] its = received.get(bucket).toArray(new byte[0][]);
      assertThat(Arrays.deepEquals(its, expected.get(bucket).toArray(new byte[0][])), is(true));
    }
  }

  private static long bytes(List<KV<Integer, byte[]>> came) {
    return came.stream().mapToLong(each -> each.getValue().length).sum();
  }

  /** Blocks of every size that are parked in a folder come out of it whole. */
  public static void assertParks(Storage work) throws IOException {
    BlockRoute route = new BlockRoute(null, work, 3);
    for (int length : new int[] {SMALL, LARGE, HUGE}) {
      TreeMap<Integer, List<byte[]>> blocks = new TreeMap<>();
      List<KV<Integer, byte[]>> came = fetch(route, park(route, blocks, all(12, length)));
      assertWhole(route, came, blocks);
      boolean isCarried = length == SMALL || (length == LARGE && !work.readsPieces());
      assertThat(bytes(came) >= 12L * length, is(isCarried));
    }
  }

  @Test
  void largePiecesAreReadWhereTheyLie() throws IOException {
    for (BlockRoute route : List.of(flink(), direct())) {
      expected.clear();
      List<KV<Integer, byte[]>> came = fetch(route, park(route, all(40, LARGE)));
      assertWhole(route, came);
      assertThat(came, hasSize(BUCKETS - 1));
      assertThat(bytes(came) < SMALL, is(true));
    }
  }

  @Test
  void smallPiecesAreCarriedButInOneProcess() throws IOException {
    List<KV<Integer, byte[]>> carried = fetch(flink(), park(flink(), all(40, SMALL)));
    assertWhole(flink(), carried);
    assertThat(bytes(carried), is(40L * (SMALL + 1)));
    expected.clear();
    List<KV<Integer, byte[]>> inPlace = fetch(direct(), park(direct(), all(40, SMALL)));
    assertWhole(direct(), inPlace);
    assertThat(bytes(inPlace) < SMALL, is(true));
  }

  @Test
  void onAnObjectStoreAllThatCanBeIsCarried() throws IOException {
    int[] lengths = all(40, LARGE);
    lengths[11] = HUGE;
    BlockRoute store = objectStore();
    List<KV<Integer, byte[]>> came = fetch(store, park(store, lengths));
    assertWhole(store, came);
    assertThat(came, hasSize(40));
    assertThat(came.stream().filter(each -> each.getValue().length < SMALL).count(), is(1L));
  }

  @Test
  void aFileWithoutBlocksGivesNothing() throws IOException {
    for (BlockRoute route : List.of(flink(), direct(), objectStore())) {
      assertThat(fetch(route, park(route)), hasSize(0));
    }
  }

  @Test
  void whatTravelsItselfPassesWithTheKeyOfItsBucket() throws IOException {
    byte[] shipped = BlockMessage.itself(new byte[] {1, 2, 3});
    List<KV<Integer, byte[]>> came = fetch(flink(), KV.of(4, shipped));
    assertThat(came, is(List.of(KV.of(flink().keys(BUCKETS).keyOf(4), shipped))));
  }

  @Test
  void aFileCutShortIsToldWithItsPlace() throws IOException {
    for (BlockRoute route : List.of(flink(), direct(), objectStore())) {
      KV<Integer, byte[]> left = park(route, all(40, LARGE));
      byte[] bytes = parked(route, left);
      for (int length : new int[] {0, 5, bytes.length / 2, bytes.length - 300}) {
        assertTold(route, left, Arrays.copyOf(bytes, length));
      }
    }
  }

  @Test
  void aFileThatEndsInZerosIsToldWithItsPlace() throws IOException {
    for (BlockRoute route : List.of(flink(), direct())) {
      KV<Integer, byte[]> left = park(route, all(40, LARGE));
      byte[] bytes = parked(route, left);
      for (int zeros : new int[] {1, 8, 100, bytes.length}) {
        byte[] torn = bytes.clone();
        Arrays.fill(torn, bytes.length - zeros, bytes.length, (byte) 0);
        assertTold(route, left, torn);
      }
    }
  }

  private static String name(KV<Integer, byte[]> left) {
    return new String(left.getValue(), StandardCharsets.US_ASCII);
  }

  private static byte[] parked(BlockRoute route, KV<Integer, byte[]> left) throws IOException {
    try (InputStream in = route.parking().open(name(left))) {
      return in.readAllBytes();
    }
  }

  /** With these bytes in the place of its own the file is refused, and named. */
  private static void assertTold(BlockRoute route, KV<Integer, byte[]> left, byte[] bytes)
      throws IOException {
    route.parking().replace(name(left), bytes);
    IOException told =
        assertThrows(
            IOException.class,
            () -> {
              for (KV<Integer, byte[]> each : fetch(route, left)) {
                BlockMessage.receive(each.getValue(), route.parking(), block -> {});
              }
            });
    assertThat(told.getMessage(), containsString(name(left)));
  }
}
