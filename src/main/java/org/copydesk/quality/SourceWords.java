package org.copydesk.quality;

import java.util.Arrays;
import org.copydesk.text.Tokens;

/**
 * The words of a text as the sources of the signals count them, which is not how the corpus does:
 * {@code https://example.org/a,b} is one word.
 *
 * <p>A word is what white space separates; in scripts without spaces each character is one. Gopher
 * counts a word without the punctuation around it, RedPajama in lower case and without ASCII's
 * punctuation, wherever it stands ("well-known" is "wellknown"). Lengths are code points.
 */
final class SourceWords {
  private static final long FACTOR = 0x9E3779B97F4A7C15L;
  private static final String[] STOP_WORDS = {
    "the", "be", "to", "of", "and", "that", "have", "with"
  };
  private static final long[] STOP_KEYS = new long[STOP_WORDS.length];

  static {
    for (int i = 0; i < STOP_WORDS.length; i++) {
      for (char c : STOP_WORDS[i].toCharArray()) {
        STOP_KEYS[i] = STOP_KEYS[i] << 8 | c;
      }
    }
  }

  // RedPajama's words.
  private long[] hashes = new long[256];
  private int[] lengths = new int[256];
  private int count;

  // Gopher's.
  private int all;
  private int words;
  private int alphabetic;
  private long wordCharacters;
  private int stopWords;

  void reset() {
    count = 0;
    all = 0;
    words = 0;
    alphabetic = 0;
    wordCharacters = 0;
    stopWords = 0;
  }

  /**
   * Reads what stands between white space.
   *
   * @param kinds bits of {@link WordPass}: what it is made of
   */
  void read(char[] text, int from, int to, int kinds) {
    if (kinds == 0) {
      addLetters(text, from, to);
      return;
    }
    if ((kinds & WordPass.BEYOND) == 0) {
      addWord(text, from, to);
      return;
    }
    for (int i = from; i < to; ) {
      int end = i;
      while (end < to && (text[end] < '\u0E00' || !Tokens.standsAlone(at(text, end, to)))) {
        end++;
      }
      end += end > i ? 0 : Character.charCount(at(text, i, to));
      addWord(text, i, end);
      i = end;
    }
  }

  /** As {@link #addWord} of letters of ASCII. */
  private void addLetters(char[] text, int from, int to) {
    long hash = 0;
    for (int i = from; i < to; i++) {
      hash = (hash + (text[i] | 32)) * FACTOR;
    }
    all++;
    alphabetic++;
    words++;
    wordCharacters += to - from;
    tellStopWord(text, from, to);
    keep(hash, to - from);
  }

  private void keep(long hash, int length) {
    if (count == hashes.length) {
      hashes = Arrays.copyOf(hashes, count * 2);
      lengths = Arrays.copyOf(lengths, count * 2);
    }
    hashes[count] = hash ^ hash >>> 29;
    lengths[count++] = length;
  }

  private static int at(char[] text, int i, int length) {
    return Character.codePointAt(text, i, length);
  }

  private void addWord(char[] text, int from, int to) {
    all++;
    int first = -1;
    int last = -1;
    // Low surrogates up to the first and the last letter or digit: they are no code points.
    int lows = 0;
    int lowsAtFirst = 0;
    int lowsAtLast = 0;
    boolean hasLetter = false;
    long hash = 0;
    int normalLength = 0;
    int width;
    for (int i = from; i < to; i += width) {
      int c = text[i];
      width = 1;
      if (c < 128) {
        boolean isLetter = (c | 32) >= 'a' && (c | 32) <= 'z';
        if (isLetter || c >= '0' && c <= '9') {
          hasLetter |= isLetter;
          lowsAtFirst = first < 0 ? lows : lowsAtFirst;
          first = first < 0 ? i : first;
          last = i + 1;
          lowsAtLast = lows;
          hash = (hash + (isLetter ? c | 32 : c)) * FACTOR;
          normalLength++;
        } else if (c < ' ' || c == 127) {
          hash = (hash + c) * FACTOR;
          normalLength++;
        }
        continue;
      }
      c = at(text, i, to);
      width = Character.charCount(c);
      boolean isLetter = Character.isLetter(c);
      if (isLetter || Character.isDigit(c)) {
        hasLetter |= isLetter;
        lowsAtFirst = first < 0 ? lows : lowsAtFirst;
        first = first < 0 ? i : first;
        last = i + width;
        lowsAtLast = lows + width - 1;
      }
      lows += width - 1;
      hash = (hash + Character.toLowerCase(c)) * FACTOR;
      normalLength++;
    }
    alphabetic += hasLetter ? 1 : 0;
    if (first >= 0) {
      words++;
      wordCharacters += last - first - (lowsAtLast - lowsAtFirst);
      tellStopWord(text, first, last);
    }
    if (normalLength > 0) {
      keep(hash, normalLength);
    }
  }

  private void tellStopWord(char[] text, int from, int to) {
    if (to - from > 4) {
      return;
    }
    long key = 0;
    for (int i = from; i < to; i++) {
      key = key << 8 | (text[i] < 128 ? text[i] | 32 : 0);
    }
    for (int i = 0; i < STOP_KEYS.length; i++) {
      if (STOP_KEYS[i] == key) {
        stopWords |= 1 << i;
      }
    }
  }

  /** Number of RedPajama's words. */
  int count() {
    return count;
  }

  /** Tells apart word {@code i} of RedPajama's from others of this text. */
  long hash(int i) {
    return hashes[i];
  }

  /** Code points of word {@code i} of RedPajama's. */
  int length(int i) {
    return lengths[i];
  }

  /** What white space separates, signs alone among it. */
  int all() {
    return all;
  }

  /** Those with a letter or digit. */
  int words() {
    return words;
  }

  /** Those with a letter. */
  int alphabetic() {
    return alphabetic;
  }

  /** Code points of {@link #words()}, without the punctuation around them. */
  long wordCharacters() {
    return wordCharacters;
  }

  /** How many different ones of Gopher's eight stop words there are. */
  int stopWords() {
    return Integer.bitCount(stopWords);
  }
}
