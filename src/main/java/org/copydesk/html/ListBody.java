package org.copydesk.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copydesk.html.tree.Box;
import org.copydesk.html.tree.Box.Role;
import org.copydesk.html.tree.PageBlocks;
import org.copydesk.html.tree.TextBlock;
import org.copydesk.model.Label;
import org.copydesk.model.PageType;

/**
 * The text of a page that is a list, where lists are asked for: its entries are what such a page
 * says, so from the headline on all of them are body, and no teasers of something else.
 *
 * <p>Word F1 on the half of WCXB to develop on, of what each choice gives: paragraphs alone .43
 * (listings) and .39 (collections), with teasers .71 and .70, with all that no part of the site's
 * frame holds .77 and .75, without what is printed at each entry and with entries that are named as
 * notices are .81 and .76.
 */
final class ListBody {
  private static final Set<PageType> LISTS = Set.of(PageType.LISTING, PageType.COLLECTION);

  /** Parts that frame a list and hold none of it. */
  private static final Set<Role> FRAME =
      Set.of(
          Role.NAVIGATION,
          Role.FOOTER,
          Role.FORM,
          Role.HIDDEN,
          Role.COMMENTS,
          Role.NEWSLETTER,
          Role.SHARE,
          Role.NOTICE);

  private static final Set<String> FRAME_RULES = Set.of("ask", "end-mark", "buttons");

  private static final int FEWEST_ENTRIES = 10;

  /** Words of what is printed at each entry, and how often it stands: "Shop now", "In stock". */
  private static final int MOST_OF_EACH = 4;

  private static final int FEWEST_OF_EACH = 6;

  private ListBody() {}

  /** Whether a page of this type is a list, and lists are asked for. */
  static boolean isOf(PageType type, HtmlSettings settings) {
    return LISTS.contains(type) && settings.pageTypes().contains(type);
  }

  /** Whether a page has nothing but what may be a list, and lists are asked for. */
  static boolean isAll(PageBlocks page, HtmlSettings settings) {
    return settings.pageTypes().containsAll(LISTS)
        && page.blocks().stream().noneMatch(block -> block.label == Label.BODY);
  }

  /** Labels the list; gives the teasers that are no entries of it. */
  static List<TreeTeasers.Found> label(PageBlocks page, List<TreeTeasers.Found> teasers) {
    List<TextBlock> blocks = page.blocks();
    int start = start(blocks);
    boolean areNotices = notices(page) >= FEWEST_ENTRIES;
    Map<String, Integer> lines = new HashMap<>();
    blocks.forEach(block -> lines.merge(block.text, 1, Integer::sum));
    for (int i = start; i < blocks.size(); i++) {
      TextBlock block = blocks.get(i);
      boolean isFrame =
          FRAME.contains(block.role) && !(areNotices && block.role == Role.NOTICE)
              || FRAME_RULES.contains(block.rule);
      boolean isOfEach = block.words <= MOST_OF_EACH && lines.get(block.text) >= FEWEST_OF_EACH;
      boolean isEntry = block.label != Label.TITLE && !isFrame && !isOfEach;
      if (isEntry) {
        block.label(Label.BODY, "list-entry");
      }
    }
    List<TreeTeasers.Found> others = new ArrayList<>();
    for (TreeTeasers.Found teaser : teasers) {
      if (!isIn(blocks, teaser)) {
        others.add(teaser);
        continue;
      }
      for (TextBlock part : blocks.subList(teaser.first(), teaser.last() + 1)) {
        if (part.label != Label.BODY) {
          part.label(Label.BOILERPLATE, "beside-list-entry");
        }
      }
    }
    return others;
  }

  /** A notice stands alone; a word for one that names box after box is that of the entries. */
  private static int notices(PageBlocks page) {
    int count = 0;
    for (Box box : page.boxes()) {
      count += box.role == Role.NOTICE && box.ownRole == Role.NOTICE ? 1 : 0;
    }
    return count;
  }

  /** The headline; the first block where there is none. */
  private static int start(List<TextBlock> blocks) {
    for (int i = 0; i < blocks.size(); i++) {
      TextBlock block = blocks.get(i);
      boolean isFrame = block.role == Role.NAVIGATION || block.role == Role.HIDDEN;
      if (block.box.tag().equals("h1") && !isFrame) {
        return i;
      }
    }
    return 0;
  }

  private static boolean isIn(List<TextBlock> blocks, TreeTeasers.Found teaser) {
    for (int i = teaser.first(); i <= teaser.last(); i++) {
      if (blocks.get(i).label == Label.BODY) {
        return true;
      }
    }
    return false;
  }
}
