package org.copydesk;

import org.copydesk.command.ChildJvm;
import org.copydesk.command.Commands;

/** Copydesk: raw dumps of crawled news in, a clean corpus out. */
public final class Copydesk {
  private Copydesk() {}

  /** Runs a command, in a child JVM with the flags the program needs unless this is that child. */
  public static void main(String[] arguments) throws Exception {
    int exitCode =
        ChildJvm.isThis() ? Commands.run(ChildJvm.arguments(arguments)) : ChildJvm.run(arguments);
    System.out.flush();
    System.err.flush();
    System.exit(exitCode);
  }
}
