package org.copydesk.dump.source;

import java.io.Serializable;

/** Decides what becomes of a file whose bytes could not be had. */
@FunctionalInterface
public interface Unreadable extends Serializable {
  /** Each is a reject at once. */
  Unreadable TOLD = failure -> {};

  /** Each ends what its reader is at. */
  Unreadable THROWN =
      failure -> {
        throw failure;
      };

  /**
   * Returns where the file is to be told of as a reject; its reader goes on with the next one.
   *
   * @throws SourceFailure where whoever runs the reader shall run it again
   */
  void met(SourceFailure failure) throws SourceFailure;
}
