package org.copydesk.topic;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.copydesk.text.ContentHash;
import org.junit.jupiter.api.Test;

class TemperatureTest {
  private static final int CLASSES = 2;

  /** A model that says the first class, the more surely the longer the text. */
  private static LinearWeights weights(int rows) {
    float[] matrix = new float[rows * CLASSES];
    for (int row = 0; row < rows; row++) {
      matrix[row * CLASSES] = 1;
    }
    byte[] rarity = new byte[rows];
    Arrays.fill(rarity, (byte) 1);
    return new LinearWeights(CLASSES, matrix, new float[CLASSES], rarity);
  }

  private static TrainingText text(int words, boolean isFirst) {
    int[] rows = new int[words];
    int[] shares = new int[words];
    for (int i = 0; i < words; i++) {
      rows[i] = i;
      shares[i] = 16;
    }
    float[] target = isFirst ? new float[] {1, 0} : new float[] {0, 1};
    return new TrainingText(
        ContentHash.of(null, words + " " + isFirst),
        new WordFeatures(rows, shares),
        null,
        target,
        1,
        0);
  }

  @Test
  void eachLengthGetsWhatFitsItsOwnTexts() {
    List<TrainingText> texts = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      // Short texts are right nine times of ten, long ones six.
      texts.add(text(4, i % 10 != 0));
      texts.add(text(120, i % 10 < 6));
    }
    List<Temperature> bands = Temperature.fit(weights(128), texts);
    assertThat(bands.get(0).from(), is(0));
    assertThat(Temperature.at(120, bands), is(greaterThan(Temperature.at(4, bands))));
    // No text of a middle length: what fits all.
    assertThat(Temperature.at(30, bands), is(Temperature.at(60, bands)));
  }

  @Test
  void aBandReachesToTheNext() {
    List<Temperature> bands = List.of(new Temperature(0, 1), new Temperature(10, 2));
    assertThat(Temperature.at(0, bands), is(1.0));
    assertThat(Temperature.at(9, bands), is(1.0));
    assertThat(Temperature.at(10, bands), is(2.0));
  }
}
