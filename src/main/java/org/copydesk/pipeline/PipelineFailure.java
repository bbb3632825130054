package org.copydesk.pipeline;

import java.io.IOException;
import java.nio.file.FileSystemException;
import org.copydesk.corpus.Failure;
import org.copydesk.dump.source.SourceFailure;
import org.copydesk.pipeline.grouping.BucketMemory;
import org.copydesk.pipeline.read.UnitCache;
import org.copydesk.pipeline.scratch.TemporaryFiles;

/** What ended a pipeline, as a build tells it. */
final class PipelineFailure {
  private PipelineFailure() {}

  /** Runners wrap what went wrong several times; the innermost cause is what happened. */
  static Failure of(RuntimeException e) throws IOException, Failure {
    Throwable cause = e;
    while (cause.getCause() != null && cause.getCause() != cause) {
      if (cause instanceof SourceFailure source) {
        return Failure.ofData("unreadable", source.getMessage());
      }
      throwIfLost(cause);
      cause = cause.getCause();
    }
    throwIfLost(cause);
    if (cause instanceof SourceFailure source) {
      return Failure.ofData("unreadable", source.getMessage());
    }
    if (cause instanceof FileSystemException fileSystem) {
      throw fileSystem;
    }
    if (TemporaryFiles.areFull()) {
      return TemporaryFiles.full(e);
    }
    String message = cause.getMessage();
    return new Failure(
        Failure.OTHER,
        "the build failed: "
            + (cause instanceof IOException && message != null ? message : cause.toString()),
        e);
  }

  /** A cluster may send back words alone. */
  private static void throwIfLost(Throwable cause) throws BucketMemory.LostException, Failure {
    if (cause instanceof UnitCache.WrongException
        || String.valueOf(cause.getMessage())
            .startsWith(UnitCache.WrongException.class.getName() + ": ")) {
      throw new Failure(Failure.ACCOUNTING, cause.getMessage());
    }
    if (cause instanceof BucketMemory.LostException lost) {
      throw lost;
    }
    String told = String.valueOf(cause.getMessage());
    int name = told.indexOf(BucketMemory.LostException.class.getName() + ": ");
    if (name >= 0) {
      String words = told.substring(told.indexOf(": ", name) + 2);
      throw new BucketMemory.LostException(words.lines().findFirst().orElse(words));
    }
  }
}
