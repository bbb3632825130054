package org.copydesk.dedup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.copydesk.model.Teaser;
import org.copydesk.text.ContentHash;
import org.junit.jupiter.api.Test;

class TeaserVariantsTest {
  private static Teaser teaser(String title, String snippet) {
    return new Teaser(title, snippet, null, true, null, 0, 0);
  }

  private static FoldedTeasers fold(Teaser... teasers) {
    return FoldedTeasers.over(List.of(teasers).stream().map(List::of).toList(), Long.MAX_VALUE);
  }

  private static int rows(Teaser... teasers) {
    int rows = fold(teasers).folded.size();
    List<Teaser> turned = new ArrayList<>(List.of(teasers));
    Collections.reverse(turned);
    assertThat(fold(turned.toArray(Teaser[]::new)).folded.size(), is(rows));
    return rows;
  }

  private static final String LONG =
      "Ferries ran again from the harbour of Elmsund on Monday after the storm had passed the coast";

  @Test
  void anotherCutIsAVariant() {
    FoldedTeasers run =
        fold(
            teaser("Port reopens", LONG),
            teaser("Port reopens", "Ferries ran again from the harb"),
            teaser("PORT REOPENS", "Ferries ran again"));
    assertThat(run.folded.size(), is(1));
    DistinctTeaser row = run.folded.values().iterator().next();
    assertThat(row.snippet(), is(LONG));
    assertThat(row.occurrences(), is(3L));
    assertThat(row.variants(), is(3));
    assertThat(row.siteCount(), is(3L));
  }

  @Test
  void aCaptionBeforeTheSnippetOrTheTitleIsAVariant() {
    assertThat(
        rows(
            teaser("Port reopens", LONG),
            teaser("PHOTOS: Port reopens", "A boat leaves the pier. " + LONG)),
        is(1));
  }

  @Test
  void aChangedWordIsAVariantInSnippetOrTitle() {
    assertThat(
        rows(teaser("Port reopens", LONG), teaser("Port reopens", LONG.replace("again", "anew"))),
        is(1));
    assertThat(
        rows(teaser("Old port reopens today", LONG), teaser("Old port opens today", LONG)), is(1));
    assertThat(
        rows(teaser("Old port reopens today", LONG), teaser("Old port reopens", LONG)), is(1));
  }

  @Test
  void aChangedNumberIsAnotherStory() {
    assertThat(
        rows(
            teaser("Blast", "The blast in the harbour killed 3 people on Monday night"),
            teaser("Blast", "The blast in the harbour killed 30 people on Monday night")),
        is(2));
    assertThat(
        rows(teaser("Blast kills three people", LONG), teaser("Blast kills four people", LONG)),
        is(2));
    assertThat(
        rows(
            teaser("Mayor", "The mayor of Elmsund will not stand again in the spring"),
            teaser("Mayor", "The mayor of Elmsund will now stand again in the spring")),
        is(2));
  }

  @Test
  void storiesWithOneTitleStayApart() {
    assertThat(
        rows(
            teaser("Editorial", LONG),
            teaser("Editorial", "The council should think again about the new school roof"),
            teaser("Editorial", null)),
        is(3));
  }

  @Test
  void aTitleAloneGoesToTheOneStoryUnderIt() {
    assertThat(
        rows(
            teaser("Port of Elmsund reopens today", LONG),
            teaser("Port of Elmsund reopens today", null)),
        is(1));
  }

  @Test
  void aSnippetAloneGoesToTheTeaserItBegins() {
    assertThat(rows(teaser("Port reopens", LONG), teaser(null, LONG)), is(1));
  }

  @Test
  void theCommonestSpellingIsShown() {
    FoldedTeasers run =
        fold(
            teaser("PORT REOPENS", LONG),
            teaser("Port Reopens", LONG),
            teaser("Port reopens", LONG),
            teaser("Port reopens", LONG));
    assertThat(run.folded.values().iterator().next().title(), is("Port reopens"));
    assertThat(fold(teaser("b A", "x"), teaser("B a", "x")).exact.size(), is(1));
    assertThat(
        fold(teaser("b A", "x"), teaser("B a", "x")).exact.values().iterator().next().title(),
        is("B a"));
  }

  @Test
  void aPageWithTheTeaserTwiceIsOnePage() {
    FoldedTeasers run =
        FoldedTeasers.over(
            List.of(List.of(teaser("Port", LONG), teaser("PORT", LONG))), Long.MAX_VALUE);
    DistinctTeaser row = run.folded.values().iterator().next();
    assertThat(row.pages(), is(1L));
    assertThat(row.occurrences(), is(2L));
  }

  @Test
  void plantedVariantsAreFoldedWhateverTheOrder() {
    List<List<Teaser>> pages = new ArrayList<>();
    List<Integer> stories = new ArrayList<>();
    MadeStories made = new MadeStories(5);
    for (int story = 0; story < 600; story++) {
      List<String> words = made.words(55);
      String title = String.join(" ", made.words(6));
      String snippet = String.join(" ", words);
      // Every fifth story shares its title with the one before, every seventh its opening.
      if (story % 5 == 4) {
        title = pages.get(pages.size() - 1).get(0).title();
      }
      List<Teaser> variants =
          List.of(
              teaser(title, snippet),
              teaser(title.toUpperCase(Locale.ROOT), String.join(" ", words.subList(0, 30))),
              teaser(title, String.join(" ", words.subList(0, 20))),
              teaser("Video: " + title, String.join(" ", made.edited(words.subList(0, 30), 1))),
              teaser(title, String.join(" ", made.words(5)) + ": " + snippet),
              teaser(
                  story % 5 >= 3 ? title : title.replaceFirst(" [a-z]+ ", " " + made.word() + " "),
                  snippet));
      for (Teaser variant : variants) {
        pages.add(List.of(variant));
        stories.add(story);
      }
    }
    FoldedTeasers run = FoldedTeasers.over(pages, Long.MAX_VALUE);
    int together = 0;
    int found = 0;
    int wrong = 0;
    List<ContentHash> ids = new ArrayList<>();
    for (List<Teaser> page : pages) {
      ids.add(run.finalId(page.get(0).title(), page.get(0).snippet()));
    }
    for (int i = 0; i < ids.size(); i++) {
      for (int j = 0; j < i; j++) {
        boolean isSame = stories.get(i).equals(stories.get(j));
        boolean isFolded = ids.get(i).equals(ids.get(j));
        together += isSame ? 1 : 0;
        found += isSame && isFolded ? 1 : 0;
        wrong += !isSame && isFolded ? 1 : 0;
      }
    }
    double recall = (double) found / together;
    double precision = (double) found / (found + wrong);
    System.out.printf("teaser variants: recall %.4f precision %.4f%n", recall, precision);
    assertThat(recall, is(greaterThanOrEqualTo(.97)));
    assertThat(precision, is(greaterThanOrEqualTo(.995)));

    long occurrences = run.folded.values().stream().mapToLong(DistinctTeaser::occurrences).sum();
    assertThat(occurrences, is((long) pages.size()));
    run.exact
        .values()
        .forEach(
            teaser ->
                assertThat(
                    run.folded.containsKey(run.finalId(teaser.title(), teaser.snippet())),
                    is(true)));

    // The page's site comes from its place here, so sites are left out of this comparison.
    List<List<Teaser>> shuffled = new ArrayList<>(pages);
    Collections.shuffle(shuffled, new Random(2));
    assertThat(FoldedTeasers.over(shuffled, 20_000).folded.keySet(), is(run.folded.keySet()));
    assertThat(FoldedTeasers.over(pages, 20_000).folded, is(run.folded));
  }

  @Test
  void occurrencesOfOneTeaserAreOneRecord() {
    int[] records = {0};
    ExactTeaserFold fold = new ExactTeaserFold(1 << 20, part -> records[0]++);
    for (int i = 0; i < 200_000; i++) {
      fold.page(List.of(teaser("Port reopens", LONG)), "site" + i % 50, null, false);
    }
    fold.flush();
    assertThat(records[0], is(1));
  }

  @Test
  void manyStoriesUnderOneTitleAreNotHeldAgainstEachOther() {
    MadeStories made = new MadeStories(6);
    List<List<Teaser>> pages = new ArrayList<>();
    // In pairs they would be 5 · 10⁹ comparisons.
    for (int i = 0; i < 100_000; i++) {
      pages.add(List.of(teaser("Weather", String.join(" ", made.words(20)))));
    }
    assertThat(FoldedTeasers.over(pages, Long.MAX_VALUE).folded.size(), is(100_000));
  }

  /** Teasers of one headline with a little room, the longest first. */
  private static TeaserVariants variants(long room, List<DistinctTeaser> out, String... snippets) {
    TeaserVariants variants =
        TeaserVariants.byTitle(
            room,
            new TeaserVariants.Output() {
              @Override
              public void teaser(DistinctTeaser teaser) {
                out.add(teaser);
              }

              @Override
              public void moved(ContentHash variant, ContentHash teaser) {}
            });
    for (String snippet : snippets) {
      ContentHash id = TeaserIdentity.of("Port reopens", snippet);
      variants.accept(
          new ContentHash(0, 1),
          new DistinctTeaser(
              id, "Port reopens", snippet, null, true, null, 1, 1, SiteSet.of("elm"), 1));
    }
    variants.finish();
    return variants;
  }

  @Test
  void teasersWithoutRoomGoOnAsTheyAreAndAreCounted() {
    MadeStories made = new MadeStories(11);
    String[] stories = new String[40];
    for (int i = 0; i < stories.length; i++) {
      stories[i] = String.join(" ", made.words(20));
    }
    List<DistinctTeaser> out = new ArrayList<>();
    TeaserVariants variants = variants(8 << 10, out, stories);
    assertThat(out.size(), is(40));
    assertThat(variants.compared(), is(40L));
    assertThat(variants.forgotten(), is(greaterThan(20L)));
    assertThat(variants.forgotten(), is(lessThan(40L)));
    assertThat(variants(Long.MAX_VALUE, new ArrayList<>(), stories).forgotten(), is(0L));
  }

  @Test
  void aTextThatComesWhenTheTeaserIsSettledIsCounted() {
    String captioned = "A boat leaves the pier. " + LONG;
    String[] cuts = {
      captioned,
      captioned.substring(0, captioned.length() - 6),
      captioned.substring(0, captioned.length() - 10),
      captioned.substring(0, captioned.length() - 17),
      LONG
    };
    List<DistinctTeaser> out = new ArrayList<>();
    assertThat(variants(Long.MAX_VALUE, out, cuts).late(), is(0L));
    assertThat(out.get(0).snippet(), is(LONG));
    out.clear();
    TeaserVariants tight = variants(1400, out, cuts);
    assertThat(out.size(), is(1));
    assertThat(out.get(0).snippet(), is(captioned));
    assertThat(tight.joined(), is(4L));
    assertThat(tight.late(), is(1L));
  }

  @Test
  void aTeaserWhoseOpeningDozensHaveIsNotFoundAgainAndCounted() {
    MadeStories made = new MadeStories(12);
    String opening = String.join(" ", made.words(16));
    String[] stories = new String[50];
    for (int i = 0; i < stories.length; i++) {
      stories[i] = opening + " " + i + " " + String.join(" ", made.words(12));
    }
    TeaserVariants variants = variants(Long.MAX_VALUE, new ArrayList<>(), stories);
    assertThat(variants.hidden(), is(50L - 32));
    assertThat(variants.forgotten(), is(0L));
  }
}
