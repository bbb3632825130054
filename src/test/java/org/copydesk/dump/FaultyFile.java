package org.copydesk.dump;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.copydesk.dump.source.DumpFile;
import org.copydesk.dump.source.FileState;

/** A file in memory whose disk has trouble at one place, so many times. */
public final class FaultyFile implements DumpFile.InputStreamSupplier {
  private final byte[] bytes;
  private final long at;
  private final Supplier<IOException> error;
  private FileState state;
  private int times;
  private int opened;

  /**
   * @param at byte whose reading fails; -1: opening does
   * @param times how often
   * @param error null for a stream that ends there
   */
  public FaultyFile(byte[] bytes, long at, int times, Supplier<IOException> error) {
    this.bytes = bytes;
    this.at = at;
    this.times = times;
    this.error = error;
    this.state = FileState.UNKNOWN;
  }

  /** What the file says it is from now on. */
  FaultyFile now(FileState now) {
    state = now;
    return this;
  }

  public int opened() {
    return opened;
  }

  public DumpFile listed(String name) {
    return new DumpFile(name, bytes.length, this);
  }

  @Override
  public InputStream open() throws IOException {
    return open(0);
  }

  @Override
  public InputStream open(long from) throws IOException {
    opened++;
    if (at < 0 && times-- > 0) {
      throw error.get();
    }
    int start = (int) from;
    InputStream all = new ByteArrayInputStream(bytes, start, bytes.length - start);
    return new FilterInputStream(all) {
      private long place = from;

      @Override
      public int read(byte[] b, int off, int len) throws IOException {
        if (place == at && times-- > 0) {
          if (error == null) {
            return -1;
          }
          throw error.get();
        }
        int most = place < at ? (int) Math.min(len, at - place) : len;
        int n = super.read(b, off, most);
        place += Math.max(0, n);
        return n;
      }
    };
  }

  @Override
  public FileState state() {
    return state;
  }
}
