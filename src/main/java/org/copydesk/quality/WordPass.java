package org.copydesk.quality;

/**
 * One pass over what white space separates in a text, for all who count words their own way: {@link
 * SourceWords}, {@link OddText} and {@link SignsInWords}. Most words are letters of ASCII alone;
 * told once, each has little to do with them.
 *
 * <p>Holds what was read last: not for several threads at once.
 */
final class WordPass {
  /** In what a word is made of: something besides letters of ASCII. */
  static final int SIGN = 1;

  /** The same: a character beyond ASCII. */
  static final int BEYOND = 2;

  private static final int SPACE = 4;
  private static final byte[] KINDS = new byte[0x80];

  static {
    for (char c = 0; c < KINDS.length; c++) {
      boolean isLetter = (c | 32) >= 'a' && (c | 32) <= 'z';
      KINDS[c] = (byte) (QualityMeter.isSpace(c) ? SPACE : isLetter ? 0 : SIGN);
    }
  }

  private final SourceWords sourceWords = new SourceWords();
  private final OddText oddText = new OddText();
  private final SignsInWords signs = new SignsInWords();

  /**
   * Reads the first characters of a text, in place of the one before.
   *
   * @param common share of its words that are among the most frequent of a language
   */
  WordPass read(char[] text, int length, double common) {
    sourceWords.reset();
    oddText.reset(common);
    signs.reset();
    int i = 0;
    while (i < length) {
      int from = i;
      int kinds = 0;
      for (; i < length; i++) {
        char c = text[i];
        int kind = c < 0x80 ? KINDS[c] : QualityMeter.isSpace(c) ? SPACE : BEYOND;
        if (kind == SPACE) {
          break;
        }
        kinds |= kind;
      }
      if (i > from) {
        sourceWords.read(text, from, i, kinds);
        oddText.read(text, from, i, kinds);
        signs.read(text, from, i, kinds);
      }
      i++;
    }
    return this;
  }

  /** Fills in the signals of odd text and of signs in words. */
  void fill(double[] values) {
    oddText.fill(values);
    signs.fill(values);
  }

  SourceWords sourceWords() {
    return sourceWords;
  }
}
