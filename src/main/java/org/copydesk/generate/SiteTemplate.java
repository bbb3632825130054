package org.copydesk.generate;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * How one invented site lays out its pages, drawn from {@link Productions}.
 *
 * @param name of the site
 * @param language code
 * @param order see {@link Productions}
 * @param headings lines above the teasers
 * @param list form of the teasers
 * @param sign truncation sign
 * @param marker "Read more" in the site's words
 * @param limit words of a snippet, or characters where it is over 100
 * @param footers last lines
 * @param credit credit line
 * @param byline form of the byline
 * @param date form of the date
 * @param datePattern as drawn
 * @param teasers a page
 * @param isGlued whether the first footer line follows the last teaser without a blank line
 */
record SiteTemplate(
    String name,
    String language,
    String order,
    List<String> headings,
    ListForm list,
    String sign,
    String marker,
    int limit,
    List<String> footers,
    String credit,
    String byline,
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
    TITLES
  }

  private static final int SITE = 5;
  private static final String[] SIGNS = {" ... ", "… ", " [...] ", "... ", " [\u2026] "};
  private static final int[] LIMITS = {20, 25, 30, 30, 30, 55, 160};
  private static final String[] FIRST = {
    "Morning",
    "Northern",
    "Harbour",
    "Evening",
    "Valley",
    "Coastal",
    "Daily",
    "Capital",
    "River",
    "Union",
    "Border",
    "Island"
  };
  private static final String[] SECOND = {
    "Courier",
    "Gazette",
    "Lantern",
    "Observer",
    "Dispatch",
    "Tribune",
    "Beacon",
    "Post",
    "Argus",
    "Compass",
    "Clarion",
    "Bulletin"
  };

  /** The template of a site: the same for the same seed. */
  static SiteTemplate draw(GenerateSettings settings, int site, String language) {
    // Templates of neighbouring sites differ in every production while there are enough of them.
    SplittableRandom random = Draw.of(settings.seed(), SITE, site);
    SplittableRandom shared = Draw.of(settings.seed(), SITE, -1);
    Productions from = Productions.of(settings.half(), language);
    int turn = site / settings.languages().size();
    String name =
        FIRST[(site + shared.nextInt(12)) % 12]
            + " "
            + SECOND[(site / 12 * 5 + site + shared.nextInt(12)) % 12];
    String pattern = turn(from.dates(), turn, shared);
    String sign = Draw.from(SIGNS, random);
    return new SiteTemplate(
        name,
        language,
        turn(from.orders(), turn, shared),
        lines(turn(from.headings(), turn, shared), name),
        random.nextInt(12) == 0 ? ListForm.TITLES : ListForm.values()[random.nextInt(3)],
        sign,
        turn(from.markers(), turn, shared),
        LIMITS[random.nextInt(LIMITS.length)],
        lines(turn(from.footers(), turn, shared), name),
        turn(from.credits(), turn, shared).replace("{name}", name),
        turn(from.bylines(), turn, shared),
        DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag(language)),
        pattern,
        5 + random.nextInt(5),
        random.nextInt(3) == 0);
  }

  private static String turn(List<String> choices, int turn, SplittableRandom shared) {
    return choices.get((turn + shared.nextInt(choices.size())) % choices.size());
  }

  private static List<String> lines(String production, String name) {
    return List.of(production.replace("{name}", name).split("\\|"));
  }

  /** Whether the date shows hours and minutes. */
  boolean showsTime() {
    return datePattern.contains("HH");
  }

  /** First words of a text, as this site cuts them, or at another limit. */
  static String cut(String text, int limit) {
    if (limit > 100) {
      if (text.length() <= limit) {
        return text;
      }
      int end = text.lastIndexOf(' ', limit);
      return text.substring(0, end < 0 ? limit : end);
    }
    int at = -1;
    for (int word = 0; word < limit; word++) {
      at = text.indexOf(' ', at + 1);
      if (at < 0) {
        return text;
      }
    }
    return text.substring(0, at);
  }
}
