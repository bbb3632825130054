package org.copydesk.pipeline.scratch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A local folder for what a worker spills: the build's own where it works in the build's process,
 * else one that the workers of a process share. A worker that is killed leaves it to be cleared
 * away when the next is made on that machine.
 */
public final class SpillFolder implements Closeable {
  private static final Shared SHARED = new Shared();

  private final Path path;
  private final boolean isShared;

  private SpillFolder(Path path, boolean isShared) {
    this.path = path;
    this.isShared = isShared;
  }

  /**
   * @param ofBuild the build's folder; null where workers are many machines
   */
  public static SpillFolder open(String ofBuild) throws IOException {
    return ofBuild == null
        ? new SpillFolder(SHARED.take(), true)
        : new SpillFolder(Files.createDirectories(Path.of(ofBuild)), false);
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() {
    if (isShared) {
      SHARED.giveBack();
    }
  }

  /** One folder for all that use one at a time; gone when nobody does. */
  private static final class Shared {
    private Scratch scratch;
    private int users;
    private boolean hasCleared;

    synchronized Path take() throws IOException {
      if (users == 0) {
        scratch = hasCleared ? Scratch.makeBesideDead() : Scratch.make();
        hasCleared = true;
      }
      users++;
      return scratch.folder();
    }

    synchronized void giveBack() {
      if (--users == 0) {
        scratch.close();
      }
    }
  }
}
