package org.copydesk.command;

import org.copydesk.corpus.Failure;
import org.copydesk.pipeline.RunBuild;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.storage.Storage;
import picocli.CommandLine;

/** A build as its command would run it, on storage of the test's own. */
public final class ParsedBuild {
  private ParsedBuild() {}

  /**
   * Runs a build.
   *
   * @param output where it writes, instead of what {@code -o} would name
   * @param arguments as on the command line, without {@code build} and {@code -o}
   * @return the exit code the command would end with
   */
  public static int run(Storage output, String... arguments) {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "-o";
    all[arguments.length + 1] = output.location();
    BuildCommand command = parsed(all);
    try {
      new RunBuild(command.request(), told -> {}, output).run();
      return 0;
    } catch (Failure e) {
      if (e.exitCode() == Failure.OTHER) {
        e.printStackTrace();
      }
      return e.exitCode();
    } catch (Exception e) {
      // A code alone does not tell what went wrong where no test expects it.
      e.printStackTrace();
      return Failure.OTHER;
    }
  }

  /** The settings of stages that a command line means. */
  public static BuildSettings settings(String... arguments) throws Exception {
    return parsed(arguments).request().settings();
  }

  /** What a command line asks of a build. */
  public static RunBuild.Request request(String... arguments) throws Exception {
    return parsed(arguments).request();
  }

  private static BuildCommand parsed(String... arguments) {
    BuildCommand command = new BuildCommand();
    new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
    return command;
  }
}
