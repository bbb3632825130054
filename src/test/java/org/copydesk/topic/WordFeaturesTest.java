package org.copydesk.topic;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.copydesk.text.ContentHash;
import org.copydesk.text.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordFeaturesTest {
  private static WordFeatures of(String text) {
    return WordFeatures.of(null, Tokens.of(text), 16, 250, false);
  }

  @Test
  void aShareGrowsWithTheLogarithmOfTheCount() {
    WordFeatures once = of("goal");
    WordFeatures often = of("goal goal goal goal match");
    int at = Arrays.binarySearch(often.rows(), once.rows()[0]);
    assertThat(once.shares()[0], is(16));
    // 16 (1 + ln 4)
    assertThat(often.shares()[at], is(38));
    assertThat(often.rows().length, is(2));
  }

  @Test
  void aWordOfTheTitleCountsWithTheBody() {
    WordFeatures apart =
        WordFeatures.of(Tokens.of("goal"), Tokens.of("goal match"), 16, 250, false);
    assertThat(
        Arrays.toString(apart.shares()), is(Arrays.toString(of("goal goal match").shares())));
  }

  /** Held against sorting; of eight bits most places are taken and runs are long. */
  @ParameterizedTest
  @CsvSource({"8,1", "8,300", "8,2000", "10,900", "18,250", "24,500"})
  void rowsAreDistinctAndAscendWithTheShareOfEachCount(int bits, int words) {
    StringBuilder text = new StringBuilder();
    SplittableRandom random = new SplittableRandom(words);
    for (int i = 0; i < words; i++) {
      text.append("w").append(random.nextInt(1 + random.nextInt(words))).append(' ');
    }
    Tokens tokens = Tokens.of(text.toString());
    TreeMap<Integer, Integer> counts = new TreeMap<>();
    for (int i = 0; i < tokens.count(); i++) {
      counts.merge((int) (tokens.hash(i) >>> (64 - bits)), 1, Integer::sum);
    }
    WordFeatures features = WordFeatures.of(null, tokens, bits, words, false);
    int[] rows = counts.keySet().stream().mapToInt(Integer::intValue).toArray();
    int[] shares =
        counts.values().stream()
            .mapToInt(n -> (int) Math.rint(16 * (1 + Math.log(Math.min(64, n)))))
            .toArray();
    assertThat(Arrays.toString(features.rows()), is(Arrays.toString(rows)));
    assertThat(Arrays.toString(features.shares()), is(Arrays.toString(shares)));
  }

  @Test
  void aTextWithoutWordsTouchesNoRow() {
    assertThat(of(" . ").rows().length, is(0));
  }

  @Test
  void aRareWordWeighsMoreThanACommonOne() {
    List<TrainingText> texts =
        List.of(text("the goal"), text("the goal"), text("the bank"), text("the rain"));
    byte[] rarity = Rarity.of(texts, 1 << 16, 2);
    assertThat(rarity[of("goal").rows()[0]], is(greaterThan(rarity[of("the").rows()[0]])));
    assertThat(rarity[of("the").rows()[0]], is((byte) 1));
    // In one text alone: not trained.
    assertThat(rarity[of("bank").rows()[0]], is((byte) 0));
  }

  private static TrainingText text(String text) {
    return new TrainingText(ContentHash.of(null, text), of(text), null, new float[] {1, 0}, 1, 0);
  }

  @Test
  void paragraphsOfEnoughWordsBehindTheFirstAreTextsOfTheirOwn() {
    TopicExample text =
        TopicExample.of("T", "one two three\n\nshort\n four five six\nseven eight nine", List.of());
    assertThat(
        text.paragraphs(3, 1).map(TopicExample::text).toList(), is(List.of("four five six")));
    assertThat(text.paragraphs(3, 9).count(), is(2L));
  }
}
