package org.copydesk.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The output's folder on a file system that every worker sees. Names are relative to it, with
 * slashes; none comes from data.
 */
public final class Storage implements Serializable {
  private static final long serialVersionUID = 1;

  private final String root;

  /** The folder at {@code root}, which need not be there yet. */
  public Storage(Path root) {
    this.root = root.toAbsolutePath().normalize().toString();
  }

  public Path path(String name) {
    return Path.of(root).resolve(name);
  }

  /** The folder {@code name} below this one. */
  public Storage in(String name) {
    return new Storage(path(name));
  }

  /** A new file, with the folders it needs. */
  public OutputStream create(String name) throws IOException {
    Path path = path(name);
    Files.createDirectories(path.getParent());
    return Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  public InputStream open(String name) throws IOException {
    return Files.newInputStream(path(name));
  }

  public boolean exists(String name) {
    return Files.exists(path(name));
  }

  /** Text of a small file; null when it is not there. */
  public String readText(String name) throws IOException {
    try {
      return Files.readString(path(name));
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /** Writes a small file whole or not at all: readers see the old text or the new one. */
  public void replaceText(String name, String text) throws IOException {
    Path target = path(name);
    Files.createDirectories(target.getParent());
    Path fresh = Files.createTempFile(target.getParent(), ".new-", null);
    try {
      Files.writeString(fresh, text);
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      try {
        Files.move(
            fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        throw new IOException("the file system cannot replace " + target + " in one step", e);
      }
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** Creates a small file unless it is there; whether this call created it. */
  public boolean createText(String name, String text) throws IOException {
    Path target = path(name);
    Files.createDirectories(target.getParent());
    try {
      Files.writeString(target, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  public void rename(String from, String to) throws IOException {
    Files.createDirectories(path(to).getParent());
    Files.move(path(from), path(to), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Moves a file to another folder of the same file system, in one step. */
  public void moveTo(String name, Storage other, String otherName) throws IOException {
    Path target = other.path(otherName);
    Files.createDirectories(target.getParent());
    Files.move(path(name), target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** All regular files below, as names relative to this folder, sorted. */
  public List<String> files() throws IOException {
    Path top = Path.of(root);
    try (Stream<Path> all = Files.walk(top)) {
      return all.filter(Files::isRegularFile)
          .map(file -> top.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  /** Removes a file or a folder with all it holds; nothing when it is not there. */
  public void delete(String name) throws IOException {
    Path top = path(name);
    if (!Files.exists(top)) {
      return;
    }
    try (Stream<Path> all = Files.walk(top)) {
      all.sorted(Comparator.reverseOrder())
          .forEach(
              path -> {
                try {
                  Files.delete(path);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public String toString() {
    return root;
  }
}
