package org.copydesk.dedup;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;
import org.copydesk.text.Tokens;

/**
 * The numbers and dates of a text in order, each as 32 bits: "Three killed on 5 March, 1,200 flee"
 * gives 3, 5, March, 1200.
 *
 * <p>Grouped thousands are one number, a decimal is one number, number words and month names of
 * English and German count as what they mean ("one" does not: it is mostly no number). Weekdays are
 * kept apart, since outlets write "Monday" and "today" for the same. A worker, one a thread.
 */
final class Numbers {
  /** Most numbers kept one by one; the rest is folded into one more. */
  static final int MOST = 127;

  private static final int WEEKDAY = 1 << 20;
  private static final int MONTH = 1 << 21;
  private static final int AMBIGUOUS = 1 << 22;
  private static final Long2IntOpenHashMap WORDS = words();

  /** By the low bits of a hash: whether any of {@link #WORDS} has them. Most words end here. */
  private static final boolean[] MAY_BE_A_WORD = lowBits(WORDS);

  private int[] values = new int[MOST + 1];
  private int count;
  private int weekdays;

  /**
   * Reads the tokens {@code from} to {@code to} of {@code text}, adding to what was read since
   * {@link #clear}.
   */
  Numbers read(String text, Tokens tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      int start = tokens.start(i);
      int end = tokens.end(i);
      if (isDigit(text.charAt(start)) || isDigit(text.charAt(end - 1))) {
        long number = digits(text, start, end);
        boolean isWhole = isNumber(text, start, end);
        while (isWhole && i + 1 < to && joins(text, end, tokens.start(i + 1), tokens.end(i + 1))) {
          boolean isGroup = tokens.end(i + 1) - tokens.start(i + 1) == 3;
          i++;
          if (!isGroup) {
            number = Banding.mix(number + 1);
          }
          number = append(number, text, tokens.start(i), tokens.end(i));
          end = tokens.end(i);
          isWhole = isGroup;
        }
        add(hash(number));
        continue;
      }
      long hash = tokens.hash(i);
      int word = MAY_BE_A_WORD[(int) hash & (MAY_BE_A_WORD.length - 1)] ? WORDS.get(hash) : 0;
      if (word == 0) {
        continue;
      }
      if ((word & WEEKDAY) != 0) {
        weekdays |= word & 0x7F;
      } else if ((word & AMBIGUOUS) == 0 || isBesideDigit(text, tokens, i)) {
        add(hash(word & ~AMBIGUOUS));
      }
    }
    return this;
  }

  Numbers clear() {
    count = 0;
    weekdays = 0;
    return this;
  }

  int count() {
    return Math.min(count, MOST + 1);
  }

  int[] values() {
    return Arrays.copyOf(values, count());
  }

  /** Whether a number, a month or a weekday was read. */
  boolean saysSomething() {
    return count > 0 || weekdays != 0;
  }

  /** A bit a day, Monday the lowest. */
  int weekdays() {
    return weekdays;
  }

  private void add(int value) {
    if (count <= MOST) {
      values[count] = value;
    } else {
      values[MOST] = values[MOST] * 31 + value;
    }
    count++;
  }

  private static boolean isBesideDigit(String text, Tokens tokens, int i) {
    return (i > 0 && isDigit(text.charAt(tokens.start(i - 1))))
        || (i + 1 < tokens.count() && isDigit(text.charAt(tokens.start(i + 1))));
  }

  /** Whether a token goes on with the number that ends at {@code end}: ",000" or ".5". */
  private static boolean joins(String text, int end, int start, int stop) {
    if (start != end + 1) {
      return false;
    }
    char c = text.charAt(end);
    return (c == ',' || c == '.') && isNumber(text, start, stop);
  }

  private static boolean isNumber(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c <= '9' ? c >= '0' : c >= 0x660 && Character.isDigit(c);
  }

  private static long digits(String text, int start, int end) {
    return append(0, text, start, end);
  }

  /** Decimal value, wrapping round beyond 64 bits: then still the same for the same digits. */
  private static long append(long number, String text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (isDigit(c)) {
        number = number * 10 + Character.digit(c, 10);
      }
    }
    return number;
  }

  private static int hash(long value) {
    return (int) (Banding.mix(value + 0x632BE59BD9B4E019L) >>> 32);
  }

  private static boolean[] lowBits(Long2IntOpenHashMap words) {
    boolean[] bits = new boolean[1 << 12];
    words.keySet().forEach((long hash) -> bits[(int) hash & (bits.length - 1)] = true);
    return bits;
  }

  private static Long2IntOpenHashMap words() {
    Long2IntOpenHashMap words = new Long2IntOpenHashMap();
    String[] english = {
      "two",
      "three",
      "four",
      "five",
      "six",
      "seven",
      "eight",
      "nine",
      "ten",
      "eleven",
      "twelve",
      "thirteen",
      "fourteen",
      "fifteen",
      "sixteen",
      "seventeen",
      "eighteen",
      "nineteen",
      "twenty"
    };
    String[] german = {
      "zwei",
      "drei",
      "vier",
      "fünf",
      "sechs",
      "sieben",
      "acht",
      "neun",
      "zehn",
      "elf",
      "zwölf",
      "dreizehn",
      "vierzehn",
      "fünfzehn",
      "sechzehn",
      "siebzehn",
      "achtzehn",
      "neunzehn",
      "zwanzig"
    };
    for (int i = 0; i < english.length; i++) {
      put(words, i + 2, english[i], german[i]);
    }
    String[] ordinals = {
      "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"
    };
    for (int i = 0; i < ordinals.length; i++) {
      put(words, i + 2, ordinals[i]);
    }
    put(words, 30, "thirty", "dreißig");
    put(words, 40, "forty", "vierzig");
    put(words, 50, "fifty", "fünfzig");
    put(words, 60, "sixty", "sechzig");
    put(words, 70, "seventy", "siebzig");
    put(words, 80, "eighty", "achtzig");
    put(words, 90, "ninety", "neunzig");
    put(words, 100, "hundred", "hundert");
    put(words, 1000, "thousand", "tausend");
    put(words, 1_000_000, "million", "millionen");
    put(words, MONTH | 1, "january", "jan", "januar");
    put(words, MONTH | 2, "february", "feb", "februar");
    put(words, MONTH | 3, "märz");
    put(words, MONTH | 3 | AMBIGUOUS, "march", "mar");
    put(words, MONTH | 4, "april", "apr");
    put(words, MONTH | 5 | AMBIGUOUS, "may", "mai");
    put(words, MONTH | 6, "june", "jun", "juni");
    put(words, MONTH | 7, "july", "jul", "juli");
    put(words, MONTH | 8, "august", "aug");
    put(words, MONTH | 9, "september", "sept", "sep");
    put(words, MONTH | 10, "october", "oct", "oktober", "okt");
    put(words, MONTH | 11, "november", "nov");
    put(words, MONTH | 12, "december", "dec", "dezember", "dez");
    String[] days = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
    String[] tage = {
      "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"
    };
    for (int i = 0; i < days.length; i++) {
      put(words, WEEKDAY | (1 << i), days[i], tage[i]);
    }
    return words;
  }

  private static void put(Long2IntOpenHashMap words, int value, String... spellings) {
    for (String spelling : spellings) {
      words.put(Tokens.of(spelling).hash(0), value);
    }
  }
}
