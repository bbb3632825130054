package org.copydesk.html;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.copydesk.html.tree.HtmlTree;
import org.copydesk.html.tree.PageBlocks;
import org.copydesk.html.tree.TextBlock;
import org.copydesk.model.Label;
import org.jsoup.Jsoup;

/**
 * The body as a page's JSON-LD states it, held against the tree. It is a stump or a summary often
 * enough that it never replaces the tree's text: a block that stands in it is body wherever the
 * tree has it, and where it covers nearly all of the body, sentences after its end are not body.
 */
final class StatedBody {
  private static final int FEWEST_LETTERS = 300;
  private static final int FEWEST_BLOCK_LETTERS = 40;
  private static final int FEWEST_BLOCK_WORDS = 6;
  private static final double NEARLY_ALL = .85;
  private static final int LONGEST = 400_000;

  private final String letters;
  private final String text;

  StatedBody(List<String> bodies) {
    String longest = "";
    for (String body : bodies) {
      longest = body.length() > longest.length() ? body : longest;
    }
    if (longest.length() > LONGEST) {
      longest = "";
    }
    text = longest.indexOf('<') >= 0 ? Jsoup.parse(HtmlTree.whole(longest)).wholeText() : longest;
    letters = lettersOf(text);
  }

  /** The body as stated, a paragraph a line; empty where none is stated or it is a stump. */
  List<String> paragraphs() {
    if (letters.length() < FEWEST_LETTERS) {
      return List.of();
    }
    return text.lines()
        .map(line -> line.replaceAll("[\\s\u00A0]+", " ").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /** Whether a block of some length stands in the stated body. */
  boolean holds(TextBlock block) {
    if (letters.length() < FEWEST_LETTERS || block.words < FEWEST_BLOCK_WORDS) {
      return false;
    }
    String form = lettersOf(block.text);
    return form.length() >= FEWEST_BLOCK_LETTERS && letters.contains(form);
  }

  /**
   * Labels as body what describes a product, where the page states that: it stands in a column
   * beside its picture, while reviews and shipping fill the middle.
   */
  void labelProduct(PageBlocks page) {
    if (letters.length() < FEWEST_BLOCK_LETTERS) {
      return;
    }
    Set<String> seen = new HashSet<>();
    for (TextBlock block : page.blocks()) {
      String form = block.words < FEWEST_BLOCK_WORDS ? "" : lettersOf(block.text);
      boolean isOfIt =
          form.length() >= FEWEST_BLOCK_LETTERS
              && (letters.contains(form) || form.contains(letters));
      if (isOfIt && seen.add(form) && block.label == Label.BOILERPLATE) {
        block.label(Label.BODY, "stated-of-product");
      }
    }
  }

  /** Corrects which blocks are in the body; {@code in} is changed. */
  void correct(PageBlocks page, boolean[] in) {
    if (letters.length() < FEWEST_LETTERS) {
      return;
    }
    List<TextBlock> blocks = page.blocks();
    boolean[] isStated = new boolean[in.length];
    int covered = 0;
    int all = 0;
    int last = -1;
    for (int i = 0; i < in.length; i++) {
      String form = blocks.get(i).words < FEWEST_BLOCK_WORDS ? "" : lettersOf(blocks.get(i).text);
      if (form.length() < FEWEST_BLOCK_LETTERS) {
        continue;
      }
      isStated[i] = letters.contains(form);
      all += in[i] ? form.length() : 0;
      covered += in[i] && isStated[i] ? form.length() : 0;
      last = isStated[i] ? i : last;
    }
    boolean isWhole = covered > NEARLY_ALL * all;
    for (int i = 0; i < in.length; i++) {
      if (isStated[i] && !blocks.get(i).isHeading()) {
        in[i] = true;
      } else if (isWhole && i > last) {
        in[i] = false;
      }
    }
  }

  private static String lettersOf(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        out.append(text.charAt(i));
      }
    }
    return out.toString().toLowerCase(Locale.ROOT);
  }
}
