package org.copydesk.html;

import java.util.List;
import org.copydesk.html.tree.Box;
import org.copydesk.html.tree.PageBlocks;
import org.copydesk.html.tree.TextBlock;
import org.copydesk.model.Label;
import org.copydesk.segment.dates.DateReader;
import org.copydesk.segment.fields.FieldParts;
import org.copydesk.text.Normaliser;

/** Labels what stands around the body but belongs to the article: title, byline and date. */
final class HeadLabels {
  private static final int MOST_WORDS_WITH_DATE = 12;

  private HeadLabels() {}

  static void label(PageBlocks page, Box body, PageFacts facts) {
    if (body == null) {
      return;
    }
    List<TextBlock> blocks = page.blocks();
    String title = facts.title() == null ? "" : Normaliser.normalise(facts.title());
    boolean hasTitle = false;
    boolean hasByline = false;
    int from = Math.max(0, body.firstBlock - 40);
    for (int i = from; i < blocks.size() && i < body.endBlock + 8; i++) {
      TextBlock block = blocks.get(i);
      boolean isPart = block.role == Box.Role.BYLINE || block.role == Box.Role.META;
      if (block.label == Label.TITLE) {
        hasTitle = true;
      } else if (!hasTitle && block.isHeading() && block.normal().equals(title)) {
        block.label(Label.TITLE, "repeats-title");
        hasTitle = true;
      } else if (!hasByline && isByline(block, facts.byline())) {
        block.label(Label.BYLINE, "names-authors");
        hasByline = true;
      } else if (block.words <= 12
          && i <= body.firstBlock + 8
          && (block.label == Label.BODY || !block.role.isOutside || isPart)
          && !block.isHeading()
          && block.chars <= 80
          && isDate(block.text)) {
        block.label(Label.DATE, "date-line");
      }
    }
  }

  /** Whether a line is the byline, or prints it beside its date. */
  private static boolean isByline(TextBlock block, String byline) {
    String line = block.spaced();
    return byline != null
        && line.contains(byline)
        && (line.equals(byline)
            || byline.equals(FieldParts.withoutDate(line))
            || (line.startsWith(byline) || line.endsWith(byline))
                && block.words <= MOST_WORDS_WITH_DATE
                && !block.endsSentence());
  }

  private static boolean isDate(String line) {
    return DateReader.read(line) != null && !line.endsWith(".");
  }
}
