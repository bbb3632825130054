package org.copydesk.dump;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.copydesk.dump.charset.TextDecoder;
import org.copydesk.dump.source.DumpFile;
import org.copydesk.dump.source.Retry;
import org.copydesk.dump.source.SourceBytes;
import org.copydesk.dump.source.SourceFailure;
import org.copydesk.dump.stream.Compression;
import org.copydesk.dump.stream.RawInput;
import org.copydesk.model.Page;

/** Finds where a large file may be cut; see {@link DumpReader#index}. */
final class SplitFinder {
  private final ReaderParts parts;
  private final DumpSettings settings;
  private final Retry retry;

  SplitFinder(ReaderParts parts, DumpSettings settings, Retry retry) {
    this.parts = parts;
    this.settings = settings;
    this.retry = retry;
  }

  SplitIndex find(DumpFile file, long rangeBytes) {
    long modified = modified(file);
    RangeCutter cutter = new RangeCutter(rangeBytes);
    DumpFormat format;
    try (SourceBytes source = new SourceBytes(file, retry)) {
      Compression compression = parts.begin(source);
      format = format(file, compression);
      boolean isPlain = compression == Compression.NONE;
      if (isPlain && format == DumpFormat.JSON_LINES) {
        cutLines(cutter);
        return index(modified, format, compression, null, cutter);
      }
      if (isPlain && format == DumpFormat.PAGE_TEXT) {
        PageSplitter separator = cutPages(file, cutter);
        return index(modified, format, compression, separator, cutter);
      }
      if (isPlain && format == DumpFormat.PARQUET && file.bytes() >= 0) {
        parts.parquet.cut(file, file.listed(), cutter);
        return index(modified, format, compression, null, cutter);
      }
      boolean isWarc = format == DumpFormat.WARC || format == DumpFormat.WET;
      if (isPlain && isWarc) {
        parts.records.follow(parts.window, cutter);
        return index(modified, format, compression, null, cutter);
      }
      if (compression != Compression.GZIP || !isWarc) {
        return SplitIndex.NONE;
      }
    }
    try (SourceBytes source = new SourceBytes(file, retry)) {
      parts.raw.start(source, true);
      long plain = parts.chain.follow(parts.raw, cutter);
      SplitIndex index = index(modified, format, Compression.GZIP, null, cutter);
      boolean isBomb =
          plain > settings.maxDecompressedBytes()
              || plain > settings.ratioFreeBytes()
                  && plain / settings.maxCompressionRatio() >= Math.max(1, index.bytes());
      return isBomb ? SplitIndex.NONE : index;
    }
  }

  /** When it was last written: as it was listed, or as it is where the listing did not tell. */
  private long modified(DumpFile file) {
    if (file.listed().modified() >= 0) {
      return file.listed().modified();
    }
    try {
      return retry.run(() -> file.open().state()).modified();
    } catch (IOException e) {
      throw new UncheckedIOException(SourceFailure.of(file.sourceFile(), e));
    }
  }

  // Unknown when reading it whole would refuse it or warn of its name.
  private DumpFormat format(DumpFile file, Compression compression) {
    Window window = parts.window;
    FormatSniffer.Sniffed sniffed =
        FormatSniffer.sniff(
            window.bytes(), window.from(), window.to(), Compression.innerName(file.sourceFile()));
    boolean isAsNamed = Compression.ofName(file.sourceFile()) == compression;
    boolean isKnown = isAsNamed && sniffed.refusal() == null && window.available() > 0;
    // A line feed among two bytes a character is told by reading on from the first.
    boolean isWide =
        sniffed.format() == DumpFormat.JSON_LINES
            && TextDecoder.wide(window.bytes(), window.from(), window.to()) != null;
    return isKnown && !isWide ? sniffed.format() : DumpFormat.UNKNOWN;
  }

  private SplitIndex index(
      long modified,
      DumpFormat format,
      Compression compression,
      PageSplitter separator,
      RangeCutter cutter) {
    RawInput raw = parts.raw;
    raw.drain();
    long bytes = raw.filled();
    return new SplitIndex(
        bytes, modified, raw.sha256(), format, compression, separator, cutter.finish(bytes));
  }

  private void cutLines(RangeCutter cutter) {
    Window window = parts.window;
    long line = 0;
    while (window.ensure(1)) {
      byte[] b = window.bytes();
      int from = window.from();
      int to = window.to();
      long place = window.position() - from + 1;
      for (int i = from; i < to; i++) {
        if (b[i] == '\n') {
          line++;
          cutter.at(place + i, line, place + i);
        }
      }
      window.advance(to - from);
    }
  }

  private PageSplitter cutPages(DumpFile file, RangeCutter cutter) {
    return parts.pageText.read(
        parts.window,
        new Tally(file.sourceFile(), DumpSink.NONE),
        Page.Kind.TEXT,
        (place, record) -> cutter.at(place, record, place));
  }
}
