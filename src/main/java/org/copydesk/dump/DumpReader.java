package org.copydesk.dump;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
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
  private static final int HEAD = 16 << 10;
  private static final int SHORTEST_KNOWN = 16;

  private final DumpSettings settings;
  private transient Parts parts;

  public DumpReader(DumpSettings settings) {
    this.settings = settings;
  }

  /** What is built once a thread and used for every file. */
  private static final class Parts {
    final RawInput raw = new RawInput();
    final Window window;
    final Map<Compression, Decompressor> decompressors = new EnumMap<>(Compression.class);
    final PageTextReader pageText;
    final JsonLinesReader jsonLines;
    final WarcFileReader warc;

    Parts(DumpSettings settings) {
      window = new Window(raw, settings);
      Payloads payloads = new Payloads(settings);
      pageText = new PageTextReader(settings, payloads);
      jsonLines = new JsonLinesReader(settings, payloads);
      warc = new WarcFileReader(settings, payloads);
    }

    Decompressor decompressor(Compression compression) {
      return decompressors.computeIfAbsent(
          compression,
          c ->
              switch (c) {
                case NONE -> new PlainBytes();
                case GZIP -> new GzipMembers();
                case ZSTD -> new ZstdFrames();
                case BZIP2 -> new Bzip2Streams();
              });
    }
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
      parts = new Parts(settings);
    }
    Tally tally = new Tally(file.sourceFile(), sink);
    InputStream opened;
    try {
      opened = file.open().open();
    } catch (IOException e) {
      tally.fileReject(Reason.FILE_UNREADABLE, 0, "could not be opened: " + e.getMessage());
      return tally.ledger(DumpFormat.UNKNOWN, Compression.NONE, 0, 0, null);
    }
    try (InputStream in = opened) {
      return read(file, in, tally);
    }
  }

  /**
   * Reads some lines of a plain JSON Lines file; see {@link SplitIndex}. Record numbers and places
   * are those of the whole file.
   *
   * @return the figures of the range, with the digest of the range; {@link SplitIndex#whole} sums
   *     them up
   * @throws IOException only when closing the file fails
   */
  public FileLedger read(DumpFile file, FileRange range, DumpSink sink) throws IOException {
    if (parts == null) {
      parts = new Parts(settings);
    }
    Tally tally = new Tally(file.sourceFile(), sink);
    tally.startAt(range.firstRecord());
    long length = range.end() - range.start();
    InputStream opened;
    try {
      opened = file.open().open();
    } catch (IOException e) {
      tally.fileReject(
          Reason.FILE_UNREADABLE, range.start(), "could not be opened: " + e.getMessage());
      return tally.ledger(DumpFormat.JSON_LINES, Compression.NONE, 0, 0, null);
    }
    try (InputStream in = opened) {
      RawInput raw = parts.raw;
      Decompressor plain = parts.decompressor(Compression.NONE);
      Window window = parts.window;
      raw.start(new RangeStream(in, range.start(), length));
      plain.start(raw);
      window.start(plain, false, range.start());
      window.ensure(HEAD);
      parts.jsonLines.read(window, tally);
      if (window.damage() != null) {
        tally.tell(window.damage(), window.end());
      } else if (raw.filled() != length) {
        tally.fileReject(
            Reason.FILE_CHANGED, window.end(), "shorter than when its lines were counted");
      }
      return tally.ledger(
          DumpFormat.JSON_LINES,
          Compression.NONE,
          raw.filled(),
          window.end() - range.start(),
          raw.sha256());
    }
  }

  private FileLedger read(DumpFile file, InputStream in, Tally tally) {
    RawInput raw = parts.raw;
    raw.start(in);
    int n = raw.need(16);
    Compression promised = Compression.ofName(file.sourceFile());
    Compression compression = Compression.ofBytes(raw.buffer(), raw.position(), raw.position() + n);
    Decompressor decompressor = parts.decompressor(compression);
    decompressor.start(raw);
    Window window = parts.window;
    window.start(decompressor, compression != Compression.NONE, 0);

    DumpFormat format = readFormat(file, tally, promised, compression);
    Damage damage = window.damage();
    if (damage != null) {
      tally.tell(damage, window.end());
    }
    if (decompressor.trailingZeros() > 0) {
      tally.warn(decompressor.trailingZeros() + " zero bytes follow the compressed data");
    }
    raw.drain();
    if (raw.failure() != null && (damage == null || damage.reason() != Reason.FILE_UNREADABLE)) {
      tally.fileReject(
          Reason.FILE_UNREADABLE, window.end(), "reading failed: " + raw.failure().getMessage());
    } else if (raw.failure() == null && file.bytes() >= 0 && raw.filled() != file.bytes()) {
      tally.fileReject(
          Reason.FILE_CHANGED,
          window.end(),
          "listed with " + file.bytes() + " bytes, read " + raw.filled());
    }
    return tally.ledger(format, compression, raw.filled(), window.end(), raw.sha256());
  }

  private DumpFormat readFormat(
      DumpFile file, Tally tally, Compression promised, Compression compression) {
    Window window = parts.window;
    String name = Compression.innerName(file.sourceFile());
    window.ensure(HEAD);
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
