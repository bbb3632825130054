package org.copydesk.report;

import java.util.List;
import org.copydesk.report.figures.Figures;
import org.copydesk.report.figures.TextDifference;

/**
 * A reason by which something did not come through, with samples.
 *
 * @param id of its element
 * @param group removed, skipped or rejected
 * @param name the reason as it is stored
 * @param meaning for a person
 * @param count rows with that reason
 * @param samples some of them
 */
record Loss(
    String id, String group, String name, String meaning, long count, List<Sample> samples) {

  /**
   * Something that was left out.
   *
   * @param title headline; null where there is none
   * @param place file and record
   * @param link address on the web; null for none
   * @param facts what decided, for a person; may be empty
   * @param kept title of the article it lost to; null for none
   * @param comparison both texts with their differences marked; null where texts were not kept
   */
  record Sample(
      String title,
      String place,
      String link,
      List<String> facts,
      ArticleSample kept,
      TextDifference comparison) {}

  String countText() {
    return Figures.count(count);
  }

  static String idOf(String group, String reason) {
    StringBuilder id = new StringBuilder("loss-").append(group).append('-');
    for (int i = 0; i < reason.length() && i < 80; i++) {
      char c = reason.charAt(i);
      boolean isPlain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
      id.append(isPlain ? c : '-');
    }
    String plain = id.toString();
    return plain.endsWith(reason) ? plain : plain + "-" + Integer.toHexString(reason.hashCode());
  }
}
