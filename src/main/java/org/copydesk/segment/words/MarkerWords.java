package org.copydesk.segment.words;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.copydesk.text.Normaliser;

/**
 * Markers as "read more" that end a snippet, in many languages, in the form {@link Normaliser}
 * gives. A phrase after a question mark is one only beside a sign of truncation.
 */
public final class MarkerWords {
  /** Those that come with the program. */
  public static final MarkerWords SHIPPED =
      new MarkerWords(WordLists.rows(MarkerWords.class, "markers.txt"));

  /** Most characters of a marker; longer line ends are not looked up. */
  public static final int LONGEST = 40;

  private final Set<String> markers = new HashSet<>();
  private final Set<String> weakMarkers = new HashSet<>();
  private final Set<String> markerEnds = new HashSet<>();
  private final BitSet lastLetters = new BitSet(1 << 15);

  /** The same of those that end in a stop, before it. */
  private final BitSet lastBeforeStop = new BitSet(1 << 15);

  /** Whether one ends in a stop after something that is no three ASCII letters. */
  private boolean endsInStop;

  MarkerWords(List<String[]> rows) {
    for (String[] row : rows) {
      for (String phrase : row) {
        if (phrase.startsWith("?")) {
          weakMarkers.add(Normaliser.normalise(phrase.substring(1)));
        } else {
          markers.add(Normaliser.normalise(phrase));
        }
      }
    }
    markers.remove("");
    markers.forEach(marker -> markerEnds.add(lastWord(marker)));
    weakMarkers.forEach(marker -> markerEnds.add(lastWord(marker)));
    indexMarkerEnds();
  }

  /** Whether a normalised text is a marker by itself, without glyphs. */
  public boolean isMarker(String normalised) {
    return markers.contains(normalised);
  }

  /** Whether a normalised text is a marker where a truncation sign or glyph stands beside it. */
  public boolean isMarkerBesideSign(String normalised) {
    return markers.contains(normalised) || weakMarkers.contains(normalised);
  }

  /** Whether any marker ends in a normalised word, as {@link #lastWord} gives it. */
  public boolean endsMarker(String word) {
    return markerEnds.contains(word);
  }

  /**
   * Whether a line whose last three bytes these are may end in a marker; false only where they are
   * ASCII letters that end none.
   *
   * @param isBeforeStop whether a full stop, a question mark or an exclamation mark follows them
   */
  public boolean mayEndMarker(int a, int b, int c, boolean isBeforeStop) {
    boolean isWord = isAsciiLetter(a) && isAsciiLetter(b) && isAsciiLetter(c);
    if (isBeforeStop) {
      return endsInStop && (!isWord || lastBeforeStop.get(lastLetters(a, b, c)));
    }
    return !isWord || lastLetters.get(lastLetters(a, b, c));
  }

  private static boolean isAsciiLetter(int c) {
    int lower = c | 32;
    return lower >= 'a' && lower <= 'z';
  }

  /** Five bits a letter, in any case. */
  private static int lastLetters(int a, int b, int c) {
    return (a & 31) << 10 | (b & 31) << 5 | c & 31;
  }

  private void indexMarkerEnds() {
    for (String word : markerEnds) {
      int n = word.length();
      if (n >= 3 && isAsciiLetter(word.charAt(n - 3))) {
        lastLetters.set(lastLetters(word.charAt(n - 3), word.charAt(n - 2), word.charAt(n - 1)));
      }
      int last = n == 0 ? ' ' : word.charAt(n - 1);
      boolean isStop = last == '.' || last == '?' || last == '!';
      endsInStop |= isStop;
      if (isStop && n >= 4 && isAsciiLetter(word.charAt(n - 4))) {
        lastBeforeStop.set(lastLetters(word.charAt(n - 4), word.charAt(n - 3), word.charAt(n - 2)));
      }
    }
  }

  /** The last word of a normalised text; of a script without spaces the last character. */
  public static String lastWord(String normalised) {
    int end = normalised.length();
    if (end == 0) {
      return "";
    }
    int last = normalised.codePointBefore(end);
    if (CharClass.of(last) == CharClass.UNSPACED || CharClass.of(last) == CharClass.MARK) {
      return new String(Character.toChars(last));
    }
    return normalised.substring(normalised.lastIndexOf(' ') + 1);
  }
}
