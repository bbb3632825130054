package org.copydesk.dedup;

import java.util.Arrays;
import org.copydesk.text.ContentHash;

/**
 * Pairs in, components out: a union-find over ids. a-b, b-c, d-e gives a: {a, b, c} and d: {d, e};
 * a component is named by its smallest id, so neither names nor members depend on the order of
 * pairs.
 *
 * <p>About 40 bytes an id at most ({@value #BYTES_AN_ID} while growing): 10⁷ articles with a
 * candidate take 0.4 GB. What {@link #forEach} gives can be fed to another one, so that parts are
 * joined in a tree.
 */
public final class Components {
  /** Memory an id takes at most. */
  public static final int BYTES_AN_ID = 56;

  private long[] high = new long[64];
  private long[] low = new long[64];
  private int[] parents = new int[64];
  private int[] table = new int[128];
  private int count;

  /** Receives an id and the smallest id of its component. */
  @FunctionalInterface
  public interface Members {
    void accept(ContentHash id, ContentHash component);
  }

  /** Joins the components of two ids. */
  public void join(ContentHash a, ContentHash b) {
    int x = root(place(a));
    int y = root(place(b));
    if (x == y) {
      return;
    }
    // The smaller id is the root.
    if (compare(x, y) < 0) {
      parents[y] = x;
    } else {
      parents[x] = y;
    }
  }

  /** Every id with its component, in no order to rely on; the smallest with itself. */
  public void forEach(Members out) {
    for (int i = 0; i < count; i++) {
      int root = root(i);
      out.accept(new ContentHash(high[i], low[i]), new ContentHash(high[root], low[root]));
    }
  }

  /** The smallest id of the component of {@code id}; itself where it was never joined. */
  public ContentHash of(ContentHash id) {
    int slot = slot(id);
    if (table[slot] == 0) {
      return id;
    }
    int root = root(table[slot] - 1);
    return new ContentHash(high[root], low[root]);
  }

  public int size() {
    return count;
  }

  private int compare(int x, int y) {
    int byHigh = Long.compareUnsigned(high[x], high[y]);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low[x], low[y]);
  }

  private int root(int i) {
    while (parents[i] != i) {
      parents[i] = parents[parents[i]];
      i = parents[i];
    }
    return i;
  }

  private int place(ContentHash id) {
    int slot = slot(id);
    if (table[slot] != 0) {
      return table[slot] - 1;
    }
    if (count == high.length) {
      grow();
      slot = slot(id);
    }
    high[count] = id.high();
    low[count] = id.low();
    parents[count] = count;
    table[slot] = ++count;
    return count - 1;
  }

  private int slot(ContentHash id) {
    int mask = table.length - 1;
    int slot = (int) Banding.mix(id.low()) & mask;
    while (table[slot] != 0
        && (low[table[slot] - 1] != id.low() || high[table[slot] - 1] != id.high())) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int larger = Math.multiplyExact(count, 2);
    high = Arrays.copyOf(high, larger);
    low = Arrays.copyOf(low, larger);
    parents = Arrays.copyOf(parents, larger);
    table = new int[Math.multiplyExact(larger, 2)];
    int mask = table.length - 1;
    for (int i = 0; i < count; i++) {
      int slot = (int) Banding.mix(low[i]) & mask;
      while (table[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      table[slot] = i + 1;
    }
  }
}
