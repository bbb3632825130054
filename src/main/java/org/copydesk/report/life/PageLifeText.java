package org.copydesk.report.life;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.copydesk.report.life.PageLife.Announcing;
import org.copydesk.report.life.PageLife.Cut;
import org.copydesk.report.life.PageLife.Hit;
import org.copydesk.report.life.PageLife.InGeneration;
import org.copydesk.report.life.PageLife.Kept;
import org.copydesk.report.life.PageLife.Page;
import org.copydesk.report.life.PageLife.Place;
import org.copydesk.report.life.PageLife.Removed;
import org.copydesk.report.life.PageLife.Some;
import org.copydesk.report.life.PageLife.State;
import org.copydesk.report.life.PageLife.Survivor;
import org.copydesk.row.ConfidenceRow;
import org.copydesk.row.CopyRow;
import org.copydesk.row.RejectRow;
import org.copydesk.row.RelationRow;
import org.copydesk.row.StoryRow;
import org.copydesk.text.Printable;

/** A {@link PageLife} in words: lines for a terminal, or the same as a page of HTML. */
public final class PageLifeText {
  /**
   * A line.
   *
   * @param name of what it tells; empty where it goes on with the line before
   */
  public record Line(String name, String text) {}

  /**
   * Lines that belong together: those of a page, of its teasers, of the generations.
   *
   * @param page null where they are not of a page
   */
  public record Part(String heading, Page page, List<Line> lines) {
    public Part {
      lines = List.copyOf(lines);
    }
  }

  private static final int MOST_CHARS = 200;

  /** Lines of a kind; JSON has more. */
  private static final int MOST_LINES = 10;

  private final List<Part> parts = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();

  private PageLifeText() {}

  /** Its lines; a blank one after each page. */
  public static String of(PageLife life) {
    StringBuilder out = new StringBuilder();
    for (Part part : parts(life)) {
      for (Line line : part.lines()) {
        out.append(String.format(Locale.ROOT, "%-11s", line.name())).append(line.text());
        out.append('\n');
      }
      out.append(part.page() == null ? "" : "\n");
    }
    return out.toString();
  }

  /** What is told, in order. */
  public static List<Part> parts(PageLife life) {
    PageLifeText text = new PageLifeText();
    text.tell(life);
    return text.parts;
  }

  private void endPart(String heading, Page page) {
    if (!lines.isEmpty()) {
      parts.add(new Part(heading, page, lines));
      lines.clear();
    }
  }

  private void tell(PageLife life) {
    if (life.pages().all() == 0) {
      line("page", "%s is no page of this generation", shown(life.asked()));
    }
    endPart("Page", null);
    for (Page page : life.pages().shown()) {
      tell(page);
      endPart(
          page.title() == null
              ? place(page.sourceFile(), page.sourceRecord())
              : shown(page.title()),
          page);
    }
    more("pages", life.pages());
    endPart("More pages", null);
    if (life.announced().all() > 0) {
      line(
          "announced",
          "by %s to none of its articles",
          life.announced().all() == 1
              ? "1 teaser that leads"
              : counted(life.announced().all(), "teaser") + " that lead");
      announcing(life.announced());
    }
    endPart("Teasers that lead to it", null);
    line("generation", "%s", life.generation());
    for (InGeneration each : life.generations()) {
      line(
          "",
          "%s  %s%s%s",
          each.name(),
          each.fate() == null ? "cannot be read: " + shown(each.fault()) : each.fate(),
          each.reason() == null ? "" : " (" + shown(each.reason()) + ")",
          each.isSince() ? "  so since then" : "");
    }
    endPart("Generations", null);
  }

  private void tell(Page page) {
    line("page", "%s", place(page.sourceFile(), page.sourceRecord()));
    optional("title", page.title());
    optional("url", page.url());
    optional("lives at", page.canonicalUrl());
    optional("id", page.id());
    line(
        "read",
        "crawled %s, published %s, site %s",
        time(page.fetchedAt()),
        time(page.publishedAt()),
        page.site() == null ? "unknown" : shown(page.site()));
    if (page.file() != null) {
      line(
          "from",
          "%s, %s, %s: %s, %,d rejected",
          shown(page.file().format()),
          shown(page.file().compression()),
          shown(page.file().status()),
          counted(page.file().records(), "record"),
          page.file().rejected());
    }
    line("fate", "%s", page.fate());
    kept(page.kept());
    removed(page.removed());
    for (RejectRow reject : first(page.rejects())) {
      line(
          reject.outcome(),
          "%s at %s, bytes %s to %s%s",
          shown(reject.reason()),
          shown(reject.stage()),
          reject.spanStart(),
          reject.spanEnd(),
          reject.message() == null ? "" : ": " + shown(reject.message()));
    }
    more("", page.rejects());
    cut(page.spans());
    if (page.teasers().all() > 0) {
      line("teasers", "%,d seen on it", page.teasers().all());
    }
    for (RelationRow row : first(page.relations())) {
      boolean isA = row.a().equals(page.id());
      line(
          "relation",
          "%s %s %s, %s",
          shown(row.kind()),
          isA ? "of" : "has",
          isA ? row.b() : row.a(),
          similarity(row.measure(), row.similarity()));
    }
    more("", page.relations());
    story(page.story());
    for (State state : first(page.versions())) {
      line(
          "version",
          "%s of %s, seen %s, changed %s, %s%s",
          state.n(),
          shown(state.url()),
          time(state.seenAt()),
          time(state.modifiedAt()),
          state.articleId(),
          state.relation() == null
              ? ""
              : ", " + state.relation() + " +" + state.added() + " -" + state.removed());
    }
    more("", page.versions());
    if (page.announcedBy().all() > 0) {
      line("announced", "by %s", counted(page.announcedBy().all(), "teaser"));
      announcing(page.announcedBy());
    }
    for (Hit hit : first(page.contamination())) {
      line(
          "benchmark",
          "%s, %s, share %.4f: %s",
          place(hit.itemFile(), hit.itemRecord()),
          counted(hit.runs(), "run"),
          hit.share(),
          shown(hit.passage()));
    }
    more("", page.contamination());
  }

  private void cut(Some<Cut> spans) {
    Map<String, Long> bytes = new TreeMap<>();
    spans.shown().forEach(each -> bytes.merge(each.label(), each.end() - each.start(), Long::sum));
    if (!bytes.isEmpty()) {
      List<String> labels = new ArrayList<>();
      bytes.forEach((label, count) -> labels.add(label + " " + count));
      line(
          "cut", "%s, in bytes: %s", counted(spans.all(), "run"), shown(String.join(", ", labels)));
    }
  }

  private void kept(Kept kept) {
    if (kept == null) {
      return;
    }
    line(
        "article",
        "%s, %s words, page type %s%s",
        shown(kept.language()),
        kept.wordCount(),
        shown(kept.pageType()),
        kept.topicLabel() == null ? "" : ", " + shown(kept.topicLabel()));
    if (kept.confidence() != null) {
      ConfidenceRow confidence = kept.confidence();
      line(
          "confidence",
          "body %s, title %s, date %s, authors %s",
          share(confidence.body()),
          share(confidence.title()),
          share(confidence.publishedAt()),
          share(confidence.authors()));
    }
    if (kept.copyKind() != null) {
      line(
          "marked",
          "%s copy of %s, %s",
          kept.copyKind(),
          kept.clusterId(),
          similarity(kept.copyMeasure(), kept.copySimilarity()));
    }
    List<CopyRow> copies = kept.copies() == null ? List.of() : kept.copies();
    for (CopyRow copy : copies.subList(0, Math.min(MOST_LINES, copies.size()))) {
      line(
          "copy",
          "%s, %s, %s, crawled %s%s",
          place(copy.sourceFile(), copy.sourceRecord()),
          copy.kind(),
          similarity(copy.measure(), copy.similarity()),
          time(copy.fetchedAt()),
          copy.url() == null ? "" : ", " + shown(copy.url()));
    }
    if (copies.size() > MOST_LINES) {
      line("", "and %,d more", kept.clusterSize() - 1 - MOST_LINES);
    }
  }

  private void removed(Removed removed) {
    if (removed == null) {
      return;
    }
    line(
        "removed",
        "%s%s%s%s%s",
        shown(removed.reason()),
        removed.signal() == null ? "" : ", " + shown(removed.signal()),
        removed.value() == null ? "" : " " + shown(removed.value()),
        removed.similarity() == null
            ? ""
            : ", " + similarity(removed.measure(), removed.similarity()),
        removed.threshold() == null
            ? ""
            : String.format(Locale.ROOT, ", from %.4f on", removed.threshold()));
    Survivor to = removed.to();
    if (to != null) {
      line("lost to", "%s  %s", to.id(), place(to.sourceFile(), to.sourceRecord()));
      optional("", to.title());
      optional("", to.url());
    } else if (removed.keptId() != null) {
      line("lost to", "%s", removed.keptId());
    }
  }

  private void story(StoryRow story) {
    if (story == null) {
      return;
    }
    line(
        "story",
        "%s: %,d kept, %,d lost to one of them, %s, on %s, %s to %s",
        story.id(),
        story.articles(),
        story.copies(),
        counted(story.versions(), "version"),
        counted(story.outlets() == null ? 0L : story.outlets().size(), "site"),
        time(story.firstSeen()),
        time(story.lastSeen()));
    if (story.originSourceFile() != null) {
      line(
          "first",
          "%s, known by %s, %s",
          shown(story.originSite()),
          shown(story.originEvidence()),
          place(story.originSourceFile(), story.originSourceRecord()));
    }
  }

  private void announcing(Some<Announcing> teasers) {
    for (Announcing teaser : first(teasers)) {
      line(
          "",
          "\"%s\"%s",
          shown(teaser.title()),
          teaser.linkMethod() == null
              ? ""
              : ", linked by "
                  + shown(teaser.linkMethod())
                  + (teaser.linkContainment() == null
                      ? ""
                      : String.format(Locale.ROOT, " %.4f", teaser.linkContainment())));
      for (Place seen : first(teaser.seen()).stream().limit(3).toList()) {
        line(
            "",
            "  %s, %s%s%s",
            place(seen.sourceFile(), seen.sourceRecord()),
            time(seen.seenAt()),
            Boolean.TRUE.equals(seen.front()) ? ", front page" : "",
            seen.url() == null ? "" : ", " + shown(seen.url()));
      }
      if (teaser.seen().all() > 3) {
        line("", "  and at %,d more places", teaser.seen().all() - 3);
      }
    }
    more("", teasers);
  }

  private static <T> List<T> first(Some<T> some) {
    return some.shown().subList(0, Math.min(MOST_LINES, some.shown().size()));
  }

  /** Of pages all that were found are shown, of the rest a few. */
  private void more(String name, Some<?> some) {
    int told = name.isEmpty() ? Math.min(MOST_LINES, some.shown().size()) : some.shown().size();
    if (some.all() > told) {
      line(name, "and %,d more", some.all() - told);
    }
  }

  private void optional(String name, String value) {
    if (value != null) {
      line(name, "%s", shown(value));
    }
  }

  private void line(String name, String format, Object... values) {
    lines.add(new Line(name, String.format(Locale.ROOT, format, values)));
  }

  private static String similarity(String measure, Double value) {
    String of = measure == null ? "same text" : measure;
    return value == null ? of : String.format(Locale.ROOT, "%s %.4f", of, value);
  }

  private static String counted(Long number, String thing) {
    return number == null
        ? "unknown " + thing + "s"
        : String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
  }

  private static String share(Double share) {
    return share == null ? "unknown" : String.format(Locale.ROOT, "%.2f", share);
  }

  private static String place(String file, Long record) {
    return shown(file) + (record == null ? "" : "#" + record);
  }

  /** A day that is known alone is stored as its beginning. */
  private static String time(Instant time) {
    boolean isDay = time != null && Math.floorMod(time.getEpochSecond(), 86_400) == 0;
    String shown = time == null ? "unknown" : time.toString();
    return isDay ? shown.substring(0, shown.indexOf('T')) : shown;
  }

  private static String shown(String text) {
    return Printable.of(text, MOST_CHARS);
  }
}
