package org.copydesk.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Writes invented dumps with their truth, page by page: {@code
 * OUT/dumps/site-004/0000/00000012.txt} and its line in {@code OUT/truth/pages.jsonl}.
 *
 * <p>A page depends on the seed and its number alone, so memory does not grow with the pages (four
 * bytes a distinct teaser apart).
 */
public final class DumpGenerator {
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

  public DumpGenerator(GenerateSettings settings) {
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

  /**
   * A page's article and, where it is a copy, of what.
   *
   * @param source page copied; -1 for an original
   */
  private record Planned(
      Story story, PagePlan.Kind kind, long source, Story original, StoryCopier.Copy copy) {}

  /**
   * Writes {@code output/dumps} and {@code output/truth}; neither may exist.
   *
   * @throws IOException when the output cannot be written or exists already
   */
  public GeneratedDump write(Path output) throws IOException {
    Path dumps = output.resolve("dumps");
    Path truth = output.resolve("truth");
    Files.createDirectories(output);
    Files.createDirectory(dumps);
    Files.createDirectory(truth);
    long articles = 0;
    long copies = 0;
    long teasers = 0;
    long bytes = 0;
    try (DumpWriter out = new DumpWriter(dumps, settings.format());
        OutputStream pages = DumpWriter.stream(truth.resolve("pages.jsonl"));
        OutputStream duplicates = DumpWriter.stream(truth.resolve("duplicates.jsonl"));
        OutputStream planted = DumpWriter.stream(truth.resolve("planted.jsonl"))) {
      for (long page = 0; page < settings.pages(); page++) {
        Planned planned = plan(page);
        PagePlan.Location at = plan.locate(page);
        if (settings.format().isJsonLines()) {
          bytes += out.write(at, record(page, planned.story));
          write(pages, pageTruth(at, planned.story, null, List.of()));
        } else {
          List<TeaserPool.Teaser> chosen = teasersOf(page);
          SiteTemplate site = templates[plan.site(page)];
          PageLayout.Laid laid = PageLayout.lay(site, planned.story, chosen);
          String address = "https://site-" + plan.site(page) + ".example/story-" + page + ".html";
          boolean isHtml = settings.format().isHtml();
          bytes +=
              out.write(at, isHtml ? HtmlLayout.page(laid, site, address, chosen) : laid.text());
          write(pages, pageTruth(at, planned.story, laid, chosen));
          teasers += chosen.size();
        }
        articles += planned.story == null ? 0 : 1;
        if (planned.source >= 0) {
          copies++;
          writePair(planned, at, duplicates, planted);
        }
      }
    }
    writeTeasers(truth.resolve("teasers.jsonl"));
    return new GeneratedDump(dumps, truth, settings.pages(), articles, copies, teasers, bytes);
  }

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
      PagePlan.Location at, Story story, PageLayout.Laid laid, List<TeaserPool.Teaser> teasers) {
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

  private void writePair(
      Planned planned, PagePlan.Location at, OutputStream duplicates, OutputStream plantedPairs)
      throws IOException {
    double jaccard =
        planned.kind == PagePlan.Kind.EXACT
            ? 1
            : Shingles.jaccard(planned.original.text(), planned.story.text());
    boolean isSame = planned.kind != PagePlan.Kind.NUMBER;
    write(
        duplicates,
        pair(planned, at).raw(",\"same\":" + isSame + ",\"jaccard\":" + jaccard + "}").end());
    if (planned.copy.where() != null) {
      String line =
          pair(planned, at)
              .raw(",\"from\":")
              .text(planned.copy.from())
              .raw(",\"to\":")
              .text(planned.copy.to())
              .raw(",\"where\":")
              .text(planned.copy.where())
              .raw(",\"jaccard\":" + jaccard + "}")
              .end();
      write(plantedPairs, line);
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

  private void writeTeasers(Path file) throws IOException {
    try (OutputStream out = DumpWriter.stream(file)) {
      for (int site = 0; site < occurrences.length; site++) {
        for (int index = 0; index < occurrences[site].length; index++) {
          if (occurrences[site][index] > 0) {
            write(out, teaserTruth(site, index));
          }
        }
      }
    }
  }

  private String teaserTruth(int site, int index) {
    TeaserPool.Entry entry = pool.entry(site, index);
    json.raw("{\"key\":").text(pool.variant(site, index, 0).key());
    json.raw(",\"occurrences\":").raw(occurrences[site][index]).raw(",\"article\":");
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

  private static void write(OutputStream out, String line) throws IOException {
    out.write(line.getBytes(StandardCharsets.UTF_8));
  }
}
