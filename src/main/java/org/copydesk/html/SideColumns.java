package org.copydesk.html;

import java.util.List;
import org.copydesk.html.tree.Box;
import org.copydesk.html.tree.PageBlocks;
import org.copydesk.html.tree.TextBlock;
import org.copydesk.model.Label;

/** Columns beside the one that an article runs in. */
final class SideColumns {
  private static final int FEWEST_WORDS_OF_LEAD = 10;

  /** Words of a line of a list or a table without links. */
  private static final int FEWEST_WORDS_BESIDE = 4;

  /** Share of the words of running text that one column has. */
  private static final double NEARLY_ALL_RUNNING = .9;

  /** Words of it. */
  private static final int FEWEST_RUNNING = 40;

  private final PageBlocks page;

  SideColumns(PageBlocks page) {
    this.page = page;
  }

  /**
   * What stands in the body's box, but outside the one that has nearly all of the running text:
   * hours, numbers, links and their headings in the columns beside it. Leads, lists and tables
   * without links stay.
   */
  void leaveOut(Box body) {
    List<TextBlock> blocks = page.blocks();
    int[] running = new int[blocks.size() + 1];
    for (int i = 0; i < blocks.size(); i++) {
      TextBlock block = blocks.get(i);
      boolean isText = block.label == Label.BODY && KindEvidence.isRunning(block);
      running[i + 1] = running[i] + (isText ? block.words : 0);
    }
    int all = running[blocks.size()];
    Box column = null;
    for (Box box : page.boxes()) {
      boolean isDeeper = column == null || box.depth > column.depth;
      boolean isPart = box.isInside(body);
      int words = running[box.endBlock] - running[box.firstBlock];
      if (isPart && isDeeper && words >= NEARLY_ALL_RUNNING * all && holdsSeveral(box)) {
        column = box;
      }
    }
    if (column == null || all < FEWEST_RUNNING) {
      return;
    }
    boolean wasKept = false;
    for (int i = blocks.size() - 1; i >= 0; i--) {
      TextBlock block = blocks.get(i);
      boolean isInside = i >= column.firstBlock && i < column.endBlock;
      if (isInside || block.label != Label.BODY) {
        wasKept = isInside;
        continue;
      }
      boolean isLead = i < column.firstBlock && block.words >= FEWEST_WORDS_OF_LEAD;
      // A heading is what stands under it.
      boolean isKept =
          KindEvidence.isRunning(block)
              || block.linkChars == 0
                  && (isLead || (block.isHeading() ? wasKept : block.words >= FEWEST_WORDS_BESIDE));
      if (!isKept) {
        block.label(Label.BOILERPLATE, "outside-column");
      }
      wasKept = isKept;
    }
  }

  private boolean holdsSeveral(Box box) {
    int paragraphs = 0;
    for (int i = box.firstBlock; i < box.endBlock && paragraphs < 2; i++) {
      TextBlock block = page.blocks().get(i);
      paragraphs += block.label == Label.BODY && KindEvidence.isRunning(block) ? 1 : 0;
    }
    return paragraphs >= 2;
  }
}
