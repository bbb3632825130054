package org.copydesk.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.copydesk.corpus.Storage;

/**
 * A local folder for what a build spills. It goes with the build; one that a killed build left is
 * known by its lock, which the system let go of, and goes when the next build begins.
 */
final class Scratch implements Closeable {
  private static final String PREFIX = "copydesk-build-";
  private static final String ALIVE = ".alive";
  private static final String NEW = ".new";

  /** Folders of this process: to close a file that it has locked elsewhere lets go of the lock. */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel alive;
  private final Thread cleaner = new Thread(this::remove);

  private Scratch(Path folder, FileChannel alive) {
    this.folder = folder;
    this.alive = alive;
  }

  /** Makes a folder in the system's place for temporary files, and clears away dead ones there. */
  static Scratch make() throws IOException {
    Path place = Path.of(System.getProperty("java.io.tmpdir"));
    removeDead(place);
    Path folder = Files.createTempDirectory(place, PREFIX);
    OWN.add(folder);
    // Under another name until it is locked: nobody shall find it without a lock.
    FileChannel alive = lockFile(folder, NEW);
    alive.tryLock();
    Files.move(folder.resolve(NEW), folder.resolve(ALIVE), StandardCopyOption.ATOMIC_MOVE);
    Scratch scratch = new Scratch(folder, alive);
    Runtime.getRuntime().addShutdownHook(scratch.cleaner);
    return scratch;
  }

  private static FileChannel lockFile(Path folder, String name) throws IOException {
    return FileChannel.open(
        folder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static void removeDead(Path place) {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(place, PREFIX + "*")) {
      for (Path folder : folders) {
        // One without the file is being made, or another user's.
        if (!OWN.contains(folder) && Files.isWritable(folder.resolve(ALIVE)) && isDead(folder)) {
          Storage.local(folder).delete("");
        }
      }
    } catch (IOException e) {
      // somebody else clears it
    }
  }

  private static boolean isDead(Path folder) throws IOException {
    try (FileChannel channel = lockFile(folder, ALIVE);
        FileLock lock = channel.tryLock()) {
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  Path folder() {
    return folder;
  }

  private void remove() {
    try {
      alive.close();
      OWN.remove(folder);
      Storage.local(folder).delete("");
    } catch (IOException e) {
      // a temporary folder; the next build clears it
    }
  }

  @Override
  public void close() {
    remove();
    Runtime.getRuntime().removeShutdownHook(cleaner);
  }
}
