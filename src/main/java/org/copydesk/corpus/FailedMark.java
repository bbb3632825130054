package org.copydesk.corpus;

import java.io.IOException;
import org.copydesk.storage.Storage;
import org.copydesk.text.Printable;

/**
 * The file {@code _FAILED} of a generation that was not published: the exit code, a word for what
 * went wrong and the message, each on lines of its own.
 *
 * @param exitCode what the build ended with
 * @param cause {@code drift}, {@code rejected}, {@code unreadable}, {@code forgotten}, {@code
 *     empty}, {@code check}, {@code interrupted}, {@code died} or {@code error}
 * @param message for a person
 */
public record FailedMark(int exitCode, String cause, String message) {
  public static final String NAME = "_FAILED";
  public static final String DRIFT = "drift";
  static final String DIED = "died";

  /** The mark of a build that a failure ended. */
  public static FailedMark of(Failure failure) {
    return new FailedMark(failure.exitCode(), failure.about(), failure.getMessage());
  }

  public void write(Storage generation) throws IOException {
    generation.replaceText(
        NAME,
        "exit code "
            + exitCode
            + "\n"
            + cause
            + "\n"
            + Printable.lines(Secrets.mask(message))
            + "\n");
  }

  /** Reads a generation's mark; null when it has none. */
  public static FailedMark read(Storage generation) throws IOException {
    String text = generation.readText(NAME);
    if (text == null) {
      return null;
    }
    String[] lines = text.split("\n", 3);
    boolean isWhole = lines.length == 3 && lines[0].matches("exit code \\d{1,3}");
    return isWhole
        ? new FailedMark(Integer.parseInt(lines[0].substring(10)), lines[1], lines[2].strip())
        : new FailedMark(Failure.OTHER, "error", text.strip());
  }
}
