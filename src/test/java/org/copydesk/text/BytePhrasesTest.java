package org.copydesk.text;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BytePhrasesTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static BytePhrases phrases(String... all) {
    BytePhrases phrases = new BytePhrases();
    for (String phrase : all) {
      phrases.add(bytes(phrase));
    }
    return phrases;
  }

  @Test
  void aPhraseIsFoundWhole() {
    BytePhrases phrases = phrases("The weir at Oakhaven", "The weir at Oakhaven is mended today");
    assertThat(phrases.isIn(bytes("The weir at Oakhaven")), is(true));
    assertThat(phrases.isIn(bytes("xx The weir at Oakhaven.")), is(true));
    assertThat(phrases.isIn(bytes("The weir at Oakhave")), is(false));
    assertThat(phrases.isIn(bytes("The weir at Oak, the weir at Oakhaven")), is(false));
    assertThat(phrases.isIn(new byte[0]), is(false));
    assertThat(new BytePhrases().isIn(bytes("anything that is long enough")), is(false));
  }

  @Test
  void aShortPhraseIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> phrases("fifteen letters"));
  }

  /** A phrase over the bound of two windows is one, wherever writes end. */
  @Test
  void aPhraseIsFoundWhereverItStands() {
    String phrase = "Der Müller von Aarau mahlt wieder, seit Montag";
    BytePhrases phrases = phrases(phrase, "another one that is not there");
    SplittableRandom random = new SplittableRandom(7);
    byte[] all = new byte[(1 << 20) + 5_000];
    byte[] words = bytes(phrase);
    for (int at :
        new int[] {0, 1 << 20, (1 << 20) - 20, (1 << 20) + 30, all.length - words.length}) {
      random.nextBytes(all);
      assertThat(written(phrases, all, random), is(false));
      System.arraycopy(words, 0, all, at, words.length);
      assertThat("at " + at, written(phrases, all, random), is(true));
    }
  }

  private static boolean written(BytePhrases phrases, byte[] all, SplittableRandom random) {
    BytePhrases.Scan scan = phrases.scan();
    int from = 0;
    while (from < all.length) {
      int count = Math.min(all.length - from, random.nextInt(1, 70_000));
      scan.write(all, from, count);
      from += count;
    }
    return scan.found();
  }
}
