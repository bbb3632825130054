package org.copydesk.html;

/**
 * The place, and what stands with it, before a first paragraph: "AMMAN (Wire) — The port …" has the
 * dateline "AMMAN (Wire) — ".
 */
final class HtmlDatelines {
  private static final int LONGEST = 60;

  private HtmlDatelines() {}

  /** The dateline with its dash and space; null when there is none. */
  static String of(String paragraph) {
    for (String dash : new String[] {" — ", " – ", " -- ", " - ", "— ", "– "}) {
      int at = paragraph.indexOf(dash);
      if (at > 1 && at <= LONGEST && isPlace(paragraph.substring(0, at))) {
        return paragraph.substring(0, at + dash.length());
      }
    }
    return null;
  }

  /** The dateline as it is stored; null for null. */
  static String withoutDash(String dateline) {
    if (dateline == null) {
      return null;
    }
    int end = dateline.length();
    while (end > 0 && "—–- ".indexOf(dateline.charAt(end - 1)) >= 0) {
      end--;
    }
    return dateline.substring(0, end);
  }

  /** Capitals to the first comma or bracket, or a name with an agency in brackets. */
  private static boolean isPlace(String text) {
    int bracket = text.indexOf('(');
    int cut = bracket > 0 ? bracket : text.indexOf(',') > 0 ? text.indexOf(',') : text.length();
    String place = text.substring(0, cut).strip();
    int lower = 0;
    int upper = 0;
    for (int i = 0; i < place.length(); i++) {
      lower += Character.isLowerCase(place.charAt(i)) ? 1 : 0;
      upper += Character.isUpperCase(place.charAt(i)) ? 1 : 0;
    }
    boolean isCapitals = upper >= 3 && lower == 0;
    boolean isWithAgency =
        bracket > 0 && text.endsWith(")") && upper > 0 && place.split(" ").length <= 4;
    return isCapitals || isWithAgency;
  }
}
