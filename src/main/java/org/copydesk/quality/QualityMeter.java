package org.copydesk.quality;

import java.util.List;
import org.copydesk.text.Tokens;

/**
 * Measures all signals of a text in one pass over its characters and one over its words: "Rain
 * fell. Rain fell." has 4 words, 2 sentences, half its words unique.
 *
 * <p>Holds tables that it uses again: one a worker, not for several threads at once.
 */
public final class QualityMeter {
  private static final int SHORT_LINE = 30;

  /** A buffer for more characters is not kept for the next text. */
  private static final int MOST_KEPT = 1 << 20;

  private static final long FACTOR = 0x9E3779B97F4A7C15L;
  private static final String LOREM = "lorem ipsum";
  private static final int STOP_SLOTS = 64;
  private static final long[] STOP_HASHES = new long[STOP_SLOTS];

  // What a character is, as bits, by a table of all UTF-16 units.
  private static final int UPPER = 1;
  private static final int LOWER = 2;
  private static final int DIGIT = 4;
  private static final int SPACE = 8;
  private static final int LETTER = 16;
  private static final byte[] KINDS = new byte[1 << 16];

  static {
    for (int c = 0; c < KINDS.length; c++) {
      KINDS[c] = (byte) kindOf((char) c);
    }
    // Each of the eight has a slot of its own by the low bits of its hash; a test holds that.
    for (String word : List.of("the", "be", "to", "of", "and", "that", "have", "with")) {
      long hash = Tokens.of(word).hash(0);
      STOP_HASHES[(int) hash & STOP_SLOTS - 1] = hash;
    }
  }

  private final RepeatedGroups groups = new RepeatedGroups();
  private final CountTable lines = new CountTable();
  private final CountTable paragraphs = new CountTable();

  // State of one measurement.
  private double[] values;
  private char[] text = new char[0];
  private int length;
  private int bullets;
  private int ellipsisLines;
  private int terminalLines;
  private int shortLines;
  private int lineCount;
  private int paragraphCount;
  private int duplicateLines;
  private int duplicateParagraphs;
  private long lineCharacters;
  private long duplicateLineCharacters;
  private long paragraphCharacters;
  private long duplicateParagraphCharacters;

  /**
   * The signals of a text.
   *
   * @param text as it stands in the corpus: lines as they are, paragraphs apart by blank lines
   * @param tokens of the same text, normalised
   */
  public QualitySignals measure(String text, Tokens tokens) {
    values = new double[Signal.values().length];
    length = text.length();
    if (this.text.length < length) {
      this.text = new char[length + length / 2];
    }
    text.getChars(0, length, this.text, 0);
    measureCharacters();
    measureLines();
    measureWords(tokens);
    groups.measure(tokens, values);
    if (length > MOST_KEPT) {
      this.text = new char[0];
    }
    return QualitySignals.of(values);
  }

  private void set(Signal signal, double value) {
    values[signal.ordinal()] = value;
  }

  private static double share(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  private void measureCharacters() {
    // Fields would be read again for every character.
    char[] text = this.text;
    int length = this.length;
    int solid = 0;
    int letters = 0;
    int upper = 0;
    int digits = 0;
    int runs = 0;
    int alphabetic = 0;
    int capitals = 0;
    int hashes = 0;
    int braces = 0;
    int lorem = 0;
    int sentences = 0;
    int ellipses = 0;
    int runLetters = 0;
    int runUpper = 0;
    int runLength = 0;
    for (int i = 0; i < length; i++) {
      char c = text[i];
      int kind = KINDS[c];
      if ((kind & (LETTER | DIGIT)) != 0) {
        runLength++;
        if ((kind & LETTER) != 0) {
          runLetters++;
          runUpper += kind & UPPER;
        } else {
          digits++;
        }
        solid++;
        continue;
      }
      if (runLength > 0) {
        runs++;
        letters += runLetters;
        upper += runUpper;
        alphabetic += runLetters > 0 ? 1 : 0;
        capitals += runUpper > 1 && runUpper == runLetters ? 1 : 0;
        lorem += runLength == 5 && isLorem(i - 5) ? 1 : 0;
        runLength = 0;
        runLetters = 0;
        runUpper = 0;
      }
      if ((kind & SPACE) == 0) {
        solid++;
        hashes += c == '#' ? 1 : 0;
        braces += c == '{' ? 1 : 0;
        if (isSentenceMark(c)) {
          int end = runEnd(i, length);
          ellipses += c == '\u2026' || (c == '.' && end - i >= 3) ? 1 : 0;
          sentences += end == length || endsSentence(text[end]) ? 1 : 0;
          solid += end - i - 1;
          i = end - 1;
        }
      }
    }
    if (runLength > 0) {
      runs++;
      letters += runLetters;
      upper += runUpper;
      alphabetic += runLetters > 0 ? 1 : 0;
      capitals += runUpper > 1 && runUpper == runLetters ? 1 : 0;
    }
    set(Signal.CHARACTERS, solid);
    set(Signal.SENTENCES, sentences);
    set(Signal.ELLIPSIS_RATIO, ellipses);
    set(Signal.ALPHABETIC_WORDS, share(alphabetic, runs));
    set(Signal.ALL_CAPS_WORDS, share(capitals, runs));
    set(Signal.UPPER_CASE, share(upper, letters));
    set(Signal.DIGITS, share(digits, solid));
    set(Signal.HASH_RATIO, hashes);
    set(Signal.CURLY_BRACES, braces);
    set(Signal.LOREM_IPSUM, lorem);
  }

  private boolean isLorem(int at) {
    if ((text[at] | ' ') != 'l' || at + LOREM.length() > length) {
      return false;
    }
    for (int i = 0; i < LOREM.length(); i++) {
      if ((text[at + i] | ' ') != LOREM.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void measureLines() {
    lineCount = bullets = ellipsisLines = terminalLines = shortLines = duplicateLines = 0;
    paragraphCount = duplicateParagraphs = 0;
    lineCharacters = duplicateLineCharacters = 0;
    paragraphCharacters = duplicateParagraphCharacters = 0;
    int breaks = 0;
    for (int i = 0; i < length; i++) {
      breaks += text[i] == '\n' ? 1 : 0;
    }
    lines.reset(breaks + 1);
    paragraphs.reset(breaks + 1);
    long paragraphHash = 0;
    int inParagraph = 0;
    int start = 0;
    while (start <= length) {
      int end = start;
      while (end < length && text[end] != '\n') {
        end++;
      }
      int from = start;
      int to = end;
      while (from < to && isSpace(text[from])) {
        from++;
      }
      while (to > from && isSpace(text[to - 1])) {
        to--;
      }
      if (from == to) {
        endParagraph(paragraphHash, inParagraph);
        paragraphHash = 0;
        inParagraph = 0;
      } else {
        long hash = hash(from, to);
        endLine(hash, from, to);
        // Order counts: the product sets the lines apart.
        paragraphHash = paragraphHash * FACTOR + hash;
        inParagraph += to - from;
      }
      start = end + 1;
    }
    endParagraph(paragraphHash, inParagraph);
    set(Signal.LINES, lineCount);
    set(Signal.PARAGRAPHS, paragraphCount);
    set(Signal.NEWLINE_RATIO, breaks);
    set(Signal.BULLET_LINES, share(bullets, lineCount));
    set(Signal.ELLIPSIS_LINES, share(ellipsisLines, lineCount));
    set(Signal.TERMINAL_PUNCTUATION_LINES, share(terminalLines, lineCount));
    set(Signal.SHORT_LINES, share(shortLines, lineCount));
    set(Signal.DUPLICATE_LINES, share(duplicateLines, lineCount));
    set(Signal.DUPLICATE_LINE_CHARACTERS, share(duplicateLineCharacters, lineCharacters));
    set(Signal.DUPLICATE_PARAGRAPHS, share(duplicateParagraphs, paragraphCount));
    set(
        Signal.DUPLICATE_PARAGRAPH_CHARACTERS,
        share(duplicateParagraphCharacters, paragraphCharacters));
  }

  /** Told apart within one text only, so a product of each character does. */
  private long hash(int from, int to) {
    long hash = to - from;
    for (int i = from; i < to; i++) {
      hash = hash * FACTOR + text[i];
    }
    return hash ^ hash >>> 29;
  }

  private void endLine(long hash, int from, int to) {
    int length = to - from;
    lineCount++;
    lineCharacters += length;
    if (lines.count(lines.add(hash)) > 1) {
      duplicateLines++;
      duplicateLineCharacters += length;
    }
    shortLines += length <= SHORT_LINE ? 1 : 0;
    bullets += isBullet(from, to) ? 1 : 0;
    boolean isDots =
        to - from > 2 && text[to - 1] == '.' && text[to - 2] == '.' && text[to - 3] == '.';
    ellipsisLines += text[to - 1] == '\u2026' || isDots ? 1 : 0;
    int end = to - 1;
    while (end > from && isClosing(text[end])) {
      end--;
    }
    terminalLines +=
        ".!?\u2026\u3002\uFF01\uFF1F\u061F\u06D4\u0964".indexOf(text[end]) >= 0 ? 1 : 0;
  }

  private void endParagraph(long hash, int length) {
    if (length > 0) {
      paragraphCount++;
      paragraphCharacters += length;
      if (paragraphs.count(paragraphs.add(hash)) > 1) {
        duplicateParagraphs++;
        duplicateParagraphCharacters += length;
      }
    }
  }

  private void measureWords(Tokens tokens) {
    int words = tokens.count();
    long characters = 0;
    long stopWords = 0;
    for (int i = 0; i < words; i++) {
      int length = tokens.end(i) - tokens.start(i);
      characters += length;
      if (length <= 4) {
        long hash = tokens.hash(i);
        int slot = (int) hash & STOP_SLOTS - 1;
        if (STOP_HASHES[slot] == hash) {
          stopWords |= 1L << slot;
        }
      }
    }
    set(Signal.WORDS, words);
    set(Signal.MEAN_WORD_LENGTH, share(characters, words));
    set(Signal.STOP_WORDS, Long.bitCount(stopWords));
    set(Signal.HASH_RATIO, share(values[Signal.HASH_RATIO.ordinal()], words));
    set(Signal.ELLIPSIS_RATIO, share(values[Signal.ELLIPSIS_RATIO.ordinal()], words));
    set(Signal.NEWLINE_RATIO, share(values[Signal.NEWLINE_RATIO.ordinal()], words));
  }

  private static boolean isSentenceMark(char c) {
    return c == '.' || c == '!' || c == '?' || c == '\u2026' || c == '\u3002';
  }

  private int runEnd(int i, int to) {
    while (i < to && isSentenceMark(text[i])) {
      i++;
    }
    return i;
  }

  /**
   * What may stand after the mark that ends a sentence; a digit or letter may not ("3.5", "a.b").
   */
  private static boolean endsSentence(char next) {
    return isSpace(next) || isClosing(next) || next >= 0x3040;
  }

  private static boolean isClosing(char c) {
    return c == '"'
        || c == '\''
        || c == ')'
        || c == ']'
        || c == '\u201D'
        || c == '\u2019'
        || c == '\u00BB'
        || c == '\u201C'
        || c == '\u300D'
        || c == '\u300F';
  }

  private boolean isBullet(int from, int to) {
    char c = text[from];
    if (c == '\u2022'
        || c == '\u2023'
        || c == '\u25E6'
        || c == '\u2043'
        || c == '\u25CF'
        || c == '\u25AA'
        || c == '\u25A0'
        || c == '\u25B6'
        || c == '\u00B7') {
      return true;
    }
    return (c == '-' || c == '*' || c == '\u2013') && from + 1 < to && isSpace(text[from + 1]);
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || (c >= 0x80 && (c == 0xA0 || Character.isWhitespace(c)));
  }

  private static int kindOf(char c) {
    if (Character.isLetter(c)) {
      return LETTER | (Character.isUpperCase(c) ? UPPER : LOWER);
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK) {
      return LETTER;
    }
    return Character.isDigit(c) ? DIGIT : isSpace(c) ? SPACE : 0;
  }
}
