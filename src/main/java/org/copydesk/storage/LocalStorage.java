package org.copydesk.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A folder of this machine, or of a network file system mounted on all. What is created once or
 * replaced is forced to disk before it gets its name.
 */
public final class LocalStorage implements Storage {
  private static final long serialVersionUID = 1;
  private static final Guarantees ALL = new Guarantees(true, true, true);

  private final String root;

  public LocalStorage(Path root) {
    this.root = root.toAbsolutePath().normalize().toString();
  }

  @Override
  public Guarantees guarantees() {
    return ALL;
  }

  @Override
  public String location() {
    return root;
  }

  /** The path of {@code name}; of the folder itself for an empty one. */
  public Path path(String name) {
    return Path.of(root).resolve(name);
  }

  @Override
  public LocalStorage in(String name) {
    return new LocalStorage(path(name));
  }

  @Override
  public InputStream open(String name) throws IOException {
    return Files.newInputStream(path(name));
  }

  @Override
  public boolean readsPieces() {
    return true;
  }

  @Override
  public SeekableByteChannel openSeekable(String name) throws IOException {
    return FileChannel.open(path(name), StandardOpenOption.READ);
  }

  @Override
  public OutputStream create(String name) throws IOException {
    Path path = path(name);
    Files.createDirectories(path.getParent());
    return Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  @Override
  public boolean createIfAbsent(String name, byte[] content) throws IOException {
    Path target = path(name);
    if (isThere(target)) {
      return false;
    }
    Path fresh = write(target, content);
    try {
      // A link is made only where nothing is, and what it names is whole.
      Files.createLink(target, fresh);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (UnsupportedOperationException e) {
      return createInPlace(target, content);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static boolean createInPlace(Path target, byte[] content) throws IOException {
    try {
      Files.write(target, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  @Override
  public void replace(String name, byte[] content) throws IOException {
    Path target = path(name);
    Path fresh = write(target, content);
    try {
      Files.move(
          fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      throw new IOException("the file system cannot replace " + target + " in one step", e);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** Writes and forces a file beside the target. */
  private static Path write(Path target, byte[] content) throws IOException {
    Files.createDirectories(target.getParent());
    // Not a temporary file of the system's: only its owner could read what is published.
    Path fresh = target.resolveSibling(HALF_WRITTEN + UUID.randomUUID());
    Files.write(fresh, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    return fresh;
  }

  @Override
  public boolean isSame(String name, Storage other, String otherName) {
    try {
      return other instanceof LocalStorage local
          && Files.isSameFile(path(name), local.path(otherName));
    } catch (IOException e) {
      // Whoever asks reads both then.
      return false;
    }
  }

  @Override
  public void moveTo(String name, Storage other, String otherName) throws IOException {
    if (!(other instanceof LocalStorage local)) {
      throw new IOException("cannot move " + location(name) + " to " + other.location());
    }
    Path target = local.path(otherName);
    if (isThere(target)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    Files.createDirectories(target.getParent());
    Files.move(path(name), target, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void share(String name, Storage other, String otherName) throws IOException {
    if (other instanceof LocalStorage local && link(path(name), local.path(otherName))) {
      return;
    }
    Storage.super.share(name, other, otherName);
  }

  /** False where the file system has no links, or has enough of them to this file. */
  private static boolean link(Path file, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    try {
      Files.createLink(target, file.toRealPath());
      return true;
    } catch (NoSuchFileException | FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      return false;
    }
  }

  @Override
  public boolean exists(String name) throws IOException {
    return isThere(path(name));
  }

  /** {@link Files#exists} answers an error of the disk or the network like an absent file. */
  private static boolean isThere(Path path, LinkOption... options) throws IOException {
    try {
      Files.readAttributes(path, BasicFileAttributes.class, options);
      return true;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  @Override
  public boolean isLink(String name) {
    return Files.isSymbolicLink(path(name));
  }

  @Override
  public Entry entry(String name) throws IOException {
    return entry(name, Files.readAttributes(path(name), BasicFileAttributes.class));
  }

  private static Entry entry(String name, BasicFileAttributes found) {
    return new Entry(name, found.size(), found.lastModifiedTime().to(TimeUnit.NANOSECONDS));
  }

  @Override
  public List<String> list(String folder) throws IOException {
    try (Stream<Path> below = Files.list(path(folder))) {
      return below.map(path -> path.getFileName().toString()).sorted().toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  @Override
  public List<Entry> entries() throws IOException {
    Path top = Path.of(root);
    List<Entry> entries = new ArrayList<>();
    if (!isThere(top)) {
      return entries;
    }
    Files.walkFileTree(
        top,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
              String name = top.relativize(file).toString().replace('\\', '/');
              entries.add(entry(name, attributes));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    entries.sort(Comparator.comparing(Entry::name));
    return entries;
  }

  @Override
  public void delete(String name) throws IOException {
    Path top = path(name);
    if (!isThere(top, LinkOption.NOFOLLOW_LINKS)) {
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
