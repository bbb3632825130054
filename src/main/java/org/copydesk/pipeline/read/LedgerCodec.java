package org.copydesk.pipeline.read;

import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.RecordCodec;
import org.copydesk.model.LedgerPart;

/** Ledger parts grouped by file. */
public final class LedgerCodec implements RecordCodec<LedgerPart> {
  private static final long serialVersionUID = 1;

  @Override
  public void groupKey(LedgerPart record, ByteWriter out) {
    byte[] name = record.sourceFile().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    out.putBytes(name, 0, name.length);
  }

  @Override
  public void encode(LedgerPart record, ByteWriter out) {
    out.putText(record.sourceFile()).putText(record.format()).putText(record.compression());
    out.putVarLong(record.bytes()).putVarLong(record.decompressedBytes());
    out.putVarLong(record.containerBytes()).putVarLong(record.payloadBytes());
    out.putVarLong(record.coveredBytes()).putVarLong(record.rejectedBytes());
    out.putText(record.sha256()).putText(record.status());
    out.putVarLong(record.records()).putVarLong(record.pages()).putVarLong(record.teasers());
    out.putVarLong(record.skipped()).putVarLong(record.rejected());
    out.putVarLong(record.fieldsCut()).putVarLong(record.textBytes());
  }

  @Override
  public LedgerPart decode(ByteReader in) {
    return new LedgerPart(
        in.getText(),
        in.getText(),
        in.getText(),
        in.getVarLong(),
        in.getVarLong(),
        in.getVarLong(),
        in.getVarLong(),
        in.getVarLong(),
        in.getVarLong(),
        in.getText(),
        in.getText(),
        in.getVarLong(),
        in.getVarLong(),
        in.getVarLong(),
        in.getVarLong(),
        in.getVarLong(),
        in.getVarLong(),
        in.getVarLong());
  }
}
