package org.copydesk.faults;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import org.copydesk.faults.Faults.Fate;
import org.copydesk.storage.Storage;

/**
 * A folder of this machine whose n-th operation meets a fate; see {@link Faults}. Every write and
 * read of a stream counts. Under a plan named "lockless" every build gets the lock.
 */
public final class FaultyStorage implements Storage {
  private static final long serialVersionUID = 1;

  private final Storage real;
  private final String plan;

  private FaultyStorage(Storage real, String plan) {
    this.real = real;
    this.plan = plan;
  }

  /**
   * A folder with one fault.
   *
   * @param plan a name of the test's own for counting
   * @param at number of the operation, from 1; 0 for none
   */
  public static FaultyStorage of(Storage real, String plan, long at, Fate fate) {
    return of(real, plan, at, "", fate);
  }

  /**
   * @param only count operations alone whose words hold these, for example {@code replace CURRENT}
   */
  public static FaultyStorage of(Storage real, String plan, long at, String only, Fate fate) {
    Faults.plant(plan, at, words -> words.contains(only), fate);
    return under(real, plan);
  }

  /** A folder with the fault of a plan. */
  static FaultyStorage under(Storage real, String plan) {
    return new FaultyStorage(real, plan);
  }

  /** Operations counted under this name. */
  public static long operations(String plan) {
    return Faults.counted(plan);
  }

  private <T> T counted(String words, Faults.Operation<T> operation) throws IOException {
    return Faults.run(plan, words, operation);
  }

  @Override
  public Guarantees guarantees() throws IOException {
    return real.guarantees();
  }

  @Override
  public String location() {
    return real.location();
  }

  @Override
  public Storage in(String name) {
    return new FaultyStorage(real.in(name), plan);
  }

  @Override
  public InputStream open(String name) throws IOException {
    InputStream in = counted("open " + name, () -> real.open(name));
    return new FilterInputStream(in) {
      @Override
      public int read(byte[] bytes, int start, int count) throws IOException {
        return Faults.read(plan, "read " + name, () -> super.read(bytes, start, count));
      }
    };
  }

  @Override
  public OutputStream create(String name) throws IOException {
    OutputStream out = counted("create " + name, () -> real.create(name));
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] bytes, int start, int count) throws IOException {
        counted(
            "write " + name,
            () -> {
              this.out.write(bytes, start, count);
              return null;
            });
      }

      @Override
      public void close() throws IOException {
        counted(
            "close " + name,
            () -> {
              super.close();
              return null;
            });
      }
    };
  }

  @Override
  public boolean readsPieces() {
    return real.readsPieces();
  }

  @Override
  public SeekableByteChannel openSeekable(String name) throws IOException {
    return new FaultyChannel(counted("open " + name, () -> real.openSeekable(name)), plan, name);
  }

  @Override
  public boolean createIfAbsent(String name, byte[] content) throws IOException {
    boolean isLockless = plan.startsWith("lockless") && name.equals(".lock");
    return isLockless || counted("create once " + name, () -> real.createIfAbsent(name, content));
  }

  @Override
  public void replace(String name, byte[] content) throws IOException {
    counted(
        "replace " + name,
        () -> {
          real.replace(name, content);
          return null;
        });
  }

  @Override
  public void moveTo(String name, Storage other, String otherName) throws IOException {
    counted(
        "rename " + otherName,
        () -> {
          real.moveTo(name, ((FaultyStorage) other).real, otherName);
          return null;
        });
  }

  @Override
  public boolean exists(String name) throws IOException {
    return counted("exists " + name, () -> real.exists(name));
  }

  @Override
  public Entry entry(String name) throws IOException {
    return counted("stat " + name, () -> real.entry(name));
  }

  @Override
  public List<String> list(String folder) throws IOException {
    return counted("list " + folder, () -> real.list(folder));
  }

  @Override
  public List<Entry> entries() throws IOException {
    return counted("entries", real::entries);
  }

  @Override
  public void delete(String name) throws IOException {
    counted(
        "delete " + name,
        () -> {
          real.delete(name);
          return null;
        });
  }

  @Override
  public String toString() {
    return real.toString();
  }
}
