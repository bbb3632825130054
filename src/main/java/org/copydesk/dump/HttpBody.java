package org.copydesk.dump;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.brotli.dec.BrotliInputStream;
import org.copydesk.model.Reason;

/**
 * The body of an HTTP response without its transfer and content encoding. Crawlers often store a
 * body decoded and its header as it was, so the bytes decide: a header alone unpacks nothing.
 */
final class HttpBody {
  private static final int LONGEST_CHUNK_LINE = 256;

  private final int maxBytes;
  private final Inflater zlib = new Inflater();
  private final Inflater raw = new Inflater(true);

  // The bytes at hand, and why there are none.
  private byte[] bytes;
  private int from;
  private int to;
  private Reason refusal;

  HttpBody(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  byte[] bytes() {
    return bytes;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /**
   * Unpacks {@code [start, end)}.
   *
   * @return null, or why the body can not be had
   */
  Reason unpack(byte[] b, int start, int end, HeaderFields http) {
    bytes = b;
    from = start;
    to = end;
    refusal = null;
    String transfer = http.get("Transfer-Encoding");
    if (transfer != null && transfer.toLowerCase(Locale.ROOT).contains("chunked")) {
      joinChunks();
    }
    String encoding = http.get("Content-Encoding");
    String coding = encoding == null ? "" : encoding.toLowerCase(Locale.ROOT);
    if (to - from >= 3 && at(0) == 0x1f && at(1) == 0x8b && at(2) == 8) {
      int header = gzipHeader();
      inflate(raw, from + header);
    } else if (to - from >= 4 && ZstdFrames.isFrame(bytes, from)) {
      unpackZstd();
    } else if (coding.contains("deflate") && looksPacked()) {
      boolean isZlib = to - from >= 2 && (at(0) & 0x0f) == 8 && (at(0) << 8 | at(1)) % 31 == 0;
      inflate(isZlib ? zlib : raw, from);
    } else if (coding.strip().equals("br") && looksPacked()) {
      unpackBrotli();
    } else if (!coding.isEmpty() && !coding.equals("identity") && looksPacked()) {
      refusal = Reason.CONTENT_ENCODING;
    }
    return refusal;
  }

  private int at(int i) {
    return bytes[from + i] & 0xff;
  }

  private boolean looksPacked() {
    return TextDecoder.looksBinary(bytes, from, to);
  }

  // Chunks of a well-formed body; a body that is none stays as it is, for it was decoded already.
  private void joinChunks() {
    byte[] joined = new byte[to - from];
    int length = 0;
    int i = from;
    while (i < to) {
      int lineEnd = i;
      while (lineEnd < to && bytes[lineEnd] != '\n' && lineEnd - i < LONGEST_CHUNK_LINE) {
        lineEnd++;
      }
      long size = lineEnd < to && bytes[lineEnd] == '\n' ? chunkSize(i, lineEnd) : -1;
      int start = lineEnd + 1;
      int n = (int) Math.min(size, to - start);
      if (size <= 0 || !isChunkEnd(start + n)) {
        if (length == 0 && size != 0) {
          return;
        }
        // What follows a damaged chunk is kept as it stands.
        int rest = size == 0 ? 0 : to - i;
        System.arraycopy(bytes, i, joined, length, rest);
        length += rest;
        break;
      }
      System.arraycopy(bytes, start, joined, length, n);
      length += n;
      i = start + n + 2;
    }
    bytes = joined;
    from = 0;
    to = length;
  }

  // Behind a chunk stands a line end; a body may have been cut there.
  private boolean isChunkEnd(int i) {
    return i >= to || bytes[i] == '\r' && (i + 1 >= to || bytes[i + 1] == '\n');
  }

  private long chunkSize(int start, int end) {
    long size = 0;
    int i = start;
    for (; i < end; i++) {
      int digit = Character.digit((char) (bytes[i] & 0xff), 16);
      if (digit < 0) {
        break;
      }
      size = size << 4 | digit;
      if (size > Integer.MAX_VALUE) {
        return -1;
      }
    }
    boolean isEnded = i == end || bytes[i] == ';' || bytes[i] == '\r' || bytes[i] == ' ';
    return i > start && isEnded && bytes[end - 1] == '\r' ? size : -1;
  }

  private int gzipHeader() {
    int flags = to - from > 3 ? at(3) : 0;
    int i = 10;
    if ((flags & 4) != 0 && to - from > 12) {
      i += 2 + at(10) + (at(11) << 8);
    }
    for (int field = flags & 24; field != 0; field &= field - 1) {
      while (from + i < to && bytes[from + i] != 0) {
        i++;
      }
      i++;
    }
    return i + ((flags & 2) != 0 ? 2 : 0);
  }

  private void inflate(Inflater inflater, int start) {
    if (start >= to) {
      refusal = Reason.CONTENT_ENCODING;
      return;
    }
    inflater.reset();
    inflater.setInput(bytes, start, to - start);
    byte[] out = new byte[(int) Math.min(maxBytes + 1L, 4L * (to - start) + 1024)];
    int length = 0;
    try {
      while (true) {
        int n = inflater.inflate(out, length, out.length - length);
        length += n;
        if (length > maxBytes) {
          refusal = Reason.PAYLOAD_TOO_LARGE;
          return;
        }
        // A body that was cut gives what is there.
        if (inflater.finished() || inflater.needsDictionary() || n == 0 && inflater.needsInput()) {
          break;
        }
        if (length == out.length) {
          out = Arrays.copyOf(out, (int) Math.min(maxBytes + 1L, 2L * out.length));
        }
      }
    } catch (DataFormatException e) {
      refusal = Reason.CONTENT_ENCODING;
      return;
    }
    bytes = out;
    from = 0;
    to = length;
  }

  private void unpackZstd() {
    unpack(ZstdInputStream::new);
  }

  /** Brotli has no magic: only a header tells of it. */
  private void unpackBrotli() {
    unpack(BrotliInputStream::new);
  }

  private interface Unpacker {
    InputStream of(InputStream packed) throws IOException;
  }

  private void unpack(Unpacker unpacker) {
    try (InputStream in = unpacker.of(new ByteArrayInputStream(bytes, from, to - from))) {
      byte[] out = in.readNBytes(maxBytes + 1);
      if (out.length > maxBytes) {
        refusal = Reason.PAYLOAD_TOO_LARGE;
        return;
      }
      bytes = out;
      from = 0;
      to = out.length;
    } catch (IOException | RuntimeException e) {
      refusal = Reason.CONTENT_ENCODING;
    }
  }
}
