package org.copydesk.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.copydesk.corpus.FailedMark;
import org.copydesk.corpus.Failure;
import org.copydesk.corpus.Generations;
import org.copydesk.corpus.Manifest;
import org.copydesk.report.figures.Figures;
import org.copydesk.report.figures.Shown;
import org.copydesk.storage.Storage;

/**
 * Writes {@code index.html} of an output: its generations, the newest first, what each holds, what
 * moved against the one before and which is published. It is made anew whenever one is published,
 * is no part of the corpus, and trouble with it ends nothing.
 */
public final class OutputIndex {
  /** Name of the file in an output. */
  public static final String NAME = "index.html";

  private static final String FOLDER = "generations";
  private static final int MOST = 200;
  private static final int TREND_WIDTH = 8;
  private static final int TREND_HEIGHT = 60;

  private OutputIndex() {}

  /**
   * A generation.
   *
   * @param failed why it was not published; null where it is whole
   * @param moved what changed against the whole one before
   */
  record Line(
      String name,
      boolean isPublished,
      String failed,
      String finished,
      String articles,
      String removed,
      String teasers,
      String records,
      String files,
      String moved) {}

  /** A bar of the trend: its place and height, of 60. */
  record Bar(int x, int height, boolean isPublished, String title) {}

  /**
   * Writes the index of an output.
   *
   * @param told takes a line where that was not possible
   */
  public static void write(Storage output, Generations generations, Consumer<String> told) {
    try {
      output.replaceText(NAME, page(output, generations));
    } catch (IOException | RuntimeException e) {
      told.accept("warning: cannot write " + NAME + ": " + e.getMessage());
    }
  }

  private static String page(Storage output, Generations generations) throws IOException {
    String published = generations.published();
    List<Line> lines = new ArrayList<>();
    List<Bar> bars = new ArrayList<>();
    List<long[]> trend = new ArrayList<>();
    JsonNode before = null;
    List<String> names = new ArrayList<>(new TreeSet<>(output.list(FOLDER)));
    for (String name : names.subList(Math.max(0, names.size() - MOST), names.size())) {
      Storage generation = generations.generation(name);
      FailedMark failed = FailedMark.read(generation);
      JsonNode manifest = manifest(generation);
      if (failed != null) {
        String why = Shown.text(failed.cause() + ": " + failed.message(), 300);
        lines.add(new Line(name, false, why, "", "", "", "", "", "", ""));
      } else if (manifest != null) {
        boolean isPublished = name.equals(published);
        lines.add(line(name, isPublished, manifest, before));
        trend.add(new long[] {count(manifest, "articles"), isPublished ? 1 : 0});
        before = manifest;
      }
    }
    long most = trend.stream().mapToLong(one -> one[0]).max().orElse(0);
    for (long[] one : trend) {
      int height = (int) (most == 0 ? 1 : Math.max(1, TREND_HEIGHT * one[0] / most));
      bars.add(
          new Bar(
              TREND_WIDTH * bars.size(), height, one[1] == 1, Figures.counted(one[0], "article")));
    }
    java.util.Collections.reverse(lines);
    return PageParts.page(
        "index.jte",
        Map.of(
            "lines",
            lines,
            "bars",
            bars,
            "parts",
            PageParts.withoutScripts(PageParts.resource("report.css"))));
  }

  private static JsonNode manifest(Storage generation) throws IOException {
    try {
      return Manifest.isIn(generation) ? Manifest.read(generation).json() : null;
    } catch (Failure e) {
      return null;
    }
  }

  private static Line line(String name, boolean isPublished, JsonNode now, JsonNode before) {
    return new Line(
        Shown.text(name, 60),
        isPublished,
        null,
        finished(now),
        Figures.count(count(now, "articles")),
        Figures.count(count(now, "removed")),
        Figures.count(count(now, "teasers")),
        Figures.count(count(now, "records")),
        Figures.count(now.path("inputs").path("files").asLong()),
        before == null ? "the first here" : moved(before, now));
  }

  private static String finished(JsonNode manifest) {
    try {
      return Figures.minute(Instant.parse(manifest.path("finished_at").asText()));
    } catch (DateTimeParseException e) {
      return "";
    }
  }

  private static long count(JsonNode manifest, String name) {
    return manifest.path("counts").path(name).asLong();
  }

  private static String moved(JsonNode before, JsonNode now) {
    List<String> moved = new ArrayList<>();
    for (String name : List.of("articles", "removed", "teasers", "records", "rejects")) {
      long difference = count(now, name) - count(before, name);
      if (difference != 0) {
        moved.add(name + " " + Figures.change(difference));
      }
    }
    boolean hasOtherSettings =
        !now.path("params_hash").asText().equals(before.path("params_hash").asText());
    if (hasOtherSettings) {
      moved.add("other settings");
    }
    return moved.isEmpty() ? "no count" : String.join(", ", moved);
  }
}
