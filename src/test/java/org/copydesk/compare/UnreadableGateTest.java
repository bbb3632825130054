package org.copydesk.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.copydesk.corpus.Failure;
import org.copydesk.corpus.UnreadFiles;
import org.copydesk.model.Reason;
import org.junit.jupiter.api.Test;

class UnreadableGateTest {
  private static UnreadFiles two() {
    UnreadFiles unread = new UnreadFiles();
    unread.take("a.warc", Reason.FILE_UNREADABLE.stored(), "not allowed");
    unread.take("b.warc", Reason.FILE_CHANGED.stored(), null);
    // A page that is rejected is no file that could not be read.
    unread.take("c.warc", Reason.EMPTY_PAGE.stored(), null);
    return unread;
  }

  @Test
  void whatIsReadWholePasses() throws Failure {
    UnreadFiles none = new UnreadFiles();
    assertEquals(List.of(), new UnreadableGate(false).check(none));
    assertEquals(List.of(), new UnreadableGate(true).check(none));
  }

  @Test
  void aFileThatCannotBeReadEndsTheBuildByItsName() {
    Failure failure = assertThrows(Failure.class, () -> new UnreadableGate(false).check(two()));
    assertEquals(Failure.DATA, failure.exitCode());
    assertEquals("unreadable", failure.about());
    assertTrue(failure.getMessage().contains("b.warc (file_changed)"), failure.getMessage());
    assertTrue(failure.getMessage().contains("--unreadable=reject"), failure.getMessage());
  }

  @Test
  void whoLetsThemPassIsToldAllTheSame() throws Failure {
    List<String> told = new UnreadableGate(true).check(two());
    assertEquals(1, told.size());
    assertTrue(told.get(0).startsWith("warning: 2 inputs could not be read"), told.get(0));
    assertTrue(told.get(0).contains("a.warc (file_unreadable: not allowed)"), told.get(0));
  }
}
