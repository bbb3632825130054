package org.copydesk.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.copydesk.storage.LocalStorage;
import org.copydesk.storage.Storage;

/**
 * Holds an output for one build, so that a second one is told at once and not after hours. On this
 * machine the operating system lets go of it when the process ends, however it ends; elsewhere it
 * is an {@link OutputLease}. What keeps the output right is {@link Publications}, not this.
 */
public final class OutputLock implements Closeable {
  static final String NAME = ".lock";

  private final Closeable release;

  private OutputLock(Closeable release) {
    this.release = release;
  }

  /** Takes the output; fails with 75 when another build holds it. */
  public static OutputLock take(Storage output, String buildId) throws Failure, IOException {
    return new OutputLock(
        output instanceof LocalStorage local
            ? takeLocal(local, buildId)
            : OutputLease.take(output, buildId, OutputLease.BEAT));
  }

  private static Closeable takeLocal(LocalStorage output, String buildId)
      throws Failure, IOException {
    Path file = output.path(NAME);
    Files.createDirectories(file.getParent());
    checkIsFile(file);
    // Not through a link that somebody puts there in between.
    FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // held by this very process: the same answer as any other holder
    }
    if (lock == null) {
      String holder = Files.readString(file).strip();
      channel.close();
      throw new Failure(
          Failure.BUSY, "another build holds " + output + (holder.isEmpty() ? "" : ": " + holder));
    }
    try {
      if (names(file) == 1) {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((buildId + "\n").getBytes(StandardCharsets.UTF_8)), 0);
      }
    } catch (IOException e) {
      // Whose lock it is, is a courtesy: the disk may be full.
    }
    // Closing lets go of the lock, whatever becomes of the words in it.
    return channel;
  }

  /** Through a link another file's words would be written over. */
  private static void checkIsFile(Path file) throws IOException, Failure {
    boolean isFile;
    try {
      // Asked once: between two questions another build may make it.
      isFile =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
              .isRegularFile();
    } catch (NoSuchFileException e) {
      isFile = true;
    }
    if (!isFile) {
      throw new Failure(Failure.OTHER, file + " is a link or a folder, and no lock: remove it");
    }
  }

  /** Names that the file has; it may be another one's, or a backup's, as well. */
  private static int names(Path file) throws IOException {
    try {
      return (Integer) Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS);
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      return 1;
    }
  }

  /**
   * Lets go. What cannot be let go is found dead by the next build, so trouble here is no failure.
   */
  @Override
  public void close() {
    try {
      release.close();
    } catch (IOException e) {
      // see above
    }
  }
}
