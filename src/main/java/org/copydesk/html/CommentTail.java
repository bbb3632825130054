package org.copydesk.html;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.copydesk.html.tree.Box;
import org.copydesk.html.tree.PageBlocks;
import org.copydesk.html.tree.TextBlock;
import org.copydesk.model.Label;

/**
 * Takes readers' comments out of the body of a page that does not call them so in a name that is
 * known: entries below the article, each with a line of who and when ("guest 01.01.12, 16:50:22"),
 * under a heading that says comments or in elements whose names hint at them.
 */
final class CommentTail {
  static final String RULE = "comments-of-readers";

  /** Words of a line that says who wrote an entry and when. */
  private static final int MOST_STAMP_WORDS = 14;

  /** Blocks between a line of who and when and the entry's text. */
  private static final int MOST_TO_TEXT = 3;

  private static final int FEWEST_ENTRIES = 2;

  /** Words of running text that stand above comments. */
  private static final int FEWEST_WORDS_ABOVE = 25;

  /** Blocks between a heading of comments and the first entry. */
  private static final int MOST_TO_ENTRY = 8;

  private static final int MOST_HEADING_WORDS = 8;
  private static final int BOXES_AROUND = 4;

  /** An hour with its minutes. */
  private static final Pattern TIME = Pattern.compile("(?<![\\d:.])\\d{1,2}[:.h]\\d{2}(?![\\d.])");

  private static final Pattern NAMES =
      Pattern.compile(
          "com+ent|komm?ent|coom|comentar|comm(?![a-z])|opini|repl(y|ies)|otzyv|gaestebuch");

  private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  private final List<TextBlock> blocks;

  CommentTail(PageBlocks page) {
    this.blocks = page.blocks();
  }

  /** Labels comments that were taken for body. */
  void leaveOut() {
    int first = firstEntry();
    if (first < 0) {
      return;
    }
    int from = first;
    for (int i = first - 1; i >= Math.max(0, first - MOST_TO_ENTRY); i--) {
      if (isHeading(blocks.get(i))) {
        from = i;
      }
    }
    int words = 0;
    for (int i = 0; i < from; i++) {
      TextBlock block = blocks.get(i);
      words += block.label == Label.BODY && KindEvidence.isRunning(block) ? block.words : 0;
    }
    if (words < FEWEST_WORDS_ABOVE) {
      return;
    }
    int end = isNamedSo(blocks.get(first)) ? endOfNamed(first) : blocks.size();
    for (int i = from; i < end; i++) {
      if (blocks.get(i).label == Label.BODY) {
        blocks.get(i).label(Label.BOILERPLATE, RULE);
      }
    }
  }

  /** The first of the entries, or the heading in parts named for comments; negative for none. */
  private int firstEntry() {
    int first = -1;
    int entries = 0;
    boolean isSaid = false;
    int heading = -1;
    for (int i = 0; i < blocks.size(); i++) {
      TextBlock block = blocks.get(i);
      if (block.label != Label.BODY && block.label != Label.BOILERPLATE) {
        continue;
      }
      if (isHeading(block)) {
        heading = i;
        if (block.isHeading() && block.label == Label.BODY && isNamedSo(block)) {
          return i;
        }
      } else if (!block.role.isOutside && isStamp(block) && hasText(i)) {
        boolean isOfComments =
            isNamedSo(block) || heading >= 0 && (first >= heading || i - heading <= MOST_TO_ENTRY);
        if (isOfComments) {
          first = first < 0 ? i : first;
          entries++;
          isSaid = true;
        }
      }
    }
    return isSaid && entries >= FEWEST_ENTRIES ? first : -1;
  }

  /** Comments whose parts are named may stand amid the article: they end where it goes on. */
  private int endOfNamed(int first) {
    int end = first + 1;
    for (int i = first + 1; i < blocks.size(); i++) {
      TextBlock block = blocks.get(i);
      if (isNamedSo(block)) {
        end = i + 1;
      } else if (i < end + MOST_TO_TEXT && isStamp(blocks.get(end - 1))) {
        end = i + 1;
      } else if (block.label == Label.BODY && KindEvidence.isRunning(block)) {
        return end;
      }
    }
    return blocks.size();
  }

  private static boolean isStamp(TextBlock block) {
    return block.words <= MOST_STAMP_WORDS
        && !block.isHeading()
        && !block.endsSentence()
        && TIME.matcher(block.text).find();
  }

  private boolean hasText(int stamp) {
    for (int i = stamp + 1; i < Math.min(blocks.size(), stamp + 1 + MOST_TO_TEXT); i++) {
      if (blocks.get(i).label == Label.BODY && !isStamp(blocks.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHeading(TextBlock block) {
    return block.words <= MOST_HEADING_WORDS
        && !block.endsSentence()
        && Phrases.saysComments(block);
  }

  private static boolean isNamedSo(TextBlock block) {
    Box box = block.box;
    for (int up = 0; up < BOXES_AROUND && box != null; up++, box = box.parent) {
      String names = box.element.className() + ' ' + box.element.id();
      String words = CAMEL.matcher(names).replaceAll("-").toLowerCase(Locale.ROOT);
      if (!box.tag().equals("body")
          && !box.tag().equals("article")
          && NAMES.matcher(words).find()) {
        return true;
      }
    }
    return false;
  }
}
