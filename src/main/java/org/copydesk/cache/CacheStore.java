package org.copydesk.cache;

import com.dynatrace.hash4j.hashing.HashStream128;
import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hashing;
import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.UUID;
import org.copydesk.dump.source.Retry;
import org.copydesk.storage.Storage;

/**
 * Entries by key: {@code cache/units/ab/cdef...}, written once and never changed. An entry is a
 * line with its format, its content, its key, and a hash of all that: XXH3 of 128 bits, which no
 * damage that comes by itself gets past, and which costs half of SHA-256. The content is packed by
 * zstd unless its writer did so. An entry that is absent, cut, damaged, of another format or under
 * another's name is none.
 *
 * <p>Memory: two buffers an entry.
 */
public final class CacheStore implements Serializable {
  private static final long serialVersionUID = 1;

  /** Folder of an output in which it lies. */
  public static final String FOLDER = "cache";

  static final String UNITS = "units";

  /** Entries that are being written. */
  static final String DRAFTS = "new";

  private static final byte[] FORMAT = "copydesk cache 2\n".getBytes(StandardCharsets.US_ASCII);
  private static final int KEY_BYTES = 64;
  private static final int HASH_BYTES = 16;
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int ZSTD_LEVEL = 1;

  /** So much is read and thrown away sooner than a file is opened once more: some 20 µs. */
  private static final long NEAR_BYTES = 1L << 16;

  /** The same where opening is a request to a store. */
  private static final long NEAR_BYTES_REMOTE = 4L << 20;

  private final Storage folder;

  /**
   * @param folder of the cache, which need not be there yet
   */
  public CacheStore(Storage folder) {
    this.folder = folder;
  }

  /** The cache of an output. */
  public static CacheStore of(Storage output) {
    return new CacheStore(output.in(FOLDER));
  }

  Storage folder() {
    return folder;
  }

  /** Where the entry of a key lies. */
  public static String name(String key) {
    return UNITS + "/" + key.substring(0, 2) + "/" + key.substring(2);
  }

  /** An entry that was found whole. */
  public final class Found {
    private final String name;
    private final long contentBytes;

    private Found(String name, long contentBytes) {
      this.name = name;
      this.contentBytes = contentBytes;
    }

    /** Its content; an error of the disk or the network is met by asking again. */
    public InputStream open() throws IOException {
      return new ZstdInputStream(new BufferedInputStream(openPacked(), BUFFER_BYTES));
    }

    /** The content of one that was written by {@link #packedDraft}. */
    public InputStream openPacked() {
      return openPacked(0);
    }

    /** The same from a byte on. */
    public InputStream openPacked(long from) {
      return new Packed(name, contentBytes, from);
    }

    /** Length of that content. */
    public long packedBytes() {
      return contentBytes;
    }
  }

  /** The packed content of an entry, opened anew at the byte that is wanted where reading fails. */
  private final class Packed extends InputStream {
    private final String name;
    private final long end;
    private long place;
    private InputStream in;

    Packed(String name, long contentBytes, long from) {
      this.name = name;
      this.end = FORMAT.length + contentBytes;
      this.place = FORMAT.length + from;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (place == end) {
        return -1;
      }
      int wanted = (int) Math.min(length, end - place);
      int read = Retry.DEFAULT.run(() -> tryToRead(bytes, from, wanted));
      place += read;
      return read;
    }

    /** What is far is gone to, not read. */
    @Override
    public long skip(long bytes) throws IOException {
      long skipped = Math.max(0, Math.min(bytes, end - place));
      if (skipped < (folder.readsPieces() ? NEAR_BYTES : NEAR_BYTES_REMOTE)) {
        return super.skip(skipped);
      }
      close();
      place += skipped;
      return skipped;
    }

    private int tryToRead(byte[] bytes, int from, int wanted) throws IOException {
      boolean isRead = false;
      try {
        in = in == null ? folder.open(name, place) : in;
        int read = in.read(bytes, from, wanted);
        if (read < 0) {
          throw new EOFException(name + " ends after " + place + " bytes, " + end + " were there");
        }
        isRead = true;
        return read;
      } finally {
        if (!isRead) {
          close();
        }
      }
    }

    @Override
    public void close() throws IOException {
      InputStream open = in;
      in = null;
      if (open != null) {
        open.close();
      }
    }
  }

  /**
   * The entry of a key; null where there is none that is whole. What is damaged is removed, so that
   * it can be written again; what cannot be read is left alone and counts as absent.
   *
   * @param key 64 hex digits
   */
  public Found find(String key) {
    return find(key, this::isWhole);
  }

  /**
   * The same for an entry whose content tells of each of its pieces whether that is whole: only
   * that it is of this format and key, and has not been cut, is looked at.
   */
  public Found findInPieces(String key) {
    return find(key, this::isOfKey);
  }

  /** Whether an entry may be used. */
  private interface Test {
    boolean passes(String name, String key, long content) throws IOException;
  }

  private Found find(String key, Test test) {
    String name = name(key);
    try {
      if (!Retry.DEFAULT.run(() -> folder.exists(name))) {
        return null;
      }
      long bytes = Retry.DEFAULT.run(() -> folder.bytes(name));
      long content = bytes - FORMAT.length - KEY_BYTES - HASH_BYTES;
      if (Retry.DEFAULT.run(() -> test.passes(name, key, content))) {
        return new Found(name, content);
      }
      folder.delete(name);
    } catch (IOException unreadable) {
      // More work, and the same result.
    }
    return null;
  }

  private boolean isOfKey(String name, String key, long content) throws IOException {
    if (content < 0) {
      return false;
    }
    byte[] beginning = new byte[0];
    byte[] tail = new byte[0];
    try (InputStream in = folder.open(name)) {
      beginning = in.readNBytes(FORMAT.length);
    }
    try (InputStream in = folder.open(name, FORMAT.length + content)) {
      tail = in.readNBytes(KEY_BYTES);
    }
    return Arrays.equals(beginning, FORMAT) && Arrays.equals(tail, bytes(key));
  }

  private boolean isWhole(String name, String key, long content) throws IOException {
    if (content < 0) {
      return false;
    }
    HashStream128 hash = Hashing.xxh3_128().hashStream();
    byte[] buffer = new byte[BUFFER_BYTES];
    byte[] beginning = new byte[0];
    byte[] tail = new byte[0];
    try (InputStream in = folder.open(name)) {
      beginning = in.readNBytes(FORMAT.length);
      hash.putBytes(beginning);
      for (long left = content; left > 0; ) {
        int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
        if (read < 0) {
          return false;
        }
        hash.putBytes(buffer, 0, read);
        left -= read;
      }
      tail = in.readNBytes(KEY_BYTES + HASH_BYTES + 1);
    }
    byte[] expected = Arrays.copyOf(bytes(key), KEY_BYTES + HASH_BYTES);
    hash.putBytes(expected, 0, KEY_BYTES);
    System.arraycopy(bytes(hash.get()), 0, expected, KEY_BYTES, HASH_BYTES);
    return Arrays.equals(beginning, FORMAT) && Arrays.equals(tail, expected);
  }

  private static byte[] bytes(HashValue128 hash) {
    return ByteBuffer.allocate(HASH_BYTES)
        .putLong(hash.getMostSignificantBits())
        .putLong(hash.getLeastSignificantBits())
        .array();
  }

  private static byte[] bytes(String key) {
    return key.getBytes(StandardCharsets.US_ASCII);
  }

  /** Removes the entry of a key, if there is one. */
  public void remove(String key) throws IOException {
    folder.delete(name(key));
  }

  /** Begins an entry whose key is known when it is whole. */
  public Draft draft() throws IOException {
    return new Draft(true);
  }

  /** The same for content that is packed already. */
  public Draft packedDraft() throws IOException {
    return new Draft(false);
  }

  /** An entry that is being written; nobody sees it before {@link #commit}. */
  public final class Draft implements Closeable {
    private final String name = DRAFTS + "/" + UUID.randomUUID();
    private final HashStream128 hash = Hashing.xxh3_128().hashStream();
    private final OutputStream file;
    private final OutputStream content;
    private boolean isClosed;
    private boolean isDone;

    private Draft(boolean isToPack) throws IOException {
      file = new BufferedOutputStream(new HashedStream(folder.create(name), hash), BUFFER_BYTES);
      file.write(FORMAT);
      OutputStream inner = new Unclosed(file);
      content = isToPack ? new ZstdOutputStream(inner, ZSTD_LEVEL) : inner;
    }

    /** Takes the content. */
    public OutputStream content() {
      return content;
    }

    /** Ends the entry and gives it its key; where one of this key is there already, that stays. */
    public void commit(String key) throws IOException {
      content.close();
      file.write(bytes(key));
      file.flush();
      // What follows is hashed, too, but nobody asks for that.
      file.write(bytes(hash.get()));
      file.close();
      isClosed = true;
      try {
        folder.moveTo(name, folder, name(key));
        isDone = true;
      } catch (FileAlreadyExistsException | NoSuchFileException e) {
        // Another worker was first, with the same bytes; or the cache was cleared meanwhile.
      }
    }

    /** Removes what was not committed. */
    @Override
    public void close() throws IOException {
      if (isDone) {
        return;
      }
      try {
        if (!isClosed) {
          content.close();
          file.close();
        }
      } finally {
        folder.delete(name);
      }
    }
  }

  /** Ends with the stream around it, and does not end the one below. */
  private static final class Unclosed extends OutputStream {
    private final OutputStream out;

    Unclosed(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }
  }
}
