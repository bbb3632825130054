package org.copydesk.generate;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * The teasers of the sites: which stories each announces, and in which variants. Entries are drawn
 * with a skew (the cube of a uniform number), so that of those seen half stand on some 40 pages or
 * more and a few on thousands.
 */
final class TeaserPool {
  /**
   * @param key the same for all variants
   * @param title as printed
   * @param snippet as printed, without sign and marker; null where the site prints titles alone
   * @param isCut whether the snippet stops before its story does
   * @param date of its story, as the site prints dates
   */
  record Teaser(String key, String title, String snippet, boolean isCut, String date) {}

  /**
   * @param story number of the story announced
   * @param page page of the corpus that holds it; -1 when none does
   * @param isGeneric whether its title is a standing one ("Morning briefing")
   * @param variants how many texts it has beside the first, 0 to 2
   */
  record Entry(long story, long page, boolean isGeneric, int variants) {}

  private static final int POOL = 6;
  private static final int CHOICE = 7;
  private static final int MEAN_OCCURRENCES = 75;
  private static final int CACHE = 1 << 14;
  // Share of teasers seen with more than one text on real front pages: 1,060 of 7,937.
  private static final double WITH_VARIANTS = 0.13;

  private final GenerateSettings settings;
  private final PagePlan plan;
  private final StoryWriter writer;
  private final SiteTemplate[] templates;
  private final Teaser[] cached = new Teaser[CACHE];
  private final long[] cachedKeys = new long[CACHE];

  TeaserPool(
      GenerateSettings settings, PagePlan plan, StoryWriter writer, SiteTemplate[] templates) {
    this.settings = settings;
    this.plan = plan;
    this.writer = writer;
    this.templates = templates;
  }

  long pagesOf(int site) {
    return (settings.pages() - site + settings.sites() - 1) / settings.sites();
  }

  /** Number of entries of a site's pool. */
  int size(int site) {
    long size = pagesOf(site) * templates[site].teasers() / MEAN_OCCURRENCES;
    return (int) Math.max(12, Math.min(size, 1 << 24));
  }

  /** What a site's entry announces. */
  Entry entry(int site, int index) {
    long id = id(site, index);
    SplittableRandom random = Draw.of(settings.seed(), POOL, id);
    int variants = random.nextDouble() < WITH_VARIANTS ? 1 + random.nextInt(2) : 0;
    long page = -1;
    if (random.nextInt(4) > 0) {
      // A stratum of its own for each entry, so that no two announce one story.
      int size = size(site);
      long from = pagesOf(site) * index / size;
      long to = pagesOf(site) * (index + 1) / size;
      for (long at = from; at < to && page < 0; at++) {
        long candidate = site + settings.sites() * at;
        if (plan.kind(candidate) == PagePlan.Kind.ORIGINAL) {
          page = candidate;
        }
      }
    }
    long story = page >= 0 ? page : settings.pages() + id;
    return new Entry(story, page, page < 0 && random.nextInt(16) == 0, variants);
  }

  private long id(int site, int index) {
    return site + (long) settings.sites() * index;
  }

  /** The entries of a page, distinct, none of them the page's own story. */
  int[] choose(long page) {
    int site = plan.site(page);
    SplittableRandom random = Draw.of(settings.seed(), CHOICE, page);
    int size = size(site);
    int[] chosen = new int[templates[site].teasers()];
    int n = 0;
    while (n < chosen.length) {
      double u = random.nextDouble();
      int index = (int) (size * u * u * u);
      boolean isNew = entry(site, index).page != page;
      for (int i = 0; i < n; i++) {
        isNew &= chosen[i] != index;
      }
      if (isNew) {
        chosen[n++] = index;
      }
    }
    return chosen;
  }

  /** The teaser as page {@code page} prints it. */
  Teaser onPage(int site, int index, long page) {
    int variants = entry(site, index).variants;
    int variant = 0;
    if (variants > 0) {
      SplittableRandom random = Draw.of(settings.seed(), CHOICE, Draw.mix(page) + index);
      variant = random.nextInt(5) < 3 ? 0 : 1 + random.nextInt(variants);
    }
    return variant(site, index, variant);
  }

  /** A text of the teaser; 0 is the one without a change. */
  Teaser variant(int site, int index, int variant) {
    long cacheKey = id(site, index) * 4 + variant + 1;
    int slot = (int) (Draw.mix(cacheKey) & (CACHE - 1));
    if (cachedKeys[slot] != cacheKey) {
      cached[slot] = make(site, index, variant);
      cachedKeys[slot] = cacheKey;
    }
    return cached[slot];
  }

  private Teaser make(int site, int index, int variant) {
    Entry entry = entry(site, index);
    SiteTemplate template = templates[site];
    Story story = writer.head(entry.story, template.language(), 70);
    boolean isUnspaced = SiteTemplate.isUnspaced(template.language());
    long id = id(site, index);
    String title =
        entry.isGeneric ? writer.line("generic", id, template.language()) : story.title();
    String text = String.join(isUnspaced ? "" : " ", story.paragraphs());
    int limit = template.limit();
    if (variant > 0) {
      SplittableRandom random = Draw.of(settings.seed(), POOL + 2, id * 4 + variant);
      switch (random.nextInt(5)) {
        case 0:
          title =
              random.nextBoolean()
                  ? title.toUpperCase(Locale.ROOT)
                  : StoryCopier.inTitleCase(title);
          break;
        case 1:
          title = plainQuotes(title);
          text = plainQuotes(text);
          break;
        case 2:
          limit = limit > 30 ? 25 : 55;
          break;
        case 3:
          text = writer.line("caption", id, template.language()) + (isUnspaced ? "" : " ") + text;
          break;
        default:
          text = oneWordChanged(text, random);
          break;
      }
    }
    String snippet = template.list().isTitlesOnly() ? null : template.cut(text, limit);
    boolean isCut = snippet != null && snippet.length() < text.length();
    String date =
        template
            .date()
            .format(Instant.ofEpochSecond(story.minutes() * 60).atOffset(ZoneOffset.UTC));
    return new Teaser("story-" + entry.story, title, snippet, isCut, date);
  }

  private static String plainQuotes(String text) {
    return text.replace('’', '\'').replace('‘', '\'').replace('“', '"').replace('”', '"');
  }

  private static String oneWordChanged(String text, SplittableRandom random) {
    String[] words = text.split(" ");
    int at = 4 + random.nextInt(10);
    for (int i = at; i < words.length; i++) {
      if (words[i].chars().allMatch(Character::isLowerCase)) {
        words[i] = words[i].equals("said") ? "told" : "said";
        break;
      }
    }
    return String.join(" ", words);
  }
}
