package org.copydesk.html;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.copydesk.segment.Lexicon;
import org.copydesk.text.Normaliser;

/**
 * Names out of bylines and author fields: "By Ana Roe and Piet Vos, Harbour Wire" gives "Ana Roe",
 * "Piet Vos". Takes short lines only.
 */
final class HtmlBylines {
  private static final int LONGEST = 160;
  private static final int SHORT_OPENING = 3;
  private static final List<String> OPENINGS =
      List.of(
          "written by",
          "story by",
          "reported by",
          "posted by",
          "published by",
          "words by",
          "text by",
          "by:",
          "by",
          "von:",
          "von",
          "par",
          "por:",
          "por",
          "di",
          "door",
          "autor:",
          "autorin:",
          "author:",
          "text:",
          "auteur :",
          "автор:",
          "автор",
          "بقلم",
          "كتب",
          "كتبت",
          "作者：",
          "作者:",
          "記者",
          "记者",
          "文／",
          "文/",
          "av",
          "af",
          "tekst:",
          "przez",
          "oleh",
          "yazan:",
          "text von",
          "ein beitrag von",
          "geschrieben von",
          "veröffentlicht von",
          "opracował:");
  private static final Set<String> NOT_NAMES =
      Set.of(
          "admin",
          "administrator",
          "editor",
          "redaktion",
          "redaction",
          "redazione",
          "staff",
          "staff writer",
          "staff reporter",
          "webmaster",
          "guest",
          "user",
          "author",
          "unknown",
          "anonymous",
          "none",
          "null",
          "undefined",
          "editorial",
          "newsroom",
          "root",
          "newsdesk",
          "our reporter",
          "our foreign staff",
          "foreign staff",
          "our correspondent",
          "own correspondent",
          "web desk",
          "die redaktion",
          "the editors",
          "n/a",
          "online");

  private HtmlBylines() {}

  /** Whether a short line opens as a byline does: "By Ana Roe". */
  static boolean isByline(String line) {
    if (line.length() > LONGEST) {
      return false;
    }
    String opening = opening(line);
    if (opening == null) {
      return false;
    }
    List<String> names = names(line, null);
    return !names.isEmpty()
        && names.get(0).length() <= 60
        && !line.endsWith(".")
        && isCapital(names.get(0));
  }

  private static boolean isCapital(String name) {
    int c = name.codePointAt(0);
    return !Character.isLowerCase(c);
  }

  private static String opening(String line) {
    String lower = line.strip().toLowerCase(Locale.ROOT);
    for (String opening : OPENINGS) {
      if (lower.startsWith(opening)) {
        int end = opening.length();
        boolean isCut =
            end < lower.length()
                && (!Character.isLetter(opening.charAt(end - 1))
                    || !Character.isLetterOrDigit(lower.charAt(end))
                    || TextBlock.isDense(opening.charAt(end - 1)));
        if (isCut) {
          return opening;
        }
      }
    }
    return fromLexicon(line, lower);
  }

  /** A word of the page-text lists; one of three letters and less needs a first and a last name. */
  private static String fromLexicon(String line, String lower) {
    int known = Lexicon.shipped().byline(Normaliser.normalise(line));
    if (known == 0 || known >= lower.length()) {
      return null;
    }
    int end = known;
    while (end < lower.length() && ":： ".indexOf(lower.charAt(end)) >= 0) {
      end++;
    }
    String printed = lower.substring(0, known);
    boolean isSame = Normaliser.normalise(printed).length() == known;
    boolean isSure = known > SHORT_OPENING || lower.substring(known, end).strip().length() > 0;
    boolean hasTwoNames = lower.substring(end).strip().indexOf(' ') > 0;
    return isSame && end < lower.length() && (isSure || hasTwoNames)
        ? lower.substring(0, end)
        : null;
  }

  /**
   * The names in a byline or author field, in order; empty when none.
   *
   * @param site name of the site or publisher, which is no author; null when unknown
   */
  static List<String> names(String line, String site) {
    Set<String> names = new LinkedHashSet<>();
    if (line == null || line.isBlank() || line.length() > LONGEST) {
      return List.of();
    }
    String text = line.strip();
    String opening = opening(text);
    if (opening != null) {
      text = text.substring(opening.length()).strip();
    }
    for (String part : parts(text)) {
      String name = trim(part);
      if (!names.isEmpty() && isAffiliation(name)) {
        break;
      }
      if (isName(name, site)) {
        names.add(name);
      }
    }
    return new ArrayList<>(names);
  }

  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    String[] words = text.replace(" ", " ").split(" ");
    for (String word : words) {
      String lower = word.toLowerCase(Locale.ROOT);
      boolean isAnd =
          switch (lower) {
            case "and",
                "und",
                "et",
                "y",
                "e",
                "en",
                "&",
                "|",
                "och",
                "og",
                "i",
                "и",
                "with",
                "·",
                "•",
                "–",
                "—",
                "-",
                "/" ->
                true;
            default -> false;
          };
      if (isAnd) {
        parts.add(part.toString());
        part.setLength(0);
        if ("|·•–—-".contains(lower)) {
          // What follows a dash or bar is a desk, a date or a share link.
          break;
        }
        continue;
      }
      String[] cut = word.split("[,;、，]", -1);
      for (int i = 0; i < cut.length; i++) {
        part.append(' ').append(cut[i]);
        if (i + 1 < cut.length) {
          parts.add(part.toString());
          part.setLength(0);
        }
      }
    }
    parts.add(part.toString());
    return parts;
  }

  private static String trim(String part) {
    String name = part.strip();
    int bracket = name.indexOf('(');
    if (bracket > 0) {
      name = name.substring(0, bracket).strip();
    }
    String opening = opening(name);
    if (opening != null) {
      name = name.substring(opening.length()).strip();
    }
    while (!name.isEmpty()
        && ":,;.|".indexOf(name.charAt(name.length() - 1)) >= 0
        && !name.endsWith("Jr.")) {
      name = name.substring(0, name.length() - 1).strip();
    }
    return name;
  }

  private static boolean isAffiliation(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (String word :
        new String[] {
          "news",
          "wire",
          "press",
          "agency",
          "correspondent",
          "editor",
          "reporter",
          "writer",
          "times",
          "post",
          "desk",
          "staff",
          "korrespondent",
          "redak",
          "dpa",
          "reuters",
          "afp",
          "updated",
          "bureau"
        }) {
      if (lower.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isName(String name, String site) {
    if (name.length() < 2
        || name.length() > 60
        || name.contains("://")
        || name.contains("@")
        || name.startsWith("www.")) {
      return false;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (NOT_NAMES.contains(lower)
        || (site != null && lower.equals(site.strip().toLowerCase(Locale.ROOT)))) {
      return false;
    }
    int digits = 0;
    int words = 1;
    for (int i = 0; i < name.length(); i++) {
      digits += Character.isDigit(name.charAt(i)) ? 1 : 0;
      words += name.charAt(i) == ' ' ? 1 : 0;
    }
    return digits == 0 && words <= 6 && Character.isLetter(name.codePointAt(0));
  }
}
