package org.copydesk.html.titles;

import java.util.List;
import java.util.function.Predicate;
import org.copydesk.html.tree.Box;
import org.copydesk.html.tree.PageBlocks;
import org.copydesk.html.tree.TextBlock;
import org.copydesk.text.Normaliser;

/**
 * The part of a page's title that a line over the text repeats, whatever element that line is: "THE
 * LEDGER : Harbour reopens" over a line "Harbour reopens" in bold letters. So the site's name and
 * section go without being known.
 */
public final class ShownTitle {
  private static final int BLOCKS_ABOVE_BODY = 30;
  private static final int BLOCKS_INSIDE = 12;

  /** Blocks before the body among which a headline that is a link is that of the text. */
  private static final int BLOCKS_NEXT_TO_BODY = 3;

  private static final int FEWEST_WORDS = 3;

  /** Of the letters of the whole title; what is less may be a section as well. */
  private static final double LEAST_SHARE = .3;

  private static final double MOST_LINKED = .5;

  private ShownTitle() {}

  /**
   * The longest such line; null where none stands around the beginning of the body.
   *
   * @param pageTitle as a browser shows it
   * @param body null when the page has none
   * @param isSite whether a line is the site's name
   * @param isRunning whether a block is running text, before which headlines stand
   */
  public static String of(
      String pageTitle,
      PageBlocks page,
      Box body,
      Predicate<String> isSite,
      Predicate<TextBlock> isRunning) {
    if (body == null) {
      return null;
    }
    List<TextBlock> blocks = page.blocks();
    String whole = Normaliser.normalise(pageTitle);
    int end = Math.min(blocks.size(), body.firstBlock + BLOCKS_INSIDE);
    boolean isSiteFirst = isSiteFirst(pageTitle);
    String best = null;
    for (int i = Math.max(0, body.firstBlock - BLOCKS_ABOVE_BODY); i < end; i++) {
      TextBlock block = blocks.get(i);
      if (i > body.firstBlock && isRunning.test(block)) {
        break;
      }
      boolean isNext =
          i >= body.firstBlock - BLOCKS_NEXT_TO_BODY && whole.startsWith(block.normal());
      boolean isPlace =
          !block.role.isOutside
              || block.role == Box.Role.META
              || block.role == Box.Role.BYLINE && block.isHeading();
      boolean isLine =
          isPlace
              && block.words >= FEWEST_WORDS
              && block.chars < pageTitle.length()
              && block.chars >= LEAST_SHARE * pageTitle.length()
              && (isNext || block.linkDensity() < MOST_LINKED);
      if (isLine
          && (best == null || block.chars > best.length())
          && isPart(whole, block.normal(), isSiteFirst)
          && !isSite.test(block.text)) {
        best = block.text;
      }
    }
    return best;
  }

  /**
   * "THE LEDGER : …" begins with a site, as what has no small letters may; any other colon parts a
   * speaker or a subject from the rest of the headline.
   */
  private static boolean isSiteFirst(String title) {
    int colon = Math.max(title.indexOf(':'), title.indexOf('：'));
    return colon > 0 && title.substring(0, colon).chars().noneMatch(Character::isLowerCase);
  }

  /** Whether a title begins or ends with a part that a sign separates from the rest. */
  private static boolean isPart(String whole, String part, boolean isSiteFirst) {
    return part.length() < whole.length()
        && (whole.startsWith(part) && isSign(whole.substring(part.length()), true, false)
            || whole.endsWith(part)
                && isSign(whole.substring(0, whole.length() - part.length()), false, isSiteFirst)
            || hasInside(whole, part, isSiteFirst));
  }

  private static boolean hasInside(String whole, String part, boolean isSiteFirst) {
    int at = whole.indexOf(part);
    return at > 0
        && at + part.length() < whole.length()
        && isSign(whole.substring(0, at), false, isSiteFirst)
        && isSign(whole.substring(at + part.length()), true, false);
  }

  /** Whether the rest of a title begins (or ends) with a sign that parts it from the headline. */
  private static boolean isSign(String rest, boolean isBehind, boolean isSiteFirst) {
    String bare = rest.strip();
    if (bare.isEmpty()) {
      return true;
    }
    char sign = isBehind ? bare.charAt(0) : bare.charAt(bare.length() - 1);
    if (isBehind && bare.length() < rest.length() && TextBlock.isDense(sign)) {
      // "港口恢复开放 社会 潮水新闻网": a space there parts more than words.
      return true;
    }
    if (sign == ':' || sign == '：') {
      return isSiteFirst;
    }
    return "|-–—·_/•｜>《》【】[]".indexOf(sign) >= 0;
  }
}
