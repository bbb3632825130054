package org.copydesk.dump.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The next bytes of a stream, and no more. */
public class RangeStream extends FilterInputStream {
  private long left;

  /**
   * @param length bytes to be read at most
   */
  public RangeStream(InputStream in, long length) {
    super(in);
    left = length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] b, int off, int len) throws IOException {
    if (left == 0) {
      return atEnd();
    }
    int n = in.read(b, off, (int) Math.min(len, left));
    left -= Math.max(0, n);
    return n;
  }

  /**
   * What reading beyond the range gives: the end of the stream, or an exception of the caller's.
   */
  protected int atEnd() {
    return -1;
  }
}
