package org.copydesk.corpus;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AuditMemoTest {
  /** What was remembered with other sums is not taken for these. */
  @Test
  void whatIsRememberedTellsWhichSumsItHas() {
    String memo = new String(AuditMemo.empty(null).toBytes(), StandardCharsets.UTF_8);
    for (AuditSums.Sum sum : AuditSums.Sum.values()) {
      assertThat(memo, containsString(sum.name()));
    }
  }
}
