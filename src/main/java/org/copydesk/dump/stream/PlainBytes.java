package org.copydesk.dump.stream;

/** A file that is not compressed. */
public final class PlainBytes extends Decompressor {
  @Override
  protected void open() {}

  @Override
  protected int decompress(byte[] b, int off, int len) {
    return raw.read(b, off, len);
  }
}
