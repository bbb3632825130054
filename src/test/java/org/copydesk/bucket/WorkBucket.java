package org.copydesk.bucket;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.copydesk.corpus.BuildResults;

/**
 * Runs a worker on one bucket without a pipeline: records in, records and results out. They come in
 * another order than they were given in, as they do in a build.
 *
 * <pre>{@code
 * var worked = WorkBucket.of(lane, new JoinComponents(prints)).given(edge1, edge2).work();
 * assertThat(worked.on(prints), contains(...));
 * }</pre>
 */
public final class WorkBucket<T> {
  private static final long BOUND = 16L << 20;
  private static final long SEED = 22;

  private final Lane<T> lane;
  private final BucketWorker<T, byte[]> worker;
  private final List<T> records = new ArrayList<>();

  private WorkBucket(Lane<T> lane, BucketWorker<T, byte[]> worker) {
    this.lane = lane;
    this.worker = worker;
  }

  public static <T> WorkBucket<T> of(Lane<T> lane, BucketWorker<T, byte[]> worker) {
    return new WorkBucket<>(lane, worker);
  }

  @SafeVarargs
  public final WorkBucket<T> given(T... more) {
    records.addAll(List.of(more));
    return this;
  }

  /** Works on the bucket. */
  public Worked work() throws IOException {
    Collections.shuffle(records, new Random(SEED));
    Worked worked = new Worked();
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    try (BucketSorter<T> sorter = new BucketSorter<>(lane.codec(), BOUND, folder)) {
      for (T record : records) {
        sorter.add(record);
      }
      worker.work(0, sorter.groups(), worked);
    }
    return worked;
  }

  /** What a worker gave. */
  public static final class Worked implements BucketOut<byte[]> {
    private final List<byte[]> results = new ArrayList<>();
    private final Map<String, List<Object>> sent = new LinkedHashMap<>();

    @Override
    public void result(byte[] result) {
      results.add(result);
    }

    @Override
    public <U> void send(Lane<U> lane, U record) {
      // What travels is what the codec makes of it.
      ByteWriter group = new ByteWriter();
      ByteWriter order = new ByteWriter();
      ByteWriter value = new ByteWriter();
      lane.codec().groupKey(record, group);
      lane.codec().orderKey(record, order);
      lane.codec().encode(record, value);
      Object came =
          lane.codec()
              .decode(
                  new ByteReader(group.toByteArray()),
                  new ByteReader(order.toByteArray()),
                  new ByteReader(value.toByteArray()));
      sent.computeIfAbsent(lane.name(), name -> new ArrayList<>()).add(came);
    }

    /** What was sent on a lane, in the order in which it was sent. */
    @SuppressWarnings("unchecked")
    public <U> List<U> on(Lane<U> lane) {
      return (List<U>) sent.getOrDefault(lane.name(), List.of());
    }

    /** Results as they are. */
    public List<byte[]> results() {
      return results;
    }

    /** Results of a worker that gives reports. */
    public BuildResults reports() {
      return BuildResults.of(results);
    }
  }
}
