package org.copydesk.pipeline.read;

import org.copydesk.dump.DumpFormat;
import org.copydesk.dump.FileLedger.Status;
import org.copydesk.dump.stream.Compression;

/**
 * What reading and segmenting (a part of) one file came to; parts of a file add up to its row of
 * {@code ledger}.
 *
 * @param sourceFile the file
 * @param format null when unknown
 * @param compression null when unknown
 * @param bytes size of the file
 * @param decompressedBytes after decompression
 * @param containerBytes of these, framing and headers
 * @param payloadBytes of these, payloads
 * @param coveredBytes payload bytes that spans cover
 * @param rejectedBytes bytes lost
 * @param sha256 of the file as it lies, hex
 * @param status how it ends
 * @param records all records
 * @param pages records with an article
 * @param teasers teaser occurrences
 * @param skipped records that are sound but not ours
 * @param rejected records damaged or over a bound
 * @param fieldsCut values over their bound, cut or left out
 * @param textBytes of the texts that spans count: of HTML what the tree yields, else the payload
 */
public record LedgerPart(
    String sourceFile,
    DumpFormat format,
    Compression compression,
    long bytes,
    long decompressedBytes,
    long containerBytes,
    long payloadBytes,
    long coveredBytes,
    long rejectedBytes,
    String sha256,
    Status status,
    long records,
    long pages,
    long teasers,
    long skipped,
    long rejected,
    long fieldsCut,
    long textBytes) {
  /** What both parts of the file come to; parts tell different statuses of what is partly lost. */
  public LedgerPart plus(LedgerPart other) {
    if (!sourceFile.equals(other.sourceFile)) {
      throw new IllegalArgumentException(sourceFile + " and " + other.sourceFile);
    }
    return new LedgerPart(
        sourceFile,
        format,
        compression,
        bytes + other.bytes,
        decompressedBytes + other.decompressedBytes,
        containerBytes + other.containerBytes,
        payloadBytes + other.payloadBytes,
        coveredBytes + other.coveredBytes,
        rejectedBytes + other.rejectedBytes,
        sha256,
        status == other.status ? status : Status.PARTIAL,
        records + other.records,
        pages + other.pages,
        teasers + other.teasers,
        skipped + other.skipped,
        rejected + other.rejected,
        fieldsCut + other.fieldsCut,
        textBytes + other.textBytes);
  }
}
