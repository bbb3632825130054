package org.copydesk.command.options;

import java.util.Collection;
import java.util.Comparator;
import java.util.TreeSet;

/** Finds the name somebody may have meant, by Levenshtein's distance. */
public final class NearestName {
  /** More edits than this share of a name is another name. */
  private static final double MOST_EDITS = 0.5;

  private NearestName() {}

  /** {@code "; did you mean X?"}, or nothing when no name is near. */
  public static String suggestion(String name, Collection<String> known) {
    return new TreeSet<>(known)
        .stream()
            .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
            .filter(near -> distance(name, near) <= Math.max(2, near.length() * MOST_EDITS))
            .map(near -> "; did you mean " + near + "?")
            .orElse("");
  }

  public static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
