package org.copydesk.storage;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A file from its first byte to its last. */
public final class WholeFile {
  private static final int BUFFER_BYTES = 1 << 16;

  private WholeFile() {}

  /** Takes bytes as they come. */
  public interface Taker {
    void take(byte[] bytes, int offset, int length);
  }

  /**
   * Reads a file to its end.
   *
   * @param bytes how long it is: a stream that ends before or goes on is an error
   */
  public static void read(Storage storage, String file, long bytes, Taker taker)
      throws IOException {
    long seen;
    try (InputStream in = storage.open(file)) {
      seen = read(in, taker);
    }
    if (seen != bytes) {
      throw new EOFException(file + " has " + bytes + " bytes, " + seen + " were read");
    }
  }

  /** Reads a stream to its end; gives its bytes. */
  public static long read(InputStream in, Taker taker) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long seen = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      taker.take(buffer, 0, n);
      seen += n;
    }
    return seen;
  }
}
