package org.copydesk.dump;

/**
 * Finds where the records of a plain WARC begin: each says how long it is, so all between two
 * headers is passed over. The chain ends at the first record that does not close in two line ends
 * where it says, or that is longer than a page may be; the file is not cut behind that place.
 * Memory: one header.
 */
final class RecordChain {
  private static final int CLOSE = 4;

  private final WarcFileReader records;

  RecordChain(WarcFileReader records) {
    this.records = records;
  }

  /**
   * Follows the chain from the first byte to the last.
   *
   * @param cutter takes the records' places
   */
  void follow(Window window, RangeCutter cutter) {
    for (long record = 1; pass(window); record++) {
      cutter.at(window.position(), record, window.position());
    }
  }

  /** Goes on to the next record; false where there is none, or where it is not sure. */
  private boolean pass(Window window) {
    long length = records.soundLength(window);
    if (length < 0 || window.skip(length) < length || !window.ensure(CLOSE)) {
      return false;
    }
    byte[] b = window.bytes();
    int i = window.from();
    boolean isClosed = b[i] == '\r' && b[i + 1] == '\n' && b[i + 2] == '\r' && b[i + 3] == '\n';
    window.advance(CLOSE);
    return isClosed && WarcFileReader.isRecordStart(window);
  }
}
