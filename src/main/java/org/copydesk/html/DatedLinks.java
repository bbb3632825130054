package org.copydesk.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.copydesk.html.tree.PageBlocks;
import org.copydesk.html.tree.TextBlock;
import org.copydesk.model.Label;

/** Lists of other news in a body, each with its hour or day. */
final class DatedLinks {
  private static final int FEWEST_DATED_LINKS = 3;

  private static final double LEAST_OF_DATED_LINK = .4;

  /** An hour with its minutes, or a day in digits. */
  private static final Pattern WHEN =
      Pattern.compile("(?<!\\d)(\\d{1,2}:\\d{2}|\\d{1,4}[./-]\\d{1,2}([./-]\\d{1,4})?)(?!\\d)");

  private static final int SHORT_LINE = 30;
  private static final int MOST_WORDS_BETWEEN = 5;

  private final PageBlocks page;

  DatedLinks(PageBlocks page) {
    this.page = page;
  }

  /** "10:13: Seoul says ..." three times and more below one another: a list of other news. */
  void leaveOut() {
    List<TextBlock> run = new ArrayList<>();
    for (int i = 0; i <= page.blocks().size(); i++) {
      TextBlock block = i < page.blocks().size() ? page.blocks().get(i) : null;
      boolean isIn = block != null && block.label == Label.BODY;
      boolean isAfterHour =
          isIn
              && !run.isEmpty()
              && isNumber(run.get(run.size() - 1))
              && block.words <= SHORT_LINE
              && block.linkDensity() >= LEAST_OF_DATED_LINK;
      if (isIn && (isNumber(block) || isAfterHour || isDatedLink(block))) {
        run.add(block);
      } else if (block == null || isIn && block.words > MOST_WORDS_BETWEEN) {
        if (run.size() >= FEWEST_DATED_LINKS) {
          run.forEach(one -> one.label(Label.BOILERPLATE, "dated-links"));
        }
        run.clear();
      }
    }
  }

  /** An hour or a number by itself, no cell of a table. */
  private static boolean isNumber(TextBlock block) {
    String tag = block.box.tag();
    return block.words <= 2
        && !tag.equals("td")
        && !tag.equals("tr")
        && !tag.equals("pre")
        && block.text.chars().noneMatch(Character::isLetter)
        && block.text.chars().anyMatch(Character::isDigit);
  }

  /** A link for the most part, with an hour or a day outside of it. */
  private static boolean isDatedLink(TextBlock block) {
    if (block.words > SHORT_LINE
        || block.linkDensity() < LEAST_OF_DATED_LINK
        || block.linkText == null) {
      return false;
    }
    int at = block.text.indexOf(block.linkText);
    if (at < 0) {
      return false;
    }
    String around =
        block.text.substring(0, at) + ' ' + block.text.substring(at + block.linkText.length());
    return WHEN.matcher(around).find();
  }
}
