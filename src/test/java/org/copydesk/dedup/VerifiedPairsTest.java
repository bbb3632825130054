package org.copydesk.dedup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerifiedPairsTest {
  private final MadeStories made = new MadeStories(5);
  private final List<String> pairs = new ArrayList<>();
  private final List<String> excerpts = new ArrayList<>();
  private final List<String> others = new ArrayList<>();
  private final VerifiedPairs<String> verified =
      new VerifiedPairs<>(
          NearDuplicatePolicy.DEFAULT,
          (a, b, verdict) -> pairs.add(a.what() + "-" + b.what()),
          (a, b, verdict) -> excerpts.add(a.what() + "-" + b.what()),
          (a, b, verdict) -> others.add(a.what() + "-" + b.what()));

  private static Fingerprint print(String title, List<String> words) {
    return new ArticleFingerprinter()
        .fingerprint(MadeStories.article(title, MadeStories.text(words)));
  }

  private void accept(List<Fingerprint> prints, long... keys) {
    prints.sort(Comparator.comparing(Fingerprint::id));
    for (Fingerprint each : prints) {
      verified.accept(prints.get(0).id(), each, keys, each.title());
    }
  }

  @Test
  void whatFailsAtTheFirstGoesOnAmongItself() {
    List<String> one = made.words(200);
    List<String> two = made.words(200);
    List<String> three = made.words(200);
    List<Fingerprint> prints = new ArrayList<>();
    for (List<String> words : List.of(one, two, three)) {
      prints.add(print("a", words));
      prints.add(print("b", made.edited(words, 2)));
    }
    accept(prints, 2);
    assertThat(pairs.size(), is(3));
    assertThat(verified.left(), is(0L));
  }

  @Test
  void whatNoRoundIsLeftForIsCounted() {
    List<Fingerprint> prints = new ArrayList<>();
    for (int i = 0; i < 3 * VerifiedPairs.ROUNDS; i++) {
      prints.add(print("t", made.words(100)));
    }
    accept(prints, 2);
    assertThat(pairs.size(), is(0));
    assertThat(verified.left(), is(2L * VerifiedPairs.ROUNDS));
  }

  @Test
  void twoThatShareManyKeysAreComparedOnce() {
    List<String> words = made.words(200);
    List<Fingerprint> prints = new ArrayList<>();
    prints.add(print("a", words));
    prints.add(print("b", made.edited(words, 1)));
    accept(prints, 2, 4, 6, 8);
    assertThat(pairs.size(), is(1));
    assertThat(verified.compared(), is(1L));
  }

  @Test
  void aStoryInADigestIsAnExcerptAndBothStay() {
    List<String> story = made.words(150);
    List<String> digest = new ArrayList<>(story);
    digest.addAll(made.words(300));
    List<Fingerprint> prints = new ArrayList<>();
    prints.add(print("harbour bridge closes", story));
    prints.add(print("morning digest today", digest));
    accept(prints, 2);
    assertThat(pairs.size(), is(0));
    assertThat(excerpts.size(), is(greaterThan(0)));
  }
}
