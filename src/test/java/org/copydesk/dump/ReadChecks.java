package org.copydesk.dump;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.copydesk.model.Page;
import org.copydesk.model.Reason;
import org.copydesk.model.Rejected;

/** What holds for any file, sound or not: its ledger says exactly what was handed on. */
public final class ReadChecks {
  private ReadChecks() {}

  public static void hold(String what, ReadDump read) {
    FileLedger ledger = read.ledger;
    assertThat(what, ledger.balances(), is(true));
    assertThat(what, ledger.pages(), is((long) read.pages.size()));
    long delivered = 0;
    for (Page page : read.pages) {
      delivered += page.payload().length;
      assertThat(what, isText(page.payload()), is(true));
    }
    assertThat(what, ledger.deliveredBytes(), is(delivered));
    long lost = 0;
    long fileRejects = 0;
    for (Rejected r : read.rejects) {
      boolean isRejected = r.reason().outcome() == Reason.Outcome.REJECTED;
      lost += isRejected ? r.end() - r.start() : 0;
      fileRejects += r.sourceRecord() < 0 ? 1 : 0;
    }
    assertThat(what, ledger.rejectedBytes(), is(lost));
    assertThat(what, ledger.fileRejects(), is(fileRejects));
    assertThat(
        what, (long) read.rejects.size(), is(ledger.skipped() + ledger.rejected() + fileRejects));
  }

  /** Valid UTF-8 without NUL. */
  static boolean isText(byte[] payload) {
    String text = new String(payload, StandardCharsets.UTF_8);
    return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), payload) && text.indexOf('\0') < 0;
  }
}
