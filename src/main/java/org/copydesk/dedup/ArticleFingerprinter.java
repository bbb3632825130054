package org.copydesk.dedup;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Arrays;
import org.copydesk.dedup.opening.NumberWords;
import org.copydesk.dedup.opening.Opening;
import org.copydesk.dedup.opening.WordMeanings;
import org.copydesk.model.Article;
import org.copydesk.text.ArticleWords;
import org.copydesk.text.ContentHash;
import org.copydesk.text.HashFilter;
import org.copydesk.text.LookAlikes;
import org.copydesk.text.Normaliser;
import org.copydesk.text.Tokens;

/**
 * Article in, {@link Fingerprint} and band keys out. Normalises and tokenises once; a worker with
 * reused buffers, one a thread.
 *
 * <p>Keys: 20 bands of 6 over 5-word shingles; up to {@link #SHORT_SCHEME_WORDS} words also 16
 * bands of 4 over 2-word shingles; 4 bands of 4 over the first {@link #OPENING_WORDS} words, by
 * which a copy cut from the end meets the whole, whatever the Jaccard; and some passages of ten
 * words, by which an excerpt meets what it is part of.
 */
public final class ArticleFingerprinter {
  /** Version of all that decides candidates and comparisons; changes with any of its parts. */
  public static final int VERSION = 4;

  private static final int MOST_TITLE_CHARS = 300;

  /** A shorter sentence ("Read more.") says too little to be missed. */
  private static final int LEAST_SENTENCE_WORDS = 6;

  /** Of a longer one the last words: a dateline or a headline may stand before it. */
  private static final int MOST_SENTENCE_WORDS = 30;

  /** Most sentences kept of a text, the first. */
  private static final int MOST_SENTENCES = 500;

  private static final long PASSAGE_SALT = 0x2545F4914F6CDD1DL;

  private static final int OPENING_WORDS = 60;
  private static final int LONG_SCHEME_WORDS = 60;
  private static final int SHORT_SCHEME_WORDS = 120;
  private static final int SHINGLE_WORDS = 5;
  private static final int SHORT_SHINGLE_WORDS = 2;

  /** Words of credit lines and of invitations to read on: their sentences are not the story's. */
  private static final LongOpenHashSet NEWSROOM = newsroom();

  private static final HashFilter NEWSROOM_FILTER = new HashFilter(11);

  static {
    NEWSROOM.forEach(NEWSROOM_FILTER::add);
  }

  private static final Banding OPENING = new Banding(4, 4, 3);

  private final Shingles shingles = new Shingles();
  private final TextNames names = new TextNames();

  // One for both schemes: the loop over 120 components is compiled for vectors, one over 16 is not.
  private final MinHash minHash = new MinHash(Banding.ARTICLES.components());

  /** The same first components, for fewer words. */
  private final MinHash openings = new MinHash(OPENING.components());

  private final long[] keys =
      new long
          [Banding.ARTICLES.bands()
              + Banding.SHORT_ARTICLES.bands()
              + OPENING.bands()
              + Shingles.MOST_DRAWN];
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
    String text = LookAlikes.fold(all.text());
    Tokens tokens = text.equals(all.text()) ? all.tokens() : Tokens.of(text);
    keyCount = 0;
    ShingleSet set = keys(tokens);
    names.read(article.title(), article.text());
    return new Fingerprint(
        id,
        tokens.count(),
        article.publishedAt() == null
            ? Fingerprint.UNDATED
            : article.publishedAt().getEpochSecond(),
        article.title() == null ? "" : beginning(article.title(), MOST_TITLE_CHARS),
        beginning(article.text(), Opening.MOST_CHARS),
        names.all(),
        names.twice(),
        sentences(text, tokens, PublisherNotes.begin(article.text(), tokens.count())),
        set);
  }

  /** At most so many characters, not half of one. */
  private static String beginning(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }

  /**
   * Two shingles of each sentence, the smallest and the largest, of the shingles at hand. Credits,
   * invitations to read on, whom to call or to write to, and what nothing ends are no sentences.
   *
   * @param end tokens that are of the story
   */
  private int[] sentences(String text, Tokens tokens, int end) {
    int[] inOrder = shingles.inOrder();
    int[] sentences = new int[128];
    int n = 0;
    int from = 0;
    boolean isCredit = false;
    for (int i = 0; i < end && n < 2 * MOST_SENTENCES; i++) {
      isCredit |= isOfNewsroom(tokens.hash(i)) || (i == from && isBracketed(text, tokens, i));
      if (endsSentence(text, tokens, i)) {
        boolean isSentence = i + 1 - from >= LEAST_SENTENCE_WORDS && !isCredit;
        if (isSentence && !Contacts.areIn(text, tokens.start(from), tokens.end(i))) {
          sentences = n == sentences.length ? Arrays.copyOf(sentences, n * 2) : sentences;
          int least = Integer.MAX_VALUE;
          int most = 0;
          for (int at = Math.max(from, i + 1 - MOST_SENTENCE_WORDS);
              at + SHINGLE_WORDS <= i + 1;
              at++) {
            least = Math.min(least, inOrder[at]);
            most = Math.max(most, inOrder[at]);
          }
          sentences[n++] = least;
          sentences[n++] = most;
        }
        from = i + 1;
        isCredit = false;
      }
    }
    return Arrays.copyOf(sentences, n);
  }

  private static boolean isOfNewsroom(long word) {
    return NEWSROOM_FILTER.mayHave(word) && NEWSROOM.contains(word);
  }

  private static boolean isBracketed(String text, Tokens tokens, int i) {
    return tokens.start(i) > 0 && text.charAt(tokens.start(i) - 1) == '(';
  }

  private static LongOpenHashSet newsroom() {
    LongOpenHashSet words = new LongOpenHashSet();
    for (String word : WordMeanings.SHIPPED.newsroom.printed()) {
      words.add(Tokens.of(Normaliser.normalise(word)).hash(0));
    }
    return words;
  }

  private static boolean endsSentence(String text, Tokens tokens, int i) {
    boolean isLast = i + 1 == tokens.count();
    int next = isLast ? text.length() : tokens.start(i + 1);
    for (int at = tokens.end(i); at < next; at++) {
      char c = text.charAt(at);
      boolean isStop =
          c == '.'
              || c == '!'
              || c == '?'
              || c == '\u3002'
              || c == '\u0964'
              || c == '\u06D4'
              || c == '\u061F';
      // "3.5" and "u.s" end nothing.
      if (isStop && (c >= 0x80 || at + 1 < next || isLast)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a word is one that copies must agree in: a number, a month or a weekday, a negation.
   * "third", "März", "12", "not".
   */
  public static boolean mayNotChange(String word) {
    String form = WordMeanings.form(word);
    Opening opening = Opening.of(word, "");
    return opening.tokens.stream().anyMatch(token -> !token.isWord())
        || NumberWords.isNumber(form)
        || NumberWords.part("en", form) != null
        || WordMeanings.SHIPPED.fractions.containsKey(form)
        || WordMeanings.SHIPPED.months.containsKey(form)
        || WordMeanings.SHIPPED.weekdays.contains(form)
        || WordMeanings.SHIPPED.negations.has(form);
  }

  /** The band keys of the last fingerprint, a fresh array. */
  public long[] bandKeys() {
    return Arrays.copyOf(keys, keyCount);
  }

  private ShingleSet keys(Tokens tokens) {
    int words = tokens.count();
    if (words <= SHORT_SCHEME_WORDS) {
      shingles.of(tokens, 0, words, SHORT_SHINGLE_WORDS);
      sign(minHash, Banding.SHORT_ARTICLES);
    }
    shingles.of(tokens, 0, Math.min(words, OPENING_WORDS), SHINGLE_WORDS);
    sign(openings, OPENING);
    shingles.of(tokens, 0, words, SHINGLE_WORDS);
    if (words > LONG_SCHEME_WORDS) {
      sign(minHash, Banding.ARTICLES);
    }
    passages();
    return shingles.toSet();
  }

  /** Some of the passages of ten words, by which an excerpt meets what it is part of. */
  private void passages() {
    for (long passage : shingles.drawn()) {
      keys[keyCount++] = Banding.mix(passage + PASSAGE_SALT) | 1;
    }
  }

  private void sign(MinHash minHash, Banding banding) {
    if (shingles.count() == 0) {
      return; // a text without words is like no other
    }
    banding.keys(minHash.sign(shingles.hashes(), shingles.count()), 0, keys, keyCount);
    for (int end = keyCount + banding.bands(); keyCount < end; keyCount++) {
      keys[keyCount] &= ~1; // odd keys are those of passages
    }
  }
}
