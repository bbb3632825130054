package org.copydesk.generate;

import java.util.Locale;
import java.util.SplittableRandom;

/**
 * What stands on page {@code i}: a function of the seed and {@code i}, so that any page can say
 * where any other lies and what it copies.
 */
final class PagePlan {
  /** What a page's article is. */
  enum Kind {
    ORIGINAL,
    EXACT,
    EDITED,
    TRUNCATED,
    WRAPPED,
    /** One number differs in title, first paragraph or a brief: another story. */
    NUMBER,
    /** A long story, corrected further down. */
    VERSION,
    TEASERS_ONLY;

    /** The name in truth files. */
    String stored() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean isCopy() {
      return this != ORIGINAL && this != TEASERS_ONLY;
    }
  }

  private static final int KIND = 3;
  private static final int SOURCE = 4;

  private final GenerateSettings settings;

  PagePlan(GenerateSettings settings) {
    this.settings = settings;
  }

  int site(long page) {
    return (int) (page % settings.sites());
  }

  String language(int site) {
    return settings.languages().get(site % settings.languages().size());
  }

  /** What page {@code page} holds. */
  Kind kind(long page) {
    SplittableRandom random = Draw.of(settings.seed(), KIND, page);
    double at = random.nextDouble();
    if (at < 0.01) {
      return settings.format().isJsonLines() ? Kind.ORIGINAL : Kind.TEASERS_ONLY;
    }
    // Planted pairs are a tenth of the copies each.
    double copies = settings.copies();
    if (at >= 0.01 + copies) {
      return Kind.ORIGINAL;
    }
    double within = (at - 0.01) / copies;
    Kind[] kinds = {Kind.EXACT, Kind.EDITED, Kind.TRUNCATED, Kind.WRAPPED, Kind.NUMBER};
    double[] bounds = {0.2, 0.5, 0.65, 0.8, 0.9};
    for (int i = 0; i < bounds.length; i++) {
      if (within < bounds[i]) {
        return kinds[i];
      }
    }
    return Kind.VERSION;
  }

  /**
   * The page whose article a copy copies, of one language with it; -1 where chance finds none (a
   * corpus of a few pages), and then the page is an original.
   */
  long source(long page, int attempt) {
    SplittableRandom random = Draw.of(settings.seed(), SOURCE + 100 * attempt, page);
    String language = language(site(page));
    boolean isHot = kind(page) == Kind.EXACT && random.nextInt(5) == 0;
    for (int i = 0; i < 200; i++) {
      long among = isHot ? Math.max(1, settings.pages() / 200) : settings.pages();
      long candidate = random.nextLong(among);
      if (candidate != page
          && kind(candidate) == Kind.ORIGINAL
          && language(site(candidate)).equals(language)) {
        return candidate;
      }
    }
    return -1;
  }

  /** Where a page lies. */
  Location locate(long page) {
    int per = settings.filesPerFolder();
    String suffix = settings.format().suffix();
    if (settings.format().isJsonLines()) {
      return new Location("part-" + padded(page / per, 5) + suffix, page % per);
    }
    if (settings.isMixed()) {
      return new Location(padded(Draw.mix(page) & 0xFFFFFF, 8) + "-" + padded(page, 8) + suffix, 0);
    }
    long ofSite = page / settings.sites();
    long file = ofSite / settings.pagesPerFile();
    return new Location(
        "site-"
            + padded(site(page), 3)
            + "/"
            + padded(file / per, 4)
            + "/"
            + padded(file, 8)
            + suffix,
        ofSite % settings.pagesPerFile());
  }

  private static String padded(long number, int digits) {
    String text = Long.toString(number);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }

  /**
   * @param sourceFile path below the dump folder
   * @param sourceRecord place in the file
   */
  record Location(String sourceFile, long sourceRecord) {}
}
