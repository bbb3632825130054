package org.copydesk.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.copydesk.corpus.Failure;
import org.copydesk.corpus.Secrets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The commands, and how their failures become messages and exit codes. */
@Command(
    name = "copydesk",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Turns raw dumps of crawled news into a clean corpus.",
    synopsisSubcommandLabel = "COMMAND")
public final class Commands implements Runnable {
  /** In the order of help; each knows its name. */
  private static final List<Class<?>> ALL =
      List.of(
          BuildCommand.class,
          InspectCommand.class,
          ExtractCommand.class,
          ExplainCommand.class,
          WhyCommand.class,
          VerifyCommand.class,
          ReportCommand.class,
          PathCommand.class,
          CacheCommand.class,
          PublishCommand.class,
          DiffCommand.class,
          GenerateCommand.class,
          TrainCommand.class,
          EvaluateCommand.class,
          CompletionCommand.class,
          CommandLine.HelpCommand.class);

  /** What tells of the others. */
  private static final List<Class<?>> NEED_ALL =
      List.of(CompletionCommand.class, CommandLine.HelpCommand.class);

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command?");
  }

  /** Runs a command; gives the exit code. */
  public static int run(String... arguments) {
    quietLibraries();
    Locale.setDefault(Locale.ROOT);
    CommandLine line = line(arguments);
    line.setErr(new PrintWriter(new PrintableWriter(System.err), true));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setOverwrittenOptionsAllowed(true);
    line.setParameterExceptionHandler(Commands::misused);
    line.setExecutionExceptionHandler(Commands::failed);
    return line.execute(Negations.resolved(line, arguments));
  }

  /** The commands that the arguments may mean; all of them for none. */
  static CommandLine line(String... arguments) {
    CommandLine line = new CommandLine(new Commands());
    wanted(arguments).forEach(line::addSubcommand);
    HelpLayout.apply(line, arguments);
    return line;
  }

  /** The one command that is named, as reading the settings of all takes longer than some run. */
  private static List<Class<?>> wanted(String... arguments) {
    String first = arguments.length == 0 ? "" : arguments[0];
    List<Class<?>> named =
        ALL.stream()
            .filter(command -> command.getAnnotation(Command.class).name().equals(first))
            .filter(command -> !NEED_ALL.contains(command))
            .toList();
    return named.isEmpty() ? ALL : named;
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
    err.println("copydesk: " + Secrets.mask(worded(e)));
    boolean isUnmatched = e instanceof UnmatchedArgumentException;
    if (isUnmatched) {
      UnmatchedArgumentException.printSuggestions(e, err);
    }
    err.println("Try: copydesk " + nameOf(e.getCommandLine()) + "--help");
    return Failure.USAGE;
  }

  /** A value of the wrong kind in words of ours; any other mistake as picocli words it. */
  static String worded(ParameterException e) {
    boolean isOfKind = e.getArgSpec() instanceof OptionSpec && e.getValue() != null;
    boolean isPlaced = e.getCause() instanceof ParameterException;
    if (!isOfKind || isPlaced) {
      return e.getMessage();
    }
    Class<?> type = e.getArgSpec().auxiliaryTypes()[0];
    String kind =
        type == boolean.class || type == Boolean.class
            ? "true or false"
            : type == double.class || type == Double.class
                ? "a number"
                : type == int.class || type == long.class || type == Integer.class
                    ? "a whole number"
                    : type == Path.class ? "a path" : null;
    String name = ((OptionSpec) e.getArgSpec()).longestName();
    if (type.isEnum()) {
      List<String> values =
          Arrays.stream(type.getEnumConstants())
              .map(value -> String.valueOf(value).toLowerCase(Locale.ROOT))
              .toList();
      return name + ": " + e.getValue() + " is none of " + String.join(", ", values);
    }
    return kind == null ? e.getMessage() : name + ": " + e.getValue() + " is not " + kind;
  }

  private static String nameOf(CommandLine line) {
    return line.getParent() == null ? "" : line.getCommandName() + " ";
  }

  static final String OUT_OF_MEMORY =
      "copydesk: out of memory; give the program more (COPYDESK_HEAP=6g, or java -Xmx6g)";

  /** Whether that is what a failure comes from, on whatever thread. */
  static boolean isOutOfMemory(Throwable e) {
    int depth = 0;
    for (Throwable cause = e; cause != null && depth < MOST_CAUSES; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError) {
        return true;
      }
      depth++;
    }
    return false;
  }

  private static final int MOST_CAUSES = 50;

  private static int failed(Exception e, CommandLine line, CommandLine.ParseResult result) {
    PrintWriter err = line.getErr();
    if (e instanceof Failure failure) {
      err.println("copydesk: " + Secrets.mask(failure.getMessage()));
      if (System.getenv("COPYDESK_TRACE") != null) {
        failure.printStackTrace(err);
      }
      return failure.exitCode();
    }
    if (isOutOfMemory(e)) {
      err.println(OUT_OF_MEMORY);
      return Failure.MEMORY;
    }
    if (e instanceof InvalidPathException path) {
      err.println("copydesk: no path: " + Secrets.mask(path.getInput()) + ": " + path.getReason());
      return Failure.USAGE;
    }
    if (e instanceof IOException) {
      err.println("copydesk: " + Secrets.mask(Failure.reason((IOException) e)));
    } else {
      err.println("copydesk: this should not have happened; please report it");
      e.printStackTrace(err);
    }
    return Failure.OTHER;
  }
}
