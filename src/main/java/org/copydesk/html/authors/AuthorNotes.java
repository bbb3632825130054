package org.copydesk.html.authors;

import java.util.List;
import org.copydesk.html.tree.Box;
import org.copydesk.html.tree.PageBlocks;
import org.copydesk.html.tree.TextBlock;
import org.copydesk.segment.fields.NameShape;
import org.copydesk.segment.words.BylineWords;
import org.copydesk.text.Normaliser;

/**
 * Authors told below a text: a name under "About the author", a note as "Ana Roe is a reporter at
 * the Tidewater Post", a last line "— Ana Roe".
 */
public final class AuthorNotes {
  private static final int BLOCKS_BEFORE_END = 3;
  private static final int BLOCKS_BELOW = 14;

  /** Words of a note's beginning among which it says what a person does. */
  private static final int WORDS_OF_BEGINNING = 9;

  private static final int MOST_WORDS_OF_NAME = 3;
  private static final int LONGEST_LABEL = 40;

  private final List<TextBlock> blocks;
  private final Box body;

  /** {@code body}: of the article, near whose end notes stand. */
  public AuthorNotes(PageBlocks page, Box body) {
    this.blocks = page.blocks();
    this.body = body;
  }

  /** The name; null where none is told. */
  public String find() {
    int from = Math.max(body.firstBlock, body.endBlock - BLOCKS_BEFORE_END);
    int end = Math.min(blocks.size(), body.endBlock + BLOCKS_BELOW);
    for (int i = from; i < end; i++) {
      TextBlock block = blocks.get(i);
      if (block.box.isCard
          || block.role == Box.Role.COMMENTS
          || block.role == Box.Role.NAVIGATION
          || block.role == Box.Role.FOOTER) {
        continue;
      }
      String folded =
          block.chars > LONGEST_LABEL ? "" : Normaliser.normalise(withoutColon(block.text));
      if (BylineWords.SHIPPED.isAboutAuthor(folded) && i + 1 < end) {
        String next = blocks.get(i + 1).text;
        String name = NameShape.isName(next) ? next : noted(next, false);
        if (name != null) {
          return name;
        }
      }
      String name = noted(block.text, true);
      if (name != null) {
        return name;
      }
      if (i >= body.endBlock - 1 && i <= body.endBlock) {
        name = signed(block.text);
        if (name != null) {
          return name;
        }
      }
    }
    return null;
  }

  private static String withoutColon(String line) {
    String bare = line.strip();
    return bare.endsWith(":") ? bare.substring(0, bare.length() - 1).strip() : bare;
  }

  /** The name a note begins with: "Ana Roe is a reporter", "Ana Roe, editor, writes on ports". */
  private static String noted(String text, boolean saysJob) {
    String[] words = text.split(" ", WORDS_OF_BEGINNING + 1);
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < words.length && i <= MOST_WORDS_OF_NAME; i++) {
      String folded = Normaliser.normalise(words[i]);
      if (i >= 2 && BylineWords.SHIPPED.isBetweenNameAndRole(folded)) {
        boolean isTold = !saysJob || hasJob(words, i + 1);
        return isTold && NameShape.isName(name.toString()) ? name.toString() : null;
      }
      name.append(i == 0 ? "" : " ").append(words[i]);
    }
    return null;
  }

  private static boolean hasJob(String[] words, int from) {
    for (int i = from; i < words.length && i < WORDS_OF_BEGINNING; i++) {
      String folded = Normaliser.normalise(words[i]).replaceAll("[^\\p{L}\\p{M}-]", "");
      if (BylineWords.SHIPPED.isJob(folded)) {
        return true;
      }
    }
    return false;
  }

  /** "— Ana Roe" as the last line. */
  private static String signed(String text) {
    boolean isDash = text.length() > 3 && "—–-―".indexOf(text.charAt(0)) >= 0;
    String rest = isDash ? text.substring(1).strip() : "";
    return isDash && NameShape.isName(rest) ? rest : null;
  }
}
