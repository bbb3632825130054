package org.copydesk.cache;

import com.dynatrace.hash4j.hashing.HashStream128;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Hashes what goes through it. */
public final class HashedStream extends FilterOutputStream {
  private final HashStream128 hash;

  public HashedStream(OutputStream out, HashStream128 hash) {
    super(out);
    this.hash = hash;
  }

  @Override
  public void write(int b) throws IOException {
    hash.putByte((byte) b);
    out.write(b);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    hash.putBytes(bytes, from, length);
    out.write(bytes, from, length);
  }
}
