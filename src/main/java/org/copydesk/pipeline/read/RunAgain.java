package org.copydesk.pipeline.read;

import java.io.IOException;
import org.copydesk.dump.source.SourceFailure;
import org.copydesk.dump.source.Unreadable;
import org.copydesk.storage.Storage;

/**
 * Has the runner run a task again that could not read an input, perhaps on another machine, so many
 * times a build; after that a file that cannot be read is told of, so that all of them are. What
 * will not change by itself, a permission or a file that was replaced, is told of at once.
 *
 * <p>The times are counted by files of the work folder, which outlive a task.
 */
public final class RunAgain implements Unreadable {
  private static final long serialVersionUID = 1;

  private final Storage work;
  private final int times;

  /**
   * @param times tasks that may fail so in a build; fewer than the runner puts up with
   */
  public RunAgain(Storage work, int times) {
    this.work = work;
    this.times = times;
  }

  @Override
  public void met(SourceFailure failure) throws SourceFailure {
    boolean isToRun = false;
    try {
      for (int i = 0; i < times && !failure.isLasting() && !isToRun; i++) {
        isToRun = work.createText("run-again-" + i, failure.getMessage() + "\n");
      }
    } catch (IOException e) {
      failure.addSuppressed(e);
      isToRun = true;
    }
    if (isToRun) {
      throw failure;
    }
  }
}
