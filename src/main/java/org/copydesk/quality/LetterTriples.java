package org.copydesk.quality;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Which three letters follow each other in words of some language, Latin without accents and
 * Cyrillic: a word of which every third group is in none was typed by chance ("qwpoei"). 5 kB.
 */
final class LetterTriples {
  private static final int BITS = 5;
  private static final int LETTERS = 1 << BITS;

  /** By the first two letters, bits of the third. */
  private static final int[] LATIN = new int[LETTERS * LETTERS];

  private static final int[] CYRILLIC = new int[LETTERS * LETTERS];

  static {
    try (InputStream in = LetterTriples.class.getResourceAsStream("letter-triples.txt");
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && line.charAt(0) != '#') {
          char first = line.charAt(0);
          int[] table = first < 0x80 ? LATIN : CYRILLIC;
          int pair = place(first, table) << BITS | place(line.charAt(1), table);
          for (int i = 3; i < line.length(); i++) {
            table[pair] |= 1 << place(line.charAt(i), table);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LetterTriples() {}

  private static int place(char c, int[] table) {
    int place = table == LATIN ? (c | 32) - 'a' : (c <= 'Я' ? c + 32 : c) - 'а';
    return place < 0 || place >= (table == LATIN ? 26 : LETTERS) ? -1 : place;
  }

  /**
   * Whether a third of the groups of three letters of a word are in no language; no where it has
   * other letters than the tables. What stands behind the letters does not count.
   */
  static boolean isOdd(char[] text, int from, int to) {
    int end = to;
    while (end > from && !Character.isLetter(text[end - 1])) {
      end--;
    }
    if (end - from < OddWords.LEAST_LETTERS) {
      return false;
    }
    int[] table = text[from] < 0x80 ? LATIN : CYRILLIC;
    int odd = 0;
    int last = 0;
    for (int i = from; i < end; i++) {
      int place = place(text[i], table);
      if (place < 0) {
        return false;
      }
      odd += i >= from + 2 && (table[last] >>> place & 1) == 0 ? 1 : 0;
      last = (last << BITS | place) & (LETTERS * LETTERS - 1);
    }
    return 3 * odd >= end - from - 2;
  }
}
