package org.copydesk.dump;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.copydesk.dump.source.DumpFile;
import org.copydesk.dump.stream.Compression;
import org.copydesk.model.Page;
import org.copydesk.model.Rejected;

/** What a file gave, kept whole for a test to look at. */
public final class ReadDump implements DumpSink {
  public final List<Page> pages = new ArrayList<>();
  public final List<Rejected> rejects = new ArrayList<>();
  public FileLedger ledger;

  @Override
  public void page(Page page) {
    pages.add(page);
  }

  @Override
  public void rejected(Rejected rejected) {
    rejects.add(rejected);
  }

  public static ReadDump of(String name, byte[] bytes) {
    return of(new DumpReader(DumpSettings.defaults()), name, bytes);
  }

  public static ReadDump of(DumpReader reader, String name, byte[] bytes) {
    return of(reader, new DumpFile(name, bytes.length, () -> new ByteArrayInputStream(bytes)));
  }

  public static ReadDump of(DumpReader reader, DumpFile file) {
    ReadDump read = new ReadDump();
    try {
      read.ledger = reader.read(file, read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read;
  }

  public List<String> texts() {
    return pages.stream().map(p -> new String(p.payload(), StandardCharsets.UTF_8)).toList();
  }

  /** Reasons with the number of their record: {@code 2:not_text}. */
  public List<String> reasons() {
    return rejects.stream().map(r -> r.sourceRecord() + ":" + r.reason().stored()).toList();
  }

  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public static byte[] pack(Compression compression, byte[] plain) {
    if (compression == Compression.NONE) {
      return plain;
    }
    if (compression == Compression.ZSTD) {
      return Zstd.compress(plain);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packed =
        compression == Compression.GZIP
            ? new GZIPOutputStream(out)
            : new BZip2CompressorOutputStream(out)) {
      packed.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public static String ending(Compression compression) {
    return switch (compression) {
      case NONE -> "";
      case GZIP -> ".gz";
      case ZSTD -> ".zst";
      case BZIP2 -> ".bz2";
    };
  }

  public static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
