package org.copydesk.generate;

import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How one invented site lays out its pages, drawn from {@link Productions}.
 *
 * @param name of the site
 * @param language code
 * @param order see {@link Productions}
 * @param list form of the teasers
 * @param sign truncation sign
 * @param limit words of a snippet, or characters where it is over 100
 * @param words by kind: the lines drawn of each
 * @param date form of the date
 * @param datePattern as drawn
 * @param teasers a page
 * @param isGlued whether the first footer line follows the last teaser without a blank line
 */
record SiteTemplate(
    String name,
    String language,
    String order,
    ListForm list,
    String sign,
    int limit,
    Map<String, List<String>> words,
    DateTimeFormatter date,
    String datePattern,
    int teasers,
    boolean isGlued) {

  /** How a teaser is printed. */
  enum ListForm {
    /** Title, blank line, snippet with sign and marker. */
    APART,
    /** Title and snippet on following lines. */
    CLOSE,
    /** As APART, the marker on a line of its own. */
    MARKER_BELOW,
    /** Titles alone. */
    TITLES,
    /** Titles alone, with their numbers. */
    NUMBERED,
    /** As CLOSE, without a marker. */
    SIGN_ONLY_CLOSE,
    /** As CLOSE, the marker on a line of its own. */
    CLOSE_MARKER_BELOW,
    /** As APART, without a marker. */
    SIGN_ONLY,
    /** As CLOSE, a bullet before each title. */
    BULLETED_SNIPPETS,
    /** Title, snippet and marker, a blank line between any two. */
    LINES_APART,
    /** Titles alone, blank lines between them. */
    TITLES_APART,
    /** Titles alone, a bullet before each. */
    BULLETED,
    /** As CLOSE, a date between title and snippet. */
    DATED;

    boolean isTitlesOnly() {
      return this == TITLES || this == NUMBERED || this == TITLES_APART || this == BULLETED;
    }

    boolean hasMarker() {
      return !isTitlesOnly() && this != SIGN_ONLY && this != SIGN_ONLY_CLOSE;
    }

    boolean isMarkerOnLine() {
      return this == MARKER_BELOW || this == CLOSE_MARKER_BELOW || this == LINES_APART;
    }

    /** Whether a blank line stands between title and snippet. */
    boolean isApart() {
      return this == APART || this == MARKER_BELOW || this == SIGN_ONLY || this == LINES_APART;
    }
  }

  private static final int SITE = 5;
  private static final String[] SIGNS = {" ... ", "… ", " [...] ", "... ", " [\u2026] "};
  private static final String[] UNSPACED_SIGNS = {"……", "…", "..."};
  private static final int[] LIMITS = {20, 25, 30, 30, 30, 55, 160};
  private static final List<String> KINDS =
      List.of(
          "headings",
          "markers",
          "footers",
          "credits",
          "bylines",
          "navigation",
          "shares",
          "notices",
          "promotions",
          "tags",
          "captions",
          "newsletters");

  /** The template of a site: the same for the same seed. */
  static SiteTemplate draw(GenerateSettings settings, int site, String language) {
    // Templates of neighbouring sites differ in every production while there are enough of them.
    SplittableRandom random = Draw.of(settings.seed(), SITE, site);
    SplittableRandom shared = Draw.of(settings.seed(), SITE, -1);
    Productions from = Productions.of(settings.half(), language);
    int turn = site / settings.languages().size();
    List<String> first = from.words("first");
    List<String> second = from.words("second");
    String glue = isUnspaced(language) ? "" : " ";
    String name =
        first.get((turn + shared.nextInt(first.size())) % first.size())
            + glue
            + second.get(
                (turn / first.size() * 5 + turn + shared.nextInt(second.size())) % second.size());
    String pattern = turn(from.words("dates"), turn, shared);
    String sign = Draw.from(isUnspaced(language) ? UNSPACED_SIGNS : SIGNS, random);
    Map<String, List<String>> words = new HashMap<>();
    for (String kind : KINDS) {
      words.put(kind, lines(turn(from.words(kind), turn, shared), name));
    }
    words.put("sections", from.words("sections"));
    return new SiteTemplate(
        name,
        language,
        turn(from.orders(), turn, shared),
        from.lists().get((turn + shared.nextInt(from.lists().size())) % from.lists().size()),
        sign,
        LIMITS[random.nextInt(LIMITS.length)],
        words,
        DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag(language)),
        pattern,
        5 + random.nextInt(5),
        random.nextInt(3) == 0);
  }

  private static String turn(List<String> choices, int turn, SplittableRandom shared) {
    return choices.get((turn + shared.nextInt(choices.size())) % choices.size());
  }

  private static List<String> lines(String production, String name) {
    return List.of(production.replace("{name}", name).split("/"));
  }

  /** Whether the script of a language is written without spaces. */
  static boolean isUnspaced(String language) {
    return language.equals("ja") || language.equals("zh");
  }

  /** The lines of a kind. */
  List<String> lines(String kind) {
    return words.get(kind);
  }

  /** The first line of a kind. */
  String line(String kind) {
    return words.get(kind).get(0);
  }

  /** Whether the date shows hours and minutes. */
  boolean showsTime() {
    return datePattern.contains("HH");
  }

  /** First words of a text, as this site cuts them, or at another limit. */
  String cut(String text, int most) {
    boolean isUnspaced = isUnspaced(language);
    if (most > 100 || isUnspaced) {
      // A word of Chinese or Japanese is some two characters.
      int chars = isUnspaced ? Math.min(most * 2, 120) : most;
      if (text.length() <= chars) {
        return text;
      }
      int end = text.lastIndexOf(' ', chars);
      return text.substring(0, end <= 0 || isUnspaced ? chars : end);
    }
    int at = -1;
    for (int word = 0; word < most; word++) {
      at = text.indexOf(' ', at + 1);
      if (at < 0) {
        return text;
      }
    }
    return text.substring(0, at);
  }
}
