package org.copydesk.pipeline.links;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.RecordCodec;
import org.copydesk.storage.Storage;

/** The link keys of one bucket's teasers, eight bytes each, in a file of the work folder. */
public final class KeyLog implements Closeable {
  private final Storage work;
  private final String name = "keys-" + UUID.randomUUID();
  private DataOutputStream out;
  private long keys;

  /**
   * A log that is written.
   *
   * @param keys how many it holds
   */
  public record Written(String name, long keys) {}

  /**
   * @param work where it is written; null for nowhere, where every key of an article is sent
   */
  public KeyLog(Storage work) {
    this.work = work;
  }

  public void add(long key) {
    if (work == null) {
      return;
    }
    try {
      if (out == null) {
        out = new DataOutputStream(new BufferedOutputStream(work.create(name), 1 << 16));
      }
      out.writeLong(key);
      keys++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Closes the log; null where it holds nothing. */
  public Written finish() throws IOException {
    close();
    return keys == 0 ? null : new Written(name, keys);
  }

  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
    }
  }

  /** All in one group. */
  static final class Codec implements RecordCodec<Written> {
    private static final long serialVersionUID = 1;

    @Override
    public void groupKey(Written log, ByteWriter out) {}

    @Override
    public void encode(Written log, ByteWriter out) {
      out.putText(log.name()).putVarLong(log.keys());
    }

    @Override
    public Written decode(ByteReader in) {
      return new Written(in.getText(), in.getVarLong());
    }
  }
}
