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

  /** Opens the file anew, from its first byte. */
  @FunctionalInterface
  public interface InputStreamSupplier {
    InputStream open() throws IOException;
  }
}
