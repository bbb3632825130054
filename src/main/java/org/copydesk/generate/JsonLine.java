package org.copydesk.generate;

/** One line of JSON, written by hand: truth is half of what is generated, and speed counts. */
final class JsonLine {
  private final StringBuilder out = new StringBuilder(8192);

  JsonLine raw(String text) {
    out.append(text);
    return this;
  }

  JsonLine raw(long number) {
    out.append(number);
    return this;
  }

  /** A string in quotes, or {@code null}. */
  JsonLine text(String value) {
    if (value == null) {
      out.append("null");
      return this;
    }
    out.append('"');
    int from = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c != '"' && c != '\\' && c >= ' ') {
        continue;
      }
      out.append(value, from, i);
      from = i + 1;
      if (c == '\n') {
        out.append("\\n");
      } else if (c >= ' ') {
        out.append('\\').append(c);
      } else {
        out.append("\\u00").append(Character.forDigit(c >> 4, 16));
        out.append(Character.forDigit(c & 15, 16));
      }
    }
    out.append(value, from, value.length());
    out.append('"');
    return this;
  }

  /** A record's place as {@code "source_file":…,"source_record":…}. */
  JsonLine place(PagePlan.Location at) {
    return raw("\"source_file\":")
        .text(at.sourceFile())
        .raw(",\"source_record\":")
        .raw(at.sourceRecord());
  }

  /** The line with its line feed; empties this. */
  String end() {
    String line = out.append('\n').toString();
    out.setLength(0);
    return line;
  }
}
