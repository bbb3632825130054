package org.copydesk.pipeline.scratch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.copydesk.corpus.Failure;
import org.copydesk.storage.Storage;

/**
 * The temporary files of a build: a place that can be written, and that a library which unpacks
 * machine code uses too, so that nothing is left of a build that is killed. What is wrong with the
 * place is said in its own words: it is not the output.
 */
public final class TemporaryFiles implements Closeable {
  /** Where Beam's snappy unpacks its machine code, which it leaves where it is killed. */
  private static final String UNPACKED = "org.xerial.snappy.tempdir";

  /** What must fit: a library's code, the first blocks. */
  private static final int LEAST_BYTES = 4 << 20;

  private static final String ADVICE = " (java -Djava.io.tmpdir=DIR names another place)";

  private final String before = System.getProperty(UNPACKED);
  private final Scratch scratch;

  private TemporaryFiles(Scratch scratch) {
    this.scratch = scratch;
    System.setProperty(UNPACKED, scratch.folder().toString());
  }

  /** A folder with room in it, for this build and until this is closed for that library. */
  public static TemporaryFiles make() throws Failure {
    Scratch scratch;
    try {
      scratch = Scratch.make();
    } catch (IOException e) {
      throw new Failure(
          Failure.OTHER, "no folder can be made for temporary files: " + reason(e) + ADVICE, e);
    }
    Path probe = scratch.folder().resolve("probe");
    try {
      Files.write(probe, new byte[LEAST_BYTES]);
      Files.delete(probe);
    } catch (IOException e) {
      scratch.close();
      throw full(e);
    }
    return new TemporaryFiles(scratch.alsoAtShutdown());
  }

  private static String reason(IOException e) {
    return e instanceof FileSystemException file && file.getReason() == null
        ? file.getFile() + ": " + e.getClass().getSimpleName()
        : e.getMessage();
  }

  public Path folder() {
    return scratch.folder();
  }

  /** Whether a file, perhaps null, lies where temporary files do. */
  public static boolean areAt(String file) {
    return file != null && (file + "/").startsWith(Storage.local(Scratch.place()).location() + "/");
  }

  /** Whether there is no room left for them. */
  public static boolean areFull() {
    try {
      return Files.getFileStore(Scratch.place()).getUsableSpace() < LEAST_BYTES;
    } catch (IOException e) {
      return false;
    }
  }

  public static Failure full(Exception e) {
    return new Failure(
        Failure.OTHER, "the place for temporary files is full: " + Scratch.place() + ADVICE, e);
  }

  @Override
  public void close() {
    if (before == null) {
      System.clearProperty(UNPACKED);
    } else {
      System.setProperty(UNPACKED, before);
    }
    scratch.close();
  }
}
