package org.copydesk.evaluate;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.copydesk.corpus.TableScan;
import org.copydesk.corpus.Tables;
import org.copydesk.row.CopyRow;
import org.copydesk.row.StoryRow;
import org.copydesk.row.VersionRow;
import org.copydesk.storage.Storage;
import org.copydesk.text.Printable;

/** The life of one story of a generation: who had it first and why, who ran it, how it changed. */
public final class ExplainedStory {
  private static final int MOST_CHARS = 200;

  private record Told(
      String id,
      String sourceFile,
      Long sourceRecord,
      String title,
      String url,
      String site,
      String provider,
      String canonicalUrl,
      Instant fetchedAt,
      Instant publishedAt,
      String storyId,
      String copyKind,
      List<CopyRow> copies) {}

  private record Lost(String id, String sourceFile, Long sourceRecord, String keptId) {}

  private record Line(Instant at, String text) {}

  private ExplainedStory() {}

  /**
   * The life, for a terminal.
   *
   * @param name id of the story or of an article of it, or FILE#RECORD
   * @throws IllegalArgumentException where it is not there, or stands alone
   */
  public static String of(Storage generation, String name) throws IOException {
    String id = story(generation, name);
    StoryRow story = null;
    try (var rows = new TableScan<>(generation, Tables.STORIES)) {
      for (StoryRow row = rows.next(); row != null; row = rows.next()) {
        story = row.id().equals(id) ? row : story;
      }
    }
    if (story == null) {
      throw new IllegalArgumentException(
          id == null ? "no article or story is " + name : name + " stands alone: it has no story");
    }
    StringBuilder out = new StringBuilder();
    head(story, out);
    pages(generation, story, out);
    states(generation, story, out);
    return out.toString();
  }

  /** Id of the story; that of the article where it has none; null where nothing has the name. */
  private static String story(Storage generation, String name) throws IOException {
    String kept = name;
    try (var rows = new TableScan<>(generation, Tables.REMOVED.view(Lost.class))) {
      for (Lost row = rows.next(); row != null; row = rows.next()) {
        if (isNamed(name, row.id(), row.sourceFile(), row.sourceRecord()) && row.keptId() != null) {
          kept = row.keptId();
        }
      }
    }
    String found = null;
    try (var rows = new TableScan<>(generation, Tables.ARTICLES.view(Told.class))) {
      for (Told row = rows.next(); row != null; row = rows.next()) {
        boolean isIt =
            isNamed(kept, row.id(), row.sourceFile(), row.sourceRecord())
                || kept.equals(row.storyId());
        if (isIt) {
          found = row.storyId() == null ? row.id() : row.storyId();
        }
      }
    }
    return found;
  }

  private static boolean isNamed(String name, String id, String file, Long record) {
    return name.equals(id) || name.equals(file + "#" + record);
  }

  private static void head(StoryRow story, StringBuilder out) {
    out.append("story    ").append(story.id()).append('\n');
    out.append(
        String.format(
            Locale.ROOT,
            "pages    %d kept, %d lost to one of them, on %d sites%n",
            story.articles(),
            story.copies(),
            story.outlets().size()));
    out.append("seen     ").append(time(story.firstSeen())).append(" to ");
    out.append(time(story.lastSeen())).append('\n');
    if (story.originId() == null) {
      out.append("first    not known: evidence is missing or disagrees\n");
    } else {
      out.append("first    ").append(shown(story.originSite())).append("  ");
      out.append(story.originEvidence()).append("  ");
      out.append(shown(story.originSourceFile() + "#" + story.originSourceRecord()));
      out.append('\n');
    }
  }

  private static void pages(Storage generation, StoryRow story, StringBuilder out)
      throws IOException {
    List<Line> lines = new ArrayList<>();
    try (var rows = new TableScan<>(generation, Tables.ARTICLES.view(Told.class))) {
      for (Told row = rows.next(); row != null; row = rows.next()) {
        if (!story.id().equals(row.storyId())) {
          continue;
        }
        String what = row.copyKind() == null ? "kept" : row.copyKind();
        StringBuilder evidence = new StringBuilder();
        if (row.canonicalUrl() != null) {
          evidence.append("  lives at ").append(shown(row.canonicalUrl()));
        }
        lines.add(
            line(
                row.publishedAt(),
                row.fetchedAt(),
                row.site(),
                what,
                row.sourceFile() + "#" + row.sourceRecord(),
                row.provider(),
                evidence.toString()));
        for (CopyRow copy : row.copies()) {
          lines.add(
              line(
                  copy.publishedAt(),
                  copy.fetchedAt(),
                  copy.site(),
                  copy.kind(),
                  copy.sourceFile() + "#" + copy.sourceRecord(),
                  copy.provider(),
                  ""));
        }
      }
    }
    lines.sort(
        Comparator.comparing(Line::at, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Line::text));
    lines.forEach(line -> out.append(line.text()).append('\n'));
  }

  private static Line line(
      Instant published,
      Instant fetched,
      String site,
      String kind,
      String place,
      String provider,
      String evidence) {
    String credit = provider == null ? "" : "  \"" + shown(provider) + "\"";
    return new Line(
        published == null ? fetched : published,
        String.format(
            Locale.ROOT,
            "  %-8s published %s  crawled %s  %s  %s%s%s",
            kind,
            time(published),
            time(fetched),
            shown(site),
            shown(place),
            credit,
            evidence));
  }

  private static void states(Storage generation, StoryRow story, StringBuilder out)
      throws IOException {
    String chain = null;
    try (var rows = new TableScan<>(generation, Tables.VERSIONS)) {
      for (VersionRow row = rows.next(); row != null; row = rows.next()) {
        if (!story.id().equals(row.storyId())) {
          continue;
        }
        if (!row.chain().equals(chain)) {
          chain = row.chain();
          out.append("states   ").append(shown(row.url() == null ? row.site() : row.url()));
          out.append('\n');
        }
        String change =
            row.relation() == null
                ? ""
                : String.format(
                    Locale.ROOT, "  %s, +%d -%d", row.relation(), row.added(), row.removed());
        out.append(
            String.format(
                Locale.ROOT,
                "  %-3d seen %s  changed %s  %s%s%n",
                row.n(),
                time(row.seenAt()),
                time(row.modifiedAt()),
                row.articleId(),
                change));
      }
    }
  }

  private static String time(Instant time) {
    return time == null ? "unknown" : time.toString();
  }

  private static String shown(String text) {
    return text == null ? "(no site)" : Printable.of(text, MOST_CHARS);
  }
}
