package org.copydesk.text;

import java.util.Arrays;

/**
 * Finds whether a text holds one of many phrases, wherever in it: one pass over the text, which
 * looks at the phrases that begin with each of its letters alone.
 */
public final class AnyPhrase {
  private static final int BUCKETS = 256;

  private final String[][] byFirst = new String[BUCKETS][];

  /** Adds a phrase, which may not be empty; as texts are written in which it is looked for. */
  public void add(String phrase) {
    int bucket = bucket(phrase.charAt(0));
    String[] some = byFirst[bucket];
    byFirst[bucket] = some == null ? new String[1] : Arrays.copyOf(some, some.length + 1);
    byFirst[bucket][byFirst[bucket].length - 1] = phrase;
  }

  /** Whether a text holds one. */
  public boolean isIn(String text) {
    return isIn(text, 0);
  }

  /** Whether one begins at {@code from} or behind it. */
  public boolean isIn(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      String[] some = byFirst[bucket(text.charAt(i))];
      for (int k = 0; some != null && k < some.length; k++) {
        if (text.startsWith(some[k], i)) {
          return true;
        }
      }
    }
    return false;
  }

  private static int bucket(char first) {
    return (first ^ first >> 8) & (BUCKETS - 1);
  }
}
