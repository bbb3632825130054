package org.copydesk.dump.source;

import java.io.IOException;
import java.io.InputStream;

/**
 * One file of a dump, not yet opened.
 *
 * @param sourceFile path below the fixed part of the input's glob
 * @param listed what the file was when it was listed. One that is another now is reported as {@code
 *     file_changed}
 * @param open gives the file's own bytes, still compressed
 */
public record DumpFile(String sourceFile, FileState listed, InputStreamSupplier open) {

  /**
   * @param bytes size in bytes when the file was listed; -1 when unknown
   */
  public DumpFile(String sourceFile, long bytes, InputStreamSupplier open) {
    this(sourceFile, new FileState(bytes, -1), open);
  }

  /** Size in bytes when it was listed; -1 when unknown. */
  public long bytes() {
    return listed.bytes();
  }

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

    /** What the file is now; {@link FileState#UNKNOWN} when that cannot be told. */
    default FileState state() throws IOException {
      return FileState.UNKNOWN;
    }
  }
}
