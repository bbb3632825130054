package org.copydesk.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.copydesk.corpus.Failure;
import org.copydesk.corpus.Storage;

/**
 * The temporary files of a build: a place that can be written, and that the libraries which unpack
 * machine code use too, so that nothing is left of a build that is killed. What is wrong with the
 * place is said in its own words: it is not the output.
 */
final class TemporaryFiles implements Closeable {
  /** Settings of libraries for where they unpack their machine code. */
  private static final String[] UNPACKED = {"org.xerial.snappy.tempdir", "ZstdTempFolder"};

  /** What must fit: a library's code, the first blocks. */
  private static final int LEAST_BYTES = 4 << 20;

  private final Map<String, String> before = new LinkedHashMap<>();

  private TemporaryFiles() {}

  /** A folder with room in it. */
  static Scratch scratch() throws Failure {
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
    return scratch.alsoAtShutdown();
  }

  private static final String ADVICE = " (java -Djava.io.tmpdir=DIR names another place)";

  private static String reason(IOException e) {
    return e instanceof FileSystemException file && file.getReason() == null
        ? file.getFile() + ": " + e.getClass().getSimpleName()
        : e.getMessage();
  }

  /** Lets libraries unpack into the folder until this is closed. */
  static TemporaryFiles in(Scratch scratch) {
    TemporaryFiles files = new TemporaryFiles();
    for (String setting : UNPACKED) {
      files.before.put(setting, System.getProperty(setting));
      System.setProperty(setting, scratch.folder().toString());
    }
    return files;
  }

  /** Whether a file, perhaps null, lies where temporary files do. */
  static boolean areAt(String file) {
    return file != null && (file + "/").startsWith(Storage.local(Scratch.place()).location() + "/");
  }

  /** Whether there is no room left for them. */
  static boolean areFull() {
    try {
      return Files.getFileStore(Scratch.place()).getUsableSpace() < LEAST_BYTES;
    } catch (IOException e) {
      return false;
    }
  }

  static Failure full(Exception e) {
    return new Failure(
        Failure.OTHER, "the place for temporary files is full: " + Scratch.place() + ADVICE, e);
  }

  @Override
  public void close() {
    before.forEach(
        (setting, value) -> {
          if (value == null) {
            System.clearProperty(setting);
          } else {
            System.setProperty(setting, value);
          }
        });
  }
}
