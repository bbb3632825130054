package org.copydesk.pipeline.scratch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.copydesk.storage.Storage;

/**
 * Clears away the {@link Scratch} of processes that were killed. Others may write to the place too:
 * only folders of the owner are touched, and each step is taken from a folder that is held open, so
 * that a link put in its place in between leads nowhere.
 */
final class DeadScratch {
  private static final Path ALIVE = Path.of(Scratch.ALIVE);

  /** A folder without its lock is being made, unless it has stood like that for so long. */
  private static final Duration UNFINISHED = Duration.ofDays(1);

  private DeadScratch() {}

  /**
   * Removes dead folders.
   *
   * @param owner whose they are to be
   * @param isOwn which are of this very process
   */
  static void remove(Path place, UserPrincipal owner, Predicate<Path> isOwn) {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(place)) {
      List<Path> names = new ArrayList<>();
      for (Path folder : all) {
        if (folder.getFileName().toString().startsWith(Scratch.PREFIX) && !isOwn.test(folder)) {
          names.add(folder.getFileName());
        }
      }
      for (Path name : names) {
        if (all instanceof SecureDirectoryStream<Path> secure) {
          removeIfDead(secure, name, owner);
        } else {
          removeIfDead(place.resolve(name), owner);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // somebody else clears it
    }
  }

  private static void removeIfDead(
      SecureDirectoryStream<Path> place, Path name, UserPrincipal owner) {
    try (SecureDirectoryStream<Path> folder =
        place.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
      FileOwnerAttributeView view = folder.getFileAttributeView(FileOwnerAttributeView.class);
      if (view != null && owner.equals(view.getOwner()) && emptyIfDead(folder)) {
        place.deleteDirectory(name);
      }
    } catch (IOException | DirectoryIteratorException e) {
      // Another user's, no folder, or just now removed.
    }
  }

  /** Holds the lock while it removes, so that two do not remove the same. */
  private static boolean emptyIfDead(SecureDirectoryStream<Path> folder) throws IOException {
    Set<java.nio.file.OpenOption> options =
        Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    try (SeekableByteChannel channel = folder.newByteChannel(ALIVE, options);
        FileLock lock = channel instanceof FileChannel file ? file.tryLock() : null) {
      if (lock == null) {
        return false;
      }
      empty(folder, ALIVE);
      folder.deleteFile(ALIVE);
      return true;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (NoSuchFileException e) {
      Instant changed =
          folder
              .getFileAttributeView(BasicFileAttributeView.class)
              .readAttributes()
              .lastModifiedTime()
              .toInstant();
      boolean isOld = changed.plus(UNFINISHED).isBefore(Instant.now());
      if (isOld) {
        empty(folder, ALIVE);
      }
      return isOld;
    }
  }

  private static void empty(SecureDirectoryStream<Path> folder, Path spared) throws IOException {
    List<Path> names = new ArrayList<>();
    folder.forEach(path -> names.add(path.getFileName()));
    names.remove(spared);
    for (Path name : names) {
      BasicFileAttributes found =
          folder
              .getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
              .readAttributes();
      if (found.isDirectory()) {
        try (SecureDirectoryStream<Path> below =
            folder.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
          empty(below, null);
        }
        folder.deleteDirectory(name);
      } else {
        folder.deleteFile(name);
      }
    }
  }

  /** Where folders cannot be held open: the same by their names. */
  private static void removeIfDead(Path folder, UserPrincipal owner) {
    Path lockFile = folder.resolve(ALIVE);
    try {
      boolean isOurs =
          Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
              && Files.isRegularFile(lockFile, LinkOption.NOFOLLOW_LINKS)
              && owner.equals(Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS));
      if (isOurs && isFree(lockFile)) {
        Storage.local(folder).delete("");
      }
    } catch (IOException e) {
      // as above
    }
  }

  private static boolean isFree(Path lockFile) throws IOException {
    try (FileChannel channel =
            FileChannel.open(lockFile, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        FileLock lock = channel.tryLock()) {
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }
}
