package org.copydesk.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copydesk.corpus.Generations;
import org.copydesk.corpus.PartSearch;
import org.copydesk.corpus.PartSearch.Wanted;
import org.copydesk.corpus.Tables;
import org.copydesk.report.PageLife.Announcing;
import org.copydesk.report.PageLife.Cut;
import org.copydesk.report.PageLife.Fate;
import org.copydesk.report.PageLife.Hit;
import org.copydesk.report.PageLife.InGeneration;
import org.copydesk.report.PageLife.Kept;
import org.copydesk.report.PageLife.Page;
import org.copydesk.report.PageLife.Place;
import org.copydesk.report.PageLife.ReadFile;
import org.copydesk.report.PageLife.Removed;
import org.copydesk.report.PageLife.Seen;
import org.copydesk.report.PageLife.Some;
import org.copydesk.report.PageLife.State;
import org.copydesk.report.PageLife.Survivor;
import org.copydesk.report.figures.TableRows;
import org.copydesk.row.CopyRow;
import org.copydesk.row.RejectRow;
import org.copydesk.row.RelationRow;
import org.copydesk.row.StoryRow;
import org.copydesk.storage.Storage;
import org.copydesk.table.Table;

/**
 * Finds what a generation knows of an address, an id or a place in the input. Memory: the columns
 * that are asked for of one row group, a number a row that is found, and {@link #MOST_PAGES} pages
 * with {@link #MOST_ROWS} rows of a kind each.
 */
public final class PageLives {
  /** Pages told of; an id of many exact copies, or the address of a front page, has more. */
  public static final int MOST_PAGES = 100;

  /** Rows of a kind told of a page. */
  public static final int MOST_ROWS = 256;

  private static final Pattern PLACE = Pattern.compile("(.+)#(\\d{1,18})", Pattern.DOTALL);

  /** Written beside the tables by a build that looked for benchmarks. */
  private static final String CONTAMINATION = "contamination.jsonl";

  private static final ObjectMapper JSON = new ObjectMapper();

  private record At(String sourceFile, Long sourceRecord) {}

  private record ArticleView(
      String id,
      String sourceFile,
      Long sourceRecord,
      Instant fetchedAt,
      String url,
      String canonicalUrl,
      String site,
      String title,
      Instant publishedAt,
      String language,
      Long wordCount,
      String pageType,
      Double pageTypeConfidence,
      String topicLabel,
      String clusterId,
      Long clusterSize,
      List<CopyRow> copies,
      Boolean copiesTruncated,
      String copyKind,
      String copyMeasure,
      Double copySimilarity,
      String storyId) {}

  private record RemovedView(
      String id,
      String sourceFile,
      Long sourceRecord,
      String url,
      String title,
      String reason,
      String keptId,
      String measure,
      Double similarity,
      Double threshold,
      String value,
      String signal,
      String site) {}

  private record OccurrenceView(
      String teaserId,
      String sourceFile,
      Long sourceRecord,
      String site,
      String url,
      Instant seenAt,
      Long position,
      Long list,
      Boolean front) {}

  private record SpanView(
      String sourceFile, Long sourceRecord, Long start, Long end, String label, String rule) {}

  private record TeaserView(
      String id,
      String title,
      String url,
      String articleId,
      String linkMethod,
      Double linkContainment) {}

  /** All that is known of one page while it is put together. */
  private static final class Draft {
    final At at;
    ArticleView article;
    RemovedView removed;
    final Rows<RejectRow> rejects = new Rows<>();
    final Rows<Cut> spans = new Rows<>();
    final Rows<Seen> teasers = new Rows<>();
    final Rows<Announcing> announcedBy = new Rows<>();
    final Rows<RelationRow> relations = new Rows<>();
    final Rows<State> versions = new Rows<>();
    final Rows<Hit> contamination = new Rows<>();
    String url;
    String site;
    Instant fetchedAt;

    Draft(At at) {
      this.at = at;
    }

    String id() {
      return article != null ? article.id() : removed != null ? removed.id() : null;
    }

    /** The article in the corpus it is, or lost to. */
    String keptId() {
      return article != null ? article.id() : removed != null ? removed.keptId() : null;
    }

    Fate fate() {
      if (article != null) {
        return article.copyKind() == null ? Fate.KEPT : Fate.MARKED;
      }
      if (removed != null) {
        return Fate.REMOVED;
      }
      boolean isRejected =
          rejects.shown.stream().anyMatch(reject -> "rejected".equals(reject.outcome()));
      return isRejected ? Fate.REJECTED : Fate.SKIPPED;
    }

    String reason() {
      return article != null
          ? article.copyKind()
          : removed != null
              ? removed.reason()
              : rejects.shown.isEmpty() ? null : rejects.shown.get(0).reason();
    }
  }

  private static final class Rows<T> {
    final List<T> shown = new ArrayList<>();
    long all;

    void add(T row) {
      all++;
      if (shown.size() < MOST_ROWS) {
        shown.add(row);
      }
    }

    Some<T> some() {
      return new Some<>(all, shown);
    }
  }

  private final Storage generation;
  private final String asked;
  private final Map<At, Draft> pages = new LinkedHashMap<>();
  private final Map<String, ArticleView> survivors = new HashMap<>();
  private List<String> files;
  private long all;

  private PageLives(Storage generation, String asked) {
    this.generation = generation;
    this.asked = asked;
  }

  /**
   * The life of a page in a generation, and its fate in the others.
   *
   * @param generation told of
   * @param others finished generations of the same output; null where the generation stands alone
   * @param asked an address, an id or {@code FILE#RECORD}
   * @return null where nothing there, nor in the others, has this name
   */
  public static PageLife of(Storage generation, Generations others, String asked)
      throws IOException {
    PageLives lives = new PageLives(generation, asked);
    lives.findPages();
    String location = generation.location();
    String name = location.substring(location.lastIndexOf('/') + 1);
    Fate fate = lives.fate();
    List<InGeneration> generations =
        others == null ? List.of() : inGenerations(others, name, fate, lives.reason(), asked);
    List<Page> pages = lives.tell();
    Some<Announcing> announced = lives.announced();
    boolean isKnown =
        !pages.isEmpty()
            || announced.all() > 0
            || generations.stream().anyMatch(each -> isThere(each.fate()));
    return isKnown
        ? new PageLife(asked, name, new Some<>(lives.all, pages), announced, generations)
        : null;
  }

  private static boolean isThere(String fate) {
    return fate != null && !fate.equals(Fate.ABSENT.stored());
  }

  private static List<InGeneration> inGenerations(
      Generations all, String told, Fate fate, String reason, String asked) throws IOException {
    List<InGeneration> found = new ArrayList<>();
    for (String name : all.finished()) {
      if (name.equals(told)) {
        found.add(new InGeneration(name, fate.stored(), reason, false, null));
        continue;
      }
      try {
        PageLives there = new PageLives(all.generation(name), asked);
        there.findPages();
        String became = there.fate().stored();
        found.add(new InGeneration(name, became, there.reason(), false, null));
      } catch (IOException e) {
        // What is asked of is the one that is told of: another one's damage is told, too.
        found.add(new InGeneration(name, null, null, false, e.getMessage()));
      }
    }
    int at = -1;
    for (int i = 0; i < found.size(); i++) {
      at = found.get(i).name().equals(told) ? i : at;
    }
    while (at > 0 && fate.stored().equals(found.get(at - 1).fate())) {
      at--;
    }
    if (at >= 0 && fate != Fate.ABSENT) {
      InGeneration first = found.get(at);
      found.set(at, new InGeneration(first.name(), first.fate(), first.reason(), true, null));
    }
    return found;
  }

  private Fate fate() {
    return first() == null ? Fate.ABSENT : first().fate();
  }

  private String reason() {
    return first() == null ? null : first().reason();
  }

  private Draft first() {
    return pages.values().stream().findFirst().orElse(null);
  }

  private interface Sink<R> {
    void take(R row) throws IOException;
  }

  /** Hands on the rows that one of {@code wanted} describes. */
  private <R extends Record> void find(Table<R> view, List<Wanted> wanted, Sink<R> sink)
      throws IOException {
    List<TableRows.Place> places = new ArrayList<>();
    for (String part : parts(view.name())) {
      PartSearch.rows(generation, part, wanted)
          .forEach(row -> places.add(new TableRows.Place(part, row)));
    }
    new TableRows<>(generation, view).fetch(places, (row, place) -> sink.take(row));
  }

  /** The folder is listed once: a store is asked over the network. */
  private List<String> parts(String table) throws IOException {
    if (files == null) {
      files = generation.files();
    }
    return files.stream()
        .filter(file -> file.startsWith(table + "/") && file.endsWith(".parquet"))
        .toList();
  }

  private static Wanted places(Collection<At> places) {
    Set<String> files = new HashSet<>();
    Set<Long> records = new HashSet<>();
    for (At at : places) {
      files.add(at.sourceFile());
      if (at.sourceRecord() != null) {
        records.add(at.sourceRecord());
      }
    }
    return new Wanted(Map.of("source_file", files), Map.of("source_record", records));
  }

  private static Wanted is(String column, String value) {
    return Wanted.in(column, List.of(value));
  }

  private void findPages() throws IOException {
    Matcher matcher = PLACE.matcher(asked);
    At place =
        matcher.matches() ? new At(matcher.group(1), Long.parseLong(matcher.group(2))) : null;
    List<Wanted> names = new ArrayList<>(List.of(is("url", asked)));
    if (place != null) {
      names.add(places(List.of(place)));
    }
    // Nobody who names a page names a teaser's id: these tables have addresses and places.
    Map<At, Draft> found = new HashMap<>();
    find(
        Tables.TEASER_OCCURRENCES.view(OccurrenceView.class),
        names,
        row -> draft(found, row.sourceFile(), row.sourceRecord()));
    List<Wanted> withIds = new ArrayList<>(names);
    withIds.add(is("id", asked));
    find(
        Tables.REMOVED.view(RemovedView.class),
        withIds,
        row -> draft(found, row.sourceFile(), row.sourceRecord()).removed = row);
    withIds.add(is("canonical_url", asked));
    find(
        Tables.ARTICLES.view(ArticleView.class),
        withIds,
        row -> draft(found, row.sourceFile(), row.sourceRecord()).article = row);
    completeByPlace(found, place);
    all = found.size();
    found.values().stream()
        .sorted(
            Comparator.comparing(Draft::fate)
                .thenComparing(draft -> draft.at.sourceFile())
                .thenComparing(
                    draft -> draft.at.sourceRecord(),
                    Comparator.nullsFirst(Comparator.naturalOrder())))
        .limit(MOST_PAGES)
        .forEach(draft -> pages.put(draft.at, draft));
  }

  /** A page that a teaser's place gave may be an article of another address, or a reject. */
  private void completeByPlace(Map<At, Draft> found, At place) throws IOException {
    Set<At> open = new LinkedHashSet<>();
    for (Draft draft : found.values()) {
      if (draft.article == null && draft.removed == null) {
        open.add(draft.at);
      }
    }
    find(
        Tables.REMOVED.view(RemovedView.class),
        List.of(places(open)),
        row -> {
          if (open.contains(new At(row.sourceFile(), row.sourceRecord()))) {
            draft(found, row.sourceFile(), row.sourceRecord()).removed = row;
          }
        });
    find(
        Tables.ARTICLES.view(ArticleView.class),
        List.of(places(open)),
        row -> {
          if (open.contains(new At(row.sourceFile(), row.sourceRecord()))) {
            draft(found, row.sourceFile(), row.sourceRecord()).article = row;
          }
        });
    Set<At> all = new LinkedHashSet<>(found.keySet());
    if (place != null) {
      all.add(place);
    }
    find(
        Tables.REJECTS,
        List.of(places(all)),
        row -> {
          if (all.contains(new At(row.sourceFile(), row.sourceRecord()))) {
            draft(found, row.sourceFile(), row.sourceRecord()).rejects.add(row);
          }
        });
    if (found.isEmpty()) {
      // A file that was lost whole has no records: asked for by its name, or by one of them.
      String file = place == null ? asked : place.sourceFile();
      find(
          Tables.REJECTS,
          List.of(is("source_file", file)),
          row -> {
            if (row.sourceRecord() == null) {
              draft(found, row.sourceFile(), null).rejects.add(row);
            }
          });
    }
  }

  private static Draft draft(Map<At, Draft> drafts, String file, Long record) {
    return drafts.computeIfAbsent(new At(file, record), Draft::new);
  }

  private List<Page> tell() throws IOException {
    Set<String> keptIds = new LinkedHashSet<>();
    Set<String> ids = new LinkedHashSet<>();
    for (Draft draft : pages.values()) {
      ids.add(draft.id());
      keptIds.add(draft.keptId());
    }
    ids.remove(null);
    keptIds.remove(null);
    findSurvivors(keptIds);
    findSeen();
    findAnnouncing(keptIds);
    find(
        Tables.RELATIONS,
        List.of(Wanted.in("a", ids), Wanted.in("b", ids)),
        row -> each(id -> id.equals(row.a()) || id.equals(row.b()), d -> d.relations.add(row)));
    Map<String, StoryRow> stories = findStories(keptIds);
    findContamination(ids);
    Map<String, ReadFile> files = new HashMap<>();
    Set<String> names = new HashSet<>();
    pages.keySet().forEach(at -> names.add(at.sourceFile()));
    find(
        Tables.LEDGER.view(ReadFile.class),
        List.of(Wanted.in("source_file", names)),
        row -> files.put(row.sourceFile(), row));
    List<Page> told = new ArrayList<>();
    for (Draft draft : pages.values()) {
      ArticleView survivor = survivors.get(draft.keptId());
      String story = survivor == null ? null : survivor.storyId();
      told.add(page(draft, files.get(draft.at.sourceFile()), stories.get(story), survivor));
    }
    return told;
  }

  private interface IdTest {
    boolean holds(String id);
  }

  /** Does it with each article, kept or removed, whose own id is meant. */
  private void each(IdTest test, Consumer<Draft> use) {
    for (Draft draft : pages.values()) {
      if (draft.id() != null && test.holds(draft.id())) {
        use.accept(draft);
      }
    }
  }

  private void findSurvivors(Set<String> ids) throws IOException {
    Set<String> missing = new HashSet<>(ids);
    for (Draft draft : pages.values()) {
      if (draft.article != null) {
        survivors.put(draft.article.id(), draft.article);
        missing.remove(draft.article.id());
      }
    }
    find(
        Tables.ARTICLES.view(ArticleView.class),
        List.of(Wanted.in("id", missing)),
        row -> survivors.put(row.id(), row));
  }

  /** What stood on the pages; a page without an article has address and time of its teasers. */
  private void findSeen() throws IOException {
    find(
        Tables.TEASER_OCCURRENCES.view(OccurrenceView.class),
        List.of(places(pages.keySet())),
        row -> {
          Draft draft = pages.get(new At(row.sourceFile(), row.sourceRecord()));
          if (draft != null) {
            draft.teasers.add(new Seen(row.teaserId(), row.list(), row.position(), row.front()));
            draft.url = row.url();
            draft.site = row.site();
            draft.fetchedAt = row.seenAt();
          }
        });
    find(
        Tables.SPANS.view(SpanView.class),
        List.of(places(pages.keySet())),
        row -> {
          Draft draft = pages.get(new At(row.sourceFile(), row.sourceRecord()));
          if (draft != null) {
            draft.spans.add(new Cut(row.start(), row.end(), row.label(), row.rule()));
          }
        });
  }

  private void findAnnouncing(Set<String> keptIds) throws IOException {
    List<TeaserView> teasers = new ArrayList<>();
    Map<String, Long> counted = new HashMap<>();
    find(
        Tables.TEASERS.view(TeaserView.class),
        List.of(Wanted.in("article_id", keptIds)),
        row -> {
          if (counted.merge(row.articleId(), 1L, Long::sum) <= MOST_ROWS) {
            teasers.add(row);
          }
        });
    Map<String, Some<Place>> seen = seen(teasers);
    for (Draft draft : pages.values()) {
      for (TeaserView teaser : teasers) {
        if (teaser.articleId().equals(draft.keptId())) {
          draft.announcedBy.add(announcing(teaser, seen));
        }
      }
      draft.announcedBy.all = counted.getOrDefault(Objects.toString(draft.keptId()), 0L);
    }
  }

  private static Announcing announcing(TeaserView teaser, Map<String, Some<Place>> seen) {
    return new Announcing(
        teaser.id(),
        teaser.title(),
        teaser.url(),
        teaser.articleId(),
        teaser.linkMethod(),
        teaser.linkContainment(),
        seen.getOrDefault(teaser.id(), new Some<>(0, List.of())));
  }

  private Map<String, Some<Place>> seen(Collection<TeaserView> teasers) throws IOException {
    Map<String, Rows<Place>> rows = new HashMap<>();
    find(
        Tables.TEASER_OCCURRENCES.view(OccurrenceView.class),
        List.of(Wanted.in("teaser_id", teasers.stream().map(TeaserView::id).toList())),
        row ->
            rows.computeIfAbsent(row.teaserId(), id -> new Rows<>())
                .add(
                    new Place(
                        row.sourceFile(),
                        row.sourceRecord(),
                        row.url(),
                        row.seenAt(),
                        row.front())));
    Map<String, Some<Place>> seen = new TreeMap<>();
    rows.forEach((id, places) -> seen.put(id, places.some()));
    return seen;
  }

  /** Teasers that lead to the address that was asked for and announce none of the pages. */
  private Some<Announcing> announced() throws IOException {
    Rows<TeaserView> rows = new Rows<>();
    Set<String> told = survivors.keySet();
    find(
        Tables.TEASERS.view(TeaserView.class),
        List.of(is("url", asked), is("id", asked)),
        row -> {
          if (row.articleId() == null || !told.contains(row.articleId())) {
            rows.add(row);
          }
        });
    Map<String, Some<Place>> seen = seen(rows.shown);
    return new Some<>(
        rows.all, rows.shown.stream().map(teaser -> announcing(teaser, seen)).toList());
  }

  private Map<String, StoryRow> findStories(Set<String> keptIds) throws IOException {
    Set<String> ids = new LinkedHashSet<>();
    for (String id : keptIds) {
      ArticleView survivor = survivors.get(id);
      if (survivor != null && survivor.storyId() != null) {
        ids.add(survivor.storyId());
      }
    }
    Map<String, StoryRow> stories = new HashMap<>();
    find(Tables.STORIES, List.of(Wanted.in("id", ids)), row -> stories.put(row.id(), row));
    find(
        Tables.VERSIONS.view(State.class),
        List.of(Wanted.in("story_id", ids)),
        row -> {
          for (Draft draft : pages.values()) {
            ArticleView survivor = survivors.get(draft.keptId());
            if (survivor != null && row.storyId().equals(survivor.storyId())) {
              draft.versions.add(row);
            }
          }
        });
    return stories;
  }

  private void findContamination(Set<String> ids) throws IOException {
    if (ids.isEmpty() || !generation.exists(CONTAMINATION)) {
      return;
    }
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(generation.open(CONTAMINATION), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode hit = JSON.readTree(line);
        Hit found =
            new Hit(
                hit.path("item_file").asText(null),
                hit.path("item_record").asLong(),
                hit.path("item_id").asText(null),
                hit.path("runs").asLong(),
                hit.path("share").asDouble(),
                hit.path("passage").asText(null));
        String article = hit.path("article_id").asText();
        each(article::equals, draft -> draft.contamination.add(found));
      }
    }
  }

  private static Page page(Draft draft, ReadFile file, StoryRow story, ArticleView survivor) {
    ArticleView article = draft.article;
    RemovedView removed = draft.removed;
    if (article != null) {
      draft.url = article.url();
      draft.site = article.site();
      draft.fetchedAt = article.fetchedAt();
    } else if (removed != null) {
      draft.url = removed.url();
      draft.site = removed.site();
    } else if (!draft.rejects.shown.isEmpty()) {
      RejectRow reject = draft.rejects.shown.get(0);
      draft.site = draft.site == null ? reject.site() : draft.site;
      draft.fetchedAt = draft.fetchedAt == null ? reject.fetchedAt() : draft.fetchedAt;
    }
    CopyRow copy = article == null && survivor != null ? copyAt(survivor, draft.at) : null;
    return new Page(
        draft.at.sourceFile(),
        draft.at.sourceRecord(),
        draft.fate().stored(),
        draft.id(),
        article != null ? article.title() : removed != null ? removed.title() : null,
        draft.url,
        article == null ? null : article.canonicalUrl(),
        draft.site,
        draft.fetchedAt == null && copy != null ? copy.fetchedAt() : draft.fetchedAt,
        article != null ? article.publishedAt() : copy == null ? null : copy.publishedAt(),
        file,
        article == null ? null : kept(article),
        removed == null ? null : removed(removed, survivor),
        draft.rejects.some(),
        draft.spans.some(),
        draft.teasers.some(),
        draft.announcedBy.some(),
        draft.relations.some(),
        story,
        draft.versions.some(),
        draft.contamination.some());
  }

  /** The table of removed articles holds no times, its survivor's list of copies does. */
  private static CopyRow copyAt(ArticleView survivor, At at) {
    for (CopyRow copy : survivor.copies() == null ? List.<CopyRow>of() : survivor.copies()) {
      if (at.equals(new At(copy.sourceFile(), copy.sourceRecord()))) {
        return copy;
      }
    }
    return null;
  }

  private static Kept kept(ArticleView row) {
    return new Kept(
        row.language(),
        row.wordCount(),
        row.pageType(),
        row.pageTypeConfidence(),
        row.topicLabel(),
        row.clusterId(),
        row.clusterSize(),
        row.copies(),
        row.copiesTruncated(),
        row.copyKind(),
        row.copyMeasure(),
        row.copySimilarity(),
        row.storyId());
  }

  private static Removed removed(RemovedView row, ArticleView to) {
    return new Removed(
        row.reason(),
        row.keptId(),
        row.measure(),
        row.similarity(),
        row.threshold(),
        row.value(),
        row.signal(),
        to == null
            ? null
            : new Survivor(to.id(), to.sourceFile(), to.sourceRecord(), to.url(), to.title()));
  }
}
