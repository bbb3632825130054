package org.copydesk.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds whether a text holds one of many phrases, wherever in it: one pass over the text, which
 * looks at the phrases that begin with each of its letters alone.
 */
public final class AnyPhrase {
  private static final int BUCKETS = 256;

  private final List<List<String>> byFirst = new ArrayList<>();

  /** With no phrase yet. */
  public AnyPhrase() {
    for (int i = 0; i < BUCKETS; i++) {
      byFirst.add(null);
    }
  }

  /** Adds a phrase, which may not be empty; as texts are written in which it is looked for. */
  public void add(String phrase) {
    int bucket = bucket(phrase.charAt(0));
    if (byFirst.get(bucket) == null) {
      byFirst.set(bucket, new ArrayList<>());
    }
    byFirst.get(bucket).add(phrase);
  }

  /** Whether a text holds one. */
  public boolean isIn(String text) {
    return isIn(text, 0);
  }

  /** Whether one begins at {@code from} or behind it. */
  public boolean isIn(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      List<String> some = byFirst.get(bucket(text.charAt(i)));
      for (int k = 0; some != null && k < some.size(); k++) {
        if (text.startsWith(some.get(k), i)) {
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
