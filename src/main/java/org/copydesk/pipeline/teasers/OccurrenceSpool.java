package org.copydesk.pipeline.teasers;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.copydesk.storage.Storage;
import org.copydesk.text.ContentHash;

/**
 * Occurrences of teasers as they were read, in a file of the work folder: they wait there until it
 * is known which teaser each is part of, and never go through a grouping. Memory: two buffers.
 */
public final class OccurrenceSpool implements Closeable {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int ZSTD_LEVEL = 1;
  private static final int SAME_PLACE = 0;
  private static final int NEW_PLACE = 1;

  private final Storage work;
  private final String name;
  private DataOutputStream out;
  private String file;
  private String site;
  private long occurrences;

  /**
   * A spool that is written.
   *
   * @param occurrences how many it holds
   */
  public record Written(String name, long occurrences) {}

  /**
   * One occurrence.
   *
   * @param site null when unknown
   */
  record Occurrence(
      ContentHash teaser, String file, long record, long start, long end, String site) {}

  /**
   * @param unit number of the unit that is read
   */
  public OccurrenceSpool(Storage work, int unit) {
    this.work = work;
    this.name = "occurrences-" + unit + "-" + UUID.randomUUID();
  }

  /**
   * Adds an occurrence.
   *
   * @param ofSite its page's site; null when unknown
   */
  public void write(
      ContentHash teaser, String sourceFile, long sourceRecord, long start, long end, String ofSite)
      throws IOException {
    if (out == null) {
      out =
          new DataOutputStream(
              new BufferedOutputStream(
                  new ZstdOutputStream(work.create(name), ZSTD_LEVEL), BUFFER_BYTES));
    }
    if (sourceFile.equals(file) && Objects.equals(ofSite, site)) {
      out.writeByte(SAME_PLACE);
    } else {
      out.writeByte(NEW_PLACE);
      writeText(sourceFile);
      writeText(ofSite == null ? "" : ofSite);
      file = sourceFile;
      site = ofSite;
    }
    out.writeLong(teaser.high());
    out.writeLong(teaser.low());
    out.writeLong(sourceRecord);
    out.writeLong(start);
    out.writeLong(end);
    occurrences++;
  }

  private void writeText(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Closes the file; null where there was no occurrence. */
  public Written finish() throws IOException {
    close();
    return out == null ? null : new Written(name, occurrences);
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
    private final String location;
    private String file;
    private String site;
    private long left;

    Reader(Storage work, Written spool) throws IOException {
      in =
          new DataInputStream(
              new BufferedInputStream(new ZstdInputStream(work.open(spool.name())), BUFFER_BYTES));
      location = work.location(spool.name());
      left = spool.occurrences();
    }

    /** The next occurrence; null at the end. */
    Occurrence next() throws IOException {
      if (left == 0) {
        return null;
      }
      left--;
      int kind = in.read();
      if (kind < 0) {
        throw new EOFException("occurrences end early: " + location);
      }
      if (kind == NEW_PLACE) {
        file = text();
        String read = text();
        site = read.isEmpty() ? null : read;
      }
      ContentHash teaser = new ContentHash(in.readLong(), in.readLong());
      return new Occurrence(teaser, file, in.readLong(), in.readLong(), in.readLong(), site);
    }

    private String text() throws IOException {
      byte[] bytes = new byte[in.readInt()];
      in.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
