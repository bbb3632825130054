package org.copydesk.command;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Completion of commands and settings in a shell. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = "Prints what bash and zsh source to complete commands and settings.")
final class CompletionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(AutoComplete.bash("copydesk", spec.root().commandLine()));
    spec.commandLine().getOut().flush();
    return 0;
  }
}
