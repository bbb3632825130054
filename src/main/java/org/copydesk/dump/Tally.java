package org.copydesk.dump;

import java.util.ArrayList;
import java.util.List;
import org.copydesk.dump.stream.Compression;
import org.copydesk.dump.stream.Damage;
import org.copydesk.model.Page;
import org.copydesk.model.Reason;
import org.copydesk.model.RejectStage;
import org.copydesk.model.Rejected;
import org.copydesk.text.ContentHash;

/** Hands on what a file gives and counts it, so that nothing can be handed on uncounted. */
final class Tally {
  private static final int MOST_WARNINGS = 20;

  /** A longer one is none of a page, and cut it would be another. */
  private static final int LONGEST_ADDRESS = 16_384;

  private final String sourceFile;
  private final DumpSink sink;
  private final List<String> warnings = new ArrayList<>(0);
  private long records;
  private long pages;
  private long skipped;
  private long rejected;
  private long fileRejects;
  private long containerBytes;
  private long payloadBytes;
  private long rejectedBytes;
  private long deliveredBytes;
  private long replaced;
  private long fieldsCut;
  private boolean damageIsTold;
  private String address;

  Tally(String sourceFile, DumpSink sink) {
    this.sourceFile = sourceFile;
    this.sink = sink;
  }

  String sourceFile() {
    return sourceFile;
  }

  /** Number of the record at hand: records so far. */
  long record() {
    return records;
  }

  /** Continues a file whose first records were read elsewhere. */
  void startAt(long record) {
    records = record;
  }

  /** Tells the address of the record at hand, before what becomes of it; null when unknown. */
  void address(String url) {
    address = url == null || url.length() > LONGEST_ADDRESS ? null : url;
  }

  private void endRecord() {
    records++;
    address = null;
  }

  /** Counts bytes that belong to no payload. */
  void container(long bytes) {
    containerBytes += bytes;
  }

  void replaced(long characters) {
    replaced += characters;
  }

  /** Counts values that were over their bound. */
  void cut(long fields) {
    fieldsCut += fields;
  }

  /** A page; {@code bytes} of the decompressed file are its payload. */
  void page(Page page, long bytes) {
    pages++;
    payloadBytes += bytes;
    deliveredBytes += page.payload().length;
    endRecord();
    sink.page(page);
  }

  /** A sound record that is not ours; its bytes count as container. */
  void skip(Reason reason, long start, long end) {
    containerBytes += end - start;
    skipped++;
    refused(reason, start, end, null);
  }

  /** A damaged record: bytes {@code [start, end)} of the decompressed file. */
  void reject(Reason reason, long start, long end, String message) {
    rejectedBytes += end - start;
    rejected++;
    refused(reason, start, end, message);
  }

  private void refused(Reason reason, long start, long end, String message) {
    sink.rejected(
        new Rejected(sourceFile, records, start, end, RejectStage.READ, reason, message, address));
    endRecord();
  }

  /** A record lost to damage of the file; the damage need not be told again. */
  void lose(Damage damage, long start, long end) {
    damageIsTold = true;
    reject(damage.reason(), start, end, damage.message());
  }

  /** Damage of the file itself, with the bytes of no record. */
  void fileReject(Reason reason, long at, String message) {
    fileRejects++;
    sink.rejected(new Rejected(sourceFile, -1, at, at, RejectStage.READ, reason, message));
  }

  /** Loses bytes {@code [start, end)} of the file itself, which are no record's. */
  void loseBytes(Reason reason, long start, long end, String message) {
    rejectedBytes += end - start;
    fileRejects++;
    sink.rejected(new Rejected(sourceFile, -1, start, end, RejectStage.READ, reason, message));
  }

  /** Bytes that were told of so far, of whatever. */
  long accounted() {
    return containerBytes + payloadBytes + rejectedBytes;
  }

  /** Tells damage by which no record was lost. */
  void tell(Damage damage, long at) {
    if (!damageIsTold) {
      fileReject(damage.reason(), at, damage.message());
    }
    damageIsTold = false;
  }

  void warn(String warning) {
    if (warnings.size() < MOST_WARNINGS) {
      warnings.add(warning);
    }
  }

  FileLedger ledger(
      DumpFormat format, Compression compression, long bytes, long decompressed, String sha256) {
    return ledger(format, compression, bytes, decompressed, sha256, null);
  }

  FileLedger ledger(
      DumpFormat format,
      Compression compression,
      long bytes,
      long decompressed,
      String sha256,
      ContentHash quickHash) {
    FileLedger.Status status = FileLedger.Status.OK;
    if (rejected + fileRejects > 0) {
      boolean isLost = pages + skipped == 0;
      status = isLost ? FileLedger.Status.REJECTED : FileLedger.Status.PARTIAL;
    }
    return new FileLedger(
        sourceFile,
        format,
        compression,
        bytes,
        decompressed,
        containerBytes,
        payloadBytes,
        rejectedBytes,
        deliveredBytes,
        sha256,
        quickHash,
        status,
        pages + skipped + rejected,
        pages,
        skipped,
        rejected,
        fileRejects,
        replaced,
        fieldsCut,
        warnings);
  }
}
