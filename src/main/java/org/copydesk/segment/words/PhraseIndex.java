package org.copydesk.segment.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Phrases looked up as the beginning of a normalised line: by their first two characters, longest
 * first. A phrase that ends in {@code *} may go on within its last word.
 */
public final class PhraseIndex {
  private static final int NONE = -1;

  /** In place of the second character of a phrase that has one only. */
  private static final char ANY = 0;

  /** A bit for each pair of first characters, hashed: most words begin like no phrase. */
  private final long[] filter = new long[1 << 10];

  private final KeyTable places = new KeyTable(64);
  private final List<String[]> phrases = new ArrayList<>();

  /** Adds a normalised phrase; an empty one adds nothing. */
  public void add(String phrase) {
    if (phrase.isEmpty()) {
      return;
    }
    boolean isShort = phrase.length() == 1 || phrase.charAt(1) == '*';
    char second = isShort ? ANY : phrase.charAt(1);
    long pair = pair(phrase.charAt(0), second);
    int place = places.get(pair, NONE);
    List<String> list = new ArrayList<>(place == NONE ? List.of() : List.of(phrases.get(place)));
    list.add(phrase);
    list.sort(Comparator.comparingInt(String::length).reversed());
    if (place == NONE) {
      places.put(pair, phrases.size());
      phrases.add(list.toArray(String[]::new));
    } else {
      phrases.set(place, list.toArray(String[]::new));
    }
    int bit = bit(pair);
    filter[bit >> 6] |= 1L << bit;
  }

  private static long pair(char first, char second) {
    return (long) first << 16 | second;
  }

  /** Hashes of first characters. */
  static final int HASHES = 1 << 16;

  /** Of a phrase's first character where any other may follow. */
  static int hash(char first) {
    return bit(pair(first, ANY));
  }

  /** Of a phrase's first two characters. */
  static int hash(char first, char second) {
    return bit(pair(first, second));
  }

  /** Tells the hash of each phrase's first characters. */
  void forEachStart(IntConsumer told) {
    for (int word = 0; word < filter.length; word++) {
      for (long bits = filter[word]; bits != 0; bits &= bits - 1) {
        told.accept(word * 64 + Long.numberOfTrailingZeros(bits));
      }
    }
  }

  private static int bit(long pair) {
    return (int) (pair * 0x9E3779B97F4A7C15L >>> 48);
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
    char first = line.charAt(from);
    if (from + 1 < line.length()) {
      int length = longest(line, from, pair(first, line.charAt(from + 1)));
      if (length > 0) {
        return length;
      }
    }
    return longest(line, from, pair(first, ANY));
  }

  /** Whether a normalised line has a phrase that begins where a word does. */
  public boolean isIn(String normalised) {
    boolean isStart = true;
    for (int i = 0; i < normalised.length(); i++) {
      char c = normalised.charAt(i);
      boolean isUnspaced = CharClass.of(c) == CharClass.UNSPACED;
      if ((isStart || isUnspaced) && prefixOf(normalised, i) > 0) {
        return true;
      }
      isStart = !CharClass.isWordPart(c);
    }
    return false;
  }

  private int longest(String line, int from, long pair) {
    int bit = bit(pair);
    if ((filter[bit >> 6] & 1L << bit) == 0) {
      return 0;
    }
    int place = places.get(pair, NONE);
    if (place == NONE) {
      return 0;
    }
    for (String phrase : phrases.get(place)) {
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
    if (CharClass.of(last) == CharClass.UNSPACED || !CharClass.isWordPart(last)) {
      return true;
    }
    return !CharClass.isWordPart(line.charAt(at));
  }
}
