package org.copydesk.html;

import java.util.List;
import org.copydesk.html.tree.Box;
import org.copydesk.html.tree.Box.Role;
import org.copydesk.html.tree.PageBlocks;
import org.copydesk.html.tree.TextBlock;

/**
 * How far the body reaches beyond its box: a lead between headline and box, and parts of the same
 * make beside it, where a site cuts the text around pictures and advertisements.
 */
final class BodyReach {
  private static final int SENTENCE_WORDS = 8;
  private static final double FEW_LINKS = .3;
  private static final int FEWEST_WORDS_OF_LEAD = 12;
  private static final int MOST_BLOCKS_TO_HEADLINE = 40;

  private final PageBlocks page;
  private final String title;

  /** {@code title} in normal form, empty when unknown. */
  BodyReach(PageBlocks page, String title) {
    this.page = page;
    this.title = title;
  }

  /** For each block of the page, whether it belongs to the body's reach. */
  boolean[] from(Box body) {
    boolean[] in = new boolean[page.blocks().size()];
    for (int i = body.firstBlock; i < body.endBlock; i++) {
      in[i] = !page.blocks().get(i).role.isOutside;
    }
    addLead(in, body);
    Box box = body;
    for (int up = 0; up < 3 && box.parent != null; up++) {
      addTwins(in, box);
      box = box.parent;
    }
    return in;
  }

  private void addLead(boolean[] in, Box body) {
    List<TextBlock> blocks = page.blocks();
    int headline = -1;
    for (int i = body.firstBlock - 1;
        i >= 0 && i >= body.firstBlock - MOST_BLOCKS_TO_HEADLINE && headline < 0;
        i--) {
      TextBlock block = blocks.get(i);
      if (block.role.isOutside && block.role != Role.META && block.role != Role.BYLINE) {
        continue;
      }
      boolean isHeadline =
          block.isHeading()
              && (block.box.tag().equals("h1")
                  || (!title.isEmpty() && block.normal().equals(title)));
      headline = isHeadline ? i : headline;
    }
    for (int i = headline + 1; headline >= 0 && i < body.firstBlock; i++) {
      TextBlock block = blocks.get(i);
      boolean isUnderHeadline = i == headline + 1 && isLeadInHeading(block);
      in[i] = (isSentence(block) || isUnderHeadline) && (!block.role.isOutside || isLead(block));
    }
  }

  /** A heading right under the headline that is as long as a sentence. */
  private static boolean isLeadInHeading(TextBlock block) {
    return block.isHeading() && block.words >= FEWEST_WORDS_OF_LEAD && block.linkChars == 0;
  }

  /** Names call leads "teaser" too; one without any link announces nothing else. */
  private static boolean isLead(TextBlock block) {
    boolean isNamedSo = block.role == Role.RELATED || block.role == Role.META;
    return isNamedSo && block.linkChars == 0 && block.words >= 10;
  }

  private void addTwins(boolean[] in, Box box) {
    String name = box.element.className();
    int first = box.parent.firstBlock;
    int end = box.parent.endBlock;
    // Boxes whose parent is the same are found among the blocks' ancestors.
    for (int i = first; i < end; i++) {
      TextBlock block = page.blocks().get(i);
      if (in[i] || block.role.isOutside) {
        continue;
      }
      Box sibling = block.box;
      while (sibling != null && sibling.parent != box.parent) {
        sibling = sibling.parent;
      }
      if (sibling == null) {
        // Text that stands in the parent itself.
        in[i] = box.parent == block.box && isSentence(block) && block.words >= 12;
        continue;
      }
      boolean isTwin =
          sibling.tag().equals(box.tag())
              && sibling.element.className().equals(name)
              && !(name.isEmpty() && box.tag().equals("div"))
              && !box.tag().equals("article")
              && !box.tag().equals("li")
              && !box.tag().equals("td");
      boolean isParagraph = sibling.tag().equals("p") || sibling.tag().equals("blockquote");
      in[i] = isTwin && !hasLinkedHeading(sibling) || isParagraph && isSentence(block);
    }
  }

  private boolean hasLinkedHeading(Box box) {
    for (int i = box.firstBlock; i < box.endBlock; i++) {
      TextBlock block = page.blocks().get(i);
      if (block.isHeading() && block.linkDensity() > .5) {
        return true;
      }
    }
    return box.endBlock == box.firstBlock;
  }

  private static boolean isSentence(TextBlock block) {
    return block.words >= SENTENCE_WORDS && block.linkDensity() <= FEW_LINKS && !block.isHeading();
  }
}
