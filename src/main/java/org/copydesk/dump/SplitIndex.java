package org.copydesk.dump;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a large plain JSON Lines file may be cut so that several threads read it. One pass at the
 * speed of hashing finds line ends, their numbers and the digest of the whole: 200 MB in ranges of
 * 64 MB give four ranges.
 *
 * @param bytes length of the file
 * @param sha256 of the whole file, 64 hex digits
 * @param ranges in file order, without gap; empty when the file is not to be split
 */
public record SplitIndex(long bytes, String sha256, List<FileRange> ranges)
    implements Serializable {
  private static final int CHUNK = 64 << 10;

  public SplitIndex {
    ranges = List.copyOf(ranges);
  }

  /**
   * Reads the file once.
   *
   * @param rangeBytes shortest range, in bytes; each goes on to the end of its last line
   * @throws IOException when the file can not be read to its end
   */
  public static SplitIndex of(DumpFile file, long rangeBytes) throws IOException {
    RawInput raw = new RawInput();
    List<FileRange> ranges = new ArrayList<>();
    try (InputStream in = file.open().open()) {
      raw.start(in);
      int n = raw.need(CHUNK);
      byte[] b = raw.buffer();
      int from = raw.position();
      boolean isPlain = Compression.ofBytes(b, from, from + n) == Compression.NONE;
      String name = Compression.innerName(file.sourceFile());
      boolean isLines =
          isPlain
              && Compression.ofName(file.sourceFile()) == Compression.NONE
              && FormatSniffer.sniff(b, from, from + n, name).format() == DumpFormat.JSON_LINES;
      if (isLines) {
        addRanges(raw, rangeBytes, ranges);
      }
      raw.drain();
      if (raw.failure() != null) {
        throw raw.failure();
      }
    }
    return new SplitIndex(raw.filled(), raw.sha256(), ranges);
  }

  private static void addRanges(RawInput raw, long rangeBytes, List<FileRange> ranges) {
    long place = 0;
    long start = 0;
    long line = 0;
    long firstLine = 0;
    for (int n = raw.need(1); n > 0; n = raw.need(1)) {
      byte[] b = raw.buffer();
      int from = raw.position();
      for (int i = from; i < from + n; i++) {
        if (b[i] == '\n') {
          line++;
          long next = place + i + 1 - from;
          if (next - start >= rangeBytes) {
            ranges.add(new FileRange(start, next, firstLine));
            start = next;
            firstLine = line;
          }
        }
      }
      place += n;
      raw.skip(n);
    }
    if (place > start) {
      ranges.add(new FileRange(start, place, firstLine));
    }
  }

  /**
   * The ledger of the whole file from those of all its ranges, in any order.
   *
   * @throws IllegalArgumentException when a range is missing
   */
  public FileLedger whole(List<FileLedger> parts) {
    FileLedger first = parts.get(0);
    long[] sums = new long[11];
    List<String> warnings = new ArrayList<>();
    for (FileLedger part : parts) {
      long[] figures = {
        part.bytes(),
        part.decompressedBytes(),
        part.containerBytes(),
        part.payloadBytes(),
        part.rejectedBytes(),
        part.deliveredBytes(),
        part.pages(),
        part.skipped(),
        part.rejected(),
        part.fileRejects(),
        part.replacedCharacters()
      };
      for (int i = 0; i < sums.length; i++) {
        sums[i] += figures[i];
      }
      warnings.addAll(part.warnings());
    }
    if (parts.size() != ranges.size()) {
      throw new IllegalArgumentException(
          first.sourceFile() + ": " + parts.size() + " of " + ranges.size() + " ranges");
    }
    boolean isHurt = sums[8] + sums[9] > 0;
    boolean isLost = sums[6] + sums[7] == 0;
    FileLedger.Status hurt = isLost ? FileLedger.Status.REJECTED : FileLedger.Status.PARTIAL;
    return new FileLedger(
        first.sourceFile(),
        DumpFormat.JSON_LINES,
        Compression.NONE,
        sums[0],
        sums[1],
        sums[2],
        sums[3],
        sums[4],
        sums[5],
        sha256,
        isHurt ? hurt : FileLedger.Status.OK,
        sums[6] + sums[7] + sums[8],
        sums[6],
        sums[7],
        sums[8],
        sums[9],
        sums[10],
        warnings.stream().sorted().limit(20).toList());
  }
}
