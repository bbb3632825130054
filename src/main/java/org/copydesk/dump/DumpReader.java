package org.copydesk.dump;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import org.copydesk.model.Page;
import org.copydesk.model.Reason;

/**
 * Reads one dump file: bytes in; pages, skipped and rejected records out, with a ledger that
 * accounts for every byte. {@code day.jsonl.gz} with three lines gives three pages and a ledger of
 * three records.
 *
 * <p>No damage of a file is an exception: it ends as a reject and in the ledger's status. Only what
 * the sink throws comes through. Buffers are kept from file to file, so a reader serves one thread.
 */
public final class DumpReader implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int SHORTEST_KNOWN = 16;

  private final DumpSettings settings;
  private transient ReaderParts parts;

  public DumpReader(DumpSettings settings) {
    this.settings = settings;
  }

  /**
   * Reads a file from its first byte to its last.
   *
   * @param sink takes pages and rejects in file order
   * @return the file's figures; {@link FileLedger#balances()} holds
   * @throws IOException only when closing the file fails
   */
  public FileLedger read(DumpFile file, DumpSink sink) throws IOException {
    if (parts == null) {
      parts = new ReaderParts(settings);
    }
    Tally tally = new Tally(file.sourceFile(), sink);
    InputStream opened;
    long modified;
    try {
      modified = file.open().modified();
      opened = file.open().open();
    } catch (IOException e) {
      tally.fileReject(Reason.FILE_UNREADABLE, 0, "could not be opened: " + e.getMessage());
      return tally.ledger(DumpFormat.UNKNOWN, Compression.NONE, 0, 0, null);
    }
    try (InputStream in = opened) {
      return read(file, in, modified, tally);
    }
  }

  /**
   * Reads one range of a file. Record numbers and places are those of the whole file, and so is the
   * digest.
   *
   * @param index of this file, not that of an unsplit one
   * @param i which of its ranges
   * @return the figures of the range; those of all ranges add up to the file's
   * @throws IOException only when closing the file fails
   */
  public FileLedger read(DumpFile file, SplitIndex index, int i, DumpSink sink) throws IOException {
    if (parts == null) {
      parts = new ReaderParts(settings);
    }
    FileRange range = index.ranges().get(i);
    Tally tally = new Tally(file.sourceFile(), sink);
    tally.startAt(range.firstRecord());
    DumpFormat format = index.format();
    Compression compression = index.compression();
    InputStream opened;
    long modified;
    try {
      modified = file.open().modified();
      opened = file.open().open(range.start());
    } catch (IOException e) {
      tally.fileReject(
          Reason.FILE_UNREADABLE, range.plainStart(), "could not be opened: " + e.getMessage());
      return tally.ledger(format, compression, 0, 0, index.sha256());
    }
    try (InputStream in = opened) {
      RawInput raw = parts.raw;
      Window window = parts.window;
      long length = range.end() - range.start();
      raw.start(new RangeStream(in, length), false);
      Decompressor decompressor = parts.start(compression, range.plainStart());
      switch (format) {
        case JSON_LINES -> parts.jsonLines.read(window, tally);
        case WARC, WET -> parts.warc.read(window, tally, range);
        default ->
            parts.pageText.readRange(window, tally, index.separator(), i == 0, index.isLast(i));
      }
      tellEnd(window, decompressor, tally);
      raw.drain();
      boolean isOther = modified != index.modified() || modified != file.open().modified();
      if (raw.failure() == null && (raw.filled() != length || isOther)) {
        tally.fileReject(
            Reason.FILE_CHANGED, window.end(), "it is not what it was when its ranges were found");
      }
      long plain = window.end() - range.plainStart();
      return tally.ledger(format, compression, raw.filled(), plain, index.sha256());
    }
  }

  private static void tellEnd(Window window, Decompressor decompressor, Tally tally) {
    if (window.damage() != null) {
      tally.tell(window.damage(), window.end());
    }
    if (decompressor.trailingZeros() > 0) {
      tally.warn(decompressor.trailingZeros() + " zero bytes follow the compressed data");
    }
  }

  /**
   * Finds where a large file may be cut: plain JSON Lines behind any line, plain page text with
   * several pages before any separator, plain WARC and WET before any record, in gzip where a
   * member begins. It reads the file once, at the speed of its digest. Anything else, and what is
   * damaged where it would be cut, is not to be split.
   *
   * @param rangeBytes shortest range, in bytes of the file; the last one may be less
   * @throws IOException when the file cannot be read to its end
   */
  public SplitIndex index(DumpFile file, long rangeBytes) throws IOException {
    if (parts == null) {
      parts = new ReaderParts(settings);
    }
    return new SplitFinder(parts, settings).find(file, rangeBytes);
  }

  private FileLedger read(DumpFile file, InputStream in, long modified, Tally tally) {
    RawInput raw = parts.raw;
    Compression promised = Compression.ofName(file.sourceFile());
    Compression compression = parts.begin(in);
    Window window = parts.window;
    DumpFormat format = readFormat(file, tally, promised, compression);
    Damage damage = window.damage();
    tellEnd(window, parts.decompressor(compression), tally);
    raw.drain();
    if (raw.failure() != null && (damage == null || damage.reason() != Reason.FILE_UNREADABLE)) {
      tally.fileReject(
          Reason.FILE_UNREADABLE, window.end(), "reading failed: " + raw.failure().getMessage());
    } else if (raw.failure() == null && file.bytes() >= 0 && raw.filled() != file.bytes()) {
      tally.fileReject(
          Reason.FILE_CHANGED,
          window.end(),
          "listed with " + file.bytes() + " bytes, read " + raw.filled());
    } else if (modified != file.open().modified()) {
      tally.fileReject(Reason.FILE_CHANGED, window.end(), "written to while it was read");
    }
    return tally.ledger(format, compression, raw.filled(), window.end(), raw.sha256());
  }

  private DumpFormat readFormat(
      DumpFile file, Tally tally, Compression promised, Compression compression) {
    Window window = parts.window;
    String name = Compression.innerName(file.sourceFile());
    if (window.available() == 0) {
      return readEmpty(name, tally, promised, compression);
    }
    FormatSniffer.Sniffed sniffed =
        FormatSniffer.sniff(window.bytes(), window.from(), window.to(), name);
    boolean isMisnamed = promised != Compression.NONE && promised != compression;
    if (isMisnamed && compression == Compression.NONE && !looksKnown(window)) {
      String message = "named as " + promised.stored() + ", which its bytes are not";
      PageTextReader.rejectAll(window, tally, Reason.COMPRESSION_MISNAMED, message);
      return DumpFormat.UNKNOWN;
    }
    if (isMisnamed) {
      tally.warn("named as " + promised.stored() + ", is " + compression.stored());
    }
    if (sniffed.refusal() != null) {
      PageTextReader.rejectAll(window, tally, sniffed.refusal(), sniffed.message());
      return DumpFormat.UNKNOWN;
    }
    switch (sniffed.format()) {
      case JSON_LINES -> parts.jsonLines.read(window, tally);
      case WARC, WET -> parts.warc.read(window, tally);
      case HTML -> parts.pageText.read(window, tally, Page.Kind.HTML);
      default -> parts.pageText.read(window, tally, Page.Kind.TEXT);
    }
    return sniffed.format();
  }

  // What a broken compressed file can not be: a format with a magic of its own, or sound text.
  private static boolean looksKnown(Window window) {
    byte[] b = window.bytes();
    int from = window.from();
    int to = window.to();
    FormatSniffer.Sniffed byBytes = FormatSniffer.sniff(b, from, to, "");
    if (byBytes.refusal() != null) {
      return false;
    }
    // A sequence may be cut where the look ends.
    boolean isText =
        to - from > SHORTEST_KNOWN
            && Utf8.firstFault(b, from, to) >= to - 3
            && !TextDecoder.hasControls(b, from, to);
    return byBytes.format() != DumpFormat.PAGE_TEXT || isText;
  }

  // A page text of no bytes is a page without text; a container of no bytes has no records.
  private DumpFormat readEmpty(
      String name, Tally tally, Compression promised, Compression compression) {
    DumpFormat format = FormatSniffer.ofEmpty(name);
    if (parts.window.damage() != null) {
      return DumpFormat.UNKNOWN;
    }
    if (promised != Compression.NONE && compression == Compression.NONE) {
      tally.fileReject(
          Reason.COMPRESSION_TRUNCATED, 0, "named as " + promised.stored() + ", has no bytes");
      return DumpFormat.UNKNOWN;
    }
    if (format == DumpFormat.PAGE_TEXT || format == DumpFormat.HTML) {
      tally.skip(Reason.EMPTY_PAGE, 0, 0);
    }
    return format;
  }
}
