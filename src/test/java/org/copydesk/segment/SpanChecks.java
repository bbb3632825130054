package org.copydesk.segment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import org.copydesk.model.Segmented;
import org.copydesk.model.Span;

/** What holds for the spans of every page. */
public final class SpanChecks {
  private SpanChecks() {}

  public static void cover(byte[] payload, Segmented found) {
    int at = 0;
    for (Span span : found.spans()) {
      assertThat(span.start(), is(at));
      assertThat(span.rule().isBlank(), is(false));
      at = span.end();
    }
    assertThat(at, is(payload.length));
    if (payload.length > 0) {
      assertThat(found.spans(), is(not(empty())));
    }
  }
}
