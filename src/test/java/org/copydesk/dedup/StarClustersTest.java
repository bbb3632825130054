package org.copydesk.dedup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.copydesk.dedup.NearDuplicatePolicy.Kind;
import org.copydesk.model.Article;
import org.copydesk.text.ContentHash;
import org.junit.jupiter.api.Test;

class StarClustersTest {
  /** Documents in pairs of original and edited copy, Jaccard spread over .4 to 1. */
  private static List<Article> pairs(int n, long seed) {
    MadeStories made = new MadeStories(seed);
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      List<String> words = made.words(150 + made.next(350));
      articles.add(MadeStories.article("Story " + made.word(), MadeStories.text(words)));
      // e edits of n words leave a Jaccard near (n - 5e) / (n + 5e).
      int edits = 1 + made.next(words.size() / 12);
      articles.add(
          MadeStories.article("Other " + made.word(), MadeStories.text(made.edited(words, edits))));
    }
    return articles;
  }

  @Test
  void noVerifiedPairIsMissedBeyondTheBandsComputedLoss() {
    double[] found = new double[10];
    double[] expected = new double[10];
    int[] total = new int[10];
    for (long seed = 1; seed <= 3; seed++) {
      List<Article> articles = pairs(500, seed);
      DuplicatesInPlainLoops run = DuplicatesInPlainLoops.over(articles);
      ArticleFingerprinter fingerprinter = new ArticleFingerprinter();
      List<Fingerprint> prints = articles.stream().map(fingerprinter::fingerprint).toList();
      for (BruteForceOracle.Pair pair :
          BruteForceOracle.pairs(prints, NearDuplicatePolicy.DEFAULT)) {
        if (!pair.verdict().isCopy()) {
          continue;
        }
        int band = (int) Math.min(9, pair.jaccard() * 10);
        total[band]++;
        expected[band] += Banding.ARTICLES.probability(pair.jaccard());
        boolean isTogether =
            run.keptFor(prints.get(pair.first()).id())
                .equals(run.keptFor(prints.get(pair.second()).id()));
        found[band] += isTogether ? 1 : 0;
      }
    }
    for (int band = 7; band < 10; band++) {
      System.out.printf(
          "J .%d: %d pairs, recall %.4f, by the bands %.4f%n",
          band, total[band], found[band] / total[band], expected[band] / total[band]);
      assertThat(total[band], is(greaterThan(100)));
      double slack = 2.6 * Math.sqrt(expected[band] * (1 - expected[band] / total[band]) + 1);
      assertThat(found[band], is(greaterThanOrEqualTo(expected[band] - slack)));
    }
    assertThat(found[7] / total[7], is(greaterThanOrEqualTo(.95)));
    assertThat((found[8] + found[9]) / (total[8] + total[9]), is(greaterThanOrEqualTo(.97)));
  }

  @Test
  void everyCopyMatchesTheArticleThatIsKept() {
    DuplicatesInPlainLoops run = DuplicatesInPlainLoops.over(pairs(400, 9));
    int copies = 0;
    for (CopyDecision decision : run.decisions.values()) {
      if (decision.isKept()) {
        continue;
      }
      copies++;
      assertThat(run.keptFor(decision.keptId()), is(decision.keptId()));
      assertThat(
          decision.verdict(),
          is(
              NearDuplicatePolicy.DEFAULT.compare(
                  run.fingerprints.get(decision.id()), run.fingerprints.get(decision.keptId()))));
      assertThat(
          decision.verdict().similarity(),
          is(greaterThanOrEqualTo(decision.verdict().threshold())));
    }
    assertThat(copies, is(greaterThan(150)));
  }

  @Test
  void theOrderOfArticlesDoesNotMatter() {
    List<Article> articles = pairs(200, 4);
    DuplicatesInPlainLoops one = DuplicatesInPlainLoops.over(articles);
    List<Article> shuffled = new ArrayList<>(articles);
    Collections.shuffle(shuffled, new Random(1));
    shuffled.addAll(articles.subList(0, 50));
    assertThat(DuplicatesInPlainLoops.over(shuffled).decisions, is(one.decisions));
  }

  @Test
  void aChainDoesNotMergeItsEnds() {
    MadeStories made = new MadeStories(11);
    List<String> words = made.words(400);
    List<Article> chain = new ArrayList<>();
    for (int step = 0; step < 12; step++) {
      chain.add(MadeStories.article("Chain", MadeStories.text(words)));
      List<String> next = new ArrayList<>(words);
      for (int i = 0; i < 8; i++) {
        next.set(step * 33 + i * 4, made.word());
      }
      words = next;
    }
    DuplicatesInPlainLoops run = DuplicatesInPlainLoops.over(chain);
    ArticleFingerprinter fingerprinter = new ArticleFingerprinter();
    Fingerprint first = fingerprinter.fingerprint(chain.get(0));
    Fingerprint last = fingerprinter.fingerprint(chain.get(11));
    assertThat(first.shingles().with(last.shingles()).jaccard(), is(lessThan(.5)));
    assertThat(run.keptFor(first.id()).equals(run.keptFor(last.id())), is(false));
    long kept = run.decisions.values().stream().filter(CopyDecision::isKept).count();
    assertThat(kept, is(greaterThan(1L)));
    assertThat(kept, is(lessThan(12L)));
  }

  @Test
  void copiesCutFromTheEndMeetTheWhole() {
    MadeStories made = new MadeStories(21);
    int together = 0;
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      List<String> words = made.words(400);
      String title = made.word() + " " + made.word();
      articles.add(MadeStories.article(title, MadeStories.text(words)));
      articles.add(MadeStories.article(title, MadeStories.text(words.subList(0, 120))));
    }
    DuplicatesInPlainLoops run = DuplicatesInPlainLoops.over(articles);
    ArticleFingerprinter fingerprinter = new ArticleFingerprinter();
    for (int i = 0; i < articles.size(); i += 2) {
      together +=
          run.keptFor(fingerprinter.fingerprint(articles.get(i)).id())
                  .equals(run.keptFor(fingerprinter.fingerprint(articles.get(i + 1)).id()))
              ? 1
              : 0;
    }
    assertThat(together, is(100));
  }

  @Test
  void numberPairsAreNeverMerged() {
    MadeStories made = new MadeStories(31);
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      List<String> words = made.words(i % 4 == 0 ? 40 : 300);
      int at = i % 2 == 0 ? 3 : 20;
      String number = String.valueOf(2 + made.next(90));
      String other = number + made.next(10);
      List<String> changed = new ArrayList<>(words);
      if (i % 3 != 0) {
        words.set(at, number);
        changed.set(at, other);
      }
      String title = made.word() + " " + made.word();
      articles.add(
          MadeStories.article(
              i % 3 == 0 ? number + " killed in " + title : title, MadeStories.text(words)));
      articles.add(
          MadeStories.article(
              i % 3 == 0 ? other + " killed in " + title : title, MadeStories.text(changed)));
    }
    DuplicatesInPlainLoops run = DuplicatesInPlainLoops.over(articles);
    assertThat(run.fingerprints.size(), is(1000));
    long copies = run.decisions.values().stream().filter(d -> !d.isKept()).count();
    assertThat(copies, is(0L));
  }

  private static Article dated(String title, String text, String date) {
    return new Article(
        title, null, List.of(), null, Instant.parse(date + "T00:00:00Z"), null, text, null, null);
  }

  @Test
  void ofTheVersionsOfAStoryTheNewestIsKeptAndItsCopiesWithIt() {
    MadeStories made = new MadeStories(41);
    for (int i = 0; i < 100; i++) {
      List<String> words = made.words(300 + made.next(300));
      String title = made.word() + " " + made.word();
      List<String> grown = new ArrayList<>(words.subList(0, words.size() - 60));
      List<String> sentence = made.words(20);
      // The first state is the longest; the later ones lost its end and have a sentence more.
      String first = MadeStories.text(words);
      String second = MadeStories.text(grown) + "\n\n" + String.join(" ", sentence) + ".";
      second += "\n\n" + String.join(" ", made.words(18)) + ".\n\nalso said.";
      List<Article> articles =
          List.of(
              dated(title, first, "2025-03-05"),
              dated(title, second, "2025-03-06"),
              dated(title + " again", second, "2025-03-06"));
      DuplicatesInPlainLoops run = DuplicatesInPlainLoops.over(articles);
      ArticleFingerprinter fingerprinter = new ArticleFingerprinter();
      Fingerprint earlier = fingerprinter.fingerprint(articles.get(0));
      Fingerprint later = fingerprinter.fingerprint(articles.get(1));
      Kind kind = NearDuplicatePolicy.DEFAULT.compare(earlier, later).kind();
      if (kind == Kind.VERSION) {
        assertThat(run.decisions.get(earlier.id()).isKept(), is(false));
        assertThat(run.decisions.get(earlier.id()).verdict().kind(), is(Kind.VERSION));
      }
      long kept = run.decisions.values().stream().filter(CopyDecision::isKept).count();
      assertThat(kept, is(1L));
    }
  }

  @Test
  void shortTextsAreNeitherLostNorMergedTogether() {
    MadeStories made = new MadeStories(51);
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      List<String> words = made.words(1 + i % 30);
      articles.add(MadeStories.article(made.word() + " " + made.word(), MadeStories.text(words)));
    }
    List<String> brief = made.words(40);
    articles.add(MadeStories.article("Port reopens", MadeStories.text(brief)));
    List<String> edited = new ArrayList<>(brief);
    edited.add(20, "(harbour)");
    articles.add(MadeStories.article("The port reopens", MadeStories.text(edited)));
    // In so short a text another word at one place is another story, and so is one more.
    edited.set(20, "harbour");
    articles.add(MadeStories.article("The port reopens", MadeStories.text(edited)));
    brief.set(20, "harbour");
    articles.add(MadeStories.article("The port reopens", MadeStories.text(brief)));
    DuplicatesInPlainLoops run = DuplicatesInPlainLoops.over(articles);
    long copies = run.decisions.values().stream().filter(d -> !d.isKept()).count();
    assertThat(copies, is(1L));
  }

  @Test
  void aTemplateThatEverythingSharesIsLinearAndHidesNoCopy() {
    MadeStories made = new MadeStories(61);
    List<String> template = made.words(200);
    List<Article> articles = new ArrayList<>();
    int copies = 3_000;
    for (int i = 0; i < copies; i++) {
      List<String> words = new ArrayList<>(template);
      for (int at = 0; at < 60; at++) {
        words.set(at, made.word());
      }
      articles.add(MadeStories.article(made.word(), MadeStories.text(words)));
      List<String> copy = new ArrayList<>(words);
      copy.set(150, made.word());
      articles.add(MadeStories.article(made.word(), MadeStories.text(copy)));
    }
    DuplicatesInPlainLoops run = DuplicatesInPlainLoops.over(articles);
    long removed = run.decisions.values().stream().filter(d -> !d.isKept()).count();
    System.out.println("template: removed " + removed + " of " + copies);
    assertThat((double) removed / copies, is(greaterThanOrEqualTo(.99)));
  }

  @Test
  void noArticleIsComparedWithMoreThanSixteen() {
    MadeStories made = new MadeStories(62);
    List<String> template = made.words(120);
    SurvivorIndex index = new SurvivorIndex(48L << 20);
    ArticleFingerprinter fingerprinter = new ArticleFingerprinter();
    for (int i = 0; i < 2_000; i++) {
      List<String> words = new ArrayList<>(template);
      words.set(i % 120, made.word());
      words.set(i / 17, made.word());
      Fingerprint print =
          fingerprinter.fingerprint(MadeStories.article("t", MadeStories.text(words)));
      List<Fingerprint> nearest = index.nearest(print);
      assertThat(nearest.size(), is(Math.min(i, SurvivorIndex.MOST_COMPARED)));
      index.add(print);
    }
  }

  @Test
  void aFingerprintOfFiveHundredWordsTakesLessThanThreeKilobytes() {
    MadeStories made = new MadeStories(63);
    Article article = MadeStories.article("Story", MadeStories.text(made.words(500)));
    ArticleFingerprinter fingerprinter = new ArticleFingerprinter();
    int print = fingerprinter.fingerprint(article).toBytes().length;
    assertThat(print, is(lessThan(3072)));
    assertThat(24 * fingerprinter.bandKeys().length, is(lessThan(1024)));
  }

  @Test
  void whatFindsNoRoomIsKeptAndCounted() {
    List<Fingerprint> prints = new ArrayList<>();
    ArticleFingerprinter fingerprinter = new ArticleFingerprinter();
    for (Article article : pairs(100, 71)) {
      prints.add(fingerprinter.fingerprint(article));
    }
    List<CopyDecision> decisions = new ArrayList<>();
    StarClusters<Fingerprint> clusters =
        new StarClusters<>(
            NearDuplicatePolicy.DEFAULT,
            1 << 20,
            false,
            new StarClusters.Out<>() {
              @Override
              public void decided(CopyDecision decision, Fingerprint article) {
                decisions.add(decision);
              }

              @Override
              public void version(
                  ContentHash earlier, ContentHash later, NearDuplicatePolicy.Verdict verdict) {}
            });
    prints.forEach(print -> clusters.accept(prints.get(0).id(), print, print));
    clusters.finish();
    assertThat(decisions.size(), is(200));
    assertThat(clusters.forgotten(), is(greaterThan(100L)));
    assertThat(clusters.forgotten(), is(lessThanOrEqualTo(200L)));
  }
}
