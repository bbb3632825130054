package org.copydesk.command;

import java.util.concurrent.Callable;
import org.copydesk.corpus.Generations;
import org.copydesk.pipeline.Locations;
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
  private String output;

  @Override
  public Integer call() throws Exception {
    Generations generations = new Generations(Locations.withDefaults().storage(output));
    spec.commandLine().getOut().println(generations.publishedGeneration().location());
    return 0;
  }
}
