package org.copydesk.command;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.copydesk.corpus.Failure;
import org.copydesk.pipeline.scratch.Scratch;

/**
 * Runs a command in the JVM that was started. Those that run no pipeline need none of the flags of
 * {@link ChildJvm} but a large stack and, where the locale is another, UTF-8; a second JVM took
 * longer to start than they take. Not so {@code why}: 2.3 and 3.1 seconds of processor in one JVM,
 * most of them of its optimising compiler, 1.4 and 1.8 with that of a second one.
 */
public final class OneJvm {
  /** What runs in this JVM and needs no temporary files. */
  private static final Set<String> WITHOUT_FILES = Set.of("help", "path", "completion");

  /** What else does. */
  private static final Set<String> WITHOUT_PIPELINE =
      Set.of("inspect", "extract", "explain", "verify", "report", "publish", "diff");

  private static final Set<String> HELP = Set.of("-h", "--help", "-V", "--version");

  private static final long STACK_BYTES = 2L << 20;

  private OneJvm() {}

  /** Whether the command these are of runs as well in this JVM. */
  public static boolean suffices(String... arguments) {
    return isUtf8()
        && (asksForHelp(arguments)
            || WITHOUT_FILES.contains(arguments[0])
            || WITHOUT_PIPELINE.contains(arguments[0]));
  }

  private static boolean asksForHelp(String... arguments) {
    return arguments.length == 0 || Arrays.stream(arguments).anyMatch(HELP::contains);
  }

  /** Names of files, too, are read and written by what the locale says. */
  private static boolean isUtf8() {
    return Charset.defaultCharset().equals(StandardCharsets.UTF_8)
        && "UTF-8".equalsIgnoreCase(System.getProperty("sun.jnu.encoding"));
  }

  /** Runs the command; gives the exit code. */
  public static int run(String... arguments) throws Exception {
    if (!asksForHelp(arguments) && WITHOUT_PIPELINE.contains(arguments[0])) {
      makeScratch();
    }
    FutureTask<Integer> command = new FutureTask<>(() -> Commands.run(arguments));
    Thread thread = new Thread(null, command, "command", STACK_BYTES);
    thread.start();
    try {
      return command.get();
    } catch (ExecutionException e) {
      if (Commands.isOutOfMemory(e)) {
        System.err.println(Commands.OUT_OF_MEMORY);
        return Failure.MEMORY;
      }
      throw e;
    }
  }

  /** Whatever a library unpacks goes with the process, or before the next one that makes some. */
  private static void makeScratch() {
    try {
      System.setProperty("java.io.tmpdir", Scratch.make().alsoAtShutdown().folder().toString());
    } catch (IOException e) {
      // A command that needs no temporary files shall run all the same, and the others say so.
    }
  }
}
