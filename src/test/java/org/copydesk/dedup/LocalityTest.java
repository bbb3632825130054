package org.copydesk.dedup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copydesk.model.Article;
import org.copydesk.text.ContentHash;
import org.junit.jupiter.api.Test;

/**
 * A page that comes or goes changes the fate of its story and of what shares a key with it, and of
 * nothing else.
 */
class LocalityTest {
  /** Stories with copies, cut copies, texts of one template, and stories that open alike. */
  private static List<Article> corpus(MadeStories made) {
    List<Article> articles = new ArrayList<>();
    List<String> template = made.words(120);
    for (int story = 0; story < 6; story++) {
      List<String> words = made.words(120 + made.next(120));
      String title = made.word() + " " + made.word() + " " + made.word();
      articles.add(MadeStories.article(title, MadeStories.text(words)));
      for (int copy = made.next(4); copy > 0; copy--) {
        int edits = 1 + made.next(words.size() / 14);
        articles.add(MadeStories.article(title, MadeStories.text(made.edited(words, edits))));
      }
      if (made.next(2) == 0) {
        articles.add(
            MadeStories.article(title, MadeStories.text(words.subList(0, words.size() / 2))));
      }
      List<String> filled = new ArrayList<>(template);
      for (int at = 0; at < 30; at++) {
        filled.set(at, made.word());
      }
      articles.add(MadeStories.article(made.word() + " " + made.word(), MadeStories.text(filled)));
    }
    return articles;
  }

  /** A page of its own, or one that has parts of two articles. */
  private static Article page(MadeStories made, List<Article> articles) {
    if (made.next(3) == 0) {
      return MadeStories.article(made.word(), MadeStories.text(made.words(150)));
    }
    String one = articles.get(made.next(articles.size())).text();
    String other = articles.get(made.next(articles.size())).text();
    int half = 1 + made.next(3);
    String text = one.substring(0, one.length() * half / 4) + "\n\n" + other;
    return MadeStories.article(made.word() + " " + made.word(), text);
  }

  @Test
  void onePageMoreChangesNothingElsewhere() {
    int untouched = 0;
    int touched = 0;
    for (int seed = 1; seed <= 200; seed++) {
      MadeStories made = new MadeStories(seed);
      List<Article> articles = corpus(made);
      Article page = page(made, articles);
      List<Article> more = new ArrayList<>(articles);
      more.add(page);
      DuplicatesInPlainLoops before = DuplicatesInPlainLoops.over(articles);
      DuplicatesInPlainLoops after = DuplicatesInPlainLoops.over(more);
      Set<ContentHash> near = storyAndNeighbours(before, after, page);
      for (Map.Entry<ContentHash, ContentHash> each : fates(before).entrySet()) {
        if (near.contains(each.getKey())) {
          touched++;
          continue;
        }
        untouched++;
        assertThat("seed " + seed, after.keptFor(each.getKey()), is(each.getValue()));
      }
    }
    assertThat(untouched, is(greaterThan(2_000)));
    assertThat(touched, is(greaterThan(200)));
  }

  private static Map<ContentHash, ContentHash> fates(DuplicatesInPlainLoops run) {
    Map<ContentHash, ContentHash> fates = new java.util.TreeMap<>();
    run.fingerprints.keySet().forEach(id -> fates.put(id, run.keptFor(id)));
    return fates;
  }

  private static Set<ContentHash> storyAndNeighbours(
      DuplicatesInPlainLoops before, DuplicatesInPlainLoops after, Article page) {
    ContentHash id = new ArticleFingerprinter().fingerprint(page).id();
    Set<ContentHash> story = new HashSet<>();
    story.add(id);
    ContentHash name = after.stories.get(id);
    after.stories.forEach(
        (article, of) -> {
          if (of.equals(name)) {
            story.add(article);
          }
        });
    Set<ContentHash> names = new HashSet<>();
    story.forEach(article -> names.add(before.stories.get(article)));
    before.stories.forEach(
        (article, of) -> {
          if (names.contains(of)) {
            story.add(article);
          }
        });
    Set<Long> keys = new HashSet<>();
    after.banded.forEach(
        each -> {
          if (story.contains(each.id())) {
            keys.add(each.key());
          }
        });
    Set<ContentHash> near = new HashSet<>(story);
    after.banded.forEach(
        each -> {
          if (keys.contains(each.key())) {
            near.add(each.id());
          }
        });
    return near;
  }
}
