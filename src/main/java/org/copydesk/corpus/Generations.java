package org.copydesk.corpus;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The generations of an output and the pointer to the published one. */
public final class Generations {
  private static final String CURRENT = "CURRENT";
  private static final String FOLDER = "generations/";

  private final Storage output;

  public Generations(Storage output) {
    this.output = output;
  }

  /** Name of the published generation; null when none is. */
  public String published() throws IOException {
    String name = output.readText(CURRENT);
    return name == null || name.isBlank() ? null : name.strip();
  }

  /** Folder of a generation. */
  public Storage generation(String name) {
    return output.in(FOLDER + name);
  }

  /** Folder of the published generation; fails when there is none. */
  public Storage publishedGeneration() throws IOException, Failure {
    String name = published();
    if (name == null) {
      throw new Failure(Failure.OTHER, "nothing is published in " + output);
    }
    return generation(name);
  }

  /**
   * Makes a finished generation the published one, in one step.
   *
   * @param expected what was published when the build began; null for nothing
   */
  public void publish(String name, String expected) throws IOException, Failure {
    String now = published();
    if (!java.util.Objects.equals(now, expected)) {
      throw new Failure(
          Failure.BUSY, "another build published " + now + " meanwhile; " + name + " was not");
    }
    output.replaceText(CURRENT, name + "\n");
    if (output instanceof LocalStorage local) {
      link(local, name);
    }
  }

  /** A convenience for people; where links cannot be made there is none. */
  private static void link(LocalStorage local, String name) {
    Path link = local.path("current");
    Path fresh = local.path(".current-" + name);
    try {
      Files.deleteIfExists(fresh);
      Files.createSymbolicLink(fresh, Path.of(FOLDER + name));
      Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (UnsupportedOperationException | FileSystemException e) {
      // no links here
    } catch (IOException e) {
      // CURRENT is what counts
    }
  }
}
