package org.copydesk.dedup.links;

import java.util.Arrays;
import org.copydesk.text.Normaliser;
import org.copydesk.text.Tokens;

/**
 * Words of a teaser or an article's beginning as 32-bit hashes, the lowest bit set where the word
 * holds a digit: what a link is verified on, without the text.
 */
final class LinkWords {
  private LinkWords() {}

  static int[] of(String normalised, int most) {
    Tokens tokens = Tokens.of(normalised, most);
    int[] words = new int[tokens.count()];
    for (int i = 0; i < words.length; i++) {
      boolean isNumber =
          isDigit(normalised, tokens.start(i)) || isDigit(normalised, tokens.end(i) - 1);
      words[i] = (int) (tokens.hash(i) >>> 32) & ~1 | (isNumber ? 1 : 0);
    }
    return words;
  }

  /** First words of the first paragraphs of a text, as places in its words; -1 where none. */
  static int[] paragraphStarts(String text, int most) {
    int[] starts = new int[most];
    Arrays.fill(starts, -1);
    int words = 0;
    int n = 0;
    for (int from = 0; from < text.length() && n < most; ) {
      int end = text.indexOf('\n', from);
      end = end < 0 ? text.length() : end;
      int count =
          Tokens.of(Normaliser.normalise(text.substring(from, end)), LinkKeys.ARTICLE_WORDS)
              .count();
      if (count > 0) {
        starts[n++] = words;
        words += count;
      }
      from = end + 1;
    }
    return starts;
  }

  private static boolean isDigit(String text, int at) {
    return Character.isDigit(text.charAt(at));
  }
}
