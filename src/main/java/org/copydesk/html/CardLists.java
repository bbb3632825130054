package org.copydesk.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copydesk.html.tree.Box;
import org.copydesk.html.tree.Box.Role;
import org.copydesk.html.tree.PageBlocks;
import org.copydesk.html.tree.TextBlock;

/**
 * Finds lists of teasers by their make, whatever they are called: three and more sibling boxes of
 * one make, each opened by a headline that is a link of its own. {@code <ul><li><h3><a
 * href="/x">Harbour reopens</a></h3><p>The port …</p></li> …</ul>} is such a list, inside an
 * article's box too.
 */
final class CardLists {
  private static final int FEWEST_CARDS = 3;
  private static final int FEWEST_TITLE_WORDS = 3;
  private static final int MOST_BLOCKS_BEFORE_TITLE = 3;
  private static final int MOST_BLOCKS_OF_CARD = 8;
  private static final int MOST_WORDS_OF_CARD = 130;
  private static final double MOSTLY = .8;

  private final PageBlocks page;

  CardLists(PageBlocks page) {
    this.page = page;
  }

  /** Gives cards of such lists the role of related articles. */
  void mark() {
    Map<Box, Integer> children = new HashMap<>();
    for (Box box : page.boxes()) {
      if (box.parent != null && box.endBlock > box.firstBlock) {
        children.merge(box.parent, 1, Integer::sum);
      }
    }
    Map<Box, Map<String, List<Box>>> families = new HashMap<>();
    for (Box box : page.boxes()) {
      if (box.parent != null
          && box.endBlock > box.firstBlock
          && children.get(box.parent) >= FEWEST_CARDS) {
        families
            .computeIfAbsent(box.parent, p -> new HashMap<>())
            .computeIfAbsent(box.tag() + ' ' + firstName(box), m -> new ArrayList<>())
            .add(box);
      }
    }
    for (Map<String, List<Box>> family : families.values()) {
      for (List<Box> siblings : family.values()) {
        if (siblings.size() >= FEWEST_CARDS) {
          markCards(siblings);
        }
      }
    }
  }

  private static String firstName(Box box) {
    String names = box.element.className();
    int end = names.indexOf(' ');
    return end < 0 ? names : names.substring(0, end);
  }

  private void markCards(List<Box> siblings) {
    List<Box> cards = new ArrayList<>();
    Set<String> targets = new HashSet<>();
    for (Box box : siblings) {
      String target = headlineTarget(box, FEWEST_TITLE_WORDS);
      if (target != null && targets.add(target)) {
        cards.add(box);
      }
    }
    if (cards.size() >= FEWEST_CARDS && cards.size() >= MOSTLY * siblings.size()) {
      for (Box box : siblings) {
        // Among cards a headline of one word is one, too: "Letters".
        if (cards.contains(box) || headlineTarget(box, 1) != null) {
          box.isCard = true;
          box.role = box.role.isOutside ? box.role : Role.RELATED;
        }
      }
    }
  }

  /** Target of the linked headline that opens a card; null where the box is no card. */
  private String headlineTarget(Box box, int fewestWords) {
    if (box.endBlock - box.firstBlock > MOST_BLOCKS_OF_CARD) {
      return null;
    }
    int words = 0;
    String target = null;
    for (int i = box.firstBlock; i < box.endBlock; i++) {
      TextBlock block = page.blocks().get(i);
      words += block.words;
      boolean isHeadline =
          block.isHeading()
              && block.linkDensity() > .8
              && block.words >= fewestWords
              && !block.hasOtherLinks
              && !block.href.startsWith("#");
      if (isHeadline && target == null && i < box.firstBlock + MOST_BLOCKS_BEFORE_TITLE) {
        target = block.href;
      } else if (block.isHeading() && target != null && !target.equals(block.href)) {
        // Two headings: a section of an article, or a list inside a list.
        return null;
      }
    }
    return words > MOST_WORDS_OF_CARD ? null : target;
  }
}
