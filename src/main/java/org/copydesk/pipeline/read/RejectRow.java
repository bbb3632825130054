package org.copydesk.pipeline.read;

import java.time.Instant;
import org.copydesk.model.Rejected;
import org.copydesk.model.StoredTime;

/** Rows of the rejects table. */
public final class RejectRow {
  private RejectRow() {}

  /**
   * @param site of its page; null when unknown
   * @param fetchedAt when that was crawled; null when unknown
   */
  public static Object[] of(Rejected reject, String site, Instant fetchedAt) {
    return new Object[] {
      reject.reason().outcome().stored(),
      reject.sourceFile(),
      reject.sourceRecord() < 0 ? null : reject.sourceRecord(),
      reject.start(),
      reject.end(),
      reject.stage(),
      reject.reason().stored(),
      reject.message(),
      site,
      StoredTime.micros(fetchedAt)
    };
  }
}
