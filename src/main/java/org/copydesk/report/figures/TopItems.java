package org.copydesk.report.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Keeps the {@code k} items of highest weight, of equal weight the smaller key. */
public final class TopItems<T> {
  private final int most;
  private final TreeMap<Place, T> items = new TreeMap<>();

  private record Place(long weight, String key) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparingLong(Place::weight).reversed().thenComparing(Place::key);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  public TopItems(int most) {
    this.most = most;
  }

  public void offer(long weight, String key, java.util.function.Supplier<T> item) {
    Place place = new Place(weight, key);
    if (items.size() < most || place.compareTo(items.lastKey()) < 0) {
      items.put(place, item.get());
      if (items.size() > most) {
        items.pollLastEntry();
      }
    }
  }

  /** Highest first. */
  public List<T> items() {
    return new ArrayList<>(items.values());
  }
}
