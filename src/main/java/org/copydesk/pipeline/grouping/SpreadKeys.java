package org.copydesk.pipeline.grouping;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.Arrays;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.values.KV;
import org.apache.flink.util.MathUtils;

/**
 * Keys that Flink gives to its workers in turn: number {@code n} goes to worker {@code n} modulo
 * their number. Flink hashes the bytes of a key, and 77 units of a dump hashed over 4 slots gave
 * two workers 723 and 415 seconds of work. Were its hash another one, only the balance would go.
 *
 * <p>Memory: some 20 bytes a number and four a worker.
 */
public final class SpreadKeys {
  private final int[] keys;
  private final Int2IntOpenHashMap numbers;

  /**
   * @param count numbers, from 0
   * @param workers among which keys are spread; at most 1 leaves numbers as they are
   */
  SpreadKeys(int count, int workers) {
    keys = new int[count];
    numbers = new Int2IntOpenHashMap(count);
    numbers.defaultReturnValue(-1);
    int[] found = new int[Math.max(1, workers)];
    int missing = count;
    for (int key = 0; missing > 0; key++) {
      int worker = workers > 1 ? worker(key, workers) : 0;
      long number = worker + (long) found[worker]++ * found.length;
      if (number < count) {
        keys[(int) number] = key;
        numbers.put(key, (int) number);
        missing--;
      }
    }
  }

  /** The worker that Flink's batch grouping sends an encoded key to. */
  static int worker(int key, int workers) {
    try {
      byte[] encoded = CoderUtils.encodeToByteArray(VarIntCoder.of(), key);
      return MathUtils.murmurHash(Arrays.hashCode(encoded)) % workers;
    } catch (CoderException e) {
      throw new IllegalStateException(e);
    }
  }

  int keyOf(int number) {
    return keys[number];
  }

  /**
   * @throws IllegalArgumentException for what is no key of a number
   */
  public int numberOf(int key) {
    int number = numbers.get(key);
    if (number < 0) {
      throw new IllegalArgumentException("no number has the key " + key);
    }
    return number;
  }

  /** Puts keys in the place of numbers. */
  public static final class Spread<T> extends DoFn<KV<Integer, T>, KV<Integer, T>> {
    private static final long serialVersionUID = 1;

    private final BlockRoute route;
    private final int count;
    private transient SpreadKeys keys;

    public Spread(BlockRoute route, int count) {
      this.route = route;
      this.count = count;
    }

    @Setup
    public void setUp() {
      keys = route.keys(count);
    }

    @ProcessElement
    public void spread(@Element KV<Integer, T> numbered, OutputReceiver<KV<Integer, T>> out) {
      out.output(KV.of(keys.keyOf(numbered.getKey()), numbered.getValue()));
    }
  }
}
