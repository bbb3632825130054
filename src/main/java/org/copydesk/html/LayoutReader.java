package org.copydesk.html;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.copydesk.html.tree.Box;
import org.copydesk.html.tree.PageBlocks;
import org.copydesk.html.tree.TextBlock;
import org.copydesk.model.Label;
import org.copydesk.segment.PageLayout;

/** Reads where the labelled parts of a page stand in its tree. */
final class LayoutReader {
  private static final int MOST_LEVELS = 12;
  private static final int LONGEST_PATH = 240;

  private LayoutReader() {}

  /**
   * The layout of a page whose blocks are labelled.
   *
   * @param fetched when the page was fetched; null when unknown
   */
  static PageLayout of(PageBlocks page, Instant fetched) {
    Map<String, Integer> running = new HashMap<>();
    String body = "";
    String[] first = {"", "", "", ""};
    Label[] labels = {Label.TITLE, Label.BYLINE, Label.DATE, Label.TEASER_TITLE};
    for (TextBlock block : page.blocks()) {
      for (int i = 0; i < labels.length; i++) {
        if (block.label == labels[i] && first[i].isEmpty()) {
          first[i] = path(block.box);
        }
      }
      if (block.label == Label.BODY && KindEvidence.isRunning(block) && block.box.parent != null) {
        String place = path(block.box.parent);
        int words = running.merge(place, block.words, Integer::sum);
        body = words > running.getOrDefault(body, 0) ? place : body;
      }
    }
    return new PageLayout(
        first[0],
        first[1],
        first[2],
        body,
        first[3],
        fetched == null ? PageLayout.UNTIMED : fetched.getEpochSecond());
  }

  /** Tags with their first class, from the outside in; the innermost levels of a deep box. */
  static String path(Box box) {
    StringBuilder path = new StringBuilder();
    int levels = 0;
    for (Box one = box; one != null && levels < MOST_LEVELS; one = one.parent, levels++) {
      String name = name(one);
      if (path.length() + name.length() >= LONGEST_PATH) {
        break;
      }
      path.insert(0, levels == 0 ? name : name + '>');
    }
    return path.toString();
  }

  /** Numbers in classes are those of the page: "post-1234". */
  private static String name(Box box) {
    String classes = box.element.className();
    int end = 0;
    while (end < classes.length() && !Character.isWhitespace(classes.charAt(end))) {
      end++;
    }
    StringBuilder name = new StringBuilder(box.tag());
    if (end > 0) {
      name.append('.');
    }
    for (int i = 0; i < end; i++) {
      char c = classes.charAt(i);
      if (!Character.isDigit(c)) {
        name.append(c);
      }
    }
    return name.toString();
  }
}
