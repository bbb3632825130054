package org.copydesk.dump;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields of a WARC record or an HTTP message: lines {@code Name: value} behind a first line, up
 * to an empty line. Names are found whatever their case; folded lines belong to the field before.
 */
final class HeaderFields {
  private final String firstLine;
  private final List<String> names = new ArrayList<>(16);
  private final List<String> values = new ArrayList<>(16);

  private HeaderFields(String firstLine) {
    this.firstLine = firstLine;
  }

  /**
   * Length of a header block with its empty line.
   *
   * @return -1 when {@code [from, to)} holds no empty line
   */
  static int length(byte[] b, int from, int to) {
    for (int i = from; i < to - 1; i++) {
      if (b[i] != '\n') {
        continue;
      }
      if (b[i + 1] == '\n') {
        return i + 2 - from;
      }
      if (b[i + 1] == '\r' && i + 2 < to && b[i + 2] == '\n') {
        return i + 3 - from;
      }
    }
    return -1;
  }

  static HeaderFields parse(byte[] b, int from, int to) {
    String block = new String(b, from, to - from, StandardCharsets.UTF_8).replace('\0', '\ufffd');
    int end = lineEnd(block, 0);
    HeaderFields fields = new HeaderFields(block.substring(0, end).trim());
    for (int start = end + 1; start < block.length(); start = end + 1) {
      end = lineEnd(block, start);
      fields.addLine(block, start, end);
    }
    return fields;
  }

  private static int lineEnd(String block, int start) {
    int end = block.indexOf('\n', start);
    return end < 0 ? block.length() : end;
  }

  private void addLine(String block, int start, int end) {
    char first = block.charAt(start);
    int last = values.size() - 1;
    if ((first == ' ' || first == '\t') && last >= 0) {
      values.set(last, (values.get(last) + " " + block.substring(start, end).trim()).trim());
      return;
    }
    int colon = block.indexOf(':', start);
    if (colon > start && colon < end) {
      names.add(block.substring(start, colon).trim());
      values.add(block.substring(colon + 1, end).trim());
    }
  }

  String firstLine() {
    return firstLine;
  }

  /** The first value of a field; null when there is none or it is empty. */
  String get(String name) {
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(name)) {
        return values.get(i).isEmpty() ? null : values.get(i);
      }
    }
    return null;
  }

  /** The values of a field, in order. */
  List<String> all(String name) {
    List<String> found = new ArrayList<>(1);
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(name) && !values.get(i).isEmpty()) {
        found.add(values.get(i));
      }
    }
    return found;
  }

  /** The values of a field that is a list, as one; null when there is none. */
  String joined(String name) {
    List<String> all = all(name);
    return all.isEmpty() ? null : String.join(", ", all);
  }

  /** True when a field stands there twice with two values. */
  boolean contradicts(String name) {
    String first = get(name);
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(name) && !values.get(i).equals(first)) {
        return true;
      }
    }
    return false;
  }
}
