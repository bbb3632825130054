package org.copydesk.corpus;

/** A command that cannot go on: a message for the user and the exit code it ends with. */
public final class Failure extends Exception {
  private static final long serialVersionUID = 1;

  /** Bad arguments or definition. */
  public static final int USAGE = 2;

  /** The data failed a limit. */
  public static final int DATA = 65;

  /** An accounting check failed. */
  public static final int ACCOUNTING = 70;

  /** Another build holds or won the output. */
  public static final int BUSY = 75;

  /** Anything else. */
  public static final int OTHER = 1;

  private final int exitCode;

  public Failure(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  public Failure(int exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  public int exitCode() {
    return exitCode;
  }
}
