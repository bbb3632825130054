package org.copydesk.dump.source;

import java.io.IOException;
import java.nio.file.FileSystemException;
import org.copydesk.model.Reason;

/**
 * The bytes of an input could not be had, although they were asked for again: an error of the disk
 * or the network, no permission, or a file that is not the one that was listed. Damage of content
 * is none of these.
 */
public final class SourceFailure extends IOException {
  private static final long serialVersionUID = 1;

  private final Reason reason;
  private final boolean isLasting;
  private final String why;

  /**
   * @param reason {@code file_unreadable} or {@code file_changed}
   * @param isLasting whether another try, also elsewhere, is to end the same way
   */
  SourceFailure(
      String sourceFile, Reason reason, boolean isLasting, String why, IOException cause) {
    super("cannot read " + sourceFile + ": " + why, cause);
    this.reason = reason;
    this.isLasting = isLasting;
    this.why = why;
  }

  /** What an error that stayed means for the file. */
  public static SourceFailure of(String sourceFile, IOException e) {
    boolean isGone = Retry.isGone(e);
    return new SourceFailure(
        sourceFile,
        isGone ? Reason.FILE_CHANGED : Reason.FILE_UNREADABLE,
        Retry.isLasting(e),
        isGone ? "it is gone since it was listed" : words(e),
        e);
  }

  /** The error without the file's place, which differs from machine to machine. */
  static String words(IOException e) {
    String words =
        e instanceof FileSystemException system && system.getReason() != null
            ? system.getReason()
            : e instanceof FileSystemException ? null : e.getMessage();
    return words == null ? e.getClass().getSimpleName() : words;
  }

  public Reason reason() {
    return reason;
  }

  public boolean isLasting() {
    return isLasting;
  }

  /** Why, without the name of the file. */
  public String why() {
    return why;
  }
}
