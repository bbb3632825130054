package org.copydesk.pipeline.read;

import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.RecordCodec;
import org.copydesk.dump.DumpFormat;
import org.copydesk.dump.FileLedger;
import org.copydesk.dump.stream.Compression;
import org.copydesk.pipeline.work.KeyCodec;

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
    out.putText(record.sourceFile());
    KeyCodec.putName(record.format(), out);
    KeyCodec.putName(record.compression(), out);
    out.putVarLong(record.bytes()).putVarLong(record.decompressedBytes());
    out.putVarLong(record.containerBytes()).putVarLong(record.payloadBytes());
    out.putVarLong(record.coveredBytes()).putVarLong(record.rejectedBytes());
    out.putText(record.sha256());
    KeyCodec.putName(record.status(), out);
    out.putVarLong(record.records()).putVarLong(record.pages()).putVarLong(record.teasers());
    out.putVarLong(record.skipped()).putVarLong(record.rejected());
    out.putVarLong(record.fieldsCut()).putVarLong(record.textBytes());
  }

  @Override
  public LedgerPart decode(ByteReader in) {
    return new LedgerPart(
        in.getText(),
        KeyCodec.named(DumpFormat.class, in),
        KeyCodec.named(Compression.class, in),
        in.getVarLong(),
        in.getVarLong(),
        in.getVarLong(),
        in.getVarLong(),
        in.getVarLong(),
        in.getVarLong(),
        in.getText(),
        KeyCodec.named(FileLedger.Status.class, in),
        in.getVarLong(),
        in.getVarLong(),
        in.getVarLong(),
        in.getVarLong(),
        in.getVarLong(),
        in.getVarLong(),
        in.getVarLong());
  }
}
