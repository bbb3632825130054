package org.copydesk.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Holds an output for one build. The operating system lets go of it when the process ends, however
 * it ends, so a dead build holds nothing.
 */
public final class OutputLock implements Closeable {
  private static final String NAME = ".lock";

  private final FileChannel channel;
  private final FileLock lock;

  private OutputLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /** Takes the output; fails with 75 when another build holds it. */
  public static OutputLock take(Storage output, String buildId) throws Failure, IOException {
    Path file = output.path(NAME);
    Files.createDirectories(file.getParent());
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
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
    channel.truncate(0);
    channel.write(ByteBuffer.wrap((buildId + "\n").getBytes(StandardCharsets.UTF_8)), 0);
    return new OutputLock(channel, lock);
  }

  @Override
  public void close() throws IOException {
    channel.truncate(0);
    lock.release();
    channel.close();
  }
}
