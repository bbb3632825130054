package org.copydesk.report;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of licences: {@code https://creativecommons.org/licenses/by/4.0/} is {@code cc-by-4.0}. */
final class Licences {
  private static final Pattern CREATIVE_COMMONS =
      Pattern.compile(
          "^(?:https?:)?//(?:www\\.)?creativecommons\\.org/licenses/(by(?:-nc)?(?:-sa|-nd)?)/(\\d\\.\\d)(?:/.*)?$");
  private static final Pattern SHORT =
      Pattern.compile("^cc[ -](by(?:-nc)?(?:-sa|-nd)?)[ -](\\d\\.\\d)$");
  private static final Pattern CC0 =
      Pattern.compile(
          "^(?:(?:https?:)?//(?:www\\.)?creativecommons\\.org/publicdomain/zero/1\\.0(?:/.*)?|cc0(?:[ -]1\\.0)?)$");

  private Licences() {}

  /** The name on the Hub; {@code other} for one that it has no name for. */
  static String hubName(String stated) {
    String lower = stated.strip().toLowerCase(Locale.ROOT);
    if (CC0.matcher(lower).matches()) {
      return "cc0-1.0";
    }
    for (Pattern pattern : new Pattern[] {CREATIVE_COMMONS, SHORT}) {
      Matcher found = pattern.matcher(lower);
      if (found.matches()) {
        return "cc-" + found.group(1) + "-" + found.group(2);
      }
    }
    return "other";
  }
}
