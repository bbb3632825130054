package org.copydesk.segment.lines;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Remembers what short lines were read as, by their bytes: the furniture and the teasers of a site
 * stand on page after page. What a line is by itself depends on its bytes and on the markers that
 * are known, so the answer is the same with this and without.
 *
 * <p>Holds at most 8,192 lines of 256 bytes (some 6 MB); a line pushes out the one in its place, a
 * long one only when it is seen a second time. Threads may share one: entries never change.
 */
public final class LineMemory {
  private static final int SLOTS = 1 << 13;
  private static final int LONGEST_LINE = 256;

  /** Longer lines are teasers and paragraphs, of which most are seen once. */
  private static final int LONGEST_FURNITURE = 64;

  private static final long PRIME = 0x9E3779B97F4A7C15L;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private record Known(byte[] line, Markers markers, Unit unit) {}

  private final Known[] known = new Known[SLOTS];

  /** For each slot the hash of a line that was seen once. */
  private final int[] seen = new int[SLOTS];

  /** What a line was read as, at its place in this payload; null where it is not remembered. */
  Unit recall(byte[] payload, int start, int end, Markers markers) {
    if (end - start > LONGEST_LINE) {
      return null;
    }
    Known found = known[slot(hash(payload, start, end))];
    if (found == null
        || found.markers != markers
        || !Arrays.equals(found.line, 0, found.line.length, payload, start, end)) {
      return null;
    }
    return found.unit.movedTo(start);
  }

  /** Takes in a line that {@link LineWords} has read, where it has been seen before. */
  void keep(byte[] payload, Unit unit, Markers markers) {
    if (unit.end - unit.start > LONGEST_LINE || unit.isJoined) {
      return;
    }
    int hash = hash(payload, unit.start, unit.end);
    int slot = slot(hash);
    boolean isLong = unit.end - unit.start > LONGEST_FURNITURE;
    if (isLong && seen[slot] != hash) {
      seen[slot] = hash;
      return;
    }
    byte[] line = Arrays.copyOfRange(payload, unit.start, unit.end);
    known[slot] = new Known(line, markers, unit.movedTo(0));
  }

  private static int slot(int hash) {
    return hash & SLOTS - 1;
  }

  private static int hash(byte[] bytes, int start, int end) {
    long hash = end - start;
    int i = start;
    for (; i + 8 <= end; i += 8) {
      hash = (hash ^ (long) LONGS.get(bytes, i)) * PRIME;
      hash ^= hash >>> 29;
    }
    for (; i < end; i++) {
      hash = (hash ^ bytes[i]) * PRIME;
    }
    return (int) (hash ^ hash >>> 32);
  }
}
