package org.copydesk.dedup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.copydesk.text.Normaliser;
import org.copydesk.text.Tokens;
import org.junit.jupiter.api.Test;

class MinHashTest {
  private static final String[] TEXTS = {
    "",
    "port",
    "the port reopens at noon",
    "Ferries ran again on Monday, after three days of storm.",
    "東京都は四日、港の橋を来月から閉じると発表した。",
    "a b c d e f g h i j k l m n o p q r s t u v w x y z"
  };

  /** A line a text: its shingles, first components, and first and last band key. */
  static List<String> vectors() {
    List<String> lines = new ArrayList<>();
    MinHash hash = new MinHash(120);
    Shingles shingles = new Shingles();
    for (String text : TEXTS) {
      Tokens tokens = Tokens.of(Normaliser.normalise(text));
      shingles.of(tokens, 0, tokens.count(), 5);
      int[] signature = hash.sign(shingles.hashes(), shingles.count());
      long[] keys = new long[20];
      Banding.ARTICLES.keys(signature, 0, keys, 0);
      lines.add(
          shingles.count()
              + " "
              + Integer.toHexString(Arrays.hashCode(shingles.toSet().hashes()))
              + " "
              + Integer.toHexString(signature[0])
              + " "
              + Integer.toHexString(signature[119])
              + " "
              + Integer.toHexString(Arrays.hashCode(signature))
              + " "
              + Long.toHexString(keys[0])
              + " "
              + Long.toHexString(keys[19]));
    }
    return lines;
  }

  @Test
  void bothLoopsGiveTheSameSignatures() {
    SplittableRandom random = new SplittableRandom(7);
    for (int components : new int[] {16, 120}) {
      MinHash one = new MinHash(components, true);
      MinHash other = new MinHash(components, false);
      for (int n : new int[] {0, 1, 3, 500, Shingles.MOST, Shingles.MOST + 1}) {
        int[] shingles = random.ints(n, 0, 1 << Shingles.BITS).toArray();
        assertThat(other.sign(shingles, n), is(one.sign(shingles, n)));
      }
    }
  }

  @Test
  void signaturesAreTheReferenceVectors() throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                MinHashTest.class.getResourceAsStream("minhash-v1.txt"), StandardCharsets.UTF_8))) {
      assertThat(vectors(), is(in.lines().filter(line -> !line.startsWith("#")).toList()));
    }
  }

  @Test
  void componentsAgreeAsOftenAsTheJaccardSays() {
    SplittableRandom random = new SplittableRandom(5);
    MinHash hash = new MinHash(120);
    for (double jaccard : new double[] {.3, .5, .7, .8, .9}) {
      double agree = 0;
      int pairs = 400;
      for (int p = 0; p < pairs; p++) {
        int united = 300;
        int shared = (int) Math.round(united * jaccard);
        int[] all = random.ints(united, 0, 1 << Shingles.BITS).toArray();
        int own = (united - shared) / 2;
        int[] a = Arrays.copyOf(all, shared + own);
        int[] b = Arrays.copyOf(all, united - own);
        System.arraycopy(all, shared + own, b, shared, united - own - shared);
        int[] first = hash.sign(a, a.length).clone();
        int[] second = hash.sign(b, united - own);
        for (int i = 0; i < 120; i++) {
          agree += first[i] == second[i] ? 1 : 0;
        }
      }
      assertThat(agree / (120.0 * pairs), is(closeTo(jaccard, .015)));
    }
  }

  @Test
  void bandsFindWhatTheCurveSays() {
    assertThat(Banding.ARTICLES.probability(.7), is(closeTo(.918, .001)));
    assertThat(Banding.SHORT_ARTICLES.probability(.5), is(closeTo(.644, .001)));
  }

  @Test
  void aSetComesBackFromItsBytes() {
    SplittableRandom random = new SplittableRandom(3);
    for (int n : new int[] {0, 1, 2, 7, 500, 5_000, 20_000}) {
      int[] hashes =
          random.ints(n * 2L, 0, 1 << Shingles.BITS).distinct().limit(n).sorted().toArray();
      ShingleSet set = new ShingleSet(hashes, n == 20_000);
      ByteBuffer bytes = ByteBuffer.wrap(ShingleCodec.encode(set));
      assertThat(ShingleCodec.decode(bytes), is(set));
      assertThat(bytes.remaining(), is(0));
    }
    int[] extremes = {0, 1, (1 << Shingles.BITS) - 1};
    ShingleSet set = new ShingleSet(extremes, false);
    assertThat(ShingleCodec.decode(ByteBuffer.wrap(ShingleCodec.encode(set))), is(set));
  }

  @Test
  void aSetIsSortedAndDistinctWhateverItsLength() {
    Shingles shingles = new Shingles();
    MadeStories made = new MadeStories(8);
    for (int n : new int[] {3, 47, 60, 500, 3_000, 70_000}) {
      List<String> words = made.words(n);
      words.addAll(words.subList(0, n / 2));
      words.addAll(Collections.nCopies(200, "no"));
      Tokens tokens = Tokens.of(MadeStories.text(words));
      int[] hashes = shingles.of(tokens, 0, tokens.count(), 5).toSet().hashes();
      assertThat(hashes, is(Arrays.stream(hashes).sorted().distinct().toArray()));
      assertThat(hashes.length <= tokens.count() - 4, is(true));
      assertThat(hashes.length >= Math.min(n, Shingles.MOST), is(true));
    }
  }

  @Test
  void aMillionWordsAreCutToTheSameShinglesInBothTexts() {
    MadeStories made = new MadeStories(2);
    List<String> words = made.words(200_000);
    Shingles shingles = new Shingles();
    Tokens one = Tokens.of(MadeStories.text(words));
    ShingleSet first = shingles.of(one, 0, one.count(), 5).toSet();
    Tokens two = Tokens.of(MadeStories.text(words.subList(0, 160_000)));
    ShingleSet second = shingles.of(two, 0, two.count(), 5).toSet();
    assertThat(first.size(), is(Shingles.MOST));
    assertThat(first.with(second).jaccard(), is(closeTo(.8, .01)));
    assertThat(first.with(second).containment(), is(closeTo(1, .001)));
  }
}
