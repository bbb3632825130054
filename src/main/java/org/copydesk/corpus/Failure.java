package org.copydesk.corpus;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** A command that cannot go on: a message for the user and the exit code it ends with. */
public final class Failure extends Exception {
  private static final long serialVersionUID = 1;

  /** Bad arguments or definition. */
  public static final int USAGE = 2;

  /** Out of memory. */
  public static final int MEMORY = 3;

  /** The data failed a limit. */
  public static final int DATA = 65;

  /** An accounting check failed. */
  public static final int ACCOUNTING = 70;

  /** Another build holds or won the output. */
  public static final int BUSY = 75;

  /** Ended by a person or a supervisor: 128 and the number of SIGINT, as shells have it. */
  public static final int INTERRUPTED = 130;

  /** Anything else. */
  public static final int OTHER = 1;

  private final int exitCode;
  private final String about;

  public Failure(int exitCode, String message) {
    this(exitCode, message, null);
  }

  public Failure(int exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
    this.about =
        switch (exitCode) {
          case ACCOUNTING -> "check";
          case INTERRUPTED -> "interrupted";
          default -> "error";
        };
  }

  private Failure(String about, String message) {
    super(message);
    this.exitCode = DATA;
    this.about = about;
  }

  /** The data failed a limit: 65, with a word for which. */
  public static Failure ofData(String about, String message) {
    return new Failure(about, message);
  }

  /** A word for what went wrong, as {@link FailedMark} keeps it. */
  public String about() {
    return about;
  }

  public int exitCode() {
    return exitCode;
  }

  /** What went wrong with a file, without the names Java has for it. */
  public static String reason(IOException e) {
    if (e instanceof NoSuchFileException file) {
      return "no such file: " + file.getFile();
    }
    if (e instanceof AccessDeniedException file) {
      return "not allowed: " + file.getFile();
    }
    if (e instanceof FileSystemException file && file.getReason() != null) {
      return file.getFile() + ": " + file.getReason();
    }
    if (e instanceof CharacterCodingException) {
      return "a file that should be text is not in UTF-8";
    }
    return e.getMessage() == null ? "trouble with a file or a connection: " + e : e.getMessage();
  }
}
