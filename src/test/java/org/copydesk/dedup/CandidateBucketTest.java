package org.copydesk.dedup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.copydesk.text.ContentHash;
import org.junit.jupiter.api.Test;

class CandidateBucketTest {
  private static ContentHash id(long n) {
    return new ContentHash(n, n);
  }

  @Test
  void aKeyThatAMillionArticlesShareGivesAPairForEach() {
    long[] pairs = {0};
    CandidateBucket bucket = new CandidateBucket((a, b, key) -> pairs[0]++);
    for (int i = 0; i < 1_000_000; i++) {
      bucket.accept(6, id(i));
    }
    assertThat(pairs[0], is(1_000_000L));
    assertThat(bucket.crowded(), is(1L));
    assertThat(bucket.keys(), is(1L));
  }

  @Test
  void anArticleAloneOrTwiceUnderAKeyIsNoPair() {
    List<String> pairs = new ArrayList<>();
    CandidateBucket bucket = new CandidateBucket((a, b, key) -> pairs.add(a.low() + "-" + b.low()));
    bucket.accept(1, id(1));
    bucket.accept(2, id(1));
    bucket.accept(2, id(1));
    bucket.accept(2, id(2));
    bucket.accept(-2, id(2));
    assertThat(pairs, is(List.of("1-1", "1-2")));
  }

  @Test
  void anUnsortedStreamIsRefused() {
    CandidateBucket bucket = new CandidateBucket((a, b, key) -> {});
    bucket.accept(2, id(2));
    assertThrows(IllegalArgumentException.class, () -> bucket.accept(1, id(3)));
    assertThrows(IllegalArgumentException.class, () -> bucket.accept(2, id(1)));
  }

  @Test
  void componentsDoNotDependOnTheOrderOfPairs() {
    Random random = new Random(3);
    List<long[]> pairs = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      pairs.add(new long[] {random.nextInt(4_000) - 500, random.nextInt(4_000) - 500});
    }
    Map<ContentHash, ContentHash> one = components(pairs);
    Collections.shuffle(pairs, random);
    assertThat(components(pairs), is(one));
    one.forEach((id, component) -> assertThat(component.compareTo(id) <= 0, is(true)));
  }

  @Test
  void partsJoinedAreTheWhole() {
    Components left = new Components();
    left.join(id(4), id(3));
    Components right = new Components();
    right.join(id(4), id(9));
    Components both = new Components();
    left.forEach(both::join);
    right.forEach(both::join);
    assertThat(both.of(id(9)), is(id(3)));
    assertThat(both.of(id(77)), is(id(77)));
  }

  private static Map<ContentHash, ContentHash> components(List<long[]> pairs) {
    Components components = new Components();
    for (long[] pair : pairs) {
      components.join(id(pair[0]), id(pair[1]));
    }
    Map<ContentHash, ContentHash> members = new TreeMap<>();
    components.forEach(members::put);
    return members;
  }
}
