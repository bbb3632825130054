package org.copydesk.html;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.html.tree.PageBlocks;
import org.copydesk.html.tree.TextBlock;
import org.copydesk.model.Label;
import org.copydesk.model.Span;

/** Writes blocks as the page's text, a block a line, and keeps where each one stands in bytes. */
final class SpanWriter {
  private final StringBuilder text = new StringBuilder();
  private final List<Span> spans = new ArrayList<>();
  private final int[] starts;
  private final int[] ends;
  private int at;

  /** The first {@code dateline} characters of one block are a dateline; 0 where there is none. */
  SpanWriter(PageBlocks page, int dateline, int datelineBlock) {
    List<TextBlock> blocks = page.blocks();
    starts = new int[blocks.size()];
    ends = new int[blocks.size()];
    for (int i = 0; i < blocks.size(); i++) {
      TextBlock block = blocks.get(i);
      if (i > 0) {
        add("\n", Label.SEPARATOR, "between-blocks");
      }
      starts[i] = at;
      if (i == datelineBlock && dateline > 0) {
        add(block.text.substring(0, dateline), Label.DATELINE, "dateline-before-body");
        add(block.text.substring(dateline), block.label, block.rule);
      } else {
        add(block.text, block.label, block.rule);
      }
      ends[i] = at;
    }
  }

  private void add(String part, Label label, String rule) {
    if (part.isEmpty()) {
      return;
    }
    text.append(part);
    int length = utf8Length(part);
    spans.add(new Span(at, at + length, label, rule));
    at += length;
  }

  private static int utf8Length(String part) {
    int length = 0;
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c < 0x80) {
        length++;
      } else if (c < 0x800) {
        length += 2;
      } else if (Character.isHighSurrogate(c)
          && i + 1 < part.length()
          && Character.isLowSurrogate(part.charAt(i + 1))) {
        length += 4;
        i++;
      } else {
        // A surrogate alone is written as one question mark.
        length += Character.isSurrogate(c) ? 1 : 3;
      }
    }
    return length;
  }

  byte[] text() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  List<Span> spans() {
    return spans;
  }

  int start(int block) {
    return starts[block];
  }

  int end(int block) {
    return ends[block];
  }
}
