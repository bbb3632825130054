package org.copydesk.dump.stream;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.copydesk.model.Reason;

/** Bzip2, stream after stream. Zeros behind the last one are padding. */
public final class Bzip2Streams extends Decompressor {
  private BZip2CompressorInputStream stream;
  private long streamStart;
  private int streams;
  private boolean isCut;
  private RuntimeException escaped;

  private final InputStream bytes =
      new InputStream() {
        @Override
        public int read() {
          try {
            int b = raw.read();
            isCut |= b < 0;
            return b;
          } catch (RuntimeException e) {
            escaped = e;
            throw e;
          }
        }
      };

  @Override
  protected void open() {
    stream = null;
    streams = 0;
    isCut = false;
    escaped = null;
  }

  @Override
  protected int decompress(byte[] b, int off, int len) {
    try {
      if (stream == null && !beginStream()) {
        return -1;
      }
      int n = stream.read(b, off, len);
      if (n >= 0) {
        return n;
      }
      stream = null;
      streams++;
      return 0;
    } catch (IOException | RuntimeException e) {
      // The library answers damage with array and state errors as well as with its own.
      stream = null;
      if (escaped != null) {
        // Not the library's: the file cannot be read.
        throw escaped;
      }
      return isCut
          ? damaged(Reason.COMPRESSION_TRUNCATED, produced, "the file ends inside bzip2 data")
          : damaged(Reason.COMPRESSION_DAMAGED, streamStart, "bzip2 data is damaged");
    }
  }

  private boolean beginStream() throws IOException {
    streamStart = produced;
    int n = raw.need(4);
    if (n == 0) {
      return false;
    }
    if (streams > 0
        && Compression.ofBytes(raw.buffer(), raw.position(), raw.position() + n)
            != Compression.BZIP2) {
      while (raw.need(1) > 0 && raw.peek(0) == 0) {
        raw.skip(1);
      }
      if (raw.available() > 0) {
        trailing("bytes that are no bzip2 stream follow the last one");
      }
      return false;
    }
    stream = new BZip2CompressorInputStream(bytes, false);
    return true;
  }
}
