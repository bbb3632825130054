package org.copydesk.dump;

import java.io.IOException;
import java.io.InputStream;

/**
 * One file of a dump, not yet opened.
 *
 * @param sourceFile path below the fixed part of the input's glob
 * @param bytes size in bytes when the file was listed; -1 when unknown. A file that gives another
 *     number of bytes is reported as {@code file_changed}
 * @param open gives the file's own bytes, still compressed
 */
public record DumpFile(String sourceFile, long bytes, InputStreamSupplier open) {

  /** Opens the file anew. */
  @FunctionalInterface
  public interface InputStreamSupplier {
    /** From its first byte. */
    InputStream open() throws IOException;

    /** From byte {@code from}. */
    default InputStream open(long from) throws IOException {
      InputStream in = open();
      try {
        in.skipNBytes(from);
      } catch (IOException e) {
        in.close();
        throw e;
      }
      return in;
    }

    /** When the file was last written, in a number that grows; -1 when that cannot be told. */
    default long modified() {
      return -1;
    }
  }
}
