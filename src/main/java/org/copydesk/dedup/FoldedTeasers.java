package org.copydesk.dedup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.copydesk.model.Teaser;
import org.copydesk.text.ContentHash;

/**
 * Which teasers a build folds into one, computed in memory: for measuring, and for collections that
 * are small. Holds all distinct teasers.
 */
public final class FoldedTeasers {
  private static final int MOST_BYTES = 32 << 20;

  final Map<ContentHash, DistinctTeaser> exact = new TreeMap<>();
  final Map<ContentHash, DistinctTeaser> folded = new TreeMap<>();
  private final Map<ContentHash, ContentHash> moved = new HashMap<>();

  private FoldedTeasers() {}

  /**
   * Folds the teasers of some pages.
   *
   * @param pages the teasers of each
   * @param mostChars held before equal ones are counted together; no matter for the result
   */
  public static FoldedTeasers over(List<List<Teaser>> pages, long mostChars) {
    List<DistinctTeaser> parts = new ArrayList<>();
    ExactTeaserFold fold = new ExactTeaserFold(mostChars, parts::add);
    for (int i = 0; i < pages.size(); i++) {
      fold.page(pages.get(i), "site" + i % 7 + ".test", null, false);
    }
    fold.flush();
    parts.sort(DistinctTeaser.BY_ID_AND_SPELLING);
    FoldedTeasers run = new FoldedTeasers();
    TeaserFold spellings = new TeaserFold(teaser -> run.exact.put(teaser.id(), teaser));
    parts.forEach(spellings::accept);
    spellings.finish();
    List<DistinctTeaser> first =
        run.pass(List.copyOf(run.exact.values()), true, TeaserVariants::titleGroup);
    for (DistinctTeaser teaser : run.pass(first, false, TeaserVariants::openingGroup)) {
      run.folded.put(teaser.id(), teaser);
    }
    return run;
  }

  private List<DistinctTeaser> pass(
      List<DistinctTeaser> teasers, boolean isByTitle, Function<DistinctTeaser, ContentHash> key) {
    List<DistinctTeaser> result = new ArrayList<>();
    TeaserVariants.Output output =
        new TeaserVariants.Output() {
          @Override
          public void teaser(DistinctTeaser teaser) {
            result.add(teaser);
          }

          @Override
          public void moved(ContentHash variant, ContentHash teaser) {
            moved.put(variant, teaser);
          }
        };
    TeaserVariants variants =
        isByTitle
            ? TeaserVariants.byTitle(MOST_BYTES, output)
            : TeaserVariants.byOpening(MOST_BYTES, output);
    Map<ContentHash, List<DistinctTeaser>> groups = new TreeMap<>();
    for (DistinctTeaser teaser : teasers) {
      ContentHash group = key.apply(teaser);
      if (group == null) {
        result.add(teaser);
      } else {
        groups.computeIfAbsent(group, g -> new ArrayList<>()).add(teaser);
      }
    }
    groups.forEach(
        (group, members) -> {
          members.sort(
              (a, b) -> Arrays.compareUnsigned(TeaserVariants.order(a), TeaserVariants.order(b)));
          members.forEach(teaser -> variants.accept(group, teaser));
        });
    variants.finish();
    return result;
  }

  /** The teaser that one of this headline and snippet became part of; its own id where of none. */
  public ContentHash finalId(String title, String snippet) {
    ContentHash id = TeaserIdentity.of(title, snippet);
    id = moved.getOrDefault(id, id);
    return moved.getOrDefault(id, id);
  }
}
