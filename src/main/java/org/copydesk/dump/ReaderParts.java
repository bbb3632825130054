package org.copydesk.dump;

import java.util.EnumMap;
import java.util.Map;
import org.copydesk.dump.source.Retry;
import org.copydesk.dump.source.SourceBytes;
import org.copydesk.dump.stream.Bzip2Streams;
import org.copydesk.dump.stream.Compression;
import org.copydesk.dump.stream.Decompressor;
import org.copydesk.dump.stream.GzipMembers;
import org.copydesk.dump.stream.PlainBytes;
import org.copydesk.dump.stream.RawInput;
import org.copydesk.dump.stream.ZstdFrames;

/** What reading needs, built once a thread and used for every file. */
final class ReaderParts {
  /** Bytes that tell a format. */
  static final int HEAD = 16 << 10;

  private static final int MAGIC = 16;

  final RawInput raw = new RawInput();
  final Window window;
  final PageTextReader pageText;
  final JsonLinesReader jsonLines;
  final JsonElementsReader jsonElements;
  final WarcFileReader warc;
  final ParquetReader parquet;
  final MemberChain chain = new MemberChain();
  final RecordChain records;
  private final Map<Compression, Decompressor> decompressors = new EnumMap<>(Compression.class);

  ReaderParts(DumpSettings settings, Retry retry, int glance) {
    window = new Window(raw, settings);
    Payloads payloads = new Payloads(settings);
    pageText = new PageTextReader(settings, payloads, glance);
    JsonRecord json = new JsonRecord(settings, payloads);
    jsonLines = new JsonLinesReader(settings, json);
    jsonElements = new JsonElementsReader(settings, json);
    warc = new WarcFileReader(settings, payloads);
    records = new RecordChain(warc);
    parquet = new ParquetReader(settings, retry, json);
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

  /** Puts the window before the first byte of a file without its compression. */
  Compression begin(SourceBytes source) {
    raw.start(source, true);
    window.start(decompressor(Compression.NONE), false, 0);
    int n = raw.need(MAGIC);
    Compression compression = Compression.ofBytes(raw.buffer(), raw.position(), raw.position() + n);
    start(compression, 0);
    return compression;
  }

  /**
   * Puts the window before the next byte of {@link #raw}.
   *
   * @param place of that byte in the decompressed file
   */
  Decompressor start(Compression compression, long place) {
    Decompressor decompressor = decompressor(compression);
    decompressor.start(raw, place);
    window.start(decompressor, compression != Compression.NONE, place);
    window.ensure(HEAD);
    return decompressor;
  }
}
