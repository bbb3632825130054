package org.copydesk.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.copydesk.corpus.TableScan;
import org.copydesk.corpus.Tables;
import org.copydesk.row.StoryRow;
import org.copydesk.row.VersionRow;
import org.copydesk.storage.Storage;

/**
 * Holds stories, versions and sightings of teasers of a generation against the truth of {@code
 * generate --nights}.
 *
 * <p>Memory: places and ids of all pages, and all sightings.
 */
public final class StoriesEvaluation {
  private static final int MOST_EXAMPLES = 20;

  /** Article by place, story and kept article by id. */
  private final Map<String, String> articleAt = new HashMap<>();

  private final Map<String, String> storyOf = new HashMap<>();
  private final Map<String, String> keptFor = new HashMap<>();
  private final List<String> examples = new ArrayList<>();
  private final Storage generation;

  private long shared;
  private long named;
  private long right;
  private long wrong;
  private long namedOutside;
  private long whole;
  private long pieces;
  private long mixed;
  private long compared;
  private long sameOutlets;
  private long sameFirst;
  private long sameLast;
  private long links;
  private long foundLinks;
  private long rightLinks;
  private long rightChanges;
  private long chains;
  private SightingsEvaluation seen;
  private long rightChains;
  private long foundChains;

  private record Kept(String id, String sourceFile, Long sourceRecord, String storyId) {}

  private record Lost(String id, String sourceFile, Long sourceRecord, String keptId) {}

  private StoriesEvaluation(Storage generation) {
    this.generation = generation;
  }

  /**
   * @param truth folder of the labelled files
   */
  public static StoriesEvaluation of(Storage generation, Path truth) throws IOException {
    StoriesEvaluation evaluation = new StoriesEvaluation(generation);
    evaluation.readArticles();
    evaluation.stories(truth.resolve("stories.jsonl"));
    evaluation.versions(truth.resolve("versions.jsonl"));
    evaluation.seen =
        SightingsEvaluation.of(generation, truth.resolve("sightings.jsonl"), evaluation::example);
    return evaluation;
  }

  private void readArticles() throws IOException {
    try (var rows = new TableScan<>(generation, Tables.ARTICLES.view(Kept.class))) {
      for (Kept row = rows.next(); row != null; row = rows.next()) {
        articleAt.put(PageRecord.place(row.sourceFile(), row.sourceRecord()), row.id());
        storyOf.put(row.id(), row.storyId());
      }
    }
    try (var rows = new TableScan<>(generation, Tables.REMOVED.view(Lost.class))) {
      for (Lost row = rows.next(); row != null; row = rows.next()) {
        articleAt.put(PageRecord.place(row.sourceFile(), row.sourceRecord()), row.id());
        if (row.keptId() != null) {
          keptFor.put(row.id(), row.keptId());
        }
      }
    }
  }

  private String storyAt(String place) {
    String id = articleAt.get(place);
    return id == null ? null : storyOf.get(keptFor.getOrDefault(id, id));
  }

  private void stories(Path truth) throws IOException {
    Map<String, StoryRow> found = new HashMap<>();
    try (var rows = new TableScan<>(generation, Tables.STORIES)) {
      for (StoryRow row = rows.next(); row != null; row = rows.next()) {
        found.put(row.id(), row);
      }
    }
    Map<String, Set<Long>> truthOf = new HashMap<>();
    NightsTruth.lines(
        truth,
        story -> {
          Set<String> places = new LinkedHashSet<>();
          story.get("pages").forEach(page -> places.add(NightsTruth.place(page)));
          Set<String> in = new HashSet<>();
          for (String place : places) {
            String id = storyAt(place);
            in.add(id == null ? "alone " + articleAt.get(place) : id);
            if (id != null) {
              truthOf.computeIfAbsent(id, key -> new HashSet<>()).add(story.get("story").asLong());
            }
          }
          if (places.size() > 1) {
            whole += in.size() == 1 ? 1 : 0;
            pieces += in.size() == 1 ? 0 : 1;
          }
          if (in.size() == 1 && found.containsKey(in.iterator().next())) {
            compare(story, found.get(in.iterator().next()), places);
          } else if (story.get("outlets").size() > 1 && !story.get("origin").isNull()) {
            shared++;
          }
        });
    mixed = truthOf.values().stream().filter(of -> of.size() > 1).count();
  }

  private void compare(JsonNode story, StoryRow found, Set<String> places) {
    Set<String> outlets = new TreeSet<>();
    story.get("outlets").forEach(outlet -> outlets.add(outlet.textValue()));
    compared++;
    sameOutlets += outlets.equals(new TreeSet<>(found.outlets())) ? 1 : 0;
    sameFirst += NightsTruth.time(story.get("first_seen")).equals(found.firstSeen()) ? 1 : 0;
    sameLast += NightsTruth.time(story.get("last_seen")).equals(found.lastSeen()) ? 1 : 0;
    if (outlets.size() < 2) {
      return;
    }
    boolean isHere = !story.get("origin").isNull();
    shared += isHere ? 1 : 0;
    if (found.originId() == null) {
      example("origin of " + story.get("story") + " not named, truth " + story.get("origin"));
      return;
    }
    named += isHere ? 1 : 0;
    namedOutside += isHere ? 0 : 1;
    boolean isRight =
        isHere
            && places.contains(
                PageRecord.place(found.originSourceFile(), found.originSourceRecord()))
            && story.get("origin").get("site").textValue().equals(found.originSite());
    right += isRight ? 1 : 0;
    wrong += isRight ? 0 : 1;
    if (!isRight) {
      example(
          "origin of "
              + story.get("story")
              + " by "
              + found.originEvidence()
              + ": "
              + found.originSite()
              + ", truth "
              + story.get("origin"));
    }
  }

  private void example(String text) {
    if (examples.size() < MOST_EXAMPLES) {
      examples.add(text);
    }
  }

  private void versions(Path truth) throws IOException {
    Map<String, String> changes = new HashMap<>();
    Set<String> foundSequences = new HashSet<>();
    try (var rows = new TableScan<>(generation, Tables.VERSIONS)) {
      String last = null;
      StringBuilder sequence = new StringBuilder();
      for (VersionRow row = rows.next(); row != null; row = rows.next()) {
        if (row.n() == 1) {
          foundSequences.add(sequence.toString());
          sequence.setLength(0);
        } else {
          changes.put(last + " " + row.articleId(), row.added() + " " + row.removed());
        }
        last = row.articleId();
        sequence.append(last).append(' ');
      }
      foundSequences.add(sequence.toString());
    }
    foundSequences.remove("");
    foundChains = foundSequences.size();
    foundLinks = changes.size();
    NightsTruth.lines(
        truth,
        chain -> {
          StringBuilder sequence = new StringBuilder();
          String before = null;
          boolean isWhole = true;
          for (JsonNode state : chain.get("states")) {
            String id = articleAt.get(NightsTruth.place(state));
            sequence.append(id).append(' ');
            if (before != null) {
              links++;
              String change = changes.get(before + " " + id);
              rightLinks += change == null ? 0 : 1;
              isWhole &= change != null;
              String said = state.get("added") + " " + state.get("removed");
              rightChanges += said.equals(change) ? 1 : 0;
              if (change != null && !said.equals(change)) {
                example("paragraphs of " + chain.get("url") + ": " + change + ", truth " + said);
              }
            }
            before = id;
          }
          chains++;
          boolean isFound = foundSequences.contains(sequence.toString());
          rightChains += isFound ? 1 : 0;
          if (!isFound) {
            example("chain of " + chain.get("url") + (isWhole ? ": more than it" : ": not whole"));
          }
        });
  }

  /** Of the origins named, how many are right; those of stories from elsewhere are wrong. */
  public double originPrecision() {
    return Score.share(right, right + wrong);
  }

  /** Of stories that several sites here ran and one of them had first, how many have one named. */
  public double originCoverage() {
    return Score.share(named, shared);
  }

  /** Of chains of versions, as whole sequences. */
  public double chainF1() {
    return Score.of(rightChains, foundChains, chains).f1();
  }

  /** Of steps from one state to the next. */
  public double linkF1() {
    return Score.of(rightLinks, foundLinks, links).f1();
  }

  /** Of steps found, how many count the paragraphs that came and went as the truth does. */
  public double changes() {
    return Score.share(rightChanges, rightLinks);
  }

  /** Of stories found whole, how many have exactly their outlets, first and last time seen. */
  public double timelines() {
    return Score.share(Math.min(sameOutlets, Math.min(sameFirst, sameLast)), compared);
  }

  /** Of teasers printed, how many are found with their page, time, list and position. */
  public double places() {
    return seen.places();
  }

  /** Of distinct teasers, how many have their first and last time seen. */
  public double teaserTimes() {
    return seen.teaserTimes();
  }

  /** Stories that hold pages of several. */
  public long mixed() {
    return mixed;
  }

  /** The figures as lines, and the first differences. */
  public String text() {
    return String.format(
            Locale.ROOT,
            """
            stories    %d whole, %d in pieces, %d hold several
            origin     precision %.4f, coverage %.4f (%d right, %d wrong, %d of %d named; %d named of stories from elsewhere)
            outlets    %d of %d; first seen %d, last seen %d
            chains     F1 %.4f (%d right, %d found, %d true); steps F1 %.4f; paragraphs %.4f
            """,
            whole,
            pieces,
            mixed,
            originPrecision(),
            originCoverage(),
            right,
            wrong,
            named,
            shared,
            namedOutside,
            sameOutlets,
            compared,
            sameFirst,
            sameLast,
            chainF1(),
            rightChains,
            foundChains,
            chains,
            linkF1(),
            changes())
        + seen.text()
        + String.join("\n", examples)
        + (examples.isEmpty() ? "" : "\n");
  }
}
