package org.copydesk.dedup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.copydesk.text.ContentHash;
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
  void nothingIsForgottenInAKeyThatHundredsShare() {
    List<Fingerprint> prints = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      List<String> words = made.words(200);
      prints.add(print("a" + i, words));
      prints.add(print("b" + i, made.edited(words, 2)));
    }
    accept(prints, 2);
    assertThat(pairs.size(), is(300));
    assertThat(verified.left(), is(0L));
  }

  /** Three in four words of all texts are those of the template. */
  private List<Fingerprint> ofOneTemplate(int stories) {
    List<String> template = made.words(220);
    List<Fingerprint> prints = new ArrayList<>();
    for (int i = 0; i < stories; i++) {
      List<String> words = new ArrayList<>(template);
      for (int at = 0; at < 30; at++) {
        words.set(at, made.word());
      }
      prints.add(print("reports " + i, words));
      prints.add(print("reports " + i, made.edited(words, 1)));
    }
    return prints;
  }

  @Test
  void theLikestAreReadFirst() {
    int stories = 2 * VerifiedPairs.MOST_READ;
    accept(ofOneTemplate(stories), 2);
    assertThat(new HashSet<>(pairs).size(), is(greaterThanOrEqualTo(stories)));
    assertThat(verified.left(), is(lessThan((long) stories)));
  }

  @Test
  void whatComesToAFullKeyIsCountedUnlessItIsACopy() {
    List<Fingerprint> prints = new ArrayList<>();
    for (int i = 0; i < VerifiedPairs.MOST_HELD + 40; i++) {
      prints.add(print("t", made.words(20)));
    }
    accept(prints, 2);
    assertThat(pairs.size(), is(0));
    assertThat(verified.left(), is(39L));
    ContentHash anchor = prints.get(0).id();
    Fingerprint copy = prints.get(0);
    verified.accept(anchor, copy, new long[] {2}, "copy");
    assertThat(verified.left(), is(39L));
  }

  @Test
  void whatIsHeldForAKeyHangsOnNoOtherKey() {
    List<String> words = made.words(200);
    Fingerprint one = print("one", words);
    Fingerprint other = print("other", made.edited(words, 1));
    ContentHash anchor = new ContentHash(0, 1);
    for (int i = 0; i < VerifiedPairs.MOST_HELD; i++) {
      verified.accept(anchor, print("t", made.words(20)), new long[] {2}, "t");
    }
    verified.accept(anchor, one, new long[] {4}, "one");
    verified.accept(anchor, other, new long[] {4}, "other");
    assertThat(pairs, is(List.of("one-other")));
  }

  @Test
  void aCopyMayBePartOfADigestAsWell() {
    List<String> story = made.words(200);
    List<String> digest = new ArrayList<>(story);
    digest.addAll(made.words(300));
    List<Fingerprint> prints = new ArrayList<>();
    prints.add(print("harbour bridge closes", story));
    prints.add(print("harbour bridge closes", made.edited(story, 6)));
    prints.add(print("morning digest today", digest));
    accept(prints, 2);
    assertThat(pairs.size(), is(1));
    assertThat(excerpts.size(), is(2));
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
