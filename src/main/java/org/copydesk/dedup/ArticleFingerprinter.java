package org.copydesk.dedup;

import java.util.Arrays;
import org.copydesk.model.Article;
import org.copydesk.text.ArticleWords;
import org.copydesk.text.ContentHash;
import org.copydesk.text.Normaliser;
import org.copydesk.text.Tokens;

/**
 * Article in, {@link Fingerprint} and band keys out. Normalises and tokenises once; a worker with
 * reused buffers, one a thread.
 *
 * <p>Keys: 20 bands of 6 over 5-word shingles; up to {@link #SHORT_SCHEME_WORDS} words also 16
 * bands of 4 over 2-word shingles, which only meet where all numbers agree (they must, in a short
 * text); and 4 bands of 4 over the first {@link #OPENING_WORDS} words, by which a copy cut from the
 * end meets the whole, whatever the Jaccard.
 */
public final class ArticleFingerprinter {
  /** Version of all that decides candidates and comparisons; changes with any of its parts. */
  public static final int VERSION = 1;

  /** Most words counted as first paragraph: some texts have no paragraphs. */
  public static final int LEDE_WORDS = 200;

  /** A first paragraph shorter than this ("Updated at noon") takes the next one in. */
  static final int LEAST_LEDE_WORDS = 12;

  /** Words in which the other text's first paragraph is looked for. */
  public static final int HEAD_WORDS = 300;

  private static final int OPENING_WORDS = 60;
  private static final int LONG_SCHEME_WORDS = 60;
  private static final int SHORT_SCHEME_WORDS = 120;
  private static final int TITLE_WORDS = 16;
  private static final int MOST_TITLE_WORDS = 64;
  private static final int SHINGLE_WORDS = 5;
  private static final int SHORT_SHINGLE_WORDS = 2;

  private static final Banding OPENING = new Banding(4, 4, 3);

  private final Shingles shingles = new Shingles();
  private final Numbers numbers = new Numbers();

  // One for all schemes: the loop over 120 components is compiled for vectors, one over 16 is not.
  private final MinHash minHash = new MinHash(Banding.ARTICLES.components());
  private final long[] keys =
      new long[Banding.ARTICLES.bands() + Banding.SHORT_ARTICLES.bands() + OPENING.bands()];
  private int keyCount;

  /** The fingerprint; {@link #bandKeys} then gives the keys of the same article. */
  public Fingerprint fingerprint(Article article) {
    ArticleWords words = ArticleWords.of(article.title(), article.text());
    return fingerprint(article, words, ArticleIdentity.ofNormalised(words.title(), words.text()));
  }

  /**
   * As above where the words are at hand already.
   *
   * @param id of the article
   * @param all words of {@code article}
   */
  public Fingerprint fingerprint(Article article, ArticleWords all, ContentHash id) {
    String title = all.title();
    String text = all.text();
    Tokens tokens = all.tokens();
    int words = tokens.count();
    int titleWords = Math.min(all.titleTokens().count(), MOST_TITLE_WORDS);
    int start = datelineWords(article.dateline(), text, tokens);
    int lede = Math.max(start, ledeWords(article.text(), tokens, start));

    numbers.clear().read(text, tokens, 0, start);
    int[] dateline = numbers.values();
    numbers.clear().read(title, all.titleTokens(), 0, titleWords);
    int[] titleNumbers = numbers.values();
    int weekdays = numbers.weekdays();
    numbers.clear().read(text, tokens, start, lede);
    weekdays |= numbers.weekdays();
    final int ledeNumbers = numbers.count();
    numbers.read(text, tokens, lede, Math.max(lede, Math.min(words, HEAD_WORDS)));
    final int headNumbers = numbers.count();
    numbers.read(text, tokens, Math.max(lede, Math.min(words, HEAD_WORDS)), words);
    int[] found = numbers.values();

    keyCount = 0;
    ShingleSet set = keys(tokens, found);
    return new Fingerprint(
        id,
        words,
        Math.min(lede - start, LEDE_WORDS),
        titleNumbers,
        titleWords(all.titleTokens()),
        LedeSketch.of(tokens, start, lede),
        dateline,
        weekdays,
        found,
        ledeNumbers,
        headNumbers,
        set);
  }

  /** Whether a word is read as a number, a month or a weekday: "third", "März", "12". */
  public static boolean countsAsNumber(String word) {
    String text = Normaliser.normalise(word);
    Tokens tokens = Tokens.of(text);
    return new Numbers().read(text, tokens, 0, tokens.count()).saysSomething();
  }

  /** The band keys of the last fingerprint, a fresh array. */
  public long[] bandKeys() {
    return Arrays.copyOf(keys, keyCount);
  }

  private ShingleSet keys(Tokens tokens, int[] all) {
    int words = tokens.count();
    if (words <= SHORT_SCHEME_WORDS) {
      shingles.of(tokens, 0, words, SHORT_SHINGLE_WORDS);
      // Short texts with other numbers are never copies, so their keys need not meet.
      long gate = Banding.mix(Arrays.hashCode(all));
      sign(Banding.SHORT_ARTICLES, gate);
    }
    shingles.of(tokens, 0, Math.min(words, OPENING_WORDS), SHINGLE_WORDS);
    sign(OPENING, 0);
    shingles.of(tokens, 0, words, SHINGLE_WORDS);
    if (words > LONG_SCHEME_WORDS) {
      sign(Banding.ARTICLES, 0);
    }
    return shingles.toSet();
  }

  private void sign(Banding banding, long gate) {
    if (shingles.count() == 0) {
      return; // a text without words is like no other
    }
    banding.keys(minHash.sign(shingles.hashes(), shingles.count()), gate, keys, keyCount);
    keyCount += banding.bands();
  }

  private static int datelineWords(String dateline, String text, Tokens tokens) {
    if (dateline == null) {
      return 0;
    }
    String normalised = Normaliser.normalise(dateline);
    return text.startsWith(normalised) ? wordsBefore(tokens, normalised.length(), 0) : 0;
  }

  /** Tokens up to the end of the first paragraph that makes enough words. */
  private static int ledeWords(String text, Tokens tokens, int start) {
    int from = 0;
    int length = 0;
    int words = start;
    int most = Math.min(tokens.count(), start + LEDE_WORDS);
    while (words < Math.min(most, start + LEAST_LEDE_WORDS)) {
      int end = text.indexOf('\n', from);
      end = end < 0 ? text.length() : end;
      String paragraph = Normaliser.normalise(text.substring(from, end));
      // Paragraphs are joined by one space in the normalised text.
      length += paragraph.isEmpty() ? 0 : paragraph.length() + (length == 0 ? 0 : 1);
      words = Math.max(words, wordsBefore(tokens, length, words));
      if (end == text.length()) {
        break;
      }
      from = end + 1;
    }
    return Math.min(words, most);
  }

  private static int wordsBefore(Tokens tokens, int length, int from) {
    int i = from;
    while (i < tokens.count() && tokens.start(i) < length) {
      i++;
    }
    return i;
  }

  private static int[] titleWords(Tokens tokens) {
    int n = Math.min(tokens.count(), TITLE_WORDS);
    int[] words = new int[n];
    for (int i = 0; i < n; i++) {
      words[i] = LedeSketch.word(tokens, i);
    }
    return Arrays.stream(words).sorted().distinct().toArray();
  }
}
