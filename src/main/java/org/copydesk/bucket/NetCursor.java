package org.copydesk.bucket;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The records of several sorted runs in one order, those that come and equal ones that go set off
 * against each other. What is left of equal records stands there as often as it is left.
 */
final class NetCursor extends RecordCursor {
  private final List<RecordCursor> heads = new ArrayList<>();
  private final boolean isWhole;
  private long left;

  /**
   * Of runs whose cursors stand before their first records; few, as each is looked at.
   *
   * @param isWhole whether nothing may go that is not there
   */
  NetCursor(List<RecordCursor> runs, boolean isWhole) throws IOException {
    this.isWhole = isWhole;
    for (RecordCursor run : runs) {
      if (run.advance()) {
        heads.add(run);
      }
    }
  }

  @Override
  boolean advance() throws IOException {
    while (left == 0) {
      if (heads.isEmpty()) {
        return false;
      }
      RecordCursor least = heads.get(0);
      for (int i = 1; i < heads.size(); i++) {
        if (BucketSorter.compare(heads.get(i), least) < 0) {
          least = heads.get(i);
        }
      }
      standAs(least);
      long net = 0;
      for (int i = heads.size() - 1; i >= 0; i--) {
        RecordCursor head = heads.get(i);
        boolean isThere = true;
        while (isThere && BucketSorter.compare(head, this) == 0) {
          net += head.isMinus() ? -1 : 1;
          isThere = head.advance();
        }
        if (!isThere) {
          heads.remove(i);
        }
      }
      if (isWhole && net < 0) {
        throw KeptBucket.absent();
      }
      left = Math.abs(net);
      setMinus(net < 0);
    }
    left--;
    return true;
  }

  @Override
  boolean advanceTo(byte[] group) throws IOException {
    left = 0;
    for (int i = heads.size() - 1; i >= 0; i--) {
      RecordCursor head = heads.get(i);
      if (head.compareGroup(group) < 0 && !head.advanceTo(group)) {
        heads.remove(i);
      }
    }
    return advance();
  }
}
