package org.copydesk.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.copydesk.corpus.TableScan;
import org.copydesk.corpus.Tables;
import org.copydesk.row.OccurrenceRow;
import org.copydesk.storage.Storage;

/**
 * Holds where and when teasers were seen in a generation against the truth. Memory: all sightings.
 */
final class SightingsEvaluation {
  private long sightings;
  private long foundSightings;
  private long rightSightings;
  private long rightPlaces;
  private long teasers;
  private long rightTeasers;

  private record Printed(String id, String title, Instant firstSeen, Instant lastSeen) {}

  private SightingsEvaluation() {}

  /**
   * @param truth the file sightings.jsonl
   * @param example takes what is told of each difference
   */
  static SightingsEvaluation of(Storage generation, Path truth, Consumer<String> example)
      throws IOException {
    SightingsEvaluation evaluation = new SightingsEvaluation();
    evaluation.read(generation, truth, example);
    return evaluation;
  }

  private record Sighting(String title, Instant seenAt, String site, String url) {}

  private record Span(Instant first, Instant last) {
    Span plus(Span other) {
      return new Span(
          first.isBefore(other.first) ? first : other.first,
          last.isAfter(other.last) ? last : other.last);
    }
  }

  private record Place(Long list, Long position) {}

  private void read(Storage generation, Path truth, Consumer<String> example) throws IOException {
    Map<String, String> titles = new HashMap<>();
    Map<String, Span> spans = new HashMap<>();
    try (var rows = new TableScan<>(generation, Tables.TEASERS.view(Printed.class))) {
      for (Printed row = rows.next(); row != null; row = rows.next()) {
        titles.put(row.id(), folded(row.title()));
        if (row.firstSeen() != null) {
          Span span = new Span(row.firstSeen(), row.lastSeen());
          spans.merge(folded(row.title()), span, Span::plus);
        }
      }
    }
    Map<String, Map<Sighting, Set<Place>>> found = new HashMap<>();
    try (var rows = new TableScan<>(generation, Tables.TEASER_OCCURRENCES)) {
      for (OccurrenceRow row = rows.next(); row != null; row = rows.next()) {
        foundSightings++;
        String title = titles.get(row.teaserId());
        found
            .computeIfAbsent(
                PageRecord.place(row.sourceFile(), row.sourceRecord()), key -> new HashMap<>())
            .computeIfAbsent(
                new Sighting(title, row.seenAt(), row.site(), row.url()), key -> new HashSet<>())
            .add(new Place(row.list(), row.position()));
      }
    }
    Map<String, Span> seen = new HashMap<>();
    NightsTruth.lines(
        truth,
        page -> {
          Instant time = NightsTruth.time(page.get("seen_at"));
          Map<Sighting, Set<Place>> there = found.getOrDefault(NightsTruth.place(page), Map.of());
          for (JsonNode teaser : page.get("teasers")) {
            String title = folded(teaser.get("title").textValue());
            seen.merge(title, new Span(time, time), Span::plus);
            sightings++;
            Set<Place> places =
                there.get(
                    new Sighting(
                        title, time, page.get("site").textValue(), page.get("url").textValue()));
            rightSightings += places == null ? 0 : 1;
            Place wanted = new Place(teaser.get("list").asLong(), teaser.get("position").asLong());
            boolean isThere = places != null && places.contains(wanted);
            rightPlaces += isThere ? 1 : 0;
            if (!isThere) {
              example.accept(
                  "teaser on "
                      + page.get("url")
                      + " "
                      + NightsTruth.place(page)
                      + ": "
                      + title
                      + " at "
                      + places
                      + ", truth "
                      + wanted);
            }
          }
        });
    seen.forEach(
        (title, span) -> {
          teasers++;
          rightTeasers += span.equals(spans.get(title)) ? 1 : 0;
        });
  }

  private static String folded(String title) {
    return title == null ? "" : title.toLowerCase(Locale.ROOT);
  }

  /** Of teasers printed, how many are found with their page, time, list and position. */
  double places() {
    return Score.share(rightPlaces, sightings);
  }

  /** Of distinct teasers, how many have their first and last time seen. */
  double teaserTimes() {
    return Score.share(rightTeasers, teasers);
  }

  /** The figures as lines. */
  String text() {
    return String.format(
        Locale.ROOT,
        """
        sightings  %d of %d with page and time, %d with list and position; %d found in all
        teasers    %d of %d with first and last time
        """,
        rightSightings,
        sightings,
        rightPlaces,
        foundSightings,
        rightTeasers,
        teasers);
  }
}
