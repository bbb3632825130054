package org.copydesk.segment.lines;

import java.util.ArrayList;
import java.util.List;
import org.copydesk.model.Label;
import org.copydesk.model.Span;

/** Collects labelled ranges in order and fills what lies between with {@code separator}. */
public final class Spans {
  private static final String LINE_END = "line-end";

  private final byte[] payload;
  private final List<Span> spans = new ArrayList<>();
  private int end;

  public Spans(byte[] payload) {
    this.payload = payload;
  }

  /** Labels a line. */
  public void add(Unit unit, Label label, String rule) {
    if (unit.hasLineEnd) {
      add(unit.start, unit.end, label, rule);
    } else {
      addLine(unit.start, unit.end, label, rule);
    }
  }

  /** Labels a range, line by line: the line ends inside it are separators. */
  public void add(int from, int to, Label label, String rule) {
    int start = from;
    for (int i = from; i < to; i++) {
      if (payload[i] == '\n' || payload[i] == '\r' || payload[i] == '\f') {
        addLine(start, i, label, rule);
        start = i + 1;
      }
    }
    addLine(start, to, label, rule);
  }

  private void addLine(int from, int to, Label label, String rule) {
    int start = from;
    int stop = to;
    while (start < stop && isBlank(payload[start])) {
      start++;
    }
    while (stop > start && isBlank(payload[stop - 1])) {
      stop--;
    }
    if (start < stop) {
      separate(start);
      spans.add(new Span(start, stop, label, rule));
      end = stop;
    }
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  private void separate(int to) {
    if (end < to) {
      spans.add(new Span(end, to, Label.SEPARATOR, LINE_END));
      end = to;
    }
  }

  public List<Span> upTo(int length) {
    separate(length);
    return spans;
  }
}
