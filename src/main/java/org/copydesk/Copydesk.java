package org.copydesk;

import org.copydesk.command.ChildJvm;
import org.copydesk.command.Commands;
import org.copydesk.command.OneJvm;
import org.copydesk.pipeline.runner.FlinkClient;

/** Copydesk: raw dumps of crawled news in, a clean corpus out. */
public final class Copydesk {
  private Copydesk() {}

  /**
   * Runs a command, in a child JVM with the flags the program needs unless this is that child, or
   * Flink's client, whose job the build is, or the command can do without them.
   */
  public static void main(String[] arguments) throws Exception {
    int exitCode;
    if (ChildJvm.isThis()) {
      exitCode = Commands.run(ChildJvm.arguments(arguments));
    } else if (FlinkClient.isAround()) {
      exitCode = Commands.run(arguments);
    } else if (OneJvm.suffices(arguments)) {
      exitCode = OneJvm.run(arguments);
    } else {
      exitCode = ChildJvm.run(Copydesk.class, arguments);
    }
    System.out.flush();
    System.err.flush();
    System.exit(exitCode);
  }
}
