package org.copydesk.report.life;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copydesk.corpus.PartSearch.Wanted;
import org.copydesk.corpus.Tables;
import org.copydesk.report.life.PageDraft.ArticleView;
import org.copydesk.report.life.PageDraft.At;
import org.copydesk.report.life.PageDraft.RemovedView;
import org.copydesk.report.life.PageLife.Fate;
import org.copydesk.report.life.PageLives.OccurrenceView;

/** The pages that have an address, an id or a place. */
final class PageFinder {
  private static final Pattern PLACE = Pattern.compile("(.+)#(\\d{1,18})", Pattern.DOTALL);

  /**
   * Pages that were found.
   *
   * @param all how many there are
   * @param pages kept ones first, at most {@link PageLives#MOST_PAGES}
   */
  record Found(long all, Map<At, PageDraft> pages) {
    /** The first of them; null for none. */
    PageDraft first() {
      return pages.values().stream().findFirst().orElse(null);
    }

    /** What became of the first of them. */
    Fate fate() {
      return first() == null ? Fate.ABSENT : first().fate();
    }

    /** Why that became of it; null for none. */
    String reason() {
      return first() == null ? null : first().reason();
    }
  }

  private final RowFinder rows;
  private final String asked;

  PageFinder(RowFinder rows, String asked) {
    this.rows = rows;
    this.asked = asked;
  }

  Found find() throws IOException {
    Matcher matcher = PLACE.matcher(asked);
    At place =
        matcher.matches() ? new At(matcher.group(1), Long.parseLong(matcher.group(2))) : null;
    List<Wanted> names = new ArrayList<>(List.of(RowFinder.is("url", asked)));
    if (place != null) {
      names.add(RowFinder.places(List.of(place)));
    }
    // Nobody who names a page names a teaser's id: these tables have addresses and places.
    Map<At, PageDraft> found = new HashMap<>();
    rows.find(
        Tables.TEASER_OCCURRENCES.view(OccurrenceView.class),
        names,
        row -> draft(found, row.sourceFile(), row.sourceRecord()));
    List<Wanted> withIds = new ArrayList<>(names);
    withIds.add(RowFinder.is("id", asked));
    rows.find(
        Tables.REMOVED.view(RemovedView.class),
        withIds,
        row -> draft(found, row.sourceFile(), row.sourceRecord()).removed = row);
    withIds.add(RowFinder.is("canonical_url", asked));
    rows.find(
        Tables.ARTICLES.view(ArticleView.class),
        withIds,
        row -> draft(found, row.sourceFile(), row.sourceRecord()).article = row);
    rows.find(
        Tables.REJECTS,
        List.of(RowFinder.is("url", asked)),
        row -> draft(found, row.sourceFile(), row.sourceRecord()));
    completeByPlace(found, place);
    Map<At, PageDraft> pages = new LinkedHashMap<>();
    found.values().stream()
        .sorted(
            Comparator.comparing(PageDraft::fate)
                .thenComparing(draft -> draft.at.sourceFile())
                .thenComparing(
                    draft -> draft.at.sourceRecord(),
                    Comparator.nullsFirst(Comparator.naturalOrder())))
        .limit(PageLives.MOST_PAGES)
        .forEach(draft -> pages.put(draft.at, draft));
    return new Found(found.size(), pages);
  }

  /** A page that a teaser's place gave may be an article of another address, or a reject. */
  private void completeByPlace(Map<At, PageDraft> found, At place) throws IOException {
    Set<At> open = new LinkedHashSet<>();
    for (PageDraft draft : found.values()) {
      if (draft.article == null && draft.removed == null) {
        open.add(draft.at);
      }
    }
    rows.find(
        Tables.REMOVED.view(RemovedView.class),
        List.of(RowFinder.places(open)),
        row -> {
          if (open.contains(new At(row.sourceFile(), row.sourceRecord()))) {
            draft(found, row.sourceFile(), row.sourceRecord()).removed = row;
          }
        });
    rows.find(
        Tables.ARTICLES.view(ArticleView.class),
        List.of(RowFinder.places(open)),
        row -> {
          if (open.contains(new At(row.sourceFile(), row.sourceRecord()))) {
            draft(found, row.sourceFile(), row.sourceRecord()).article = row;
          }
        });
    Set<At> all = new LinkedHashSet<>(found.keySet());
    if (place != null) {
      all.add(place);
    }
    rows.find(
        Tables.REJECTS,
        List.of(RowFinder.places(all)),
        row -> {
          if (all.contains(new At(row.sourceFile(), row.sourceRecord()))) {
            draft(found, row.sourceFile(), row.sourceRecord()).rejects.add(row);
          }
        });
    if (found.isEmpty()) {
      // A file that was lost whole has no records: asked for by its name, or by one of them.
      String file = place == null ? asked : place.sourceFile();
      rows.find(
          Tables.REJECTS,
          List.of(RowFinder.is("source_file", file)),
          row -> {
            if (row.sourceRecord() == null) {
              draft(found, row.sourceFile(), null).rejects.add(row);
            }
          });
    }
  }

  private static PageDraft draft(Map<At, PageDraft> drafts, String file, Long record) {
    return drafts.computeIfAbsent(new At(file, record), PageDraft::new);
  }
}
