package org.copydesk.segment;

import java.util.ArrayList;
import java.util.List;

/**
 * Phrases looked up as the beginning of a normalised line: by their first characters, longest
 * first. A phrase that ends in {@code *} may go on within its last word.
 */
public final class PhraseIndex {
  /** Phrases by the two bytes of their first character. */
  private final String[][][] byHead = new String[256][][];

  /** Adds a normalised phrase; an empty one adds nothing. */
  public void add(String phrase) {
    if (!phrase.isEmpty()) {
      char head = phrase.charAt(0);
      if (byHead[head >> 8] == null) {
        byHead[head >> 8] = new String[256][];
      }
      String[] known = byHead[head >> 8][head & 0xFF];
      List<String> list = new ArrayList<>(known == null ? List.of() : List.of(known));
      list.add(phrase);
      list.sort((a, b) -> b.length() - a.length());
      byHead[head >> 8][head & 0xFF] = list.toArray(String[]::new);
    }
  }

  /** Characters of the longest phrase a line begins with; 0 when none does. */
  public int prefixOf(String line) {
    return prefixOf(line, 0);
  }

  /** Characters of the longest phrase that stands at {@code from}; 0 when none does. */
  public int prefixOf(String line, int from) {
    if (from >= line.length()) {
      return 0;
    }
    char head = line.charAt(from);
    String[][] page = byHead[head >> 8];
    String[] list = page == null ? null : page[head & 0xFF];
    if (list == null) {
      return 0;
    }
    for (String phrase : list) {
      int length = phrase.length();
      boolean isStem = phrase.charAt(length - 1) == '*';
      length -= isStem ? 1 : 0;
      if (line.regionMatches(from, phrase, 0, length)
          && (isStem || endsWord(line, from + length))) {
        return length;
      }
    }
    return 0;
  }

  private static boolean endsWord(String line, int at) {
    if (at >= line.length()) {
      return true;
    }
    char last = line.charAt(at - 1);
    if (CharClass.of(last) == CharClass.UNSPACED || !Lexicon.isWordPart(last)) {
      return true;
    }
    return !Lexicon.isWordPart(line.charAt(at));
  }
}
