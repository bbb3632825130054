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
import java.time.Instant;
import java.util.UUID;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.model.Page;
import org.copydesk.model.Teaser;
import org.copydesk.pipeline.work.KeyCodec;
import org.copydesk.storage.Storage;
import org.copydesk.text.ContentHash;

/**
 * Occurrences of teasers as they were read, in a file of the work folder: they wait there until it
 * is known which teaser each is part of, and never go through a grouping. Memory: two buffers.
 */
public final class OccurrenceSpool implements Closeable {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int ZSTD_LEVEL = 1;
  private static final int OCCURRENCE = 0;
  private static final int PAGE = 1;

  private final Storage work;
  private final String name;
  private DataOutputStream out;
  private final ByteWriter bytes = new ByteWriter();
  private String file;
  private long occurrences;

  /**
   * A spool that is written.
   *
   * @param occurrences how many it holds
   */
  public record Written(String name, long occurrences) {}

  /**
   * The page that occurrences stand on.
   *
   * @param isFront whether it has no article of its own
   */
  record SeenPage(
      String file, long record, String site, String url, Instant seenAt, boolean isFront) {}

  /**
   * One occurrence.
   *
   * @param list which of the page's, -1 when unknown
   * @param position in that list, -1 when unknown
   */
  record Occurrence(
      ContentHash teaser, SeenPage page, long start, long end, int list, int position) {}

  /**
   * @param part number of the part that is written of it
   */
  public OccurrenceSpool(Storage work, int part) {
    this.work = work;
    this.name = name(part);
  }

  /** A name for the spool of a part, which no other attempt has. */
  public static String name(int part) {
    return "occurrences-" + part + "-" + UUID.randomUUID();
  }

  /**
   * The page of what is written next.
   *
   * @param site of the page; null when unknown
   * @param isFront whether it has no article of its own
   */
  public void startPage(Page page, String site, boolean isFront) throws IOException {
    if (out == null) {
      out =
          new DataOutputStream(
              new BufferedOutputStream(
                  new ZstdOutputStream(work.create(name), ZSTD_LEVEL), BUFFER_BYTES));
    }
    bytes.clear();
    boolean isSameFile = page.sourceFile().equals(file);
    file = page.sourceFile();
    bytes.putBoolean(isSameFile);
    if (!isSameFile) {
      bytes.putText(file);
    }
    bytes.putVarLong(page.sourceRecord()).putText(site).putText(page.url());
    KeyCodec.put(page.fetchedAt(), bytes);
    bytes.putBoolean(isFront);
    out.writeByte(PAGE);
    out.writeInt(bytes.length());
    out.write(bytes.array(), 0, bytes.length());
  }

  /** An occurrence on the page that was started. */
  public void write(ContentHash teaser, Teaser seen) throws IOException {
    out.writeByte(OCCURRENCE);
    out.writeLong(teaser.high());
    out.writeLong(teaser.low());
    out.writeInt(seen.start());
    out.writeInt(seen.end());
    out.writeInt(seen.list());
    out.writeInt(seen.position());
    occurrences++;
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
    private SeenPage page;
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
      while (kind == PAGE) {
        byte[] header = new byte[in.readInt()];
        in.readFully(header);
        page = page(new ByteReader(header));
        kind = in.read();
      }
      if (kind < 0) {
        throw new EOFException("occurrences end early: " + location);
      }
      ContentHash teaser = new ContentHash(in.readLong(), in.readLong());
      return new Occurrence(teaser, page, in.readInt(), in.readInt(), in.readInt(), in.readInt());
    }

    private SeenPage page(ByteReader header) {
      if (!header.getBoolean()) {
        file = header.getText();
      }
      return new SeenPage(
          file,
          header.getVarLong(),
          header.getText(),
          header.getText(),
          KeyCodec.instant(header),
          header.getBoolean());
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
