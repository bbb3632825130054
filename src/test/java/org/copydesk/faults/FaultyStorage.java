package org.copydesk.faults;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.copydesk.corpus.Storage;

/**
 * A folder of this machine whose n-th operation meets a fate: an error before it is done, an error
 * after it was done all the same (an answer that got lost), or the end of the process. Every write
 * and read of a stream counts. Under a plan named "lockless" every build gets the lock.
 */
public final class FaultyStorage implements Storage {
  private static final long serialVersionUID = 1;

  /** What happens at the chosen operation. */
  public enum Fate {
    FAIL_BEFORE,
    FAIL_AFTER,
    /** No shutdown hook runs and nothing is flushed, as with kill -9. */
    HALT_BEFORE,
    HALT_AFTER,
    OUT_OF_MEMORY
  }

  /** The fault that is planted, and how many operations were counted so far. */
  private record Plan(long at, String only, Fate fate, AtomicLong count) {}

  private static final Map<String, Plan> PLANS = new ConcurrentHashMap<>();

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
    PLANS.put(plan, new Plan(at, only, fate, new AtomicLong()));
    return new FaultyStorage(real, plan);
  }

  /** Operations counted under this name. */
  public static long operations(String plan) {
    return PLANS.get(plan).count().get();
  }

  /** Something that is done on storage. */
  private interface Operation<T> {
    T run() throws IOException;
  }

  private <T> T counted(String words, Operation<T> operation) throws IOException {
    Plan chosen = PLANS.get(plan);
    boolean isCounted = (words + " ").contains(chosen.only());
    boolean isIt = isCounted && chosen.count().incrementAndGet() == chosen.at();
    if (!isIt) {
      return operation.run();
    }
    switch (chosen.fate()) {
      case FAIL_BEFORE -> throw new IOException("planted: " + words);
      case OUT_OF_MEMORY -> throw new OutOfMemoryError("planted: " + words);
      case HALT_BEFORE -> Runtime.getRuntime().halt(137);
      default -> {}
    }
    T done = operation.run();
    if (chosen.fate() == Fate.HALT_AFTER) {
      Runtime.getRuntime().halt(137);
    }
    if (done instanceof AutoCloseable open) {
      try {
        open.close();
      } catch (Exception e) {
        throw new IOException(e);
      }
    }
    throw new IOException("planted, after it was done: " + words);
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
        return counted("read " + name, () -> super.read(bytes, start, count));
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
    return new Channel(counted("open " + name, () -> real.openSeekable(name)), name);
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
  public long bytes(String name) throws IOException {
    return counted("bytes " + name, () -> real.bytes(name));
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

  private final class Channel implements SeekableByteChannel {
    private final SeekableByteChannel channel;
    private final String name;

    Channel(SeekableByteChannel channel, String name) {
      this.channel = channel;
      this.name = name;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      return counted("read " + name, () -> channel.read(target));
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
      return channel.write(source);
    }

    @Override
    public long position() throws IOException {
      return channel.position();
    }

    @Override
    public SeekableByteChannel position(long place) throws IOException {
      channel.position(place);
      return this;
    }

    @Override
    public long size() throws IOException {
      return channel.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
      channel.truncate(size);
      return this;
    }

    @Override
    public boolean isOpen() {
      return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
