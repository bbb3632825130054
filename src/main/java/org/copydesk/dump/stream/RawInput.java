package org.copydesk.dump.stream;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.copydesk.dump.source.SourceBytes;
import org.copydesk.text.ContentHash;

/**
 * A file's own bytes, counted and hashed as they pass. One is used for file after file: the buffer
 * and the digest stay. An error of the source comes through; see {@link SourceBytes}.
 */
public final class RawInput {
  private static final int CHUNK = 64 << 10;

  private final byte[] buffer = new byte[CHUNK];
  private final MessageDigest sha256;
  private final ContentHash.Running quick = new ContentHash.Running();
  private SourceBytes in;
  private int position;
  private int limit;
  private long filled;
  private boolean isAtEnd;
  private boolean isHashed;

  public RawInput() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * @param hashed whether {@link #sha256} or {@link #quickHash} will be asked for
   */
  public void start(SourceBytes source, boolean hashed) {
    in = source;
    isHashed = hashed;
    position = 0;
    limit = 0;
    filled = 0;
    isAtEnd = false;
    sha256.reset();
    quick.reset();
  }

  /**
   * Makes at least {@code n} bytes (at most the buffer) available unless the file ends before.
   *
   * @return the number of bytes available
   */
  public int need(int n) {
    while (limit - position < n && !isAtEnd) {
      if (position == limit) {
        position = 0;
        limit = 0;
      } else if (position + n > buffer.length) {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
      }
      // Always whole buffers: what follows must not depend on how a network cuts its reads.
      while (limit < buffer.length && !isAtEnd) {
        limit += Math.max(0, readSome(buffer, limit, buffer.length - limit));
      }
    }
    return limit - position;
  }

  private int readSome(byte[] b, int off, int len) {
    int read = in.read(b, off, len);
    if (read < 0) {
      isAtEnd = true;
      return -1;
    }
    if (isHashed) {
      sha256.update(b, off, read);
      quick.put(b, off, read);
    }
    filled += read;
    return read;
  }

  /** True when all that the file has is in the buffer or handed out. */
  public boolean isAtEnd() {
    return isAtEnd;
  }

  public byte[] buffer() {
    return buffer;
  }

  public int position() {
    return position;
  }

  public int available() {
    return limit - position;
  }

  /** Unsigned byte {@code i} after the position; it must be available. */
  int peek(int i) {
    return buffer[position + i] & 0xff;
  }

  public void skip(int n) {
    position += n;
  }

  /** The next byte, or -1. */
  public int read() {
    return need(1) == 0 ? -1 : buffer[position++] & 0xff;
  }

  /** Reads into {@code b}: first what is buffered, then straight from the file; -1 at the end. */
  public int read(byte[] b, int off, int len) {
    if (position < limit) {
      int n = Math.min(len, limit - position);
      System.arraycopy(buffer, position, b, off, n);
      position += n;
      return n;
    }
    return isAtEnd ? -1 : readSome(b, off, len);
  }

  /**
   * Goes back to byte {@code place} of the file.
   *
   * @return false, and nothing done, when it is no longer in the buffer
   */
  boolean rewindTo(long place) {
    long first = filled - limit;
    if (place < first || place > filled) {
      return false;
    }
    position = (int) (place - first);
    return true;
  }

  /** Bytes handed out so far. */
  public long consumed() {
    return filled - (limit - position);
  }

  /** Bytes taken from the file so far. */
  public long filled() {
    return filled;
  }

  /** Reads to the end, so that count and digest are the whole file's. */
  public void drain() {
    do {
      position = 0;
      limit = 0;
    } while (need(1) > 0);
  }

  /** A hash of the same bytes that costs a fortieth, but that somebody could aim at. */
  public ContentHash quickHash() {
    return quick.get();
  }

  public String sha256() {
    return HexFormat.of().formatHex(sha256.digest());
  }
}
