package org.copydesk.quality;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A figure about a text, or about what is said of its rights, by the name it has in the {@code
 * quality} struct; new ones are added at the end. Shares are 0 to 1, and 0 where there is nothing
 * to count.
 *
 * <p>A line is a line of the text that is not blank (blank lines are how the corpus keeps
 * paragraphs apart, the sources' texts have a line break there); a paragraph is what blank lines
 * separate. A word is what white space separates, a character in scripts without spaces, as {@link
 * SourceWords} says for each source; characters are code points. Names in brackets are the sources:
 * Gopher (Rae et al. 2021), C4 (Raffel et al. 2020), FineWeb (Penedo et al. 2024), RP2 (RedPajama
 * v2, 2023). Signals without one are ours.
 */
public enum Signal {
  /** Words with a letter or digit (Gopher, FineWeb). */
  WORDS(Type.COUNT),
  /** Characters without white space. */
  CHARACTERS(Type.COUNT),
  /** Lines that are not blank. */
  LINES(Type.COUNT),
  PARAGRAPHS(Type.COUNT),
  /** Ends of sentences: runs of . ! ? … 。 followed by white space, a quote or the end (C4). */
  SENTENCES(Type.COUNT),
  /** Characters a word, without the punctuation around it (Gopher, FineWeb). */
  MEAN_WORD_LENGTH(Type.RATIO),
  /** Number signs a word (Gopher). */
  HASH_RATIO(Type.RATIO),
  /** Ellipses (… or three dots, as often as they stand in a row) a word (Gopher). */
  ELLIPSIS_RATIO(Type.RATIO),
  /** Lines that begin with a bullet: RP2's ten signs and FineWeb's hyphen (Gopher). */
  BULLET_LINES(Type.SHARE),
  /** Lines that end with an ellipsis (Gopher). */
  ELLIPSIS_LINES(Type.SHARE),
  /** Words with at least one letter among all, signs alone among them (Gopher). */
  ALPHABETIC_WORDS(Type.SHARE),
  /** How many of the, be, to, of, and, that, have, with occur, in any case (Gopher). */
  STOP_WORDS(Type.COUNT),
  /** Lines that stood before; blank lines do not count (Gopher). */
  DUPLICATE_LINES(Type.SHARE),
  /** Characters of such lines among those of all lines (Gopher). */
  DUPLICATE_LINE_CHARACTERS(Type.SHARE),
  /** Paragraphs that stood before (Gopher). */
  DUPLICATE_PARAGRAPHS(Type.SHARE),
  DUPLICATE_PARAGRAPH_CHARACTERS(Type.SHARE),
  /**
   * Characters of the most frequent pair of words, times its count, among those of all words; of
   * equally frequent ones the first, 0 when none comes twice; RP2's words (Gopher, RP2).
   */
  TOP_2GRAM(Type.RATIO),
  TOP_3GRAM(Type.RATIO),
  TOP_4GRAM(Type.RATIO),
  /**
   * Characters of groups of five words that stood before, among those of all words: read from left
   * to right, going on behind each; RP2's words (Gopher as FineWeb counts it).
   */
  DUPLICATE_5GRAMS(Type.SHARE),
  DUPLICATE_6GRAMS(Type.SHARE),
  DUPLICATE_7GRAMS(Type.SHARE),
  DUPLICATE_8GRAMS(Type.SHARE),
  DUPLICATE_9GRAMS(Type.SHARE),
  DUPLICATE_10GRAMS(Type.SHARE),
  /** Lines that end with . ! ? or a closing quote, or another script's full stop (FineWeb). */
  TERMINAL_PUNCTUATION_LINES(Type.SHARE),
  /** Lines of at most 30 characters (FineWeb). */
  SHORT_LINES(Type.SHARE),
  /** Line breaks a word (FineWeb). */
  NEWLINE_RATIO(Type.RATIO),
  /** Upper-case letters among letters; RP2 counts them among all characters. */
  UPPER_CASE(Type.SHARE),
  /** Runs of letters, digits and _ in upper case, among those and runs of other signs (RP2). */
  ALL_CAPS_WORDS(Type.SHARE),
  /** Digits among characters that are no white space; RP2 counts them among all. */
  DIGITS(Type.SHARE),
  /** Distinct words among all; RP2's words (RP2). */
  UNIQUE_WORDS(Type.SHARE),
  /** Times "lorem ipsum" stands in the text, in any case (C4). */
  LOREM_IPSUM(Type.COUNT),
  /** Opening curly braces (C4). */
  CURLY_BRACES(Type.COUNT),
  /**
   * Words in lines of five and more words that end as a sentence does, among the words of lines.
   */
  SENTENCE_WORDS(Type.SHARE),
  /**
   * Words of what menus of sites say ("About us") among all, in 28 languages, or words of many
   * short labels ("Fixtures | Table | Squad"), whichever is more.
   */
  MENU_WORDS(Type.SHARE),
  /** Words of what notices say ("use cookies") among all, in twenty languages. */
  NOTICE_WORDS(Type.SHARE),
  /** Words that are among a language's most frequent, among all; 26 languages. */
  COMMON_WORDS(Type.SHARE),
  /** Characters that are bytes of one charset read as another, escapes, or signs of loss. */
  MOJIBAKE(Type.SHARE),
  /**
   * Characters of words that nobody can say, among those of longer words; where few words are
   * common ones also of Latin and Cyrillic words whose letters follow each other in no language.
   */
  ODD_WORDS(Type.SHARE),
  /** Words of quotes among all: a symbol and its price, changes with a sign or in per cent. */
  QUOTE_WORDS(Type.SHARE),
  /** 1 where the page or its HTTP header says noai; see {@code Rights}. */
  RIGHTS_NOAI(Type.COUNT),
  /** 1 where text and data mining is reserved. */
  RIGHTS_TDM_RESERVED(Type.COUNT),
  /** 1 where a preference of use refuses the training of models. */
  RIGHTS_NO_TRAINING(Type.COUNT),
  /** Agents of AI that robots.txt keeps from the page; all it does not name count for one. */
  RIGHTS_AGENTS_DISALLOWED(Type.COUNT),
  /** Words as programs and logs write them, among all: "com.example.Main(Main.java:12)". */
  MACHINE_WORDS(Type.SHARE),
  /** Words with a stain for a letter, and letters that are no word, among all: "wat;er", "t". */
  SPOILED_WORDS(Type.SHARE),
  /** Amounts of money among words. */
  AMOUNTS(Type.SHARE),
  /**
   * How likely a text's words are those of what sites tell their visitors, and not of news, by
   * {@link NoticeModel}: of texts of 5 to 300 words in one of twenty languages.
   */
  NOTICE_LIKENESS(Type.SHARE),
  /**
   * Names and figures of boards (scores, quotes, weather, draws) among words: at most four words in
   * a row on a line with figures; 0 under a heading and where under a twentieth are digits.
   */
  FIGURE_CELLS(Type.SHARE),
  /** Words said a third time in a row, or with the one before within the last eight. */
  NEAR_REPEATS(Type.SHARE),
  /** What stands in for a text among words: "headline goes here", "test test", "asdfg". */
  FILLER_WORDS(Type.SHARE);

  /** What a value can be. */
  public enum Type {
    /** A whole number, 0 and above. */
    COUNT,
    /** 0 to 1. */
    SHARE,
    /** 0 and above. */
    RATIO
  }

  private final Type type;
  private final String key;

  Signal(Type type) {
    this.type = type;
    this.key = name().toLowerCase(Locale.ROOT);
  }

  public Type type() {
    return type;
  }

  /** Name of the column, as {@code mean_word_length}. */
  public String key() {
    return key;
  }

  /**
   * The signal of this name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Signal of(String key) {
    for (Signal signal : values()) {
      if (signal.key.equals(key)) {
        return signal;
      }
    }
    throw new IllegalArgumentException(
        "unknown signal "
            + key
            + "; there are "
            + Arrays.stream(values()).map(Signal::key).collect(Collectors.joining(", ")));
  }
}
