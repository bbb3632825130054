package org.copydesk.story;

import java.time.Instant;
import java.util.Arrays;
import org.copydesk.text.ContentHash;

/**
 * A state of a story's text: a row of the table {@code versions}.
 *
 * @param chain id of the chain's last text
 * @param n its place in the chain, from 1
 * @param page where it was first seen
 * @param keptId the article in the corpus that stands for it
 * @param seenAt when it was first seen; null when unknown
 * @param lastSeenAt when it was last seen; null when unknown
 * @param modifiedAt when it became so, as the page says; null when it does not
 * @param added paragraphs that the state before did not have; null in the first
 * @param removed paragraphs of the state before that are gone; null in the first
 */
public record StoryState(
    ContentHash chain,
    int n,
    StoryPage page,
    ContentHash keptId,
    Instant seenAt,
    Instant lastSeenAt,
    Instant modifiedAt,
    Long added,
    Long removed) {

  /** What a state is to the one before. */
  public enum Relation {
    /** Paragraphs came. */
    GROWN,
    /** Paragraphs went. */
    CUT,
    /** Some paragraphs are others. */
    CHANGED,
    /** More than half of them are others. */
    REWRITTEN,
    /** The paragraphs are the same, in another order or under another headline. */
    ARRANGED
  }

  /** What this is to the state before; null in the first. */
  public Relation relation() {
    if (added == null) {
      return null;
    }
    if (added == 0 && removed == 0) {
      return Relation.ARRANGED;
    }
    if (removed == 0) {
      return Relation.GROWN;
    }
    if (added == 0) {
      return Relation.CUT;
    }
    return 2 * added > page.paragraphs().length ? Relation.REWRITTEN : Relation.CHANGED;
  }

  /** Paragraphs of {@code text} that {@code other} does not have, each as often as it stands. */
  static long missing(long[] text, long[] other) {
    long[] a = text.clone();
    long[] b = other.clone();
    Arrays.sort(a);
    Arrays.sort(b);
    long missing = 0;
    int j = 0;
    for (long each : a) {
      while (j < b.length && b[j] < each) {
        j++;
      }
      if (j < b.length && b[j] == each) {
        j++;
      } else {
        missing++;
      }
    }
    return missing;
  }
}
