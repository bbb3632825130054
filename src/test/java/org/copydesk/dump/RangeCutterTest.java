package org.copydesk.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RangeCutterTest {
  @Test
  void rangesAreAtLeastSoLongAndWithoutGap() {
    RangeCutter cutter = new RangeCutter(100);
    for (int record = 1; record < 40; record++) {
      cutter.at(record * 30L, record, record * 300L);
    }
    List<FileRange> ranges = cutter.finish(1200);
    assertEquals(new FileRange(0, 120, 0, 0, List.of()), ranges.get(0));
    assertEquals(new FileRange(120, 240, 4, 1200, List.of()), ranges.get(1));
    long end = 0;
    for (FileRange range : ranges) {
      assertEquals(end, range.start());
      end = range.end();
    }
    assertEquals(1200, end);
  }

  @Test
  void aRangeHasTheMembersThatBeginInIt() {
    RangeCutter cutter = new RangeCutter(10);
    cutter.member(0);
    cutter.member(5);
    cutter.at(12, 2, 90);
    cutter.member(12);
    List<FileRange> ranges = cutter.finish(20);
    assertEquals(List.of(0L, 5L), ranges.get(0).members());
    assertEquals(List.of(12L), ranges.get(1).members());
  }

  @Test
  void whatWouldBeOneRangeIsReadInOnePiece() {
    RangeCutter cutter = new RangeCutter(100);
    cutter.at(99, 1, 99);
    assertEquals(List.of(), cutter.finish(150));
    assertEquals(List.of(), new RangeCutter(100).finish(0));
  }
}
