package org.copydesk.report.figures;

import com.dynatrace.hash4j.hashing.Hashing;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Keeps the {@code k} items whose keys hash lowest: a sample that does not depend on the order of
 * arrival. Memory: {@code k} items.
 */
public final class BottomSample<T> {
  private final int most;
  private final TreeMap<Place, T> items = new TreeMap<>();
  private long last;

  private record Place(long hash, String key) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int order = Long.compareUnsigned(hash, other.hash);
      return order != 0 ? order : key.compareTo(other.key);
    }
  }

  public BottomSample(int most) {
    this.most = most;
  }

  /**
   * @param key says which item this is; an item of a known key is ignored
   * @param item made only when it is kept
   */
  public void offer(String key, java.util.function.Supplier<T> item) {
    offer(hash(key), key, item);
  }

  /** The hash of a key, for who offers it to several samples. */
  public static long hash(String key) {
    return Hashing.xxh3_64().hashCharsToLong(key);
  }

  /**
   * The same.
   *
   * @param hash of the key
   */
  public void offer(long hash, String key, java.util.function.Supplier<T> item) {
    if (items.size() == most && Long.compareUnsigned(hash, last) > 0) {
      return;
    }
    Place place = new Place(hash, key);
    if (items.size() == most && place.compareTo(items.lastKey()) >= 0) {
      return;
    }
    if (!items.containsKey(place)) {
      items.put(place, item.get());
      if (items.size() > most) {
        items.pollLastEntry();
      }
      last = items.lastKey().hash();
    }
  }

  /** In the order of their hashes. */
  public List<T> items() {
    return new ArrayList<>(items.values());
  }
}
