package org.copydesk.dedup.links;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copydesk.dedup.ArticleIdentity;
import org.copydesk.dedup.DistinctTeaser;
import org.copydesk.dedup.MadeStories;
import org.copydesk.dedup.SiteSet;
import org.copydesk.dedup.TeaserIdentity;
import org.copydesk.model.Article;
import org.copydesk.text.ContentHash;
import org.junit.jupiter.api.Test;

class TeaserLinksTest {
  private final MadeStories made = new MadeStories(12);

  private record Keyed(long key, LinkMethod method, ContentHash article, LinkProbe probe) {}

  private static DistinctTeaser teaser(String title, String snippet, String url) {
    return new DistinctTeaser(
        TeaserIdentity.of(title, snippet),
        title,
        snippet,
        null,
        true,
        url,
        1,
        1,
        SiteSet.of("elm.test"),
        1);
  }

  /** The stages of linking in memory; the best link a teaser. */
  private static Map<ContentHash, TeaserLink> link(
      List<Article> articles, List<DistinctTeaser> teasers, Set<LinkMethod> methods) {
    List<Keyed> keys = new ArrayList<>();
    Map<ContentHash, LinkHead> heads = new HashMap<>();
    Map<ContentHash, LinkProbe> probes = new HashMap<>();
    for (Article article : articles) {
      ContentHash id = ArticleIdentity.of(article.title(), article.text());
      LinkHead head = LinkHead.of(id, article, 300);
      heads.put(id, head);
      LinkKeys.ofArticle(article, head, (k, m) -> keys.add(new Keyed(k, m, id, null)));
    }
    for (DistinctTeaser teaser : teasers) {
      LinkProbe probe = LinkProbe.of(teaser);
      probes.put(teaser.id(), probe);
      LinkKeys.ofTeaser(teaser, probe, (k, m) -> keys.add(new Keyed(k, m, null, probe)));
    }
    keys.sort(
        Comparator.comparingLong(Keyed::key)
            .thenComparing(Keyed::method)
            .thenComparing(k -> k.article() == null)
            .thenComparing(k -> k.article() == null ? k.probe().teaserId() : k.article()));
    Map<ContentHash, TeaserLink> best = new HashMap<>();
    TeaserLinks links = new TeaserLinks();
    LinkBucket bucket =
        new LinkBucket(
            (id, method, teaserId) ->
                links
                    .verify(heads.get(id), method, probes.get(teaserId))
                    .ifPresent(l -> best.merge(l.teaserId(), l, TeaserLink::orBetter)));
    for (Keyed key : keys) {
      if (!methods.contains(key.method())) {
        continue;
      }
      if (key.article() != null) {
        bucket.article(key.key(), key.method(), key.article());
      } else {
        bucket.teaser(key.key(), key.method(), key.probe().teaserId());
      }
    }
    return best;
  }

  private static LinkMethod method(Article article, DistinctTeaser teaser) {
    TeaserLink link =
        link(List.of(article), List.of(teaser), EnumSet.allOf(LinkMethod.class)).get(teaser.id());
    return link == null ? null : link.method();
  }

  private static String join(List<String> words) {
    return String.join(" ", words);
  }

  @Test
  void teaserIsLinkedToTheArticleItAnnounces() {
    List<String> words = made.words(300);
    Article article = MadeStories.article("Old port reopens", MadeStories.text(words));
    assertThat(
        method(article, teaser("OLD PORT REOPENS", join(words.subList(0, 20)) + " cu", null)),
        is(LinkMethod.TITLE));
    assertThat(
        method(article, teaser("Ferries run again", join(words.subList(0, 20)) + " cu", null)),
        is(LinkMethod.PREFIX));
    assertThat(
        method(
            article,
            teaser("Ferries run", join(made.words(9)) + " " + join(words.subList(0, 110)), null)),
        is(LinkMethod.PREFIX));
    assertThat(
        method(article, teaser("Ferries run", join(words.subList(60, 90)), null)),
        is(LinkMethod.SHINGLE));
  }

  @Test
  void anAddressGoesBeforeEverything() {
    List<String> words = made.words(300);
    Article article =
        new Article(
            "Old port reopens",
            null,
            List.of(),
            null,
            null,
            null,
            MadeStories.text(words),
            "https://www.elm.test/port/?utm_source=feed",
            "elm.test");
    DistinctTeaser teaser = teaser("Old port reopens", null, "http://elm.test/port#top");
    assertThat(method(article, teaser), is(LinkMethod.URL));
  }

  @Test
  void anotherStoryUnderTheTitleIsAWeakLink() {
    Article article = MadeStories.article("Letters to us", MadeStories.text(made.words(300)));
    assertThat(
        method(article, teaser("Letters to us", join(made.words(20)), null)),
        is(LinkMethod.TITLE_ONLY));
    assertThat(method(article, teaser("Letters to us", null, null)), is(LinkMethod.TITLE_ONLY));
  }

  @Test
  void aStoryThatSharesTheFirstWordsIsNotLinked() {
    List<String> words = made.words(300);
    Article article = MadeStories.article("Port", MadeStories.text(words));
    String sharing = join(words.subList(0, 12)) + " " + join(made.words(14));
    assertThat(method(article, teaser("Other", sharing, null)), is(nullValue()));
  }

  @Test
  void anotherNumberIsNotLinked() {
    List<String> words = made.words(300);
    words.set(12, "3");
    Article article = MadeStories.article("Port", MadeStories.text(words));
    words.set(12, "30");
    assertThat(method(article, teaser("Other", join(words.subList(0, 40)), null)), is(nullValue()));
  }

  @Test
  void anOpeningThatFiftyOneArticlesShareIsSkippedAndCounted() {
    int[] sent = {0};
    int[] skipped = {0};
    LinkBucket bucket =
        new LinkBucket(
            new LinkBucket.Candidates() {
              @Override
              public void accept(ContentHash article, LinkMethod method, ContentHash teaser) {
                sent[0]++;
              }

              @Override
              public void skipped(ContentHash teaser) {
                skipped[0]++;
              }
            });
    ContentHash teaser = teaser("a", join(made.words(20)), null).id();
    for (int i = 0; i < 51; i++) {
      bucket.article(7, LinkMethod.PREFIX, new ContentHash(0, i));
    }
    bucket.teaser(7, LinkMethod.PREFIX, teaser);
    bucket.article(8, LinkMethod.PREFIX, new ContentHash(0, 1));
    bucket.teaser(8, LinkMethod.PREFIX, teaser);
    assertThat(sent[0], is(1));
    for (int i = 0; i < 51; i++) {
      bucket.article(9, LinkMethod.PREFIX, new ContentHash(0, i));
    }
    bucket.article(10, LinkMethod.PREFIX, new ContentHash(0, 1));
    assertThat("a key that no teaser has is no loss", bucket.skipped(), is(1L));
    assertThat(bucket.met(), is(2L));
    assertThat(skipped[0], is(1));
  }

  @Test
  void plantedLinksAreFoundAndNoOthers() {
    List<Article> articles = new ArrayList<>();
    List<DistinctTeaser> teasers = new ArrayList<>();
    Map<ContentHash, ContentHash> truth = new HashMap<>();
    for (int i = 0; i < 1_000; i++) {
      List<String> words = made.words(200 + made.next(200));
      String title = join(made.words(5));
      Article article = MadeStories.article(title, MadeStories.text(words));
      ContentHash id = ArticleIdentity.of(title, article.text());
      boolean isPresent = i % 4 != 3;
      if (isPresent) {
        articles.add(article);
      }
      String[][] shapes = {
        {title, join(words.subList(0, 20))},
        {join(made.words(5)), join(words.subList(0, 30))},
        {join(made.words(5)), join(made.words(4)) + " " + join(words.subList(0, 20 + i % 36))},
        {join(made.words(5)), join(made.edited(words.subList(0, 30), 1))},
        {join(made.words(5)), join(words.subList(40, 65))},
        {join(made.words(5)), join(words.subList(0, 6)) + " " + join(made.words(20))},
      };
      for (int shape = 0; shape < shapes.length; shape++) {
        DistinctTeaser teaser = teaser(shapes[shape][0], shapes[shape][1], null);
        teasers.add(teaser);
        truth.put(teaser.id(), isPresent && shape < 5 ? id : null);
      }
    }
    for (Set<LinkMethod> methods :
        List.of(
            EnumSet.of(LinkMethod.TITLE),
            EnumSet.of(LinkMethod.TITLE, LinkMethod.PREFIX),
            EnumSet.allOf(LinkMethod.class))) {
      Map<ContentHash, TeaserLink> links = link(articles, teasers, methods);
      links.values().removeIf(link -> link.method() == LinkMethod.TITLE_ONLY);
      long wanted = truth.values().stream().filter(id -> id != null).count();
      long right =
          links.values().stream()
              .filter(link -> link.articleId().equals(truth.get(link.teaserId())))
              .count();
      double recall = (double) right / wanted;
      double precision = (double) right / links.size();
      System.out.printf("links %s: recall %.4f precision %.4f%n", methods, recall, precision);
      if (methods.size() > 2) {
        assertThat(recall, is(greaterThanOrEqualTo(.95)));
      }
      assertThat(precision, is(greaterThanOrEqualTo(.99)));
    }
  }
}
