package org.copydesk.compare;

import java.util.List;
import org.copydesk.corpus.Failure;
import org.copydesk.corpus.UnreadFiles;

/**
 * Decides whether a corpus without some of its inputs may be published: other files each night
 * would give another corpus each night.
 *
 * @param isPassed whether they are told of and let pass
 */
public record UnreadableGate(boolean isPassed) {
  /**
   * Fails (65) with the names, or gives lines for the user.
   *
   * @param unread inputs that could not be read
   */
  public List<String> check(UnreadFiles unread) throws Failure {
    if (unread.isEmpty()) {
      return List.of();
    }
    String message =
        unread.count() + " could not be read:\n  " + String.join("\n  ", unread.first());
    if (!isPassed) {
      throw Failure.ofData(
          "unreadable", message + "\n--unreadable=reject publishes without what they hold");
    }
    return List.of("warning: " + message);
  }
}
