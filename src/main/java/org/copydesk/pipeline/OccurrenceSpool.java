package org.copydesk.pipeline;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.UUID;
import org.copydesk.corpus.Storage;
import org.copydesk.text.ContentHash;

/**
 * Occurrences of teasers as they were read, in a file of the work folder: they wait there until it
 * is known which teaser each is part of, and never go through a grouping. Memory: two buffers.
 */
final class OccurrenceSpool implements Closeable {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int ZSTD_LEVEL = 1;
  private static final int SAME_FILE = 0;
  private static final int NEW_FILE = 1;

  private final Storage work;
  private final String name;
  private DataOutputStream out;
  private String file;

  /** One occurrence. */
  record Occurrence(ContentHash teaser, String file, long record, long start, long end) {}

  /**
   * @param unit number of the unit that is read
   */
  OccurrenceSpool(Storage work, int unit) {
    this.work = work;
    this.name = "occurrences-" + unit + "-" + UUID.randomUUID();
  }

  void write(ContentHash teaser, String sourceFile, long sourceRecord, long start, long end)
      throws IOException {
    if (out == null) {
      out =
          new DataOutputStream(
              new BufferedOutputStream(
                  new ZstdOutputStream(work.create(name), ZSTD_LEVEL), BUFFER_BYTES));
    }
    if (sourceFile.equals(file)) {
      out.writeByte(SAME_FILE);
    } else {
      byte[] bytes = sourceFile.getBytes(java.nio.charset.StandardCharsets.UTF_8);
      out.writeByte(NEW_FILE);
      out.writeInt(bytes.length);
      out.write(bytes);
      file = sourceFile;
    }
    out.writeLong(teaser.high());
    out.writeLong(teaser.low());
    out.writeLong(sourceRecord);
    out.writeLong(start);
    out.writeLong(end);
  }

  /** Closes the file; gives its name, null where there was no occurrence. */
  String finish() throws IOException {
    close();
    return out == null ? null : name;
  }

  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
    }
  }

  /** Reads a spool back, in the order in which it was written. */
  static final class Reader implements Closeable {
    private final DataInputStream in;
    private String file;

    Reader(Storage work, String name) throws IOException {
      in =
          new DataInputStream(
              new BufferedInputStream(new ZstdInputStream(work.open(name)), BUFFER_BYTES));
    }

    /** The next occurrence; null at the end. */
    Occurrence next() throws IOException {
      int kind = in.read();
      if (kind < 0) {
        return null;
      }
      if (kind == NEW_FILE) {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        file = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
      }
      ContentHash teaser = new ContentHash(in.readLong(), in.readLong());
      return new Occurrence(teaser, file, in.readLong(), in.readLong(), in.readLong());
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
