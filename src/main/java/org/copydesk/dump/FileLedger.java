package org.copydesk.dump;

import java.util.List;
import java.util.Locale;
import org.copydesk.dump.stream.Compression;
import org.copydesk.text.ContentHash;

/**
 * What became of one file: the part of its ledger row that its reader knows. Two identities hold,
 * and {@link #balances()} repeats them: {@code decompressedBytes = containerBytes + payloadBytes +
 * rejectedBytes} and {@code records = pages + skipped + rejected}.
 *
 * <p>{@code payloadBytes} are bytes of the decompressed file. Where a page's payload is those bytes
 * (page text in UTF-8, WET) they are also what was handed on, {@code deliveredBytes}. They differ
 * where the text is in another character set, where HTML travels encoded, and where bad bytes were
 * replaced. For JSON Lines the payload is the UTF-8 of the text itself: its escapes are container.
 *
 * @param sourceFile path below the fixed part of the input's glob
 * @param format what the bytes are; {@code unknown} when that was not found
 * @param compression what the bytes were packed with
 * @param bytes bytes of the file itself that could be read
 * @param decompressedBytes bytes it gave, up to the damage or bound that ended it
 * @param containerBytes of these, headers, separators, byte order marks and skipped records
 * @param payloadBytes of these, payloads of pages
 * @param rejectedBytes of these, rejected
 * @param deliveredBytes sum of the lengths of the payloads handed on, in UTF-8
 * @param sha256 of the file's own bytes, 64 hex digits; null when they could not all be read
 * @param quickHash of the same bytes; null when they could not all be read, or only a range was
 * @param status whether anything was lost
 * @param records records, whatever became of them
 * @param pages records handed on as pages
 * @param skipped sound records that are not ours
 * @param rejected damaged records; damage of the file itself (record -1) is not among them
 * @param fileRejects rejects of the file itself (record -1)
 * @param replacedCharacters U+FFFD put in place of what could not be decoded, and of NUL
 * @param fieldsCut values of pages that were over their bound and were cut or left out
 * @param warnings what a person might want to know; at most 20
 */
public record FileLedger(
    String sourceFile,
    DumpFormat format,
    Compression compression,
    long bytes,
    long decompressedBytes,
    long containerBytes,
    long payloadBytes,
    long rejectedBytes,
    long deliveredBytes,
    String sha256,
    ContentHash quickHash,
    Status status,
    long records,
    long pages,
    long skipped,
    long rejected,
    long fileRejects,
    long replacedCharacters,
    long fieldsCut,
    List<String> warnings) {

  /** How a file ends. */
  public enum Status {
    /** Nothing was rejected. */
    OK,
    /** Something was rejected, and something came through. */
    PARTIAL,
    /** Something was rejected, and nothing came through. */
    REJECTED;

    private final String stored = name().toLowerCase(Locale.ROOT);

    public String stored() {
      return stored;
    }
  }

  public FileLedger {
    warnings = List.copyOf(warnings);
  }

  /** True when no byte and no record is unaccounted for. */
  public boolean balances() {
    return decompressedBytes == containerBytes + payloadBytes + rejectedBytes
        && records == pages + skipped + rejected
        && containerBytes >= 0
        && payloadBytes >= 0
        && rejectedBytes >= 0;
  }
}
