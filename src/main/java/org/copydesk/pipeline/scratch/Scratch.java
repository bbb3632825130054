package org.copydesk.pipeline.scratch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.copydesk.storage.Storage;

/**
 * A local folder for what a process spills. It goes with the process; one that a killed process
 * left is known by its lock, which the system let go of, and goes when the next one is made there.
 */
public final class Scratch implements Closeable {
  static final String PREFIX = "copydesk-build-";
  static final String ALIVE = ".alive";
  private static final String NEW = ".new";

  /** Folders of this process: to close a file that it has locked elsewhere lets go of the lock. */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel alive;
  private Thread cleaner;

  private Scratch(Path folder, FileChannel alive) {
    this.folder = folder;
    this.alive = alive;
  }

  /** Where the system wants temporary files. */
  public static Path place() {
    return Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
  }

  /** Makes a folder in the system's place for temporary files, and clears away dead ones there. */
  public static Scratch make() throws IOException {
    Scratch scratch = makeBesideDead();
    DeadScratch.remove(place(), Files.getOwner(scratch.folder), OWN::contains);
    return scratch;
  }

  /** The same where it is done often: dead ones are left to others. */
  static Scratch makeBesideDead() throws IOException {
    Path folder = Files.createTempDirectory(place(), PREFIX);
    OWN.add(folder);
    try {
      // Under another name until it is locked: nobody shall find it without a lock.
      FileChannel alive =
          FileChannel.open(
              folder.resolve(NEW), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      alive.tryLock();
      Files.move(folder.resolve(NEW), folder.resolve(ALIVE), StandardCopyOption.ATOMIC_MOVE);
      return new Scratch(folder, alive);
    } catch (IOException e) {
      OWN.remove(folder);
      Storage.local(folder).delete("");
      throw e;
    }
  }

  public Path folder() {
    return folder;
  }

  /** The same, which goes also when a signal ends the process. */
  public Scratch alsoAtShutdown() {
    cleaner = new Thread(this::remove);
    Runtime.getRuntime().addShutdownHook(cleaner);
    return this;
  }

  private void remove() {
    try {
      alive.close();
      OWN.remove(folder);
      Storage.local(folder).delete("");
    } catch (IOException e) {
      // What cannot be removed is left to the next one made there.
    }
  }

  @Override
  public void close() {
    remove();
    if (cleaner != null) {
      Runtime.getRuntime().removeShutdownHook(cleaner);
    }
  }
}
