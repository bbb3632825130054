package org.copydesk.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.copydesk.corpus.Failure;
import org.copydesk.corpus.Secrets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The commands, and how their failures become messages and exit codes. */
@Command(
    name = "copydesk",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Turns raw dumps of crawled news into a clean corpus.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      BuildCommand.class,
      ExplainCommand.class,
      VerifyCommand.class,
      ReportCommand.class,
      PathCommand.class,
      PublishCommand.class,
      DiffCommand.class,
      GenerateCommand.class,
      TrainCommand.class,
      EvaluateCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Commands implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command?");
  }

  /** Runs a command; gives the exit code. */
  public static int run(String... arguments) {
    quietLibraries();
    Locale.setDefault(Locale.ROOT);
    CommandLine line = new CommandLine(new Commands());
    line.setErr(new PrintWriter(new PrintableWriter(System.err), true));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setOverwrittenOptionsAllowed(true);
    line.setParameterExceptionHandler(Commands::misused);
    line.setExecutionExceptionHandler(Commands::failed);
    return line.execute(arguments);
  }

  /** Hadoop, Flink and Beam log at length what a user of the program cannot act on. */
  private static void quietLibraries() {
    for (String name : new String[] {"org.apache", "org.sparkproject", "io.netty", "akka"}) {
      Logger logger = Logger.getLogger(name);
      logger.setLevel(Level.OFF);
      QUIETED.add(logger);
    }
  }

  /** Held, or the settings would be collected with the loggers. */
  private static final java.util.List<Logger> QUIETED = new java.util.ArrayList<>();

  private static int misused(ParameterException e, String[] arguments) {
    PrintWriter err = e.getCommandLine().getErr();
    err.println("copydesk: " + e.getMessage());
    boolean isUnmatched = e instanceof UnmatchedArgumentException;
    if (isUnmatched) {
      UnmatchedArgumentException.printSuggestions(e, err);
    }
    err.println("Try: copydesk " + nameOf(e.getCommandLine()) + "--help");
    return Failure.USAGE;
  }

  private static String nameOf(CommandLine line) {
    return line.getParent() == null ? "" : line.getCommandName() + " ";
  }

  private static int failed(Exception e, CommandLine line, CommandLine.ParseResult result) {
    PrintWriter err = line.getErr();
    if (e instanceof Failure failure) {
      err.println("copydesk: " + Secrets.mask(failure.getMessage()));
      if (System.getenv("COPYDESK_TRACE") != null) {
        failure.printStackTrace(err);
      }
      return failure.exitCode();
    }
    if (e instanceof IOException) {
      err.println(
          "copydesk: " + e.getClass().getSimpleName() + ": " + Secrets.mask(e.getMessage()));
    } else {
      err.println("copydesk: this should not have happened; please report it");
      e.printStackTrace(err);
    }
    return Failure.OTHER;
  }
}
