package org.copydesk.html;

import java.util.List;
import org.copydesk.model.Label;
import org.copydesk.text.Normaliser;

/**
 * Labels what stands around the body but belongs to the article: title, byline, date, and the
 * provider's credit line after the last paragraph.
 */
final class HeadLabels {
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
      } else if (!hasTitle && block.isHeading() && Normaliser.normalise(block.text).equals(title)) {
        block.label(Label.TITLE, "repeats-title");
        hasTitle = true;
      } else if (!hasByline && block.text.equals(facts.byline())) {
        block.label(Label.BYLINE, "names-authors");
        hasByline = true;
      } else if ((block.label == Label.BODY || block.rule.equals("after-last-sentence"))
          && block.words <= 25
          && isProvider(block.text)) {
        block.label(Label.PROVIDER, "provided-by");
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

  private static boolean isDate(String line) {
    return line.codePoints().filter(Character::isDigit).count() >= 3
        && HtmlDates.read(line, true) != null
        && !line.endsWith(".");
  }

  private static boolean isProvider(String line) {
    String lower = line.toLowerCase(java.util.Locale.ROOT);
    return lower.startsWith("provided by ")
        || lower.startsWith("(reporting by ")
        || lower.startsWith("reporting by ")
        || lower.startsWith("distributed by ")
        || lower.startsWith("source: ") && lower.length() < 60
        || lower.startsWith("quelle: ") && lower.length() < 60;
  }
}
