package org.copydesk.row;

import java.time.Instant;
import org.copydesk.model.Rejected;
import org.copydesk.model.StoredTime;
import org.copydesk.table.Means;
import org.copydesk.table.PageWords;

/** Bytes that gave no article, and why. */
public record RejectRow(
    @Means("skipped or rejected") String outcome,
    @Means("file it stood in") String sourceFile,
    @Means("record of that file; null where the loss is the file's") Long sourceRecord,
    @Means("first byte lost") Long spanStart,
    @Means("byte after the last") Long spanEnd,
    @Means("sample (before sites were learned), read or segment") String stage,
    @Means("from a closed list") String reason,
    @Means("for a person, without payload text") @PageWords String message,
    @Means("its site, as in sites; null when unknown") String site,
    @Means("when the page was crawled") Instant fetchedAt,
    @Means("its address; null when unknown") String url) {

  /**
   * @param site of its page; null when unknown
   * @param fetchedAt when that was crawled; null when unknown
   */
  public static RejectRow of(Rejected reject, String site, Instant fetchedAt) {
    return new RejectRow(
        reject.reason().outcome().stored(),
        reject.sourceFile(),
        reject.sourceRecord() < 0 ? null : (Long) reject.sourceRecord(),
        reject.start(),
        reject.end(),
        reject.stage().stored(),
        reject.reason().stored(),
        reject.message(),
        site,
        StoredTime.orNull(fetchedAt),
        reject.url());
  }
}
