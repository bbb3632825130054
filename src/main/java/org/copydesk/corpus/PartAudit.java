package org.copydesk.corpus;

import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.table.Table;
import org.copydesk.text.ContentHash;

/**
 * What reading a part back gave.
 *
 * @param schemaVersion as its footer says; null when that says nothing
 * @param rows rows read, which are to be as many as its footer says
 */
record PartAudit(
    Table<?> table,
    GenerationFile file,
    String schemaVersion,
    long rows,
    ContentHash digest,
    AuditSums sums) {

  /** All but the part's name and SHA-256, which is what it is found by. */
  void encode(ByteWriter out) {
    out.putVarLong(file.rows()).putVarLong(file.bytes()).putText(schemaVersion).putVarLong(rows);
    out.putLong(digest.high()).putLong(digest.low());
    sums.encode(out);
  }

  static PartAudit decode(Table<?> table, String file, String sha256, ByteReader in) {
    GenerationFile found = new GenerationFile(file, in.getVarLong(), in.getVarLong(), sha256);
    return new PartAudit(
        table,
        found,
        in.getText(),
        in.getVarLong(),
        new ContentHash(in.getLong(), in.getLong()),
        AuditSums.decode(in));
  }
}
