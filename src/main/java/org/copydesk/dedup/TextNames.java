package org.copydesk.dedup;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;
import java.util.Locale;
import org.copydesk.dedup.opening.WordForms;
import org.copydesk.dedup.opening.WordMeanings;
import org.copydesk.text.HashFilter;

/**
 * The capitalised words of a text, each as 24 bits of which the lowest tells whether the text
 * itself has it and never in lower case, and which of them it has twice or more and never in lower
 * case: what it is about. Empty in scripts without capitals. A worker, one a thread.
 */
final class TextNames {
  /** Most words kept of each kind, those with the smallest hashes. */
  static final int MOST = 200;

  /** In a kept word: it is capitalised wherever the text has it. */
  static final int PROPER = 1;

  /** In a word that the text has twice: it has it three times or more. */
  static final int THRICE = 1;

  private static final int LEAST_LETTERS = 3;

  private static final IntOpenHashSet NO_NAMES = noNames();

  private static final byte LETTER = 1;
  private static final byte WORD_PART = 2;

  /** Of each character, whether it is a letter and whether it may stand within a word. */
  private static final byte[] KINDS = kinds();

  /** Which capitalised words a text may have. */
  private final HashFilter filter = new HashFilter(12);

  /** Words with a capital as they come, those of the headline first. */
  private int[] capitals = new int[1 << 8];

  private int capitalCount;

  /** Words in lower case as they come: what matters of them is whether they are capitals, too. */
  private int[] lower = new int[1 << 10];

  private int lowerCount;
  private char[] chars = new char[1 << 12];
  private int[] all = new int[0];
  private int[] twice = new int[0];

  /** A word in the form {@link WordForms#fold} gives. */
  static int hash(String form) {
    return hash(form.hashCode());
  }

  private static int hash(int code) {
    return (int) (Banding.mix(code + 0x51ED270BL) >>> 40) & ~PROPER;
  }

  /** Reads a headline and a text, replacing what was read. */
  void read(String title, String text) {
    capitalCount = 0;
    if (title != null) {
      scan(title);
    }
    int inTitle = capitalCount;
    lowerCount = 0;
    scan(text);
    // A headline in title case says nothing twice: its words are counted in the text alone.
    int[] ofText = Arrays.copyOfRange(capitals, inTitle, capitalCount);
    Arrays.sort(ofText);
    Arrays.sort(capitals, 0, capitalCount);
    boolean[] isLower = new boolean[ofText.length];
    filter.clear();
    for (int word : ofText) {
      filter.add(word);
    }
    for (int i = 0; i < lowerCount; i++) {
      if (!filter.mayHave(lower[i])) {
        continue;
      }
      int at = Arrays.binarySearch(ofText, lower[i]);
      if (at >= 0) {
        isLower[at] = true;
      }
    }
    int[] words = new int[capitalCount];
    int[] often = new int[ofText.length];
    int wordCount = 0;
    int oftenCount = 0;
    int at = 0;
    for (int i = 0; i < capitalCount; i++) {
      int word = capitals[i];
      if (i > 0 && word == capitals[i - 1]) {
        continue;
      }
      int from = at;
      boolean isProper = true;
      while (at < ofText.length && ofText[at] == word) {
        isProper &= !isLower[at];
        at++;
      }
      int count = at - from;
      isProper &= count > 0;
      words[wordCount++] = word | (isProper ? PROPER : 0);
      if (isProper && count >= 2 && !NO_NAMES.contains(word)) {
        often[oftenCount++] = word | (count > 2 ? THRICE : 0);
      }
    }
    all = kept(words, wordCount);
    twice = kept(often, oftenCount);
  }

  int[] all() {
    return all;
  }

  int[] twice() {
    return twice;
  }

  /** The first words of those that are ascending. */
  private static int[] kept(int[] words, int count) {
    return Arrays.copyOf(words, Math.min(count, MOST));
  }

  private void scan(String text) {
    int i = 0;
    int n = text.length();
    chars = chars.length < n ? new char[n + n / 4] : chars;
    text.getChars(0, n, chars, 0);
    while (i < n) {
      char c = chars[i];
      boolean isLower = c >= 'a' && c <= 'z';
      boolean isCapital = c >= 'A' && c <= 'Z';
      if (!isLower && !isCapital && (c < 0x80 || KINDS[c] < LETTER || KINDS[c] == WORD_PART)) {
        i++;
        continue;
      }
      int start = i;
      int code = 0; // as String.hashCode of the word in lower case
      boolean isAscii = true;
      while (i < n) {
        char each = chars[i];
        if (each < 0x80) {
          if ((each >= 'a' && each <= 'z') || (each >= '0' && each <= '9')) {
            code = 31 * code + each;
          } else if (each >= 'A' && each <= 'Z') {
            code = 31 * code + each + 32;
          } else {
            break;
          }
        } else if (KINDS[each] >= WORD_PART) {
          isAscii = false;
        } else {
          break;
        }
        i++;
      }
      if (c >= 0x80) {
        isCapital = Character.isUpperCase(c);
        isLower = Character.isLowerCase(c);
      }
      if (i - start < LEAST_LETTERS || (!isCapital && !isLower)) {
        continue;
      }
      int hash =
          isAscii
              ? hash(code)
              : hash(WordForms.fold(text.substring(start, i).toLowerCase(Locale.ROOT)));
      if (isCapital) {
        capitals =
            capitalCount == capitals.length ? Arrays.copyOf(capitals, capitalCount * 2) : capitals;
        capitals[capitalCount++] = hash;
      } else {
        lower = lowerCount == lower.length ? Arrays.copyOf(lower, lowerCount * 2) : lower;
        lower[lowerCount++] = hash;
      }
    }
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[Character.MAX_VALUE + 1];
    for (int c = 0; c < kinds.length; c++) {
      int type = Character.getType((char) c);
      boolean isMark = c >= 0x300 && type == Character.NON_SPACING_MARK;
      boolean isPart = isMark || Character.isLetterOrDigit((char) c);
      kinds[c] = (byte) ((Character.isLetter((char) c) ? LETTER : 0) + (isPart ? WORD_PART : 0));
    }
    return kinds;
  }

  private static IntOpenHashSet noNames() {
    IntOpenHashSet words = new IntOpenHashSet();
    WordMeanings.SHIPPED.weekdays.forEach(day -> words.add(hash(day)));
    WordMeanings.SHIPPED.months.keySet().forEach(month -> words.add(hash(month)));
    WordMeanings.SHIPPED.dropped.whole().forEach(word -> words.add(hash(word)));
    WordMeanings.SHIPPED
        .phrases
        .values()
        .forEach(
            phrases ->
                phrases.forEach(
                    phrase -> {
                      if (phrase.length == 2) {
                        words.add(hash(phrase[0]));
                      }
                    }));
    return words;
  }
}
