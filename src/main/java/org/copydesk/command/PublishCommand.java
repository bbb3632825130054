package org.copydesk.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.copydesk.corpus.Failure;
import org.copydesk.corpus.Generations;
import org.copydesk.corpus.Manifest;
import org.copydesk.corpus.OutputLock;
import org.copydesk.corpus.Storage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a finished generation the published one, also an older one. */
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    description = "Moves CURRENT to a finished generation, also to an older one (roll back).")
final class PublishCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "GENERATION", description = "Folder of a finished generation.")
  private Path generation;

  @Override
  public Integer call() throws Exception {
    Path folder = generation.toAbsolutePath().normalize();
    Path parent = folder.getParent();
    boolean isGeneration =
        parent != null && parent.getFileName() != null && parent.endsWith("generations");
    if (!isGeneration) {
      throw new Failure(Failure.USAGE, "not a folder OUTPUT/generations/ID: " + generation);
    }
    Storage output = new Storage(parent.getParent());
    Manifest.read(new Storage(folder));
    Generations generations = new Generations(output);
    String name = folder.getFileName().toString();
    try (OutputLock lock = OutputLock.take(output, "publish " + name)) {
      generations.publish(name, generations.published());
    }
    spec.commandLine().getOut().println("published " + name);
    return 0;
  }
}
