package org.copydesk.dump;

/** A file that is not compressed. */
final class PlainBytes extends Decompressor {
  @Override
  protected void open() {}

  @Override
  protected int decompress(byte[] b, int off, int len) {
    return raw.read(b, off, len);
  }
}
