package org.copydesk.dedup.opening;

import java.util.ArrayList;
import java.util.List;
import org.copydesk.dedup.opening.Opening.Token;

/** Two openings word by word: the places where they differ, by a longest common subsequence. */
final class OpeningAlignment {
  /**
   * A place where two sequences differ.
   *
   * @param isLast whether both end there
   */
  record Block(int startA, int endA, int startB, int endB, boolean isLast) {
    int longer() {
      return Math.max(endA - startA, endB - startB);
    }

    int shorter() {
      return Math.min(endA - startA, endB - startB);
    }

    /** As much of both as the shorter one has. */
    Block begin() {
      return new Block(startA, startA + shorter(), startB, startB + shorter(), true);
    }
  }

  private OpeningAlignment() {}

  /** Whether two tokens are one. */
  static boolean isOne(Token x, Token y) {
    if (x.otherwise() == null
        && y.otherwise() == null
        && (x.form().length() > 1 || y.form().length() > 1)
        && !x.form().equals(y.form())) {
      return false; // most pairs
    }
    boolean isOtherYear = x.year() != 0 && y.year() != 0 && x.year() != y.year();
    boolean isSame =
        x.form().equals(y.form())
            || y.form().equals(x.otherwise())
            || x.form().equals(y.otherwise())
            || WordForms.isOneHan(x.form(), y.form())
            || isOneDecade(x, y)
            || (x.otherwise() != null
                && x.otherwise().startsWith(PeriodsAndShares.PART)
                && x.otherwise().equals(y.otherwise()));
    return isSame && !isOtherYear;
  }

  /** "The 1990s", "die neunziger Jahre". */
  private static boolean isOneDecade(Token x, Token y) {
    return x.otherwise() != null
        && x.otherwise().startsWith("number ")
        && x.otherwise().equals(y.otherwise())
        && x.hasUnit() != y.hasUnit()
        && (x.hasUnit() ? x : y).form().endsWith(" months");
  }

  /** Places where two sequences differ, in order. */
  static List<Block> blocks(List<Token> first, List<Token> second) {
    int n = first.size();
    int m = second.size();
    int i = 0;
    while (i < n && i < m && isOne(first.get(i), second.get(i))) {
      i++; // what both begin with is aligned whatever follows
    }
    int begin = i;
    int j = begin;
    short[][] length = new short[n + 1][m + 1];
    for (i = n - 1; i >= begin; i--) {
      for (j = m - 1; j >= begin; j--) {
        length[i][j] =
            isOne(first.get(i), second.get(j))
                ? (short) (length[i + 1][j + 1] + 1)
                : (short) Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    List<Block> blocks = new ArrayList<>();
    i = begin;
    j = begin;
    int startA = begin;
    int startB = begin;
    while (i < n && j < m) {
      if (isOne(first.get(i), second.get(j))) {
        if (i > startA || j > startB) {
          blocks.add(new Block(startA, i, startB, j, false));
        }
        i++;
        j++;
        startA = i;
        startB = j;
      } else if (length[i + 1][j] >= length[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    if (startA < n || startB < m) {
      blocks.add(new Block(startA, n, startB, m, true));
    }
    return blocks;
  }
}
