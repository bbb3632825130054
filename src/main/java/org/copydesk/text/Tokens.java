package org.copydesk.text;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.util.Arrays;

/**
 * The words of a normalised text, each as its 64-bit hash and its place: "3 killed, 2 hurt" gives
 * four tokens.
 *
 * <p>A word is a run of letters, digits and marks; an apostrophe between letters belongs to it.
 * Scripts written without spaces (Han, kana, Thai, Lao, Khmer, Myanmar) give a token a character.
 * Computed once a text and shared by shingling, classifying and the quality signals.
 */
public final class Tokens {
  /** Version of the rule above and of the hash (XXH3, 64 bit, seed 0, over UTF-16 units). */
  public static final int VERSION = 1;

  private static final Hasher64 HASHER = Hashing.xxh3_64();

  /** Which characters below it are part of a word; there are no marks among them. */
  private static final boolean[] LATIN_WORD_PART = new boolean[0x100];

  static {
    for (char c = 0; c < LATIN_WORD_PART.length; c++) {
      LATIN_WORD_PART[c] = Character.isLetterOrDigit(c);
    }
  }

  private final String text;
  private final int count;
  private final int[] starts;
  private final int[] ends;
  private final long[] hashes;

  /**
   * @param count of what the arrays hold at their beginning
   */
  private Tokens(String text, int count, int[] starts, int[] ends, long[] hashes) {
    this.text = text;
    this.count = count;
    this.starts = starts;
    this.ends = ends;
    this.hashes = hashes;
  }

  /** The tokens of a text in the form {@link Normaliser} gives. */
  public static Tokens of(String normalised) {
    return of(normalised, Integer.MAX_VALUE);
  }

  /** At most the first {@code most} tokens. */
  public static Tokens of(String normalised, int most) {
    int[] starts = new int[Math.min(most, normalised.length() / 5 + 8)];
    int[] ends = new int[starts.length];
    long[] hashes = new long[starts.length];
    Utf16.Copy copy = Utf16.of(normalised);
    char[] text = copy.chars();
    byte[] bytes = copy.bytes();
    int length = normalised.length();
    int n = 0;
    int i = 0;
    while (i < length && n < most) {
      int c = codePoint(text, i, length);
      int width = Character.charCount(c);
      if (!isWordPart(c)) {
        i += width;
        continue;
      }
      int start = i;
      i += width;
      if (!standsAlone(c)) {
        i = endOfWord(text, i, length);
      }
      if (n == starts.length) {
        int larger = Math.min(most, n * 2 + 8);
        starts = Arrays.copyOf(starts, larger);
        ends = Arrays.copyOf(ends, larger);
        hashes = Arrays.copyOf(hashes, larger);
      }
      starts[n] = start;
      ends[n] = i;
      hashes[n] = HASHER.hashBytesToLong(bytes, start * Utf16.WIDTH, (i - start) * Utf16.WIDTH);
      n++;
    }
    return new Tokens(normalised, n, starts, ends, hashes);
  }

  private static int codePoint(char[] text, int i, int length) {
    char c = text[i];
    return c < Character.MIN_SURROGATE ? c : Character.codePointAt(text, i, length);
  }

  private static int endOfWord(char[] text, int from, int length) {
    int i = from;
    while (i < length) {
      int c = codePoint(text, i, length);
      if (c == '\'') {
        boolean isInside =
            i + 1 < length
                && Character.isLetter(codePoint(text, i + 1, length))
                && Character.isLetter(Character.codePointBefore(text, i));
        if (!isInside) {
          return i;
        }
      } else if (!isWordPart(c) || standsAlone(c)) {
        return i;
      }
      i += Character.charCount(c);
    }
    return i;
  }

  private static boolean isWordPart(int c) {
    if (c < LATIN_WORD_PART.length) {
      return LATIN_WORD_PART[c];
    }
    if (Character.isLetterOrDigit(c)) {
      return true;
    }
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** Whether a character of this script is a token by itself. */
  public static boolean standsAlone(int c) {
    if (c < 0x0E00) {
      return false;
    }
    return (c <= 0x0EFF)
        || (c >= 0x1000 && c <= 0x109F)
        || (c >= 0x1780 && c <= 0x17FF)
        || (c >= 0x3040 && c <= 0x30FF)
        || (c >= 0x3400 && c <= 0x9FFF)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0x20000 && c <= 0x3FFFF);
  }

  /** The text they were taken from. */
  public String text() {
    return text;
  }

  public int count() {
    return count;
  }

  /** Hash of token {@code i}. */
  public long hash(int i) {
    return hashes[i];
  }

  /** First character of token {@code i} in the normalised text. */
  public int start(int i) {
    return starts[i];
  }

  /** Character after token {@code i} in the normalised text. */
  public int end(int i) {
    return ends[i];
  }

  /** Token {@code i} as text. */
  public String word(int i) {
    return text.substring(starts[i], ends[i]);
  }
}
