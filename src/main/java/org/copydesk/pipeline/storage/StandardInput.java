package org.copydesk.pipeline.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.copydesk.corpus.Failure;
import org.copydesk.pipeline.scratch.Scratch;

/**
 * Standard input as a file: it is read once, into a temporary file that goes with the process, as a
 * build reads its dumps more than once. Its pages stand in the {@code source_file} {@code stdin}.
 */
final class StandardInput {
  /** How it is named among inputs. */
  static final String NAME = "-";

  private static final String FILE = "stdin";

  private StandardInput() {}

  /** The inputs with the copy in place of {@code -}, which stands alone. */
  static List<String> named(List<String> inputs) throws IOException, Failure {
    if (!inputs.contains(NAME)) {
      return inputs;
    }
    if (inputs.size() > 1) {
      throw new Failure(Failure.USAGE, "- (standard input) stands alone; other inputs beside it");
    }
    return List.of(file().toString());
  }

  private static Path file() throws IOException {
    Path folder = Files.createTempDirectory(Scratch.place(), "copydesk-input-");
    Path file = folder.resolve(FILE);
    folder.toFile().deleteOnExit();
    file.toFile().deleteOnExit();
    Files.copy(System.in, file);
    return file;
  }
}
