package org.copydesk.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.copydesk.html.tree.PageBlocks;
import org.copydesk.html.tree.TextBlock;
import org.copydesk.model.Label;

/**
 * Takes out of an article's body what is none of its text though it stands in the same box: a
 * calendar or a list far behind the last paragraph, the whole text once more in one block, and the
 * Latin that a template was delivered with.
 */
final class StrayBlocks {
  /** Blocks of other things between two parts of a body; the half looked at told 15 from 30. */
  private static final int GAP = 30;

  /** Of the running words of the largest part; a part behind it with as many goes on with it. */
  private static final double LEAST_SHARE = .15;

  private static final int FEWEST_WORDS_OF_COPY = 200;
  private static final int FEWEST_WORDS_OF_PART = 8;
  private static final int MOST_PARTS_LOOKED_AT = 12;
  private static final int FEWEST_PARTS_IN_COPY = 4;

  private static final String FILLER = "lorem ipsum dolor sit amet";
  private static final int FEWEST_FILLERS = 2;

  private final List<TextBlock> blocks;

  StrayBlocks(PageBlocks page) {
    this.blocks = page.blocks();
  }

  void label() {
    labelFar();
    labelCopies();
    labelFillers();
  }

  private void labelFar() {
    int[] part = new int[blocks.size()];
    int[] running = new int[blocks.size() + 1];
    int[] rows = new int[blocks.size() + 1];
    int parts = 0;
    int last = -1;
    for (int i = 0; i < part.length; i++) {
      TextBlock block = blocks.get(i);
      if (block.label == Label.BODY) {
        parts += last >= 0 && i - last > GAP ? 1 : 0;
        last = i;
        part[i] = parts;
        running[parts] += KindEvidence.isRunning(block) ? block.words : 0;
        rows[parts] += block.box.tag().equals("tr") ? block.words : 0;
      }
    }
    int most = 0;
    for (int k = 1; k <= parts; k++) {
      most = running[k] > running[most] ? k : most;
    }
    double least = LEAST_SHARE * running[most];
    for (int i = 0; i < part.length; i++) {
      int own = part[i];
      if (own > most
          && blocks.get(i).label == Label.BODY
          && running[own] < least
          && rows[own] < least) {
        blocks.get(i).label(Label.BOILERPLATE, "far-from-text");
      }
    }
  }

  /** A block that has the body's other blocks in it, as kept for a button that copies the text. */
  private void labelCopies() {
    for (TextBlock block : blocks) {
      if (block.label == Label.BODY && block.words >= FEWEST_WORDS_OF_COPY && isCopy(block)) {
        block.label(Label.BOILERPLATE, "copy-of-text");
      }
    }
  }

  private boolean isCopy(TextBlock copy) {
    int parts = 0;
    int found = 0;
    for (TextBlock other : blocks) {
      if (parts == MOST_PARTS_LOOKED_AT) {
        break;
      }
      if (other != copy
          && other.label == Label.BODY
          && other.words >= FEWEST_WORDS_OF_PART
          && other.words < copy.words) {
        parts++;
        found += copy.text.contains(other.text) ? 1 : 0;
      }
    }
    return found >= FEWEST_PARTS_IN_COPY && 2 * found > parts;
  }

  private void labelFillers() {
    List<TextBlock> fillers = new ArrayList<>();
    int others = 0;
    for (TextBlock block : blocks) {
      others += block.label == Label.BODY && KindEvidence.isRunning(block) ? 1 : 0;
      if (block.label == Label.BODY && block.text.toLowerCase(Locale.ROOT).contains(FILLER)) {
        fillers.add(block);
      }
    }
    if (fillers.size() >= FEWEST_FILLERS && others > 2 * fillers.size()) {
      fillers.forEach(block -> block.label(Label.BOILERPLATE, "filler"));
    }
  }
}
