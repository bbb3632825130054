package org.copydesk.segment;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * Where the parts of a page stand in its tree, each as a path of tags and classes from the outside
 * in, without digits: {@code body>main.page>article.post>p}. Empty where the page has no such part,
 * or none was looked for.
 *
 * @param fetched when the page was fetched, in seconds; {@link #UNTIMED} when unknown
 */
public record PageLayout(
    String title, String byline, String date, String body, String list, long fetched) {
  public static final long UNTIMED = Long.MIN_VALUE;

  /** Of a page of text. */
  public static final PageLayout NONE = new PageLayout("", "", "", "", "", UNTIMED);

  /** Names of the parts, as they are stored. */
  static final List<String> PARTS = List.of("title", "byline", "date", "body", "list");

  String of(int part) {
    return switch (part) {
      case 0 -> title;
      case 1 -> byline;
      case 2 -> date;
      case 3 -> body;
      default -> list;
    };
  }

  void write(DataOutput out) throws IOException {
    for (int part = 0; part < PARTS.size(); part++) {
      out.writeUTF(of(part));
    }
    out.writeLong(fetched);
  }

  static PageLayout read(DataInput in) throws IOException {
    return new PageLayout(
        in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF(), in.readLong());
  }
}
