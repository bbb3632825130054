package org.copydesk.pipeline;

import java.util.List;

/**
 * How a build stands to the ones before it. Its result does not hang on that: the same files in the
 * same {@link Epoch} give the same parts, whatever is taken from the cache.
 *
 * @param incremental whether what was read before is taken from the cache, and what is read is put
 *     there; in the epoch of the published generation
 * @param newEpoch whether an epoch is begun although the published one would do
 * @param epochOf folder of a generation whose epoch is taken; null for none
 * @param proves whether the published generation is computed again from nothing, and held against
 *     what is published instead of replacing it
 * @param again what is read again although it is in the cache: {@code rejects}, {@code site:X},
 *     {@code file:Y}
 * @param erase lists of what must not be anywhere any more, or addresses
 * @param recheck share of what the cache says that is computed again and compared, 0 to 1
 */
public record Night(
    boolean incremental,
    boolean newEpoch,
    String epochOf,
    boolean proves,
    List<String> again,
    List<String> erase,
    double recheck) {
  /** A build that knows nothing of others. */
  public static final Night ALONE = new Night(false, false, null, false, List.of(), List.of(), 0);

  public Night {
    again = List.copyOf(again);
    erase = List.copyOf(erase);
  }
}
