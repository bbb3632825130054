package org.copydesk.dump;

import java.util.Collections;
import java.util.List;

/**
 * Whole records of a file that can be read on their own.
 *
 * @param start first byte in the file as it lies
 * @param end byte behind the last
 * @param firstRecord number of the first record in the file, from 0
 * @param plainStart place of the first byte in the decompressed file
 * @param members where the records' gzip members begin, in the file as it lies; empty where records
 *     are no members
 */
public record FileRange(
    long start, long end, long firstRecord, long plainStart, List<Long> members) {
  public FileRange {
    members = List.copyOf(members);
  }

  /**
   * Number of the record with which reading goes on behind damage, at byte {@code place} of the
   * file: that of its member; behind the last member that is known, the next.
   */
  long recordAt(long place, long next) {
    int at = Collections.binarySearch(members, place);
    long number = firstRecord + Math.max(0, at >= 0 ? at : -at - 2);
    boolean isBehind = -at - 1 == members.size();
    return isBehind ? Math.max(number, next) : number;
  }
}
