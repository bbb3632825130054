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
 * Holds an output for one build. On this machine the operating system lets go of it when the
 * process ends, however it ends, so a dead build holds nothing. Elsewhere a file holds it, which a
 * dead build leaves.
 */
public final class OutputLock implements Closeable {
  private static final String NAME = ".lock";

  private final Closeable release;

  private OutputLock(Closeable release) {
    this.release = release;
  }

  /** Takes the output; fails with 75 when another build holds it. */
  public static OutputLock take(Storage output, String buildId) throws Failure, IOException {
    return output instanceof LocalStorage local
        ? takeLocal(local, buildId)
        : takeRemote(output, buildId);
  }

  private static OutputLock takeRemote(Storage output, String buildId) throws Failure, IOException {
    if (!output.createText(NAME, buildId + "\n")) {
      throw new Failure(
          Failure.BUSY,
          "another build holds "
              + output
              + " (if it is dead, remove "
              + output.location(NAME)
              + "): "
              + output.readText(NAME));
    }
    return new OutputLock(() -> output.delete(NAME));
  }

  private static OutputLock takeLocal(LocalStorage output, String buildId)
      throws Failure, IOException {
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
    FileLock held = lock;
    return new OutputLock(
        () -> {
          channel.truncate(0);
          held.release();
          channel.close();
        });
  }

  @Override
  public void close() throws IOException {
    release.close();
  }
}
