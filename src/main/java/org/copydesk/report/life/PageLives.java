package org.copydesk.report.life;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.copydesk.corpus.Generations;
import org.copydesk.corpus.PartSearch.Wanted;
import org.copydesk.corpus.Tables;
import org.copydesk.report.life.PageDraft.ArticleView;
import org.copydesk.report.life.PageDraft.At;
import org.copydesk.report.life.PageLife.Announcing;
import org.copydesk.report.life.PageLife.Cut;
import org.copydesk.report.life.PageLife.Fate;
import org.copydesk.report.life.PageLife.Hit;
import org.copydesk.report.life.PageLife.InGeneration;
import org.copydesk.report.life.PageLife.Page;
import org.copydesk.report.life.PageLife.Place;
import org.copydesk.report.life.PageLife.ReadFile;
import org.copydesk.report.life.PageLife.Seen;
import org.copydesk.report.life.PageLife.Some;
import org.copydesk.report.life.PageLife.State;
import org.copydesk.row.StoryRow;
import org.copydesk.storage.Storage;

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

  /** Written beside the tables by a build that looked for benchmarks. */
  private static final String CONTAMINATION = "contamination.jsonl";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What is read of a teaser on a page. */
  record OccurrenceView(
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

  private final Storage generation;
  private final String asked;
  private final RowFinder rows;
  private final Map<At, PageDraft> pages;
  private final Map<String, ArticleView> survivors = new HashMap<>();

  private PageLives(Storage generation, String asked, RowFinder rows, Map<At, PageDraft> pages) {
    this.generation = generation;
    this.asked = asked;
    this.rows = rows;
    this.pages = pages;
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
    RowFinder rows = new RowFinder(generation);
    PageFinder.Found found = new PageFinder(rows, asked).find();
    PageLives lives = new PageLives(generation, asked, rows, found.pages());
    String location = generation.location();
    String name = location.substring(location.lastIndexOf('/') + 1);
    List<InGeneration> generations =
        others == null ? List.of() : inGenerations(others, name, found, asked);
    List<Page> pages = lives.tell();
    Some<Announcing> announced = lives.announced();
    boolean isKnown =
        !pages.isEmpty()
            || announced.all() > 0
            || generations.stream().anyMatch(each -> isThere(each.fate()));
    return isKnown
        ? new PageLife(asked, name, new Some<>(found.all(), pages), announced, generations)
        : null;
  }

  private static boolean isThere(String fate) {
    return fate != null && !fate.equals(Fate.ABSENT.stored());
  }

  private static List<InGeneration> inGenerations(
      Generations all, String told, PageFinder.Found here, String asked) throws IOException {
    Fate fate = here.fate();
    List<InGeneration> found = new ArrayList<>();
    for (String name : all.finished()) {
      if (name.equals(told)) {
        found.add(new InGeneration(name, fate.stored(), here.reason(), false, null));
        continue;
      }
      try {
        PageFinder.Found there = new PageFinder(new RowFinder(all.generation(name)), asked).find();
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

  private List<Page> tell() throws IOException {
    Set<String> keptIds = new LinkedHashSet<>();
    Set<String> ids = new LinkedHashSet<>();
    for (PageDraft draft : pages.values()) {
      ids.add(draft.id());
      keptIds.add(draft.keptId());
    }
    ids.remove(null);
    keptIds.remove(null);
    findSurvivors(keptIds);
    findSeen();
    findAnnouncing(keptIds);
    rows.find(
        Tables.RELATIONS,
        List.of(Wanted.in("a", ids), Wanted.in("b", ids)),
        row -> each(id -> id.equals(row.a()) || id.equals(row.b()), d -> d.relations.add(row)));
    Map<String, StoryRow> stories = findStories(keptIds);
    findContamination(ids);
    Map<String, ReadFile> files = new HashMap<>();
    Set<String> names = new HashSet<>();
    pages.keySet().forEach(at -> names.add(at.sourceFile()));
    rows.find(
        Tables.LEDGER.view(ReadFile.class),
        List.of(Wanted.in("source_file", names)),
        row -> files.put(row.sourceFile(), row));
    List<Page> told = new ArrayList<>();
    for (PageDraft draft : pages.values()) {
      ArticleView survivor = survivors.get(draft.keptId());
      String story = survivor == null ? null : survivor.storyId();
      told.add(draft.page(files.get(draft.at.sourceFile()), stories.get(story), survivor));
    }
    return told;
  }

  private interface IdTest {
    boolean holds(String id);
  }

  /** Does it with each article, kept or removed, whose own id is meant. */
  private void each(IdTest test, Consumer<PageDraft> use) {
    for (PageDraft draft : pages.values()) {
      if (draft.id() != null && test.holds(draft.id())) {
        use.accept(draft);
      }
    }
  }

  private void findSurvivors(Set<String> ids) throws IOException {
    Set<String> missing = new HashSet<>(ids);
    for (PageDraft draft : pages.values()) {
      if (draft.article != null) {
        survivors.put(draft.article.id(), draft.article);
        missing.remove(draft.article.id());
      }
    }
    rows.find(
        Tables.ARTICLES.view(ArticleView.class),
        List.of(Wanted.in("id", missing)),
        row -> survivors.put(row.id(), row));
  }

  /** What stood on the pages; a page without an article has address and time of its teasers. */
  private void findSeen() throws IOException {
    rows.find(
        Tables.TEASER_OCCURRENCES.view(OccurrenceView.class),
        List.of(RowFinder.places(pages.keySet())),
        row -> {
          PageDraft draft = pages.get(new At(row.sourceFile(), row.sourceRecord()));
          if (draft != null) {
            draft.teasers.add(new Seen(row.teaserId(), row.list(), row.position(), row.front()));
            draft.url = row.url();
            draft.site = row.site();
            draft.fetchedAt = row.seenAt();
          }
        });
    rows.find(
        Tables.SPANS.view(SpanView.class),
        List.of(RowFinder.places(pages.keySet())),
        row -> {
          PageDraft draft = pages.get(new At(row.sourceFile(), row.sourceRecord()));
          if (draft != null) {
            draft.spans.add(new Cut(row.start(), row.end(), row.label(), row.rule()));
          }
        });
  }

  private void findAnnouncing(Set<String> keptIds) throws IOException {
    List<TeaserView> teasers = new ArrayList<>();
    Map<String, Long> counted = new HashMap<>();
    rows.find(
        Tables.TEASERS.view(TeaserView.class),
        List.of(Wanted.in("article_id", keptIds)),
        row -> {
          if (counted.merge(row.articleId(), 1L, Long::sum) <= MOST_ROWS) {
            teasers.add(row);
          }
        });
    Map<String, Some<Place>> seen = seen(teasers);
    for (PageDraft draft : pages.values()) {
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
    Map<String, LifeRows<Place>> found = new HashMap<>();
    rows.find(
        Tables.TEASER_OCCURRENCES.view(OccurrenceView.class),
        List.of(Wanted.in("teaser_id", teasers.stream().map(TeaserView::id).toList())),
        row ->
            found
                .computeIfAbsent(row.teaserId(), id -> new LifeRows<>())
                .add(
                    new Place(
                        row.sourceFile(),
                        row.sourceRecord(),
                        row.url(),
                        row.seenAt(),
                        row.front())));
    Map<String, Some<Place>> seen = new TreeMap<>();
    found.forEach((id, places) -> seen.put(id, places.some()));
    return seen;
  }

  /** Teasers that lead to the address that was asked for and announce none of the pages. */
  private Some<Announcing> announced() throws IOException {
    LifeRows<TeaserView> found = new LifeRows<>();
    Set<String> told = survivors.keySet();
    rows.find(
        Tables.TEASERS.view(TeaserView.class),
        List.of(RowFinder.is("url", asked), RowFinder.is("id", asked)),
        row -> {
          if (row.articleId() == null || !told.contains(row.articleId())) {
            found.add(row);
          }
        });
    Map<String, Some<Place>> seen = seen(found.shown);
    return new Some<>(
        found.all, found.shown.stream().map(teaser -> announcing(teaser, seen)).toList());
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
    rows.find(Tables.STORIES, List.of(Wanted.in("id", ids)), row -> stories.put(row.id(), row));
    rows.find(
        Tables.VERSIONS.view(State.class),
        List.of(Wanted.in("story_id", ids)),
        row -> {
          for (PageDraft draft : pages.values()) {
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
}
