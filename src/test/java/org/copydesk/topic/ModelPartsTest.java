package org.copydesk.topic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.copydesk.text.Normaliser;
import org.copydesk.text.Tokens;
import org.junit.jupiter.api.Test;

/** What a topic model is made of: rows of a text, probabilities, and the file. */
class ModelPartsTest {
  private static ModelHeader header(int bits, String hash) {
    return new ModelHeader(
        List.of("a", "b"),
        List.of("A", "B"),
        bits,
        List.of(1),
        100,
        hash,
        0,
        Tokens.VERSION,
        Normaliser.VERSION,
        WordFeatures.VERSION,
        "en",
        new double[] {.5, .25},
        new double[] {0, 1},
        List.of(new Temperature(0, 1)),
        .3,
        .2,
        3,
        5,
        "test",
        List.of(new ModelHeader.Source("made", null, 2)),
        Map.of("accuracy", .5));
  }

  private static byte[] file() {
    byte[] matrix = new byte[2 << 8];
    Arrays.setAll(new Integer[matrix.length], i -> (int) (matrix[i] = (byte) i));
    return ModelFile.bytes(header(8, ModelFile.HASH), new byte[1 << 8], matrix);
  }

  private static byte[] bytes(int bits, String hash, int matrix) {
    return ModelFile.bytes(header(bits, hash), new byte[1 << bits], new byte[matrix]);
  }

  private static String refusal(byte[] file) {
    return assertThrows(
            IllegalArgumentException.class, () -> ModelFile.read(new ByteArrayInputStream(file)))
        .getMessage();
  }

  @Test
  void aModelIsReadAsItWasWrittenGzippedOrNot() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(file());
    }
    for (byte[] file : List.of(file(), packed.toByteArray())) {
      ModelHeader read = ModelFile.read(new ByteArrayInputStream(file)).header();
      assertEquals(List.of("a", "b"), read.codes());
      assertArrayEquals(new double[] {.5, .25}, read.scales());
      assertEquals(Map.of("accuracy", .5), read.figures());
    }
  }

  @Test
  void anyChangedByteAnyLostOneAndOtherFormsAreRefused() {
    for (int i = 0; i < file().length; i += 37) {
      byte[] changed = file();
      changed[i] ^= 1;
      refusal(changed);
      refusal(Arrays.copyOf(file(), i));
    }
    assertEquals(
        "this is no topic model",
        refusal("a text that is no model".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
    assertTrue(refusal(bytes(8, "MD5", 2 << 8)).contains("train it again"));
    assertTrue(refusal(bytes(7, ModelFile.HASH, 2 << 7)).contains("bits"));
    assertTrue(refusal(bytes(8, ModelFile.HASH, 9)).contains("265 bytes, not 768"));
  }

  private static int[] rows(String title, String body, boolean bigrams) {
    return WordFeatures.of(title == null ? null : Tokens.of(title), Tokens.of(body), 18, 4, bigrams)
        .rows();
  }

  @Test
  void aTextTouchesARowPerWordOnceInOrder() {
    int[] rows = rows(null, "a b a b", false);
    assertEquals(2, rows.length);
    assertTrue(rows[0] < rows[1] && rows[1] < 1 << 18);
    assertArrayEquals(rows, rows("a b", "b a", false));
    assertArrayEquals(rows, rows(null, "b a", false));
  }

  @Test
  void neighboursOfOnePartGiveARowAndTheirOrderCounts() {
    assertEquals(3, rows(null, "a b", true).length);
    assertEquals(2, rows("a", "b", true).length);
    assertTrue(!Arrays.equals(rows(null, "a b", true), rows(null, "b a", true)));
  }

  @Test
  void wordsBehindTheFirstSoManyDoNotCount() {
    assertArrayEquals(rows(null, "a b c d", false), rows(null, "a b c d e f", false));
  }

  @Test
  void probabilitiesAddUpToOneHoweverLargeTheScores() {
    double[] scores = Softmax.of(new double[] {1000, 1000, -1000});
    assertArrayEquals(new double[] {.5, .5, 0}, scores, 1e-12);
    double[] shifted = Softmax.of(new double[] {1, 2, 3});
    assertArrayEquals(shifted, Softmax.of(new double[] {101, 102, 103}), 1e-12);
  }
}
