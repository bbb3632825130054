package org.copydesk.dump;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.brotli.dec.BrotliInputStream;
import org.copydesk.dump.charset.TextDecoder;
import org.copydesk.dump.stream.ZstdFrames;
import org.copydesk.model.Reason;

/**
 * The body of an HTTP response without its transfer and content encoding. Crawlers often store a
 * body decoded and its header as it was, so the bytes decide: a header alone unpacks nothing.
 *
 * <p>Of gzip every member is read. A body that ends early gives what is there, and one whose
 * checksum is another's gives all; {@link #fault()} says so.
 */
final class HttpBody {
  /** Why a body is not whole, in the words of {@code WARC-Truncated} as far as it has one. */
  static final String CUT = "length";

  static final String WRONG = "checksum";

  private static final int LONGEST_CHUNK_LINE = 256;

  /** Servers behind servers pack twice; nobody is known to pack more often. */
  private static final int MOST_LAYERS = 4;

  private static final int GZIP_TRAILER = 8;

  private final int maxBytes;
  private final Inflater zlib = new Inflater();
  private final Inflater raw = new Inflater(true);

  // The bytes at hand, what is wrong with them, and why there are none.
  private byte[] bytes;
  private int from;
  private int to;
  private String fault;
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

  /** {@link #CUT}, {@link #WRONG}, or null when nothing is known to be wrong. */
  String fault() {
    return fault;
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
    fault = null;
    refusal = null;
    String transfer = http.joined("Transfer-Encoding");
    if (transfer != null && transfer.toLowerCase(Locale.ROOT).contains("chunked")) {
      joinChunks();
    }
    Deque<String> codings = codings(http.joined("Content-Encoding"));
    int layers = 0;
    while (refusal == null && unpackLayer(codings)) {
      if (++layers > MOST_LAYERS) {
        refusal = Reason.CONTENT_ENCODING;
      }
    }
    return refusal;
  }

  // The codings as they are undone: the last one given was applied last.
  private static Deque<String> codings(String given) {
    Deque<String> codings = new ArrayDeque<>();
    if (given != null) {
      for (String coding : given.toLowerCase(Locale.ROOT).split(",", 16)) {
        codings.push(coding.strip());
      }
    }
    return codings;
  }

  // False when the bytes are those of the page, or can not be had.
  private boolean unpackLayer(Deque<String> codings) {
    if (isGzip(from)) {
      dropSaid(codings, "gzip", "x-gzip");
      unpackGzip();
      return true;
    }
    if (to - from >= 4 && ZstdFrames.isFrame(bytes, from)) {
      dropSaid(codings, "zstd", "zstd");
      unpackZstd();
      return true;
    }
    while (!codings.isEmpty() && looksPacked()) {
      switch (codings.pop()) {
        case "", "identity", "gzip", "x-gzip", "zstd" -> {
          // Undone before the body was stored, and so was what came before.
        }
        case "deflate" -> {
          boolean isZlib = to - from >= 2 && (at(0) & 0x0f) == 8 && (at(0) << 8 | at(1)) % 31 == 0;
          inflate(isZlib ? zlib : raw, from);
          return true;
        }
        case "br" -> {
          unpackBrotli();
          return true;
        }
        default -> {
          refusal = Reason.CONTENT_ENCODING;
          return false;
        }
      }
    }
    return false;
  }

  private static void dropSaid(Deque<String> codings, String name, String otherName) {
    String said = codings.peek();
    if (said != null && (said.equals(name) || said.equals(otherName))) {
      codings.pop();
    }
  }

  private boolean isGzip(int start) {
    return to - start >= 3
        && (bytes[start] & 0xff) == 0x1f
        && (bytes[start + 1] & 0xff) == 0x8b
        && bytes[start + 2] == 8;
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
      fault = n < size ? CUT : fault;
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

  // Length of a member's header; what the file ends in the middle of has no end.
  private int gzipHeader(int start) {
    int flags = start + 3 < to ? bytes[start + 3] : 0;
    int i = 10;
    if ((flags & 4) != 0 && start + 12 < to) {
      i += 2 + (bytes[start + 10] & 0xff) + ((bytes[start + 11] & 0xff) << 8);
    }
    for (int field = flags & 24; field != 0; field &= field - 1) {
      while (start + i < to && bytes[start + i] != 0) {
        i++;
      }
      i++;
    }
    return i + ((flags & 2) != 0 ? 2 : 0);
  }

  private void unpackGzip() {
    byte[] packed = bytes;
    int end = to;
    int start = from;
    byte[] out = new byte[0];
    int length = 0;
    // Behind the last member stand zeros or what some server added: no part of the body.
    while (isGzip(start)) {
      int data = start + gzipHeader(start);
      if (data >= end) {
        fault = CUT;
        break;
      }
      if (!inflateTo(raw, data, out, length)) {
        return;
      }
      out = bytes;
      int member = length;
      length = to;
      bytes = packed;
      to = end;
      int trailer = end - raw.getRemaining();
      if (!raw.finished() || trailer + GZIP_TRAILER > end) {
        fault = CUT;
        break;
      }
      if (!isTrailer(trailer, out, member, length)) {
        fault = WRONG;
      }
      start = trailer + GZIP_TRAILER;
    }
    refusal = length == 0 && fault != null ? Reason.CONTENT_ENCODING : null;
    bytes = out;
    from = 0;
    to = length;
  }

  private boolean isTrailer(int at, byte[] out, int start, int end) {
    CRC32 crc = new CRC32();
    crc.update(out, start, end - start);
    return little(at) == (int) crc.getValue() && little(at + 4) == end - start;
  }

  private int little(int i) {
    return bytes[i] & 0xff
        | (bytes[i + 1] & 0xff) << 8
        | (bytes[i + 2] & 0xff) << 16
        | (bytes[i + 3] & 0xff) << 24;
  }

  private void inflate(Inflater inflater, int start) {
    if (start >= to) {
      refusal = Reason.CONTENT_ENCODING;
      return;
    }
    if (inflateTo(inflater, start, new byte[0], 0) && !inflater.finished()) {
      fault = CUT;
    }
  }

  /**
   * Inflates what begins at {@code start}, behind {@code before} bytes of {@code room}, which grows
   * where it must; the bytes at hand are then both.
   *
   * @return false when it was refused
   */
  private boolean inflateTo(Inflater inflater, int start, byte[] room, int before) {
    inflater.reset();
    inflater.setInput(bytes, start, to - start);
    byte[] out = room;
    int length = before;
    try {
      while (true) {
        if (length == out.length) {
          long wanted = Math.max(2L * out.length, 4L * (to - start) + 1024);
          out = Arrays.copyOf(out, (int) Math.min(maxBytes + 1L, wanted));
        }
        int n = inflater.inflate(out, length, out.length - length);
        length += n;
        if (length > maxBytes) {
          refusal = Reason.PAYLOAD_TOO_LARGE;
          return false;
        }
        // A body that was cut gives what is there.
        if (inflater.finished() || inflater.needsDictionary() || n == 0 && inflater.needsInput()) {
          break;
        }
      }
    } catch (DataFormatException e) {
      refusal = Reason.CONTENT_ENCODING;
      return false;
    }
    bytes = out;
    from = 0;
    to = length;
    return true;
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
