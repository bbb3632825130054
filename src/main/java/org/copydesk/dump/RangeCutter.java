package org.copydesk.dump;

import java.util.ArrayList;
import java.util.List;

/** Makes ranges of the places where a file may be cut: each at least so long, the last one less. */
final class RangeCutter {
  private final long rangeBytes;
  private final List<FileRange> ranges = new ArrayList<>();
  private final List<Long> members = new ArrayList<>();
  private long start;
  private long firstRecord;
  private long plainStart;

  RangeCutter(long rangeBytes) {
    this.rangeBytes = rangeBytes;
  }

  /** Offers a place where record {@code record} begins. */
  void at(long place, long record, long plainPlace) {
    if (place - start >= rangeBytes) {
      cut(place);
      firstRecord = record;
      plainStart = plainPlace;
    }
  }

  /** Notes that a gzip member with one record begins here. */
  void member(long place) {
    members.add(place);
  }

  private void cut(long end) {
    ranges.add(new FileRange(start, end, firstRecord, plainStart, members));
    members.clear();
    start = end;
  }

  /** All ranges; none when there would be one only. */
  List<FileRange> finish(long bytes) {
    if (bytes > start) {
      cut(bytes);
    }
    return ranges.size() > 1 ? ranges : List.of();
  }
}
