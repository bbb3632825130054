package org.copydesk.dump;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.copydesk.dump.charset.TextDecoder;
import org.copydesk.dump.charset.Utf8;
import org.copydesk.dump.source.DumpFile;
import org.copydesk.dump.source.FileState;
import org.copydesk.dump.source.Retry;
import org.copydesk.dump.source.SourceBytes;
import org.copydesk.dump.source.SourceFailure;
import org.copydesk.dump.source.Unreadable;
import org.copydesk.dump.stream.Compression;
import org.copydesk.dump.stream.Decompressor;
import org.copydesk.dump.stream.RawInput;
import org.copydesk.model.Page;
import org.copydesk.model.Reason;

/**
 * Reads one dump file: bytes in; pages, skipped and rejected records out, with a ledger that
 * accounts for every byte. {@code day.jsonl.gz} with three lines gives three pages and a ledger of
 * three records.
 *
 * <p>No damage of a file is an exception: it ends as a reject and in the ledger's status. Bytes
 * that cannot be had are no damage: they are asked for again, and what stays is {@link
 * Unreadable}'s to decide. Only that and what the sink throws comes through. Buffers are kept from
 * file to file, so a reader serves one thread.
 */
public final class DumpReader implements Serializable {
  /** Raised when the same files give other pages, rejects or reasons. */
  public static final int VERSION = 1;

  private static final long serialVersionUID = 1;
  private static final int SHORTEST_KNOWN = 16;

  /** The card of a data set, in small letters. */
  private static final String CARD = "readme.md";

  private final DumpSettings settings;
  private final Retry retry;
  private final Unreadable unreadable;
  private final int glance;
  private transient ReaderParts parts;

  /** A reader that tells of every file it cannot read as a reject. */
  public DumpReader(DumpSettings settings) {
    this(settings, Unreadable.TOLD);
  }

  /**
   * @param unreadable says what becomes of a file that stays unreadable
   */
  public DumpReader(DumpSettings settings, Unreadable unreadable) {
    this(settings, unreadable, Retry.DEFAULT);
  }

  public DumpReader(DumpSettings settings, Unreadable unreadable, Retry retry) {
    this(settings, unreadable, retry, Integer.MAX_VALUE);
  }

  private DumpReader(DumpSettings settings, Unreadable unreadable, Retry retry, int glance) {
    this.settings = settings;
    this.unreadable = unreadable;
    this.retry = retry;
    this.glance = glance;
  }

  /**
   * A reader for those who look at the first pages of a file only: how a page text's are told apart
   * is seen by its beginning, where that can be seen there.
   *
   * @param bytes of the beginning, decompressed
   */
  public DumpReader glancing(int bytes) {
    return new DumpReader(settings, unreadable, retry, bytes);
  }

  /**
   * Reads a file from its first byte to its last.
   *
   * @param sink takes pages and rejects in file order
   * @return the file's figures; {@link FileLedger#balances()} holds
   * @throws IOException what {@link Unreadable} throws
   */
  public FileLedger read(DumpFile file, DumpSink sink) throws IOException {
    parts();
    Tally tally = new Tally(file.sourceFile(), sink);
    Found found = new Found();
    try (SourceBytes source = new SourceBytes(file, retry)) {
      return read(file, source, found, tally);
    } catch (UncheckedIOException e) {
      met(e);
      return unread((SourceFailure) e.getCause(), tally, found, 0, file.bytes(), null);
    }
  }

  /**
   * The format a file is read as, by its first bytes and its name.
   *
   * @throws IOException what {@link Unreadable} throws
   */
  public DumpFormat format(DumpFile file) throws IOException {
    try (SourceBytes source = new SourceBytes(file, retry)) {
      parts().begin(source);
      Window window = parts.window;
      String name = Compression.innerName(file.sourceFile());
      return window.available() == 0
          ? FormatSniffer.ofEmpty(name)
          : FormatSniffer.sniff(window.bytes(), window.from(), window.to(), name).format();
    } catch (UncheckedIOException e) {
      met(e);
      return DumpFormat.UNKNOWN;
    }
  }

  private ReaderParts parts() {
    if (parts == null) {
      parts = new ReaderParts(settings, retry, glance);
    }
    return parts;
  }

  /** What the first bytes told, for the ledger of a file whose others cannot be read. */
  private static final class Found {
    private DumpFormat format = DumpFormat.UNKNOWN;
    private Compression compression = Compression.NONE;
  }

  /** Throws what is not the source's, and what shall be tried again. */
  private void met(UncheckedIOException e) throws SourceFailure {
    if (!(e.getCause() instanceof SourceFailure failure)) {
      throw e;
    }
    if (Thread.currentThread().isInterrupted()) {
      // The runner takes the task back, which says nothing of the file.
      throw failure;
    }
    unreadable.met(failure);
  }

  /**
   * The ledger of a file whose bytes end in an error: what was told of stays, the record at hand
   * and all behind it is lost. How much the bytes would have given is not known; they count as they
   * lie.
   *
   * @param start place in the decompressed file of the first byte
   * @param length bytes as they lie; -1 when unknown
   */
  private FileLedger unread(
      SourceFailure failure, Tally tally, Found found, long start, long length, String sha256) {
    if (found.format == DumpFormat.PARQUET) {
      long used = Math.min(parts.parquet.used(), Math.max(0, length));
      tally.loseBytes(failure.reason(), start + used, start + length, failure.why());
      return tally.ledger(found.format, found.compression, used, tally.accounted(), sha256);
    }
    Window window = parts.window;
    long read = window.end() - start;
    long missing = Math.max(0, length - parts.raw.consumed());
    long told = tally.accounted();
    tally.loseBytes(failure.reason(), start + told, start + read + missing, failure.why());
    return tally.ledger(
        found.format, found.compression, parts.raw.filled(), read + missing, sha256);
  }

  /**
   * Reads one range of a file. Record numbers and places are those of the whole file, and so is the
   * digest.
   *
   * @param index of this file, not that of an unsplit one
   * @param i which of its ranges
   * @return the figures of the range; those of all ranges add up to the file's
   * @throws IOException what {@link Unreadable} throws
   */
  public FileLedger read(DumpFile file, SplitIndex index, int i, DumpSink sink) throws IOException {
    ReaderParts used = parts();
    FileRange range = index.ranges().get(i);
    Tally tally = new Tally(file.sourceFile(), sink);
    tally.startAt(range.firstRecord());
    Found found = new Found();
    found.format = index.format();
    found.compression = index.compression();
    FileState indexed = new FileState(index.bytes(), index.modified());
    long plainStart = range.plainStart();
    if (index.format() == DumpFormat.PARQUET) {
      return readParquet(file, index, i, found, tally);
    }
    try (SourceBytes source = new SourceBytes(file, indexed, range.start(), range.end(), retry)) {
      RawInput raw = used.raw;
      Window window = used.window;
      raw.start(source, false);
      window.start(used.decompressor(Compression.NONE), false, plainStart);
      Decompressor decompressor = used.start(index.compression(), plainStart);
      switch (index.format()) {
        case JSON_LINES -> used.jsonLines.read(window, tally);
        case WARC, WET -> used.warc.read(window, tally, range);
        default ->
            used.pageText.readRange(window, tally, index.separator(), i == 0, index.isLast(i));
      }
      tellEnd(window, decompressor, tally);
      raw.drain();
      long plain = window.end() - plainStart;
      return tally.ledger(index.format(), index.compression(), raw.filled(), plain, index.sha256());
    } catch (UncheckedIOException e) {
      met(e);
      if (!index.isLast(i)) {
        loseRecords((SourceFailure) e.getCause(), tally, index.ranges().get(i + 1).firstRecord());
      }
      long length = range.end() - range.start();
      return unread((SourceFailure) e.getCause(), tally, found, plainStart, length, index.sha256());
    }
  }

  private FileLedger readParquet(DumpFile file, SplitIndex index, int i, Found found, Tally tally)
      throws IOException {
    FileRange range = index.ranges().get(i);
    FileState indexed = new FileState(index.bytes(), index.modified());
    try {
      parts.parquet.read(file, indexed, range.start(), range.end(), tally);
      long length = range.end() - range.start();
      return tally.ledger(
          index.format(), index.compression(), length, tally.accounted(), index.sha256());
    } catch (UncheckedIOException e) {
      met(e);
      SourceFailure failure = (SourceFailure) e.getCause();
      if (!index.isLast(i)) {
        loseRecords(failure, tally, index.ranges().get(i + 1).firstRecord());
      }
      long length = range.end() - range.start();
      return unread(failure, tally, found, range.start(), length, index.sha256());
    }
  }

  /** Records of a range that nobody will see have numbers all the same: others follow them. */
  private static void loseRecords(SourceFailure failure, Tally tally, long next) {
    while (tally.record() < next) {
      tally.reject(failure.reason(), 0, 0, failure.why());
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
   * damaged where it would be cut, is not to be split; nor is a file that stays unreadable: reading
   * it in one piece tells.
   *
   * @param rangeBytes shortest range, in bytes of the file; the last one may be less
   * @throws IOException what {@link Unreadable} throws
   */
  public SplitIndex index(DumpFile file, long rangeBytes) throws IOException {
    try {
      return new SplitFinder(parts(), settings, retry).find(file, rangeBytes);
    } catch (UncheckedIOException e) {
      met(e);
      return SplitIndex.NONE;
    }
  }

  private FileLedger read(DumpFile file, SourceBytes source, Found found, Tally tally) {
    RawInput raw = parts.raw;
    Compression promised = Compression.ofName(file.sourceFile());
    Compression compression = parts.begin(source);
    found.compression = compression;
    Window window = parts.window;
    DumpFormat format = readFormat(file, tally, promised, found);
    tellEnd(window, parts.decompressor(compression), tally);
    raw.drain();
    long decompressed = format == DumpFormat.PARQUET ? tally.accounted() : window.end();
    return tally.ledger(
        format, compression, raw.filled(), decompressed, raw.sha256(), raw.quickHash());
  }

  private DumpFormat readFormat(DumpFile file, Tally tally, Compression promised, Found found) {
    Compression compression = found.compression;
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
    if (sniffed.format() == DumpFormat.PARQUET && compression != Compression.NONE) {
      String message = "Parquet in " + compression.stored() + ": unpack it first";
      PageTextReader.rejectAll(window, tally, Reason.UNSUPPORTED_ARCHIVE, message);
      return DumpFormat.UNKNOWN;
    }
    found.format = sniffed.format();
    switch (sniffed.format()) {
      case JSON_LINES -> parts.jsonLines.read(window, tally);
      case JSON -> parts.jsonElements.read(window, tally);
      case WARC, WET -> parts.warc.read(window, tally);
      case HTML -> parts.pageText.read(window, tally, Page.Kind.HTML);
      case PARQUET -> readParquet(file, tally);
      case PAGE_TEXT -> readPageText(name, tally);
      default -> parts.pageText.read(window, tally, Page.Kind.TEXT);
    }
    return sniffed.format();
  }

  /** What lies beside the data of a data set to describe it is no page of theirs. */
  private void readPageText(String name, Tally tally) {
    Window window = parts.window;
    if (name.substring(name.lastIndexOf('/') + 1).equals(CARD)) {
      window.skip(Long.MAX_VALUE);
      tally.skip(Reason.NOT_A_PAGE_TYPE, 0, window.position());
    } else {
      parts.pageText.read(window, tally, Page.Kind.TEXT);
    }
  }

  private void readParquet(DumpFile file, Tally tally) {
    FileState listed = file.listed();
    if (listed.bytes() < 0) {
      // Its end comes first, which is found by going there.
      parts.raw.drain();
      listed = new FileState(parts.raw.filled(), listed.modified());
    }
    parts.parquet.read(file, listed, 0, listed.bytes(), tally);
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
