package org.copydesk.quality;

import org.copydesk.text.Tokens;

/**
 * Measures all signals of a text in few passes over its characters and its words: "Rain fell. Rain
 * fell." has 4 words, 2 sentences, half its words unique.
 *
 * <p>Holds tables that it uses again: one a worker, not for several threads at once.
 */
public final class QualityMeter {
  private static final int SHORT_LINE = 30;

  /** Fewer words with a full stop behind them may be a label. */
  private static final int LEAST_SENTENCE = 5;

  /** A text with fewer digits among its characters is no board of figures. */
  private static final double FEW_DIGITS = .05;

  /** A buffer for more characters is not kept for the next text. */
  private static final int MOST_KEPT = 1 << 20;

  private static final long FACTOR = 0x9E3779B97F4A7C15L;
  private static final String LOREM = "lorem ipsum";

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
  }

  private final RepeatedGroups groups = new RepeatedGroups();
  private final WordPass words = new WordPass();
  private final KnownWords.Reader knownWords = new KnownWords.Reader();
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
  private int sentenceWords;
  private int lineWords;
  private int lineCount;
  private int paragraphCount;
  private int duplicateLines;
  private int duplicateParagraphs;
  private long lineCharacters;
  private long duplicateLineCharacters;
  private long paragraphCharacters;
  private long duplicateParagraphCharacters;

  /** As {@link #measure(String, Tokens, String)}, of a text whose language is not known. */
  public QualitySignals measure(String text, Tokens tokens) {
    return measure(text, tokens, null);
  }

  /**
   * The signals of a text.
   *
   * @param text as it stands in the corpus: lines as they are, paragraphs apart by blank lines
   * @param tokens of the same text, normalised
   * @param language ISO 639-1; null or {@code und} where it is not known
   */
  public QualitySignals measure(String text, Tokens tokens, String language) {
    values = new double[Signal.values().length];
    length = text.length();
    if (this.text.length < length) {
      this.text = new char[length + length / 2];
    }
    text.getChars(0, length, this.text, 0);
    set(Signal.MENU_WORDS, MenuLabels.share(this.text, length));
    knownWords.measure(tokens, values);
    words.read(this.text, length, values[Signal.COMMON_WORDS.ordinal()]);
    measureCharacters();
    measureLines();
    measureWords();
    groups.measure(words.sourceWords(), values);
    words.fill(values);
    if (values[Signal.DIGITS.ordinal()] > FEW_DIGITS) {
      set(Signal.FIGURE_CELLS, FigureCells.share(this.text, length));
    }
    set(Signal.NEAR_REPEATS, NearRepeats.share(tokens));
    set(Signal.NOTICE_LIKENESS, NoticeModel.shipped().likeness(language, tokens.text()));
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
    int capitals = 0;
    int hashes = 0;
    int braces = 0;
    int lorem = 0;
    int sentences = 0;
    int ellipses = 0;
    int runLetters = 0;
    int runUpper = 0;
    int runLower = 0;
    int runLength = 0;
    boolean isInSigns = false;
    for (int i = 0; i < length; i++) {
      char c = text[i];
      int kind = KINDS[c];
      if ((kind & (LETTER | DIGIT)) != 0) {
        runLength++;
        if ((kind & LETTER) != 0) {
          runLetters++;
          runUpper += kind & UPPER;
          runLower += (kind & LOWER) >> 1;
        } else {
          digits++;
        }
        isInSigns = false;
        solid++;
        continue;
      }
      if (c == '_') {
        // A part of words to the source of words in capitals.
        runLength++;
        isInSigns = false;
        solid++;
        continue;
      }
      if (runLength > 0) {
        runs++;
        letters += runLetters;
        upper += runUpper;
        capitals += runUpper > 0 && runLower == 0 ? 1 : 0;
        lorem += runLength == 5 && isLorem(i - 5) ? 1 : 0;
        runLength = 0;
        runLetters = 0;
        runUpper = 0;
        runLower = 0;
      }
      if ((kind & SPACE) == 0) {
        runs += isInSigns ? 0 : 1;
        isInSigns = true;
        solid += Character.isLowSurrogate(c) ? 0 : 1;
        hashes += c == '#' ? 1 : 0;
        braces += c == '{' ? 1 : 0;
        if (isSentenceMark(c)) {
          int end = runEnd(i, length);
          ellipses += ellipses(i, end);
          sentences += end == length || endsSentence(text[end]) ? 1 : 0;
          solid += end - i - 1;
          i = end - 1;
        }
      } else {
        isInSigns = false;
      }
    }
    if (runLength > 0) {
      runs++;
      letters += runLetters;
      upper += runUpper;
      capitals += runUpper > 0 && runLower == 0 ? 1 : 0;
    }
    set(Signal.CHARACTERS, solid);
    set(Signal.SENTENCES, sentences);
    set(Signal.ELLIPSIS_RATIO, ellipses);
    set(Signal.ALL_CAPS_WORDS, share(capitals, runs));
    set(Signal.UPPER_CASE, share(upper, letters));
    set(Signal.DIGITS, share(digits, solid));
    set(Signal.HASH_RATIO, hashes);
    set(Signal.CURLY_BRACES, braces);
    set(Signal.LOREM_IPSUM, lorem);
  }

  /** How often three dots, or the sign of them, stand in a run of marks. */
  private int ellipses(int from, int to) {
    int ellipses = 0;
    int dots = 0;
    for (int i = from; i < to; i++) {
      dots = text[i] == '.' ? dots + 1 : 0;
      if (text[i] == '\u2026' || dots == 3) {
        ellipses++;
        dots = 0;
      }
    }
    return ellipses;
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
    sentenceWords = lineWords = 0;
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
        long hash = CountTable.key(text, from, to);
        int characters = codePoints(from, to);
        endLine(hash, from, to, characters);
        // Order counts: the product sets the lines apart.
        paragraphHash = paragraphHash * FACTOR + hash;
        inParagraph += characters;
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
    set(Signal.SENTENCE_WORDS, share(sentenceWords, lineWords));
    set(Signal.DUPLICATE_LINES, share(duplicateLines, lineCount));
    set(Signal.DUPLICATE_LINE_CHARACTERS, share(duplicateLineCharacters, lineCharacters));
    set(Signal.DUPLICATE_PARAGRAPHS, share(duplicateParagraphs, paragraphCount));
    set(
        Signal.DUPLICATE_PARAGRAPH_CHARACTERS,
        share(duplicateParagraphCharacters, paragraphCharacters));
  }

  private void endLine(long hash, int from, int to, int length) {
    lineCount++;
    lineCharacters += length;
    if (lines.count(lines.add(hash)) > 1) {
      duplicateLines++;
      duplicateLineCharacters += length;
    }
    shortLines += length <= SHORT_LINE ? 1 : 0;
    bullets += isBullet(from) ? 1 : 0;
    boolean isDots =
        to - from > 2 && text[to - 1] == '.' && text[to - 2] == '.' && text[to - 3] == '.';
    ellipsisLines += text[to - 1] == '\u2026' || isDots ? 1 : 0;
    boolean isTerminal = isTerminal(text[to - 1]);
    terminalLines += isTerminal ? 1 : 0;
    int words = words(from, to);
    lineWords += words;
    sentenceWords += isTerminal && words >= LEAST_SENTENCE ? words : 0;
  }

  private int codePoints(int from, int to) {
    char[] text = this.text;
    int widest = 0;
    for (int i = from; i < to; i++) {
      widest |= text[i];
    }
    // Below half of all there are no surrogates.
    return widest < 0x8000 ? to - from : Character.codePointCount(text, from, to - from);
  }

  /** What white space separates; a character each in scripts without spaces. */
  private int words(int from, int to) {
    int words = 0;
    boolean isInside = false;
    for (int i = from; i < to; i++) {
      char c = text[i];
      if (c > ' ' && c < 0x80) {
        words += isInside ? 0 : 1;
        isInside = true;
      } else if (c == ' ') {
        isInside = false;
      } else {
        boolean isAlone = c >= '\u0E00' && Tokens.standsAlone(c);
        boolean isSpace = isSpace(c);
        words += isAlone || !isSpace && !isInside ? 1 : 0;
        isInside = !isAlone && !isSpace;
      }
    }
    return words;
  }

  /** FineWeb's five signs, their curly forms, and full stops of other scripts. */
  private static boolean isTerminal(char c) {
    return c < 128
        ? c == '.' || c == '!' || c == '?' || c == '"' || c == '\''
        : "\u2026\u201D\u2019\u201C\u00BB\u300D\u300F\u3002\uFF01\uFF1F\u061F\u06D4\u0964"
                .indexOf(c)
            >= 0;
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

  private void measureWords() {
    SourceWords sourceWords = this.words.sourceWords();
    int words = sourceWords.words();
    set(Signal.WORDS, words);
    set(Signal.MEAN_WORD_LENGTH, share(sourceWords.wordCharacters(), words));
    set(Signal.ALPHABETIC_WORDS, share(sourceWords.alphabetic(), sourceWords.all()));
    set(Signal.STOP_WORDS, sourceWords.stopWords());
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

  /** RedPajama's ten signs and FineWeb's hyphen. */
  private boolean isBullet(int from) {
    char c = text[from];
    return c == '-'
        || c >= 0x80
            && "\u2022\u2023\u25B6\u25C0\u25E6\u25A0\u25A1\u25AA\u25AB\u2013".indexOf(c) >= 0;
  }

  static boolean isSpace(char c) {
    return c <= ' ' || (c >= 0x80 && (c == 0xA0 || Character.isWhitespace(c)));
  }

  private static int kindOf(char c) {
    if (Character.isLetter(c)) {
      return LETTER | (Character.isUpperCase(c) ? UPPER : Character.isLowerCase(c) ? LOWER : 0);
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK) {
      return LETTER;
    }
    return Character.isDigit(c) ? DIGIT : isSpace(c) ? SPACE : 0;
  }
}
