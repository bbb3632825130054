package org.copydesk.html.titles;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.copydesk.html.tree.Box;
import org.copydesk.html.tree.PageBlocks;
import org.copydesk.html.tree.TextBlock;
import org.copydesk.segment.dates.DateReader;
import org.copydesk.text.Normaliser;
import org.copydesk.text.Tokens;

/**
 * The line over the first paragraph, a heading sooner than another, which is the headline where a
 * page states none: its title is missing, or has hardly a word of the text, as the name of the site
 * has.
 */
public final class OpeningLine {
  private static final int BLOCKS_ABOVE_BODY = 3;
  private static final int BLOCKS_INSIDE = 4;
  private static final int FEWEST_WORDS = 4;
  private static final int LONGEST = 200;
  private static final int LONGEST_TEXT = 8_000;

  /** Of the longer words of a line, how many the text must have for a headline. */
  private static final double LEAST_SHARE = .5;

  /** A title with no more of them than this may be the site's name. */
  private static final double MOST_SHARE = .34;

  private OpeningLine() {}

  /**
   * That line; null where the stated title may be the headline or no line can.
   *
   * @param told the title as the page states it; null when it does not
   * @param body null when the page has none
   * @param isRunning whether a block is running text
   */
  public static String of(String told, PageBlocks page, Box body, Predicate<TextBlock> isRunning) {
    if (body == null) {
      return null;
    }
    List<TextBlock> blocks = page.blocks();
    int end = Math.min(blocks.size(), body.endBlock);
    int start = body.firstBlock;
    while (start < end && !isRunning.test(blocks.get(start))) {
      start++;
    }
    if (start - body.firstBlock > BLOCKS_INSIDE) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    for (int i = start; i < end && text.length() < LONGEST_TEXT; i++) {
      if (isRunning.test(blocks.get(i))) {
        text.append(blocks.get(i).text).append('\n');
      }
    }
    Set<String> said = words(text.toString());
    if (told != null && !told.isBlank() && share(told, said) > MOST_SHARE) {
      return null;
    }
    String best = null;
    double most = LEAST_SHARE;
    boolean isHeading = false;
    for (int i = Math.max(0, body.firstBlock - BLOCKS_ABOVE_BODY); i < start; i++) {
      TextBlock block = blocks.get(i);
      boolean isLine =
          !block.role.isOutside
              && block.words >= FEWEST_WORDS
              && block.chars <= LONGEST
              && block.linkDensity() == 0
              && (block.isHeading() || !block.endsSentence())
              && DateReader.read(block.text) == null;
      double share = isLine ? share(block.text, said) : 0;
      if (share > LEAST_SHARE
          && (block.isHeading() == isHeading ? share > most : block.isHeading())) {
        best = block.text;
        most = share;
        isHeading = block.isHeading();
      }
    }
    return best;
  }

  private static double share(String line, Set<String> said) {
    Set<String> words = words(line);
    return (double) words.stream().filter(said::contains).count() / Math.max(1, words.size());
  }

  /** Words of four letters and more; of scripts without spaces each token. */
  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    Tokens tokens = Tokens.of(Normaliser.normalise(text));
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.word(i).length() > 3 || TextBlock.isDense(tokens.word(i).charAt(0))) {
        words.add(tokens.word(i));
      }
    }
    return words;
  }
}
