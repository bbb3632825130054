package org.copydesk.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.copydesk.model.Reason;
import org.junit.jupiter.api.Test;

class UnreadFilesTest {
  private static final String UNREADABLE = Reason.FILE_UNREADABLE.stored();

  @Test
  void aLossInsideAFileIsNoFileThatCouldNotBeRead() {
    UnreadFiles unread = new UnreadFiles();
    unread.take("a", Reason.EMPTY_PAGE.stored(), "x");
    assertTrue(unread.isEmpty());
    assertEquals("0 inputs", unread.count());
  }

  @Test
  void ofSeveralReasonsTheFirstInOrderStaysWhicheverCameFirst() {
    UnreadFiles one = new UnreadFiles();
    one.take("a", UNREADABLE, "no permission");
    one.take("a", Reason.FILE_CHANGED.stored(), null);
    UnreadFiles other = new UnreadFiles();
    other.take("a", Reason.FILE_CHANGED.stored(), null);
    UnreadFiles more = new UnreadFiles();
    more.take("a", UNREADABLE, "no permission");
    other.add(more);
    assertEquals(List.of("a (file_changed)"), one.first());
    assertEquals(one.first(), other.first());
    assertEquals("1 input", one.count());
  }

  @Test
  void namesAreBoundedAndTheFirstOnesStay() {
    UnreadFiles unread = new UnreadFiles();
    for (int i = 1100; i >= 0; i--) {
      unread.take(String.format(Locale.ROOT, "f%04d", i), UNREADABLE, null);
    }
    assertEquals("more than 1000 inputs", unread.count());
    assertEquals(5, unread.first().size());
    assertEquals("f0000 (file_unreadable)", unread.first().get(0));
  }
}
