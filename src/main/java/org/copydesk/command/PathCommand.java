package org.copydesk.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.copydesk.corpus.Generations;
import org.copydesk.corpus.Storage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints where the published generation lies. */
@Command(
    name = "path",
    mixinStandardHelpOptions = true,
    description = "Prints the folder of the published generation.")
final class PathCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "OUTPUT", description = "Output of builds.")
  private Path output;

  @Override
  public Integer call() throws Exception {
    Path path = new Generations(new Storage(output)).publishedPath();
    spec.commandLine().getOut().println(path);
    return 0;
  }
}
