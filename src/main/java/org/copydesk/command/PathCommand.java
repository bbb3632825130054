package org.copydesk.command;

import org.copydesk.corpus.Generations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints where the published generation lies. */
@Command(
    name = "path",
    mixinStandardHelpOptions = true,
    description = "Prints the folder of the published generation.")
final class PathCommand extends StoreCommand {
  @Parameters(paramLabel = "OUTPUT", description = "Output of builds.")
  private String output;

  @Override
  public Integer call() throws Exception {
    Generations generations = new Generations(locations().storage(output));
    spec.commandLine().getOut().println(generations.publishedGeneration().location());
    return 0;
  }
}
