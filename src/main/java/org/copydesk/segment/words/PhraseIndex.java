package org.copydesk.segment.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Phrases looked up as the beginning of a normalised line: by their first three characters, longest
 * first. A phrase that ends in {@code *} may go on within its last word.
 */
public final class PhraseIndex {
  private static final int NONE = -1;

  /** First characters by which phrases are found; of a shorter phrase all. */
  private static final int LONGEST_START = 3;

  /** A bit for each of such beginnings, hashed: most words begin like no phrase. */
  private final long[] filter = new long[1 << 10];

  /** Lengths of beginnings that phrases have: a bit each. */
  private int startLengths;

  private final KeyTable places = new KeyTable(64);
  private final List<Phrase[]> phrases = new ArrayList<>();

  /**
   * @param text without the star
   * @param number the caller's own
   */
  private record Phrase(String text, boolean isStem, int number) {
    boolean isAt(String line, int from) {
      return line.startsWith(text, from) && (isStem || endsWord(line, from + text.length()));
    }
  }

  /** Adds a normalised phrase; an empty one adds nothing. */
  public void add(String phrase) {
    add(phrase, 0);
  }

  /**
   * Adds a normalised phrase; an empty one adds nothing.
   *
   * @param number by which {@link #leastIn} knows it, from 0
   */
  void add(String phrase, int number) {
    boolean isStem = phrase.endsWith("*");
    String text = isStem ? phrase.substring(0, phrase.length() - 1) : phrase;
    if (text.isEmpty()) {
      return;
    }
    int length = Math.min(LONGEST_START, text.length());
    long start = start(text, 0, length);
    int place = places.get(start, NONE);
    List<Phrase> list = new ArrayList<>(place == NONE ? List.of() : List.of(phrases.get(place)));
    list.add(new Phrase(text, isStem, number));
    list.sort(Comparator.comparingInt((Phrase known) -> known.text().length()).reversed());
    if (place == NONE) {
      places.put(start, phrases.size());
      phrases.add(list.toArray(Phrase[]::new));
    } else {
      phrases.set(place, list.toArray(Phrase[]::new));
    }
    startLengths |= 1 << length;
    int bit = hash(start);
    filter[bit >> 6] |= 1L << bit;
  }

  /** The characters from {@code from} on, at most {@link #LONGEST_START}, as a number. */
  private static long start(String line, int from, int length) {
    long start = 0;
    for (int i = from; i < from + length; i++) {
      start = start << 16 | line.charAt(i);
    }
    return start;
  }

  /** Hashes of beginnings. */
  static final int HASHES = 1 << 16;

  private static int hash(long start) {
    return (int) (start * 0x9E3779B97F4A7C15L >>> 48);
  }

  /** Tells the hash of each phrase's beginning. */
  void forEachStart(IntConsumer told) {
    for (int word = 0; word < filter.length; word++) {
      for (long bits = filter[word]; bits != 0; bits &= bits - 1) {
        told.accept(word * 64 + Long.numberOfTrailingZeros(bits));
      }
    }
  }

  /**
   * What a table has for the hashes of the beginnings at a place of a line, put together.
   *
   * @param table by hash
   */
  static int startsIn(byte[] table, String line, int from) {
    int most = Math.min(LONGEST_START, line.length() - from);
    long start = 0;
    int found = 0;
    for (int k = 0; k < most; k++) {
      start = start << 16 | line.charAt(from + k);
      found |= table[hash(start)];
    }
    return found;
  }

  /** Characters of the longest phrase a line begins with; 0 when none does. */
  public int prefixOf(String line) {
    return prefixOf(line, 0);
  }

  /** Characters of the longest phrase that stands at {@code from}; 0 when none does. */
  public int prefixOf(String line, int from) {
    int most = Math.min(LONGEST_START, line.length() - from);
    for (int length = most; length > 0; length--) {
      for (Phrase phrase : beginningWith(line, from, length)) {
        if (phrase.isAt(line, from)) {
          return phrase.text().length();
        }
      }
    }
    return 0;
  }

  /** The least number of a phrase that stands at {@code from}; {@code none} when none does. */
  int leastAt(String line, int from, int none) {
    int least = none;
    int most = Math.min(LONGEST_START, line.length() - from);
    for (int length = most; length > 0; length--) {
      for (Phrase phrase : beginningWith(line, from, length)) {
        if (phrase.number() < least && phrase.isAt(line, from)) {
          least = phrase.number();
        }
      }
    }
    return least;
  }

  private static final Phrase[] NO_PHRASES = {};

  private Phrase[] beginningWith(String line, int from, int length) {
    if ((startLengths & 1 << length) == 0) {
      return NO_PHRASES;
    }
    long start = start(line, from, length);
    int bit = hash(start);
    if ((filter[bit >> 6] & 1L << bit) == 0) {
      return NO_PHRASES;
    }
    int place = places.get(start, NONE);
    return place == NONE ? NO_PHRASES : phrases.get(place);
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

  /**
   * The least number of a phrase that begins where a word of a normalised line does; {@code none}
   * where none does.
   */
  int leastIn(String normalised, int none) {
    int least = none;
    boolean isStart = true;
    for (int i = 0; i < normalised.length(); i++) {
      char c = normalised.charAt(i);
      if (isStart || CharClass.of(c) == CharClass.UNSPACED) {
        least = leastAt(normalised, i, least);
      }
      isStart = !CharClass.isWordPart(c);
    }
    return least;
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
