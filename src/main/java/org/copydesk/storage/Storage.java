package org.copydesk.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * A folder on a file system that every worker sees: {@code /data/corpus} or {@code
 * hdfs://names/corpus}. Names are relative to it, with slashes; none comes from data. What is not
 * there is a {@link NoSuchFileException} whatever the file system. Workers get it by serialisation.
 */
public interface Storage extends Serializable {
  /** How the name of a small file begins until it is whole, where it gets its own by a rename. */
  String HALF_WRITTEN = ".new-";

  /** What {@link #readLine} reads at most. */
  int LINE_BYTES = 4096;

  /**
   * What the file system does in one step, whoever else writes and whenever a writer dies.
   *
   * @param createsOnce of several callers of {@link #createIfAbsent} exactly one creates the file
   * @param replacesWhole readers see the old bytes or the new ones
   * @param renamesAtOnce a file or a folder moves whole, and never onto another
   */
  record Guarantees(boolean createsOnce, boolean replacesWhole, boolean renamesAtOnce) {}

  /**
   * A file below the folder.
   *
   * @param name relative to the folder
   * @param modified when it was last written, in a number that grows; -1 where that is not known
   */
  record Entry(String name, long bytes, long modified) {}

  /** A folder of this machine, which need not be there yet. */
  static LocalStorage local(Path folder) {
    return new LocalStorage(folder);
  }

  /** What holds where the folder lies, which may have to be asked. */
  Guarantees guarantees() throws IOException;

  /**
   * Where the folder lies: an absolute path, or a location with its scheme; no slash at its end.
   */
  String location();

  /** Where {@code name} lies. */
  default String location(String name) {
    return name.isEmpty() ? location() : location() + "/" + name;
  }

  /** The folder {@code name} below this one. */
  Storage in(String name);

  InputStream open(String name) throws IOException;

  /** From byte {@code from} on. */
  default InputStream open(String name, long from) throws IOException {
    SeekableByteChannel channel = openSeekable(name);
    try {
      return Channels.newInputStream(channel.position(from));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** The file's bytes in any order. */
  SeekableByteChannel openSeekable(String name) throws IOException;

  /**
   * Whether reading a piece of a file costs little more than its bytes; on an object store each is
   * a request, waited and paid for.
   */
  boolean readsPieces();

  /**
   * A new file, with the folders it needs. One that is there is a {@link
   * java.nio.file.FileAlreadyExistsException}, except on object stores, which cannot tell.
   */
  OutputStream create(String name) throws IOException;

  /**
   * Creates a small file unless it is there; its bytes are seen whole. Only where {@link
   * Guarantees#createsOnce} holds is the answer good against other writers.
   *
   * @return whether this call created it
   */
  boolean createIfAbsent(String name, byte[] content) throws IOException;

  /** Writes a small file, also over one that is there; see {@link Guarantees#replacesWhole}. */
  void replace(String name, byte[] content) throws IOException;

  /** Moves a file or a folder; the new name must be free. See {@link Guarantees#renamesAtOnce}. */
  default void rename(String from, String to) throws IOException {
    moveTo(from, this, to);
  }

  /** Moves a file or a folder to another folder of the same file system. */
  void moveTo(String name, Storage other, String otherName) throws IOException;

  /**
   * Whether two names are of one file, as {@link #share} may leave them: then its bytes are those
   * of both. False where that cannot be told.
   */
  default boolean isSame(String name, Storage other, String otherName) {
    return false;
  }

  /**
   * Gives the bytes of a file, which nobody changes any more, another name: by a link where the
   * file system has them, by a copy of the store's where it makes some, or else by reading and
   * writing. The name must be free.
   */
  default void share(String name, Storage other, String otherName) throws IOException {
    try (InputStream in = open(name);
        OutputStream out = other.create(otherName)) {
      in.transferTo(out);
    }
  }

  /** Whether something is there; false only where it surely is not. */
  boolean exists(String name) throws IOException;

  /** Whether {@code name} is a link to something else; false where there are no links. */
  default boolean isLink(String name) throws IOException {
    return false;
  }

  default long bytes(String name) throws IOException {
    return entry(name).bytes();
  }

  /** What is known of a file. */
  Entry entry(String name) throws IOException;

  /**
   * Names right below a folder, sorted, folders without a slash; none when it is not there. On an
   * object store a folder is there as long as a file is below it.
   */
  List<String> list(String folder) throws IOException;

  /** All regular files below, sorted by name; none when the folder is not there. */
  List<Entry> entries() throws IOException;

  /** The names of all regular files below, sorted. */
  default List<String> files() throws IOException {
    return entries().stream().map(Entry::name).toList();
  }

  /** Removes a file or a folder with all it holds; nothing when it is not there. */
  void delete(String name) throws IOException;

  /**
   * Ends uploads below the folder whose writers did not live to end them: an object store keeps
   * what came of them, sees it nowhere and has it paid for. Nothing elsewhere.
   *
   * @param isDead whether the writer of a file is dead, by its name
   * @return how many there were
   */
  default int endUploads(Predicate<String> isDead) throws IOException {
    return 0;
  }

  /** Text of a small file; null when it is not there. */
  default String readText(String name) throws IOException {
    try (InputStream in = open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /**
   * Text of a file that holds a line or so; null when it is not there.
   *
   * @return at most {@link #LINE_BYTES} of it, whatever somebody put there
   */
  default String readLine(String name) throws IOException {
    try (InputStream in = open(name)) {
      return new String(in.readNBytes(LINE_BYTES), StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      throw new IOException("cannot read " + location(name) + ": " + e.getMessage(), e);
    }
  }

  /** {@link #replace} with text. */
  default void replaceText(String name, String text) throws IOException {
    replace(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** {@link #createIfAbsent} with text. */
  default boolean createText(String name, String text) throws IOException {
    return createIfAbsent(name, text.getBytes(StandardCharsets.UTF_8));
  }
}
