package org.copydesk.generate;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes page {@code i} of a dump and what is true of it. A page depends on the seed and its number
 * alone, so composers that share nothing give the same pages.
 *
 * <p>Memory: four bytes a distinct teaser, for how often each was printed, and a cache of teasers.
 */
final class PageComposer {
  private static final int COPY = 10;
  private static final int ATTEMPTS = 40;
  private static final int MINUTES_IN_DAY = 1440;

  private final GenerateSettings settings;
  private final PagePlan plan;
  private final StoryWriter writer;
  private final SiteTemplate[] templates;
  private final TeaserPool pool;
  private final int[][] occurrences;
  private final JsonLine json = new JsonLine();

  PageComposer(GenerateSettings settings) {
    this.settings = settings;
    plan = new PagePlan(settings);
    writer = new StoryWriter(settings.seed(), settings.languages());
    templates = new SiteTemplate[settings.sites()];
    for (int site = 0; site < templates.length; site++) {
      templates[site] = SiteTemplate.draw(settings, site, plan.language(site));
    }
    pool = new TeaserPool(settings, plan, writer, templates);
    occurrences = new int[settings.sites()][];
    for (int site = 0; site < occurrences.length; site++) {
      occurrences[site] = new int[settings.format().isJsonLines() ? 0 : pool.size(site)];
    }
  }

  /** Takes what is made of a page, in this order. */
  interface Sink {
    /** A page file, a piece of one, or a line of JSON Lines. Returns its bytes. */
    int page(PagePlan.Location at, String text) throws IOException;

    /** A line of the truth, with its line feed. */
    void truth(Truth file, String line) throws IOException;
  }

  /**
   * Makes a page.
   *
   * @return counts of this page alone
   */
  Counts compose(long page, Sink out) throws IOException {
    Planned planned = plan(page);
    PagePlan.Location at = plan.locate(page);
    List<TeaserPool.Teaser> chosen = List.of();
    BlockLayout.Laid laid = null;
    int bytes;
    if (settings.format().isJsonLines()) {
      bytes = out.page(at, record(page, planned.story));
    } else {
      chosen = teasersOf(page);
      SiteTemplate site = templates[plan.site(page)];
      laid = BlockLayout.lay(site, planned.story, chosen);
      String address = "https://site-" + plan.site(page) + ".example/story-" + page + ".html";
      boolean isHtml = settings.format().isHtml();
      String section = planned.story == null ? null : SectionNames.of(planned.story, site);
      bytes =
          out.page(
              at, isHtml ? HtmlLayout.page(laid, site, address, section, chosen) : laid.text());
    }
    if (settings.hasTruth()) {
      out.truth(Truth.PAGES, pageTruth(at, planned.story, laid, chosen));
      if (planned.source >= 0) {
        tellPair(planned, at, out);
      }
    }
    return new Counts(
        planned.story == null ? 0 : 1, planned.source >= 0 ? 1 : 0, chosen.size(), bytes);
  }

  /**
   * A page's article and, where it is a copy, of what.
   *
   * @param source page copied; -1 for an original
   */
  private record Planned(
      Story story, PagePlan.Kind kind, long source, Story original, StoryCopier.Copy copy) {}

  private Planned plan(long page) {
    PagePlan.Kind kind = plan.kind(page);
    String language = plan.language(plan.site(page));
    if (kind == PagePlan.Kind.TEASERS_ONLY) {
      return new Planned(null, kind, -1, null, null);
    }
    if (kind.isCopy()) {
      SplittableRandom random = Draw.of(settings.seed(), COPY, page);
      double jaccard = 0.5 + 0.5 * random.nextDouble();
      boolean needsOther = kind == PagePlan.Kind.WRAPPED || kind == PagePlan.Kind.VERSION;
      Story other = needsOther ? background(page, language) : null;
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        long source = plan.source(page, attempt);
        if (source < 0) {
          break;
        }
        Story original = writer.write(source, language);
        StoryCopier.Copy copy = StoryCopier.copy(original, kind, jaccard, other, random);
        if (copy != null) {
          Story story = copy.story().delayed(random.nextInt(2 * MINUTES_IN_DAY));
          return new Planned(story, kind, source, original, copy);
        }
      }
    }
    return new Planned(writer.write(page, language), PagePlan.Kind.ORIGINAL, -1, null, null);
  }

  /** Paragraphs that stand nowhere else, enough to double any story. */
  private Story background(long page, String language) {
    Story first = writer.write(-2 - 4 * page, language);
    List<String> paragraphs = new ArrayList<>(first.paragraphs());
    for (int i = 1; i < 4; i++) {
      paragraphs.addAll(writer.write(-2 - 4 * page - i, language).paragraphs());
    }
    return first.with(first.title(), paragraphs);
  }

  private List<TeaserPool.Teaser> teasersOf(long page) {
    int site = plan.site(page);
    List<TeaserPool.Teaser> chosen = new ArrayList<>();
    for (int index : pool.choose(page)) {
      chosen.add(pool.onPage(site, index, page));
      occurrences[site][index]++;
    }
    return chosen;
  }

  private String record(long page, Story story) {
    return json.raw("{\"id\":")
        .text("page-" + page)
        .raw(",\"url\":")
        .text("https://site-" + plan.site(page) + ".example/story/" + page)
        .raw(",\"title\":")
        .text(story.title())
        .raw(",\"date\":")
        .text(Instant.ofEpochSecond(story.minutes() * 60).toString())
        .raw(",\"text\":")
        .text(story.text())
        .raw("}")
        .end();
  }

  private String pageTruth(
      PagePlan.Location at, Story story, BlockLayout.Laid laid, List<TeaserPool.Teaser> teasers) {
    json.raw("{").place(at).raw(",\"article\":");
    if (story == null) {
      json.raw("null");
    } else {
      Instant published =
          laid == null ? Instant.ofEpochSecond(story.minutes() * 60) : laid.publishedAt();
      json.raw("{\"title\":")
          .text(story.title())
          .raw(",\"text\":")
          .text(story.text())
          .raw(",\"byline\":")
          .text(laid == null ? null : laid.byline())
          .raw(",\"provider\":")
          .text(laid == null ? null : laid.provider())
          .raw(",\"published_at\":")
          .text(published == null ? null : published.toString())
          .raw("}");
    }
    json.raw(",\"teasers\":[");
    String comma = "";
    for (TeaserPool.Teaser teaser : teasers) {
      json.raw(comma).raw("{\"key\":").text(teaser.key());
      json.raw(",\"title\":").text(teaser.title());
      json.raw(",\"snippet\":").text(teaser.snippet()).raw("}");
      comma = ",";
    }
    return json.raw("]}").end();
  }

  private void tellPair(Planned planned, PagePlan.Location at, Sink out) throws IOException {
    double jaccard =
        planned.kind == PagePlan.Kind.EXACT
            ? 1
            : TrueJaccard.jaccard(planned.original.text(), planned.story.text());
    boolean isSame = planned.kind != PagePlan.Kind.NUMBER;
    out.truth(
        Truth.DUPLICATES,
        pair(planned, at).raw(",\"same\":" + isSame + ",\"jaccard\":" + jaccard + "}").end());
    if (planned.copy.where() != null) {
      out.truth(
          Truth.PLANTED,
          pair(planned, at)
              .raw(",\"from\":")
              .text(planned.copy.from())
              .raw(",\"to\":")
              .text(planned.copy.to())
              .raw(",\"where\":")
              .text(planned.copy.where())
              .raw(",\"jaccard\":" + jaccard + "}")
              .end());
    }
  }

  private JsonLine pair(Planned planned, PagePlan.Location at) {
    return json.raw("{\"kind\":")
        .text(planned.kind.stored())
        .raw(",\"a\":{")
        .place(plan.locate(planned.source))
        .raw("},\"b\":{")
        .place(at)
        .raw("}");
  }

  /** How often the teasers of each site were printed so far. */
  int[][] occurrences() {
    return occurrences;
  }

  /**
   * A teaser's line of the truth.
   *
   * @param printed how often all composers printed it
   */
  String teaserTruth(int site, int index, int printed) {
    TeaserPool.Entry entry = pool.entry(site, index);
    json.raw("{\"key\":").text(pool.variant(site, index, 0).key());
    json.raw(",\"occurrences\":").raw(printed).raw(",\"article\":");
    if (entry.page() < 0) {
      json.raw("null");
    } else {
      json.raw("{").place(plan.locate(entry.page())).raw("}");
    }
    json.raw(",\"variants\":[");
    for (int variant = 0; variant <= entry.variants(); variant++) {
      TeaserPool.Teaser teaser = pool.variant(site, index, variant);
      json.raw(variant == 0 ? "{\"title\":" : ",{\"title\":").text(teaser.title());
      json.raw(",\"snippet\":").text(teaser.snippet()).raw("}");
    }
    return json.raw("]}").end();
  }
}
