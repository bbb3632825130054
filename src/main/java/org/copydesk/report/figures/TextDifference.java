package org.copydesk.report.figures;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/**
 * Two texts side by side, word by word.
 *
 * @param left runs of the kept text
 * @param right runs of the other
 */
public record TextDifference(List<Run> left, List<Run> right) {
  private static final int MOST_WORDS = 350;

  /** Words in a row that the other text has too, or has not. */
  public record Run(String text, boolean isOwn) {}

  /** Compares the first 350 words of each, as the report shows them. */
  public static TextDifference of(String kept, String other) {
    List<String> left = words(kept);
    List<String> right = words(other);
    List<Run> leftRuns = new ArrayList<>();
    List<Run> rightRuns = new ArrayList<>();
    int leftAt = 0;
    int rightAt = 0;
    for (AbstractDelta<String> delta : DiffUtils.diff(left, right).getDeltas()) {
      int leftTo = delta.getSource().getPosition();
      int rightTo = delta.getTarget().getPosition();
      add(left, leftAt, leftTo, false, leftRuns);
      add(right, rightAt, rightTo, false, rightRuns);
      leftAt = leftTo + delta.getSource().size();
      rightAt = rightTo + delta.getTarget().size();
      add(left, leftTo, leftAt, true, leftRuns);
      add(right, rightTo, rightAt, true, rightRuns);
    }
    add(left, leftAt, left.size(), false, leftRuns);
    add(right, rightAt, right.size(), false, rightRuns);
    return new TextDifference(leftRuns, rightRuns);
  }

  private static void add(List<String> words, int from, int to, boolean isOwn, List<Run> runs) {
    if (from < to) {
      runs.add(new Run(String.join(" ", words.subList(from, to)), isOwn));
    }
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : Shown.text(text, 20_000).strip().split("\\s+")) {
      if (words.size() == MOST_WORDS) {
        words.add("…");
        break;
      }
      words.add(Shown.text(word, 60));
    }
    return words;
  }
}
