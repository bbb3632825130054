package org.copydesk.html;

import java.util.List;
import java.util.Set;
import org.copydesk.html.tree.Box;
import org.copydesk.html.tree.PageBlocks;
import org.copydesk.html.tree.TextBlock;
import org.copydesk.model.Label;
import org.copydesk.model.PageType;

/**
 * The text of a page of a manual, where such are asked for: its notes and warnings stand in boxes
 * that news sites use for notices, and "See also" opens a part of it and not a list of other news.
 */
final class DocumentBody {
  /** Rules that hold for articles and not here. */
  private static final Set<String> OF_ARTICLES =
      Set.of(BodyLabels.AFTER_END, BodyLabels.OPENS_TAIL, BodyLabels.READ_ALSO);

  private DocumentBody() {}

  /** Whether a page of this type is one, and such are asked for. */
  static boolean isOf(PageType type, HtmlSettings settings) {
    return type == PageType.DOCUMENTATION && settings.pageTypes().contains(type);
  }

  /** Labels as body what only an article would leave out of its box; {@code body} may be null. */
  static void label(PageBlocks page, Box body) {
    List<TextBlock> blocks =
        body == null ? List.of() : page.blocks().subList(body.firstBlock, body.endBlock);
    for (TextBlock block : blocks) {
      boolean isNote = block.role == Box.Role.NOTICE || OF_ARTICLES.contains(block.rule);
      if (block.label == Label.BOILERPLATE && isNote) {
        block.label(Label.BODY, "in-document");
      }
    }
  }
}
